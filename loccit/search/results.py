"""What a search answers with: values that pages, the JSON API and the command line draw."""

from dataclasses import dataclass
from typing import Literal

from loccit.engines.engine import Contribution, Sort
from loccit.engines.manifest import Manifest
from loccit.model.documents import Passage
from loccit.model.mentions import EntityType
from loccit.search.cited import CitedSource
from loccit.search.highlights import FilterKind
from loccit.search.query.parsed import Parsed
from loccit.search.query.syntax import Node, written
from loccit.search.timeline.when import When

Grouping = Literal["spread", "passage", "document"]
"""What documents do to the order: of the first page at most half is of one document while others
match (`spread`); nothing (`passage`); or each document once, by its best passage (`document`)."""

Spelled = Literal["likely", "as-typed"]
"""Whether a search that finds nothing is taken as its one likely mending, or as it was typed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a passage's text: `matched` is highlighted, `label` is the citation it leads to.

    A marker such as `[48]` or `[note 3]` is a piece of its own (`marker`), never matched, and
    several where it has several numbers; what a filter found is not matched but says which kind
    of filter.
    """

    text: str
    matched: bool
    marker: bool = False
    label: str = ""
    filter: FilterKind = ""


@dataclass(frozen=True, slots=True)
class Result:
    """A passage that matched, and the stretch of it that best shows why."""

    passage: Passage
    score: float
    snippet: tuple[Piece, ...]
    possible: bool = False
    """Whether its date falls in what was asked only possibly (2012, when October 2012 was)."""
    start: int = 0
    """Where the snippet begins in the passage's text."""
    sources: tuple[CitedSource, ...] = ()
    """What the whole passage cites, each once."""
    explanation: tuple[Contribution, ...] = ()
    """What each term adds to the score, if asked for; the parts add up to it."""
    others: int = 0
    """How many more passages of its document match, where results are grouped by document."""
    others_search: str = ""
    """The search for these."""
    missing: tuple[str, ...] = ()
    """Of a passage with most of the words: those of the search that it hasn't, as typed."""

    @property
    def cut_before(self) -> bool:
        return self.start > 0

    @property
    def cut_after(self) -> bool:
        shown = sum(len(piece.text) for piece in self.snippet)
        return self.start + shown < len(self.passage.text)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value to narrow by; `search` is what to type to choose it, or to leave it again."""

    value: str
    label: str
    count: int
    chosen: bool
    search: str


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field, most frequent first (citation numbers in numeric order).

    `total` is how many there are; `values` may be only the first of them.
    """

    field: str
    title: str
    values: tuple[FacetValue, ...]
    total: int = 0


@dataclass(frozen=True, slots=True)
class Spelling:
    """The search spelled otherwise: `instead` is where `word` was.

    Both are empty where several words are corrected at once; `total` is what that finds, None
    where it wasn't counted.
    """

    word: str
    instead: str
    tree: Node
    total: int | None = None

    @property
    def search(self) -> str:
        return written(self.tree)

    @property
    def label(self) -> str:
        return f"Spell it “{self.instead}”" if self.instead else f"Search for “{self.search}”"


@dataclass(frozen=True, slots=True)
class NameMeant:
    """A name that `form`, among the words, may stand for; `search` narrows by it."""

    form: str
    name: str
    type: EntityType
    search: str


@dataclass(frozen=True, slots=True)
class Alone:
    """What a part of the search finds on its own."""

    label: str
    search: str
    total: int


@dataclass(frozen=True, slots=True)
class Change:
    """A search close to the one that found nothing, in words, with what it finds."""

    label: str
    search: str
    total: int


@dataclass(frozen=True, slots=True)
class NothingFound:
    """Why a search finds nothing; `changes` are the smallest first.

    `preview` is the best passage of the first change.
    """

    alone: tuple[Alone, ...] = ()
    changes: tuple[Change, ...] = ()
    preview: Result | None = None

    @property
    def causes(self) -> tuple[Alone, ...]:
        """The parts that nothing matches."""
        return tuple(part for part in self.alone if not part.total)


@dataclass(frozen=True, slots=True)
class ResultPage:
    """Everything a page of results shows; `page` counts from 1."""

    parsed: Parsed
    total: int
    results: tuple[Result, ...]
    facets: tuple[Facet, ...]
    page: int
    size: int
    sort: Sort
    manifest: Manifest
    possible: int = 0
    """How many of `total` fall in the dates that were asked for only possibly."""
    most: tuple[Result, ...] = ()
    """Where few passages have all the words, others with most of them, the best match first."""
    most_read_as: Parsed | None = None
    """What `most` have most of the words of, where the search has misspelled words and is of no
    use as it is mended either."""
    instead_of: str = ""
    """What was typed, where that finds nothing and `parsed` is its one likely mending, the first
    of `spellings`."""
    spellings: tuple[Spelling, ...] = ()
    names: tuple[NameMeant, ...] = ()
    """Names that the words may mean."""
    when: When | None = None
    """The timeline's counts, as if no dates had been asked for; None if there was no time."""
    nothing: NothingFound | None = None
    """Where nothing was found: why, and what would."""
    grouping: Grouping = "spread"
    documents: int | None = None
    """How many documents the passages are of, where results are grouped by document."""
    notices: tuple[str, ...] = ()
    """Limits that were met besides those of a part of the search; sentences."""

    @property
    def typed(self) -> str:
        return self.parsed.typed

    @property
    def other_names(self) -> tuple[NameMeant, ...]:
        """Those of `names` that the words don't stand for already, as a part of the search says."""
        meant = {name for part in self.parsed.parts for name in part.values if part.kind == "named"}
        return tuple(each for each in self.names if each.name not in meant)

    @property
    def pages(self) -> int:
        shown = self.total if self.documents is None else self.documents
        return max(1, -(-shown // self.size))
