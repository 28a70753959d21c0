"""A search over time: what its timeline draws, and where each label of it leads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engines import cells
from engines.engine import Engine, Filter, Request
from mentions.types import Interval
from search import dates, narrowing
from search.plot import Plot, Slot, plot, window
from search.query_parser import parse
from search.results import Parsed
from search.syntax import Node, written

EARLIER, LATER = "earlier", "later"


@dataclass(frozen=True, slots=True)
class Drill:
    """A stretch of the timeline: `total` passages fall in it for certain, `search` finds them."""

    slot: Slot
    total: int
    search: str


@dataclass(frozen=True, slots=True)
class OverTime:
    """`tree` is the search; `drills` are where the labels lead.

    They are all of the plot's if they can stand under it, else those that hold something.
    """

    plot: Plot
    drills: tuple[Drill, ...]
    tree: Node | None
    outside: tuple[Drill, ...] = ()
    """Before and after the plot, where passages fall there for certain."""

    def search(self, value: str) -> str:
        """The search with `date:value` in place of its dates; with none, if ""."""
        return narrowing.dated(self.tree, value)

    @property
    def is_narrowed(self) -> bool:
        return self.search("") != written(self.tree)


def over_time(engine: Engine, parsed: Parsed, when: Mapping[str, int]) -> OverTime | None:
    """None where there is nothing to draw; `when` are the facet's counts for the search."""
    found = window([when], asked(parsed))
    if found is None:
        return None
    return drills(engine, parsed, plot(when, found))


def drills(engine: Engine, parsed: Parsed, drawn: Plot) -> OverTime:
    """The plot with where each of its labels leads."""
    labelled = (slot for slot in drawn.drills if drawn.is_aligned or not slot.is_empty)
    led = tuple(_drill(engine, parsed, slot) for slot in labelled)
    return OverTime(drawn, led, parsed.tree, tuple(_outside(engine, parsed, drawn)))


def _outside(engine: Engine, parsed: Parsed, drawn: Plot) -> Iterator[Drill]:
    """Nothing, where the search asks for dates: what lies outside of them was not asked for."""
    if asked(parsed) is not None:
        return
    first, last = drawn.window.days.first, drawn.window.days.last
    for name, days in (
        (EARLIER, Interval(cells.EARLIEST, first - 1) if first > cells.EARLIEST else None),
        (LATER, Interval(last + 1, cells.LATEST) if last < cells.LATEST else None),
    ):
        if days:
            drill = _drill(engine, parsed, Slot(name, days))
            if drill.total:
                yield drill


def search_over_time(engine: Engine, typed: str) -> OverTime | None:
    """The timeline of what a search finds, whatever dates it asks for."""
    parsed = parse(typed, engine)
    filters = tuple(Filter(group, query) for group, query in parsed.filters)
    matches = engine.search(Request(parsed.query, filters, size=0, facets=("when",)))
    return over_time(engine, parsed, matches.facets["when"])


def asked(parsed: Parsed) -> Interval | None:
    """The days that all the dates of a search have, None where it asks for none."""
    if not parsed.dated:
        return None
    first = max(each.first for each in parsed.dated)
    return Interval(first, max(first, min(each.last for each in parsed.dated)))


def _drill(engine: Engine, parsed: Parsed, slot: Slot) -> Drill:
    filters = [Filter(group, query) for group, query in parsed.filters if group != "date"]
    filters.append(Filter("date", dates.certain(slot.days)))
    total = engine.search(Request(parsed.query, tuple(filters), size=0)).total
    return Drill(slot, total, narrowing.dated(parsed.tree, slot.value))
