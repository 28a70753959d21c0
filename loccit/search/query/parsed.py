"""A search as it was read: what it asks for, part by part, and what couldn't be read."""

from dataclasses import dataclass, field
from typing import Literal

from loccit.engines.engine import FacetRequest, Filter, Request
from loccit.engines.field_table import AskedAs
from loccit.engines.query import MatchAll, Query
from loccit.model.mentions import Interval
from loccit.search.query import dates, syntax
from loccit.search.query.meaning import Highlight
from loccit.search.query.ranking import Weighed
from loccit.search.query.syntax import Node, written

PartKind = AskedAs | Literal["phrase", "excluded", "ignored", "unread"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of what was typed that could not be read as it is: `typed[start:end]`."""

    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what was searched, in words.

    `heading` introduces the parts of its kind ("All of the words", "dated", "citing"); `values`
    are those of `field` that the part chose, as facets name them. `node` is where it is in `tree`.
    `instead` is what the search is without it, where it isn't just left out.
    """

    kind: PartKind
    heading: str
    label: str
    start: int
    end: int
    node: Node = field(repr=False)
    tree: Node | None = field(repr=False)
    field: str = ""
    values: tuple[str, ...] = ()
    instead: str = ""

    @property
    def without(self) -> str:
        """The search without this part."""
        return self.instead or written(syntax.without(self.tree, self.node))


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was typed, read: `query` scores, `filters` narrow without scoring."""

    typed: str
    query: Query
    filters: tuple[Filter, ...] = ()
    parts: tuple[Part, ...] = ()
    problems: tuple[Problem, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    """What to mark in snippets."""
    dated: tuple[Interval, ...] = ()
    """The days that were asked for, where a passage may fall in them only possibly."""
    tree: Node | None = None
    weighed: Weighed = field(default_factory=lambda: Weighed(()))
    """What weighs in beside the words."""

    @property
    def tiers(self) -> tuple[Query, ...]:
        """What a search by a date alone is ordered by: how well the date fits."""
        by_date = isinstance(self.query, MatchAll) and len(self.dated) == 1
        return dates.tiers(self.dated[0]) if by_date else ()

    def request(
        self, *, first: int = 0, size: int = 0, facets: tuple[FacetRequest, ...] = ()
    ) -> Request:
        """What asks an engine for it."""
        return Request(self.query, self.filters, first=first, size=size, facets=facets)
