"""A search over time: what its timeline draws, and where each label of it leads."""

from collections.abc import Mapping
from dataclasses import dataclass

from engines.engine import Engine, Filter, Request
from mentions.types import Interval
from search import dates, narrowing
from search.plot import Plot, Slot, plot, window
from search.query_parser import parse
from search.results import Parsed
from search.syntax import Node, written


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
    return OverTime(drawn, led, parsed.tree)


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
