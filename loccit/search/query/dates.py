"""Dates as asked, lowered to the calendar cells that passages are indexed under."""

import re
from collections.abc import Collection, Iterable, Iterator

from loccit.engines.passage_values import COUNTED
from loccit.engines.query import KeywordTerm, Or, Query, all_of, among, any_of
from loccit.mentions import dates
from loccit.model import cells, date_cells
from loccit.model.errors import LoccitError
from loccit.model.mentions import Date, Interval


def certain(interval: Interval) -> Query:
    """Passages of which a date falls in `interval` for certain, not just possibly.

    It lies wholly inside, or it is a range that holds throughout and overlaps.
    """
    return Or((inside(interval), *_overlapping(interval, "held", "held_own")))


def tiers(interval: Interval) -> tuple[Query, ...]:
    """How well a date fits, the best first: in `interval` and known to the day, to the month, in
    it at all; throughout it; some time in its year, in its decade, in its century."""
    return (
        all_of(inside(interval), _drawn(interval, "day")),
        all_of(inside(interval), _drawn(interval, "month")),
        inside(interval),
        certain(interval),
        *(among("date_own", own) for own in _covering(interval)),
    )


def _drawn(interval: Interval, known: date_cells.Known) -> Query:
    """Passages with a date in the interval that is known so well."""
    fields: dict[str, list[str]] = {}
    for cell in cells.cover(interval):
        field = COUNTED[date_cells.level(cell)]
        fields.setdefault(field, []).append(date_cells.DateCell(known, cell).value)
    return any_of(*(among(field, values) for field, values in fields.items()))


def _covering(interval: Interval) -> Iterator[list[str]]:
    """The cells that cover those of the interval, the narrowest first, each level by itself."""
    covering = {cell for each in cells.cover(interval) for cell in cells.ancestors(each)}
    for level in reversed(date_cells.LEVELS):
        own = sorted(cell for cell in covering if date_cells.level(cell) == level)
        if own:
            yield own


def _overlapping(interval: Interval, around: str, own: str) -> Iterator[Query]:
    """With a cell of the interval among the cells `around` theirs, or one that covers it."""
    asked = cells.cover(interval)
    yield among(around, asked)
    covering = dict.fromkeys(cell for each in asked for cell in cells.ancestors(each))
    if covering:
        yield among(own, covering)


def overlaps(one: Interval, other: Interval) -> bool:
    return one.first <= other.last and other.first <= one.last


def is_certain(dates: Iterable[Date], interval: Interval, lives: Collection[Date] = ()) -> bool:
    """The same of one passage's dates, by arithmetic; `lives` are those that are someone's."""
    return any(
        date.interval is not None
        and (
            (interval.first <= date.interval.first and date.interval.last <= interval.last)
            or (bool(date.parts) and date not in lives and overlaps(date.interval, interval))
        )
        for date in dates
    )


class UnreadDate(LoccitError, ValueError):
    """The words aren't a date that can be asked for; the message says which can."""

    def __init__(self, value: str, why: str = "") -> None:
        wanted = "is not a date: try 2012, 2012-10, 2012-10-06, 2012..2014, october or none"
        super().__init__(f"“{value}” {why or wanted}")


def overlap(interval: Interval) -> Query:
    """Passages with a date that lies in, covers or crosses `interval`."""
    return any_of(*_overlapping(interval, "date", "date_own"))


def inside(interval: Interval) -> Query:
    """Passages with a date that lies wholly in `interval`."""
    return among("date_span", cells.pairs(interval))


def asked(value: str) -> Query:
    """`date:value`, found by overlap; raises UnreadDate."""
    if value.casefold() == "none":
        return KeywordTerm("when", date_cells.NONE)
    if ".." not in value:
        date = dates.read(value)
        if date is not None and date.interval is None and _cell(date.value):
            return KeywordTerm("date", _cell(date.value))
    return overlap(interval(value))


def has_year(value: str) -> bool:
    """Whether the value stands for days, and not for every October, or for none."""
    try:
        interval(value)
    except UnreadDate:
        return False
    return True


def _cell(value: str) -> str:
    known = value.removeprefix("XXXX-")
    return value if known != value and "X" not in known else ""


def interval(value: str) -> Interval:
    """The days that a date or a range `a..b`, open at an end, stands for; raises UnreadDate."""
    first, dots, last = value.partition("..")
    if not dots:
        return _read(value)
    if not first and not last:
        raise UnreadDate(value)
    ends = (
        Interval(
            _read(first).first if first else cells.EARLIEST,
            _read(last).last if last else cells.LATEST,
        )
        if _ordered(first, last)
        else None
    )
    if ends is None:
        raise UnreadDate(value, "runs backwards: write the earlier date first")
    return ends


def _ordered(first: str, last: str) -> bool:
    return not first or not last or _read(first).first <= _read(last).last


def _read(value: str) -> Interval:
    date = dates.read_range(value.strip())
    if date is not None and date.interval is None:
        raise UnreadDate(value, "has no year: name one here, or ask date:october for every October")
    if date is not None and date.granularity == "year" and _TWO_WAYS.fullmatch(value.strip()):
        raise UnreadDate(value, "may be a day of two months: write it as 2012-10-06")
    if date is None or date.interval is None:
        raise UnreadDate(value)
    return date.interval


_TWO_WAYS = re.compile(r"\d\d?([/.-])\d\d?\1\d{4}")


def days_before(value: str) -> Interval:
    return Interval(cells.EARLIEST, max(cells.EARLIEST, interval(value).first - 1))


def days_after(value: str) -> Interval:
    return Interval(min(cells.LATEST, interval(value).last + 1), cells.LATEST)


def before(value: str) -> Query:
    """Passages with a date that can fall before the first day of `value`."""
    return overlap(days_before(value))


def after(value: str) -> Query:
    """Passages with a date that can fall after the last day of `value`."""
    return overlap(days_after(value))


def within(value: str) -> Query:
    return inside(interval(value))
