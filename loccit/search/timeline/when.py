"""The counts that a timeline is drawn from: which facets to ask for, and what they answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loccit.engines.engine import FacetCounts, FacetRequest, Matches
from loccit.engines.passage_values import COUNTED
from loccit.model import calendar, date_cells
from loccit.model.date_cells import KNOWN, DateCell, Known, Level
from loccit.model.mentions import Interval

MOST_YEARS = 20_000
"""Values of years, decades and centuries, each up to four times, that are counted."""
MOST_YEARS_OF_MONTHS = 6
"""Years that are drawn by month, at most."""
MOST_MONTHS = 4 * 12 * (MOST_YEARS_OF_MONTHS + 1)
"""Values of months where it isn't known yet which will be drawn; where there are more, they are
asked for once more if they are."""


@dataclass(frozen=True, slots=True)
class When:
    """How many passages are drawn in which cell, by how well it is known."""

    years: FacetCounts
    """Of the facet `when`: years, decades and centuries, and what isn't drawn."""
    months: FacetCounts
    days: FacetCounts | None
    """None where they weren't asked for."""
    first_years: Mapping[int, int]
    """How many passages are drawn in no year before this one."""
    last_years: Mapping[int, int]

    def count(self, known: Known, cell: str) -> int:
        return self.counts(cell, (known,))[0]

    def counts(self, cell: str, known: Sequence[Known] = KNOWN) -> tuple[int, ...]:
        """The count of a cell for each way in which it is known."""
        held = self._of(date_cells.level(cell))
        return tuple(
            held.counts.get(date_cells.value(each, cell), 0) if held else 0 for each in known
        )

    def _of(self, level: Level) -> FacetCounts | None:
        return {"month": self.months, "day": self.days}.get(level, self.years)

    def beside(self, what: str) -> int:
        """What isn't drawn: a constant of `loccit.model.date_cells`."""
        return self.years.counts.get(what, 0)

    def cells(self, level: Level) -> Iterator[tuple[DateCell, int]]:
        """The cells of a level that were counted, known in any way left out."""
        counts = self._of(level)
        for value, count in counts.counts.items() if counts else ():
            cell = DateCell.read(value)
            if cell is not None and cell.level == level and cell.known != "any":
                yield cell, count

    def dated_years(self) -> dict[int, int]:
        """How often each year is dated to."""
        years: dict[int, int] = {}
        for value, count in self.years.counts.items():
            year = date_cells.year_of(value)
            if year is not None:
                years[year] = years.get(year, 0) + count
        return years

    def before(self, year: int) -> int:
        """How many passages are drawn in a year before it."""
        return sum(count for first, count in self.first_years.items() if first < year)

    def after(self, year: int) -> int:
        return sum(count for last, count in self.last_years.items() if last > year)


def facets(asked: Interval | None) -> tuple[FacetRequest, ...]:
    """What to count for a timeline; `asked` are the days that the search asks for, if any.

    Of days, and of months where few years are asked for, only those that would be drawn.
    """
    outside = 0 if asked else MOST_YEARS
    return (
        FacetRequest("when", MOST_YEARS),
        FacetRequest("first_year", outside),
        FacetRequest("last_year", outside),
        _months(asked),
        *_days(asked),
    )


def every_month() -> tuple[FacetRequest, ...]:
    """What to count for a table of all months."""
    return (
        FacetRequest("when", MOST_YEARS),
        FacetRequest("first_year", 0),
        FacetRequest("last_year", 0),
        FacetRequest("when_month", MOST_YEARS),
    )


def _months(asked: Interval | None) -> FacetRequest:
    if asked is not None:
        first, last = calendar.civil(asked.first)[0], calendar.civil(asked.last)[0]
        if last - first < MOST_YEARS_OF_MONTHS:
            return drawn("month", calendar.year_interval(first, last))
    return FacetRequest("when_month", MOST_MONTHS)


def _days(asked: Interval | None) -> Iterator[FacetRequest]:
    if asked is not None:
        year, month, _ = calendar.civil(asked.first)
        if (year, month) == calendar.civil(asked.last)[:2]:
            yield drawn("day", calendar.month_interval(year, month))


def drawn(level: Level, days: Interval) -> FacetRequest:
    """All the values of months, or of days, between two days."""
    cells = date_cells.between(level, days)
    values = tuple(DateCell(known, cell).value for cell, _ in cells for known in KNOWN)
    return FacetRequest(COUNTED[level], len(values), only=values)


def counted(matches: Matches) -> When:
    """Of the matches of a request with `facets`."""
    return When(
        years=matches.facets["when"],
        months=matches.facets["when_month"],
        days=matches.facets.get("when_day"),
        first_years=_by_year(matches.facets["first_year"]),
        last_years=_by_year(matches.facets["last_year"]),
    )


def _by_year(counts: FacetCounts) -> dict[int, int]:
    return {int(year): count for year, count in counts.counts.items()}
