"""Dates as terms: an interval as the fewest whole cells of a calendar tree.

The cells are century `19XX`, decade `201X`, year `2012`, month `2012-10` and day `2012-10-06`;
a passage overlaps a queried cell if it lies inside it (the cell is among its own cells or their
ancestors) or covers it (one of the cell's ancestors is among its own).
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from loccit.model import calendar
from loccit.model.mentions import Interval

_REMEMBERED = 2**14
"""Answers: the dates of a collection repeat."""
EARLIEST, LATEST = calendar.day(calendar.FIRST_YEAR), calendar.day(calendar.LAST_YEAR, 12, 31)
ALL = "*"
"""Stands for all days in a pair."""


@lru_cache(_REMEMBERED)
def cover(interval: Interval) -> tuple[str, ...]:
    """The fewest whole cells that make up `interval`, in order.

    >>> cover(Interval(calendar.from_iso("2011"), calendar.day(2012, 2, 29)))
    ('2011', '2012-01', '2012-02')
    """
    return tuple(_cover(max(interval.first, EARLIEST), min(interval.last, LATEST)))


def _cover(first: int, last: int) -> Iterator[str]:
    at = first
    while at <= last:
        for name, cell in _cells_from(at):
            if cell.last <= last:
                yield name
                at = cell.last + 1
                break


def _cells_from(day: int) -> Iterator[tuple[str, Interval]]:
    """The cells that begin with `day`, widest first; the last is the day itself."""
    year, month, of_month = calendar.civil(day)
    if (month, of_month) == (1, 1):
        for size in (100, 10, 1):
            first, last = years_around(year, size)
            if first == year:
                yield years_name(year, size), calendar.year_interval(first, last)
    if of_month == 1:
        yield f"{calendar.year_text(year)}-{month:02d}", calendar.month_interval(year, month)
    yield calendar.iso(day), Interval(day, day)


def years_around(year: int, size: int) -> tuple[int, int]:
    """The first and last year of the decade, century or millennium (`size` 10 to 1000) that holds
    `year`.

    They are the years that share `year`'s leading digits: -0043 is in -004X, -49 to -40."""
    if year >= 0:
        first = year - year % size
        return first, first + size - 1
    last = -(-year - -year % size)
    return last - size + 1, min(last, -1)


def years_name(year: int, size: int) -> str:
    """The cell of `size` years (1, 10, 100 or 1000) that holds `year`.

    >>> years_name(2012, 1000), years_name(2012, 100), years_name(2012, 10), years_name(-43, 10)
    ('2XXX', '20XX', '201X', '-004X')
    """
    text = calendar.year_text(year)
    return {1: text, 10: text[:-1] + "X", 100: text[:-2] + "XX", 1000: text[:-3] + "XXX"}[size]


def around(day: int) -> tuple[str, ...]:
    """The five cells that hold `day`, widest first.

    >>> around(calendar.day(2012, 10, 6))
    ('20XX', '201X', '2012', '2012-10', '2012-10-06')
    """
    year, month, _ = calendar.civil(day)
    return (
        years_name(year, 100),
        years_name(year, 10),
        calendar.year_text(year),
        f"{calendar.year_text(year)}-{month:02d}",
        calendar.iso(day),
    )


@lru_cache(_REMEMBERED)
def ancestors(cell: str) -> tuple[str, ...]:
    """The cells that hold `cell`, widest first, without itself.

    >>> ancestors("2012-10")
    ('20XX', '201X', '2012')
    >>> ancestors("-00XX")
    ()
    """
    sign, digits = ("-", cell[1:]) if cell.startswith("-") else ("", cell)
    year, *rest = digits.split("-")
    chain = [year[:2] + "XX", year[:3] + "X", year, *_growing(year, rest)]
    return tuple(sign + name for name in chain[: chain.index(digits)])


def _growing(year: str, rest: Sequence[str]) -> list[str]:
    return ["-".join([year, *rest[:count]]) for count in range(1, len(rest) + 1)]


@lru_cache(_REMEMBERED)
def spans(interval: Interval) -> frozenset[str]:
    """The pairs `first>last` of cells, equal or disjoint, that hold the interval's two ends.

    `*>last` and `first>*` hold one end, for what is asked with an open end.
    """
    firsts, lasts = around(interval.first), around(interval.last)
    shared = {a for a, b in zip(firsts, lasts, strict=True) if a == b}
    pairs = {f"{cell}>{cell}" for cell in shared}
    pairs |= {f"{a}>{b}" for a in firsts for b in lasts if a not in shared and b not in shared}
    pairs |= {f"{ALL}>{cell}" for cell in lasts} | {f"{cell}>{ALL}" for cell in firsts}
    return frozenset(pairs)


def pairs(interval: Interval) -> Iterator[str]:
    """The pairs of an asked interval's cells: a date with one of them lies inside it.

    A pair for each cell where an end is open, else for each two, of which there may be 50,000.
    """
    cells = cover(interval)
    if interval.first <= EARLIEST:
        yield from (f"{ALL}>{cell}" for cell in cells)
        return
    if interval.last >= LATEST:
        yield from (f"{cell}>{ALL}" for cell in cells)
        return
    for index, first in enumerate(cells):
        for last in cells[index:]:
            yield f"{first}>{last}"
