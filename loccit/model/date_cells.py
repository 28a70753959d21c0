"""What a timeline counts: the cells that a passage's dates are drawn in, and what isn't drawn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from loccit.model import calendar, cells
from loccit.model.mentions import Date, Interval

Known = Literal["day", "month", "year", "any"]
Level = Literal["millennium", "century", "decade", "year", "month", "day"]
KNOWN: tuple[Known, ...] = ("day", "month", "year", "any")
LEVELS: tuple[Level, ...] = ("millennium", "century", "decade", "year", "month", "day")
_SIZES: dict[Level, int] = {"millennium": 1000, "century": 100, "decade": 10, "year": 1}
"""Years."""
_LETTERS: dict[Known, str] = {"day": "d", "month": "m", "year": "y", "any": "a"}
_OF_LETTER = {letter: known for known, letter in _LETTERS.items()}
YEARLESS, DECADE, CENTURY, NONE = "yearless", "decade", "century", "none"
"""What is counted beside the timeline: a date without a year, one known only to the decade or to
the century or the millennium, and no date at all."""
_CELL = re.compile(r"-?\d")
MOST_MONTHS = 24
"""A range that holds longer is counted by the year."""


@dataclass(frozen=True, slots=True)
class DateCell:
    """A cell of the calendar tree with how well the dates in it are known.

    `known` is `any` where that doesn't matter: a passage with several dates in the cell has it
    once. In an index it is written as a letter and the cell.

    >>> DateCell("day", "2012-10").value, DateCell.read("y201X"), DateCell.read("none")
    ('d2012-10', DateCell(known='year', cell='201X'), None)
    """

    known: Known
    cell: str

    @property
    def value(self) -> str:
        return value(self.known, self.cell)

    @property
    def level(self) -> Level:
        """
        >>> [DateCell("any", cell).level for cell in ("1XXX", "19XX", "-004X", "2012", "2012-10")]
        ['millennium', 'century', 'decade', 'year', 'month']
        """
        return level(self.cell)

    @property
    def year(self) -> int | None:
        """None for a cell wider than a year."""
        return None if "X" in self.cell else int(self.cell[: 4 + self.cell.startswith("-")])

    @staticmethod
    def read(value: str) -> "DateCell | None":
        """None for what isn't drawn."""
        return _read(value)


@lru_cache(maxsize=2**16)
def _read(value: str) -> DateCell | None:
    """Kept, since the counts of every page have the same ones."""
    known = _OF_LETTER.get(value[:1])
    return DateCell(known, value[1:]) if known and _CELL.match(value[1:]) else None


def value(known: Known, cell: str) -> str:
    """As it is written in an index."""
    return _LETTERS[known] + cell


@lru_cache(maxsize=2**16)
def year_of(value: str) -> int | None:
    """The year that is known, and no closer told apart, of what is counted; else None.

    >>> [year_of(each) for each in ("d2012", "y-0043", "a2012", "d2012-10", "y201X", "none")]
    [2012, -43, None, None, None, None]
    """
    cell = _read(value)
    return cell.year if cell and cell.known != "any" and cell.level == "year" else None


def level(cell: str) -> Level:
    if cell.endswith("X"):
        return ("decade", "century", "millennium")[cell.count("X") - 1]
    return ("year", "month", "day")[cell.count("-", 1)]


def drawn(date: Date) -> Iterator[DateCell]:
    """The cells that a date is drawn in: as it is known, and known in any way."""
    for cell in _known(date):
        yield cell
        yield DateCell("any", cell.cell)


def beside(date: Date) -> frozenset[str]:
    """What a date is counted as that isn't drawn; empty for one that is."""
    if date.interval is None:
        return frozenset((YEARLESS,))
    if date.granularity == "millennium":
        return frozenset((CENTURY,))
    return frozenset((date.granularity,)) & {DECADE, CENTURY}


def _known(date: Date) -> Iterator[DateCell]:
    """A range is drawn throughout; a winter belongs to its December's year."""
    if date.interval is None or beside(date):
        return
    if date.parts:
        yield from _throughout(date.interval, _finest(date, ("day", "month")))
        return
    known = _finest(date, ("day", "month"))
    year, month, _ = calendar.civil(date.interval.first)
    yield from _years(known, year)
    if known != "year":
        yield DateCell(known, f"{calendar.year_text(year)}-{month:02d}")
    if known == "day":
        yield DateCell(known, calendar.iso(date.interval.first))


def _finest(date: Date, finer: tuple[Known, ...]) -> Known:
    return next((each for each in finer if each == date.granularity), "year")


def _years(known: Known, year: int) -> Iterator[DateCell]:
    """The year, its decade, its century and its millennium."""
    for size in _SIZES.values():
        yield DateCell(known, cells.years_name(year, size))


def _throughout(interval: Interval, known: Known) -> Iterator[DateCell]:
    (first_year, first_month, _), (last_year, last_month, _) = (
        calendar.civil(interval.first),
        calendar.civil(interval.last),
    )
    for year in range(first_year, last_year + 1):
        yield from _years(known, year)
    months = range(first_year * 12 + first_month - 1, last_year * 12 + last_month)
    if known != "year" and len(months) <= MOST_MONTHS:
        for month in months:
            yield DateCell(known, f"{calendar.year_text(month // 12)}-{month % 12 + 1:02d}")


def between(level: Level, days: Interval) -> Iterator[tuple[str, Interval]]:
    """The cells of a level that the days touch, in order, each with all its days.

    >>> days = Interval(calendar.day(2012, 11, 30), calendar.day(2013, 1, 1))
    >>> [cell for cell, _ in between("month", days)]
    ['2012-11', '2012-12', '2013-01']
    """
    at = days.first
    while at <= days.last:
        cell, whole = at_level(level, at)
        yield cell, whole
        at = whole.last + 1


def at_level(level: Level, day: int) -> tuple[str, Interval]:
    """The cell of a level that holds the day, and all its days."""
    year, month, _ = calendar.civil(day)
    match level:
        case "day":
            return calendar.iso(day), Interval(day, day)
        case "month":
            return f"{calendar.year_text(year)}-{month:02d}", calendar.month_interval(year, month)
        case _:
            size = _SIZES[level]
            first, last = cells.years_around(year, size)
            return cells.years_name(year, size), calendar.year_interval(first, last)
