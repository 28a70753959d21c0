"""The timeline of a search: how many passages fall when, and how well that is known."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.engine import Engine, Filter, Request
from loccit.search.query.parser import parse

_CELL = re.compile(r"(?P<known>[dmy])(?P<year>-?\d{4})(?:-(?P<month>\d\d))?\Z")


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


def timeline(engine: Engine, typed: str, until: Deadline = NEVER) -> Timeline:
    """The timeline of everything that the search finds, whatever dates it asks for.

    Raises OutOfTime beyond `until`.
    """
    parsed = parse(typed, engine, until)
    until.check()
    filters = tuple(Filter(group, query) for group, query in parsed.filters)
    request = Request(parsed.query, filters, size=0, facets=("when",), until=until)
    return counted(engine.search(request).facets["when"])


def counted(when: Mapping[str, int]) -> Timeline:
    """The timeline of the `when` facet's counts.

    >>> counted({"d2012-10-06": 1, "d2012-10": 1, "d2012": 1, "y2012": 2, "none": 3}).years
    (Year(cell='2012', by_day=1, by_month=0, by_year=2),)
    """
    cells: dict[str, dict[str, int]] = defaultdict(lambda: {"d": 0, "m": 0, "y": 0})
    for value, count in when.items():
        match = _CELL.match(value)
        if match:
            month = f"-{match['month']}" if match["month"] else ""
            cells[match["year"] + month][match["known"]] += count
    ordered = sorted(cells.items(), key=lambda item: _key(item[0]))
    return Timeline(
        tuple(Month(cell, of["d"], of["m"]) for cell, of in ordered if _is_month(cell)),
        tuple(Year(cell, of["d"], of["m"], of["y"]) for cell, of in ordered if not _is_month(cell)),
        when.get("decade", 0),
        when.get("century", 0),
        when.get("yearless", 0),
        when.get("none", 0),
    )


def _is_month(cell: str) -> bool:
    return "-" in cell[1:]


def _key(cell: str) -> tuple[int, int]:
    sign, digits = (-1, cell[1:]) if cell.startswith("-") else (1, cell)
    year, _, month = digits.partition("-")
    return sign * int(year), int(month or 0)
