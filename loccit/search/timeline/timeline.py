"""The timeline of a search: how many passages fall when, and how well that is known."""

from collections.abc import Iterator
from dataclasses import dataclass

from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine
from loccit.model.date_cells import CENTURY, DECADE, NONE, YEARLESS, DateCell, Level
from loccit.search.query.parser import parse
from loccit.search.timeline.when import When, counted, every_month


@dataclass(frozen=True, slots=True)
class Month:
    """Passages dated to days of the month, and those dated to the month alone."""

    cell: str
    by_day: int
    by_month: int


@dataclass(frozen=True, slots=True)
class Year:
    """Passages dated to days of the year, to months of it, and to the year or a season alone.

    A passage counts once in each column that it has a date for.
    """

    cell: str
    by_day: int
    by_month: int
    by_year: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """`months` and `years` in order of time, empty ones left out; the rest is not drawn."""

    months: tuple[Month, ...]
    years: tuple[Year, ...]
    decades: int
    centuries: int
    yearless: int
    undated: int


def timeline(engine: Engine, typed: str, until: Deadline) -> Timeline:
    """The timeline of everything that the search finds, whatever dates it asks for.

    Raises OutOfTime beyond `until`.
    """
    parsed = parse(typed, engine, until)
    until.check()
    (matches,) = engine.answer([parsed.request(facets=every_month())], until)
    return tabulated(counted(matches))


def tabulated(when: When) -> Timeline:
    """All the months and years that were counted."""
    return Timeline(
        tuple(Month(cell, *known[:2]) for cell, known in _by_cell(when, "month")),
        tuple(Year(cell, *known) for cell, known in _by_cell(when, "year")),
        *map(when.beside, (DECADE, CENTURY, YEARLESS, NONE)),
    )


def _by_cell(when: When, level: Level) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Each cell in order of time with its counts: known to the day, to the month, to the year."""
    cells = sorted({cell.cell for cell, _ in when.cells(level)}, key=_place)
    for cell in cells:
        yield cell, (when.count("day", cell), when.count("month", cell), when.count("year", cell))


def _place(cell: str) -> tuple[int, str]:
    """
    >>> sorted(["0001-02", "-0001-02", "-0001-01", "-0043"], key=_place)
    ['-0043', '-0001-01', '-0001-02', '0001-02']
    """
    year = DateCell("any", cell).year or 0
    return year, cell[-3:]
