"""The seam between Loccit and a search engine.

An engine stores passages and finds them again. It doesn't parse what a reader typed, cut
snippets, read dates or know about the web: the layers above do that once, for every engine.
`tests/engines/test_conformance.py` is what an engine must pass.

A generation is one built index, complete. A writer fills a new one beside the one in service;
`loccit.engines.generations` checks and publishes it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Literal, Protocol, Self

from loccit.engines.counts import Counts
from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.field_table import FacetField, TextField
from loccit.engines.lexicon import Lexicon
from loccit.engines.manifest import Manifest
from loccit.engines.query import Query
from loccit.model.documents import Document, Passage
from loccit.model.names import Name

Sort = Literal["score", "oldest", "newest", "added"]
Group = Literal["passage", "spread", "document"]

CACHE_BYTES = 128 * 2**20


@dataclass(frozen=True, slots=True)
class Filter:
    """A part that narrows without scoring; facets of its own `group` don't feel it."""

    group: str
    query: Query


@dataclass(frozen=True, slots=True)
class Request:
    """One page of results: which passages, in what order, from where, and what to count.

    A facet's counts leave out the filters of its own group: the group of a facet is its field's
    name, but `cites` belongs to the group `cite`. Ties are broken by document, then number.
    `oldest` and `newest` sort by `first_day`, passages without one last; `added` by `added`, the
    latest first.

    `group` says what documents do to the order. `passage`: nothing. `spread`: of the first page,
    sorted by score, at most half is of one document while others match; what is held back opens
    the pages that follow. `document`: each document once, by the first of its passages.

    Beyond `until` the search is given up: OutOfTime.
    """

    query: Query
    filters: tuple[Filter, ...] = ()
    sort: Sort = "score"
    first: int = 0
    size: int = 10
    facets: tuple[FacetField, ...] = ()
    explain: bool = False
    group: Group = "passage"
    until: Deadline = NEVER


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a term, or a phrase, adds to a passage's score: `idf` times a weight of the rest.

    It stands `frequency` times in the passage, which has `length` terms in that field, and in
    `passages` passages of the index.
    """

    field: TextField
    words: tuple[str, ...]
    frequency: float
    passages: int
    length: int
    idf: float
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage and its score, which only compares with scores of the same search.

    `explanation`, if it was asked for, has the score's parts, which add up to it. `others` is how
    many more passages of its document match, where they are grouped by document.
    """

    passage: Passage
    score: float
    explanation: tuple[Contribution, ...] = ()
    others: int = 0


@dataclass(frozen=True, slots=True)
class Matches:
    """A page of hits and the counts over every match, not just the page."""

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[FacetField, Counts] = field(default_factory=dict)
    documents: int | None = None
    """How many documents the passages are of, where they are grouped by document."""


class Engine(Protocol):
    """An open generation, safe to read from several threads."""

    name: ClassVar[str]

    @classmethod
    def open(cls, generation: Path, cache_bytes: int = CACHE_BYTES) -> Self:
        """Open a finished generation; raises IndexDamaged if it isn't whole and ours.

        At most `cache_bytes` are kept in memory of what searches have read, as far as the engine
        keeps it itself.
        """

    @classmethod
    def begin(cls, generation: Path, workers: int = 0) -> "Writer":
        """Start a new, empty generation at a path that doesn't exist yet.

        `workers` processes may help to write it, 0 is one a core; it is the same whatever that is.
        """

    @property
    def manifest(self) -> Manifest: ...

    def search(self, request: Request) -> Matches:
        """The passages that match `query` and every filter; total and facets over all of them.

        Raises OutOfTime beyond the request's deadline.
        """

    def every(self, request: Request) -> Iterator[Hit]:
        """All that match, in the order of `request`, each read as it is asked for.

        `first`, `size`, `group`, `facets` and `explain` don't matter. Raises OutOfTime, at once.
        """

    def passage(self, id: str) -> Passage | None: ...

    def passages(self, document: str, first: int, last: int) -> tuple[Passage, ...]:
        """Those numbered `first` to `last` that exist, in order."""

    def count(self, document: str) -> int:
        """How many passages the document has; 0 for an unknown one."""

    def document(self, id: str) -> Document | None: ...

    def documents(self) -> Sequence[Document]:
        """All documents, by id."""

    def names(self, prefix: str = "") -> Sequence[Name]:
        """Names with a form that begins with `prefix` (folded by `analysis.fold`), by name."""

    def most_named(self, prefix: str, most: int) -> Sequence[Name]:
        """At most so many of `names(prefix)`, those with the most mentions first, then by name."""

    def lexicon(self) -> Lexicon:
        """The unstemmed words, with the number of passages that have each."""

    def close(self) -> None: ...


class Writer(Protocol):
    """A generation being filled; nothing of it is read before `finish`."""

    def put(self, document: Document, passages: Iterable[Passage]) -> None:
        """Store a document and its passages, by number, in place of any it had before."""

    def remove(self, document: str) -> None:
        """Forget a document; an unknown one is not an error."""

    def put_names(self, names: Iterable[Name]) -> None:
        """Store the names, in place of those stored before."""

    def finish(self, manifest: Manifest) -> None:
        """Write everything through to disk, the manifest last."""

    def abandon(self) -> None:
        """Drop what was written; the generation's directory is removed."""
