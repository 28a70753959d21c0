"""Dates as asked: overlap and inside by terms are what arithmetic says."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.engines import field_table
from loccit.engines.passage_values import Held
from loccit.engines.query import And, AnyOf, KeywordTerm, Not, Or, Query
from loccit.model import calendar, cells
from loccit.model.documents import Document, Passage
from loccit.model.mentions import Date, Interval
from loccit.search.query import dates

DAYS = st.integers(calendar.day(-120), calendar.day(120)) | st.integers(
    calendar.day(1890), calendar.day(2110)
)
SPANS = st.sampled_from([0, 1, 27, 30, 365, 366, 3652, 36524]) | st.integers(0, 60_000)
INTERVALS = st.builds(lambda day, days: Interval(day, day + days), DAYS, SPANS)


PART = Date(0, 1, "x", None, None, "day", "unknown")


def holds(query: Query, terms: dict[str, frozenset[str]]) -> bool:
    match query:
        case KeywordTerm(field, value):
            return value in terms[field]
        case AnyOf(field, values):
            return not terms[field].isdisjoint(values)
        case Or(parts):
            return any(holds(part, terms) for part in parts)
        case And(parts):
            return all(holds(part, terms) for part in parts)
        case Not(part):
            return not holds(part, terms)
        case _:
            raise AssertionError(query)


def at(interval: Interval, throughout: bool = False) -> Date:
    """A date that falls in the interval, or holds throughout it."""
    return Date(0, 1, "x", interval, None, "day", "stated", (), (PART, PART) * throughout)


def indexed(dated: Sequence[Date]) -> dict[str, frozenset[str]]:
    """What a passage with these dates is indexed under, by the engine's own fields."""
    passage = Passage("d#1", "d", 1, "0", 0, "", "", "text", tuple(dated))
    document = Document("d", "")
    keywords = field_table.indexed(Held(passage, document)).keywords
    return {field: frozenset(values) for field, values in keywords.items()}


DATES = st.lists(st.builds(at, INTERVALS, st.booleans()), min_size=1, max_size=3)
ASKED = INTERVALS | st.builds(
    lambda day, early: Interval(cells.EARLIEST, day) if early else Interval(day, cells.LATEST),
    DAYS,
    st.booleans(),
)


@given(DATES, ASKED)
def test_a_passage_of_several_dates_is_found_as_arithmetic_says(
    dated: list[Date], asked: Interval
) -> None:
    held = indexed(dated)
    days = [date.interval for date in dated if date.interval]
    lies_inside = any(asked.first <= each.first and each.last <= asked.last for each in days)
    assert holds(dates.overlap(asked), held) == any(dates.overlaps(each, asked) for each in days)
    assert holds(dates.inside(asked), held) == lies_inside
    assert holds(dates.certain(asked), held) == dates.is_certain(dated, asked)


@given(DATES, DAYS)
def test_before_and_after_are_what_arithmetic_says(dated: list[Date], day: int) -> None:
    held, value = indexed(dated), calendar.iso(day)
    days = [date.interval for date in dated if date.interval]
    assert holds(dates.before(value), held) == any(each.first < day for each in days)
    assert holds(dates.after(value), held) == any(each.last > day for each in days)
    assert holds(dates.asked(f"{value}.."), held) == any(each.last >= day for each in days)
    assert holds(dates.within(f"..{value}"), held) == any(each.last <= day for each in days)


def terms(date: Interval) -> dict[str, frozenset[str]]:
    own = frozenset(cells.cover(date))
    every = own | {cell for each in own for cell in cells.ancestors(each)}
    return {"date": every, "date_own": own, "date_span": cells.spans(date)}


@given(INTERVALS, INTERVALS)
def test_overlap_by_terms_is_overlap_by_days(date: Interval, asked: Interval) -> None:
    by_days = date.first <= asked.last and asked.first <= date.last
    assert holds(dates.overlap(asked), terms(date)) == by_days


@given(INTERVALS, INTERVALS)
def test_inside_by_terms_is_inside_by_days(date: Interval, asked: Interval) -> None:
    by_days = asked.first <= date.first and date.last <= asked.last
    assert holds(dates.inside(asked), terms(date)) == by_days


@given(INTERVALS, INTERVALS)
def test_inside_a_very_wide_interval_too(date: Interval, asked: Interval) -> None:
    wide = Interval(cells.EARLIEST + 1, asked.last)
    by_days = wide.first <= date.first and date.last <= wide.last
    assert holds(dates.inside(wide), terms(date)) == by_days


@given(INTERVALS, INTERVALS, st.booleans())
def test_certain_by_terms_is_certain_by_days(
    date: Interval, asked: Interval, throughout: bool
) -> None:
    found = Date(0, 1, "x", date, None, "day", "stated", (), (PART, PART) if throughout else ())
    held = terms(date)
    indexed = held | {
        "held": held["date"] if throughout else frozenset(),
        "held_own": held["date_own"] if throughout else frozenset(),
    }
    assert holds(dates.certain(asked), indexed) == dates.is_certain([found], asked)


@given(INTERVALS)
def test_cells_cover_exactly_the_interval(date: Interval) -> None:
    days = [_days(cell) for cell in cells.cover(date)]
    assert days[0].first == date.first
    assert days[-1].last == date.last
    assert all(one.last + 1 == other.first for one, other in itertools.pairwise(days))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2012", "2012-01-01", "2012-12-31"),
        ("2012-10", "2012-10-01", "2012-10-31"),
        ("2012..2014", "2012-01-01", "2014-12-31"),
        ("2015..", "2015-01-01", "9999-12-31"),
        ("..44 BC", "-9999-01-01", "-0043-12-31"),
        ("early July 2012", "2012-07-01", "2012-07-10"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("winter 2012", "2012-12-01", "2013-02-28"),
        ("11 June – 27 July 2012", "2012-06-11", "2012-07-27"),
        ("2012-06-11/2012-07-27", "2012-06-11", "2012-07-27"),
        ("between 2010 and 2014", "2010-01-01", "2014-12-31"),
        ("11 June 2012..27 July 2012", "2012-06-11", "2012-07-27"),
        ("1st century BC", "-0099-01-01", "0000-12-31"),
    ],
)
def test_a_value_stands_for_its_days(value: str, first: str, last: str) -> None:
    days = dates.interval(value)
    assert (calendar.iso(days.first), calendar.iso(days.last)) == (first, last)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("soon", "is not a date"),
        ("2012-13", "is not a date"),
        ("2012-02-30", "is not a date"),
        ("..", "is not a date"),
        ("last year", "is not a date"),
        ("0", "is not a date"),
        ("october", "has no year"),
        ("october..2012", "has no year"),
        ("2014..2012", "runs backwards"),
        ("6/10/2012", "two months"),
    ],
)
def test_what_is_no_date_is_refused_with_the_mend(value: str, why: str) -> None:
    with pytest.raises(dates.UnreadDate, match=why):
        dates.interval(value)


def _days(cell: str) -> Interval:
    first, last = cell.replace("X", "0"), cell.replace("X", "9")
    if cell.startswith("-"):
        first, last = last, first
    year = int(last[:5] if last.startswith("-") else last[:4])
    start = calendar.from_iso(first) if first != "-0000" else calendar.day(-1)
    if len(cell.lstrip("-")) == 10:
        return Interval(start, start)
    if len(cell.lstrip("-")) == 7:
        _, month, _ = calendar.civil(start)
        return calendar.month_interval(year, month)
    return Interval(start, calendar.day(min(year, -1) if cell[0] == "-" else year, 12, 31))
