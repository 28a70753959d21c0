"""A search over time: what its timeline draws, and where each label of it leads."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.engine import Engine, Filter, Request
from loccit.engines.query import Has, any_of
from loccit.model import calendar, cells
from loccit.model.mentions import Interval
from loccit.search import narrowing
from loccit.search.query.parser import parse
from loccit.search.query.syntax import written
from loccit.search.results import Parsed
from loccit.search.timeline.plot import Plot, Slot, plot, window, years_counted

EARLIER, LATER = "earlier", "later"


@dataclass(frozen=True, slots=True)
class Drill:
    """A stretch of the timeline: `total` passages are drawn in it."""

    slot: Slot
    total: int


@dataclass(frozen=True, slots=True)
class OverTime:
    """`search` gives the search with other dates (`narrowing.dating`), "" for none; `drills` are
    where the labels lead.

    They are all of the plot's if they can stand under it, else those that hold something.
    """

    plot: Plot
    drills: tuple[Drill, ...]
    search: Callable[[str], str]
    is_narrowed: bool = False
    """Whether the search asks for dates."""
    outside: tuple[Drill, ...] = ()
    """Before and after the plot, where anything would be drawn there."""


def over_time(
    engine: Engine, parsed: Parsed, when: Mapping[str, int], until: Deadline = NEVER
) -> OverTime | None:
    """None where there is nothing to draw; `when` are the facet's counts for the search.

    Raises OutOfTime beyond `until`.
    """
    years = years_counted(when)
    found = window(years, asked(parsed))
    if found is None:
        return None
    return drills(engine, parsed, plot(when, found), years, until)


def drills(
    engine: Engine, parsed: Parsed, drawn: Plot, years: Collection[int], until: Deadline = NEVER
) -> OverTime:
    """The plot with where each of its labels leads; `years` are those that have dates."""
    labelled = (slot for slot in drawn.drills if drawn.is_aligned or not slot.is_empty)
    led = tuple(_drill(engine, parsed, slot, until) for slot in labelled)
    search = narrowing.dating(parsed.tree)
    outside = tuple(_outside(engine, parsed, drawn, years, until))
    return OverTime(drawn, led, search, search("") != written(parsed.tree), outside)


def _outside(
    engine: Engine, parsed: Parsed, drawn: Plot, years: Collection[int], until: Deadline
) -> Iterator[Drill]:
    """Nothing, where the search asks for dates: what lies outside of them was not asked for."""
    if asked(parsed) is not None or not years:
        return
    filled = calendar.year_interval(min(years), max(years))
    first, last = drawn.window.days.first, drawn.window.days.last
    if filled.first < first:
        total = _total(engine, parsed, cells.cover(Interval(filled.first, first - 1)), until)
        yield Drill(Slot(EARLIER, Interval(cells.EARLIEST, first - 1)), total)
    if filled.last > last:
        total = _total(engine, parsed, cells.cover(Interval(last + 1, filled.last)), until)
        yield Drill(Slot(LATER, Interval(last + 1, cells.LATEST)), total)


def search_over_time(engine: Engine, typed: str, until: Deadline = NEVER) -> OverTime | None:
    """The timeline of what a search finds, whatever dates it asks for; raises OutOfTime."""
    parsed = parse(typed, engine, until)
    filters = tuple(Filter(group, query) for group, query in parsed.filters)
    matches = engine.search(Request(parsed.query, filters, size=0, facets=("when",), until=until))
    return over_time(engine, parsed, matches.facets["when"], until)


def asked(parsed: Parsed) -> Interval | None:
    """The days that all the dates of a search have, None where it asks for none."""
    if not parsed.dated:
        return None
    first = max(each.first for each in parsed.dated)
    return Interval(first, max(first, min(each.last for each in parsed.dated)))


def _drill(engine: Engine, parsed: Parsed, slot: Slot, until: Deadline) -> Drill:
    return Drill(slot, _total(engine, parsed, (slot.cell,), until))


def _total(engine: Engine, parsed: Parsed, drawn: Iterable[str], until: Deadline) -> int:
    """How many passages are drawn in those cells, whatever dates the search asks for."""
    filters = [Filter(group, query) for group, query in parsed.filters if group != "date"]
    known = any_of(*(Has("when", letter + cell) for cell in drawn for letter in "dmy"))
    filters.append(Filter("date", known))
    return engine.search(Request(parsed.query, tuple(filters), size=0, until=until)).total
