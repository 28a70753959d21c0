"""Timelines as data: the stretch, the level, and counts that claim no more than is known."""

from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.mentions import dates
from loccit.model import calendar
from loccit.model.mentions import Date, Interval
from loccit.search.timeline.plot import Window, plot, window
from tests.search.dated import counted, counts


def days(text: str) -> Interval:
    date = dates.read(text)
    assert date is not None
    assert date.interval is not None
    return date.interval


@pytest.mark.parametrize(
    ("values", "asked", "expected"),
    [
        (("2012-10-06", "2016"), None, ("month", "2012-01-01", "2016-12-31")),
        (("2012-10-06", "2016"), "2014", ("month", "2014-01-01", "2014-12-31")),
        (("2012-10-06",), "2012-10", ("day", "2012-10-01", "2012-10-31")),
        (("2012-10-06",), "2012-10-06", ("day", "2012-10-01", "2012-10-31")),
        (("1994", "2012"), None, ("year", "1990-01-01", "2019-12-31")),
        (("1794", "2012"), None, ("decade", "1700-01-01", "2099-12-31")),
        (("490 BC", "2012"), None, ("century", "-0499-01-01", "2099-12-31")),
        (("5001 BC", "2012"), None, ("millennium", "-5999-01-01", "2999-12-31")),
    ],
)
def test_the_level_follows_from_the_stretch(
    values: tuple[str, ...], asked: str | None, expected: tuple[str, str, str]
) -> None:
    found = window(counts(*values).dated_years(), days(asked) if asked else None)
    level, first, last = expected
    assert found == Window(
        level,  # type: ignore[arg-type]
        Interval(calendar.from_iso(first), calendar.from_iso(last)),
    )


def test_a_few_dates_far_off_do_not_make_the_rest_coarse() -> None:
    near = [f"{year}-05-06" for year in range(2010, 2015)] * 20
    found = window(counts("490 BC", *near).dated_years(), None)
    assert found == Window("month", calendar.year_interval(2010, 2014))
    assert window(counts("490 BC", *near).dated_years(), days("490 BC")) == Window(
        "month", days("490 BC")
    )


@pytest.mark.parametrize(
    ("near", "far", "first", "last"),
    [
        (range(1900, 2000), (), 1900, 1999),
        (range(1900, 2000), (-9000,), 1900, 1999),
        (range(1900, 2000), (-9000, 9000), 1900, 1999),
        (range(1900, 2000), (1200, 9000), 1900, 1999),
        (range(1900, 2000), (1850,), 1900, 1999),
        (range(1900, 2000), (-9000, -8000, -7000), -9999, 1999),
        (range(1990, 1995), (1980,), 1980, 1999),
        ((*range(1990, 1994), *range(1990, 2000)) * 3, (1980,), 1980, 1999),
    ],
)
def test_the_middle_98_percent_is_drawn_where_the_rest_lies_far_off(
    near: Iterable[int], far: Iterable[int], first: int, last: int
) -> None:
    found = window(Counter((*near, *far)), None)
    assert found is not None
    assert found.days == calendar.year_interval(first, last)


YEARS = st.lists(st.integers(-9990, 9990) | st.integers(1800, 2020), min_size=1, max_size=300).map(
    Counter
)


@given(YEARS)
def test_labels_are_few_and_nearly_all_dates_are_drawn(years: dict[int, int]) -> None:
    found = window(years, None)
    assert found is not None
    drawn = plot(counts(), found)
    assert len(drawn.drills) <= 31
    assert len(list(drawn.slots)) <= 120
    inside = sum(
        count
        for year, count in years.items()
        if found.days.first <= calendar.day(year) <= found.days.last
    )
    total = sum(years.values())
    assert total - inside <= 2 * max(total // 100, int(total >= 30))


@pytest.mark.parametrize("values", [(), ("the 1990s", "the 19th century", "October")])
def test_what_has_no_year_is_not_drawn(values: tuple[str, ...]) -> None:
    assert window(counts(*values).dated_years(), None) is None


def test_nothing_is_drawn_where_no_date_falls() -> None:
    assert window(counts("2012").dated_years(), days("1990")) is None


def test_a_year_is_no_month_and_a_month_no_day() -> None:
    when = counts("2012-10-06", "October 2012", "2012", "2012")
    months = plot(when, Window("month", days("2012")))
    october = next(slot for slot in months.slots if slot.cell == "2012-10")
    assert (october.by_day, october.by_month, october.by_year) == (1, 1, 0)
    assert months.blocks[0].slot.by_year == 2
    in_october = plot(when, Window("day", days("October 2012")))
    assert [slot.cell for slot in in_october.slots if not slot.is_empty] == ["2012-10-06"]
    assert in_october.blocks[0].slot.by_month == 1
    assert in_october.broader == 2


DAYS = st.integers(calendar.day(-700), calendar.day(2100))
READINGS = st.sampled_from(("day", "month", "year"))


def known(day: int, to: str) -> Date:
    year, month, _ = calendar.civil(day)
    interval, value = {
        "day": (Interval(day, day), calendar.iso(day)),
        "month": (calendar.month_interval(year, month), calendar.iso(day)[:-3]),
        "year": (calendar.year_interval(year), calendar.year_text(year)),
    }[to]
    return Date(0, 0, value, interval, None, to, "stated")  # type: ignore[arg-type]


@given(st.lists(st.tuples(DAYS, READINGS), min_size=1, max_size=12))
def test_every_date_is_in_one_slot_of_its_kind(drawn: list[tuple[int, str]]) -> None:
    when = counted(known(day, to) for day, to in drawn)
    stretch = window(when.dated_years(), None)
    assert stretch is not None
    found = plot(when, stretch)
    slots = list(found.slots)
    assert [slot.days.first for slot in slots[1:]] == [slot.days.last + 1 for slot in slots[:-1]]
    assert len(slots) <= 120
    whole = [block.slot for block in found.blocks]
    for to in ("day", "month", "year"):
        asked = sum(kind == to for _, kind in drawn)
        assert sum(getattr(slot, f"by_{to}") for slot in whole) == asked
    for day, to in drawn:
        inside = [slot for slot in slots if slot.days.first <= day <= slot.days.last]
        assert len(inside) == 1
        finest = {"day": "day month year decade century", "month": "month year decade century",
                  "year": "year decade century"}[to]  # fmt: skip
        assert bool(getattr(inside[0], f"by_{to}")) or found.level not in finest.split()
