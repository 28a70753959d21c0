"""The contract between Loccit and a search engine.

An engine stores passages and finds them again. It doesn't parse what a reader typed, cut
snippets, read dates or know about the web: the layers above do that once, for every engine.
`tests/engines/test_conformance.py` is what an engine must pass; `loccit/engines/store.py` is how
an index is written and put into service.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, Literal, Protocol

from loccit.engines.deadline import Deadline
from loccit.engines.manifest import Manifest
from loccit.engines.query import Query
from loccit.model.addresses import Address
from loccit.model.documents import Document, Former, Passage
from loccit.model.mentions import EntityType
from loccit.model.names import Name

Sort = Literal["score", "oldest", "newest", "added"]

CACHE_BYTES = 128 * 2**20
"""That an engine may keep in memory of what searches have read, as far as it keeps it itself."""


IN_TIER, DAY, NO_DAY = 0.5, 2.0**-25, 0.9
"""What a passage of tier `n` is ordered by: `n + IN_TIER + first_day * DAY`, `n + NO_DAY` without
one; a day is less than four million from 0001-01-01."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A part that narrows without scoring; facets with the same `tag` don't feel it."""

    tag: str
    query: Query


@dataclass(frozen=True, slots=True)
class FacetRequest:
    """Counts of a field's values over what matches without the filters of the field's own tag.

    The `most` most frequent come back, then by value; with `containing` only those that hold one
    of these texts (case and accents ignored), with `only` none but these. The values `among` come
    back too, however rare, where a passage has them.
    """

    field: str
    most: int
    containing: tuple[str, ...] = ()
    only: tuple[str, ...] | None = None
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """`counts` from value to passages, the most frequent first, then by value, at most as many as
    were asked for; `distinct` values there are in all; `passages` were counted."""

    counts: Mapping[str, int]
    distinct: int
    passages: int

    @property
    def is_whole(self) -> bool:
        """Whether every value is among the counts."""
        return len(self.counts) == self.distinct


@dataclass(frozen=True, order=True, slots=True)
class Cursor:
    """A place in the order of a request's matches: what they are ordered by, the least first,
    then the passage. Good for the generation it comes from."""

    key: float
    document: str
    number: int


@dataclass(frozen=True, slots=True)
class Request:
    """One page of results: which passages, in what order, from where, and what to count.

    Ties are broken by document, then number. `oldest` and `newest` sort by `first_day`, passages
    without one last; `added` by `first_seen`, the latest first. The page begins at match `first`
    (from 0), behind the place `after` if that is given, and has at most `size` matches.

    With `by="document"` matches are grouped by their document, in the order of each document's
    first; `first` and `size` count documents, and each comes with at most its first `each`
    passages, one behind the other; `after` doesn't matter then.

    With `tiers` what would be sorted by score is sorted by the first of them that matches, the
    rest last, then by `first_day`; none of them scores.
    """

    query: Query
    filters: tuple[Filter, ...] = ()
    sort: Sort = "score"
    first: int = 0
    size: int = 10
    after: Cursor | None = None
    facets: tuple[FacetRequest, ...] = ()
    explain: bool = False
    by: Literal["document"] | None = None
    each: int = 1
    tiers: tuple[Query, ...] = ()


COVERED = "how much of what was asked it has"
"""Said of what `Covering` makes of a score."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a term, or a phrase, adds to a passage's score: `idf` times a weight of the rest.

    It is `frequency` times in the passage, which has `length` terms in that field, and in
    `passages` passages of the index; the field counts `weight` times. Without a field it is what
    a preferred passage has more, by a factor of `weight`; `words` say why.
    """

    field: str
    words: tuple[str, ...]
    frequency: float
    passages: int
    length: int
    idf: float
    score: float
    weight: float = 1.0


@dataclass(frozen=True)
class Hit:
    """A match: its score, which only compares with scores of the same request, and its place.

    The passage itself is read when it is first asked for. `explanation`, if it was asked for, has
    the score's parts, which add up to it. `others` is how many more passages of its document
    match, where they are grouped by document.
    """

    score: float
    cursor: Cursor
    read: Callable[[], Passage] = field(repr=False, compare=False)
    explanation: tuple[Contribution, ...] = ()
    others: int = 0

    @property
    def address(self) -> Address:
        return Address(self.cursor.document, self.cursor.number)

    @cached_property
    def passage(self) -> Passage:
        return self.read()


@dataclass(frozen=True, slots=True)
class Matches:
    """A page of hits and the counts over every match, not just the page.

    `documents` is how many documents the matches are of, where they are grouped by document.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, FacetCounts] = field(default_factory=dict)
    documents: int | None = None


@dataclass(frozen=True, slots=True)
class Expansion:
    """Words as indexed with the passages that have each, the most frequent first; `cut` where
    there were more."""

    words: tuple[str, ...]
    counts: tuple[int, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class NameList:
    """A stretch of the names that were asked for, by name, and how many there are in `total`."""

    names: tuple[Name, ...]
    total: int


@dataclass(frozen=True, slots=True)
class DocumentList:
    """A stretch of documents, and how many there are in `total`."""

    documents: tuple[Document, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Section:
    """Neighbouring passages under one heading: the number of the first, and how many they are."""

    heading: str
    first: int
    passages: int


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an engine promises beyond the contract.

    `exact_scores`: BM25 with the lengths and frequencies as they are, so that scores equal the
    naive model's. `ordered_slop`: a phrase with slop keeps its words in order. `explanations`:
    the parts of a score. `vectors`: nearest neighbours of a vector.
    """

    exact_scores: bool = False
    ordered_slop: bool = False
    explanations: bool = False
    vectors: bool = False


class Engine(Protocol):
    """An open generation, safe to read from several threads.

    Whatever searches raises OutOfTime beyond `until`.
    """

    name: ClassVar[str]
    capabilities: ClassVar[Capabilities]

    @property
    def manifest(self) -> Manifest: ...

    def answer(self, requests: Sequence[Request], until: Deadline) -> list[Matches]:
        """What each of the requests finds, in their order; one round trip for all."""

    def every(self, request: Request, until: Deadline) -> Iterator[Hit]:
        """All that match, in the order of `request`, behind its `after` if that is given.

        `first`, `size`, `by`, `facets` and `explain` don't matter. Raises OutOfTime at once,
        before the first hit.
        """

    def frequencies(self, field: str, values: Sequence[str], until: Deadline) -> tuple[int, ...]:
        """How many passages have each value: a term of a text field or a keyword's value."""

    def words_beginning(self, prefix: str, most: int) -> Expansion:
        """At most so many unstemmed words that begin with `prefix`, case and accents ignored."""

    def words_matching(self, pattern: str, most: int) -> Expansion:
        """Those that `pattern` matches whole: `*` is any run of letters, `?` one."""

    def words_near(self, word: str, distance: int, most: int) -> Expansion:
        """Those at most `distance` edits away (optimal string alignment)."""

    def passage(self, address: Address, until: Deadline) -> Passage | None: ...

    def passages(
        self, document: str, first: int, last: int, until: Deadline
    ) -> tuple[Passage, ...]:
        """Those numbered `first` to `last` that exist, in order."""

    def count(self, document: str, until: Deadline) -> int:
        """How many passages the document has; 0 for an unknown one."""

    def formers(self, document: str) -> tuple[Former, ...]:
        """What passages of the document once were, as far as it was kept, the latest first."""

    def document(self, id: str) -> Document | None: ...

    def outline(self, document: str, until: Deadline) -> tuple[Section, ...]:
        """The sections of a document in order; what is under no heading is none."""

    def documents(self) -> Sequence[Document]:
        """All documents, by id."""

    def by_title(self, containing: str, first: int, most: int) -> DocumentList:
        """At most `most` documents by their titles, then by id, from the `first` (from 0); of
        those whose title or id holds the text. Case and accents are ignored."""

    def name_of(self, type: EntityType, name: str) -> Name | None:
        """The canonical name of that type."""

    def names(self, prefix: str, first: int, most: int) -> NameList:
        """At most `most` names with a form that begins with `prefix`, from the `first` (from 0)."""

    def most_named(
        self, begun: str, most: int, types: Sequence[EntityType] = (), nearly: bool = False
    ) -> tuple[Name, ...]:
        """At most `most` names with a form in which `begun` begins at a word, case and accents
        ignored; of these types, if any are given. Those with the most mentions come first, then
        by name. With `nearly`, one letter of `begun` may be missing, too much, another, or
        swapped with the next. Costs what it finds, not what names there are."""

    def titled(self, begun: str, most: int, nearly: bool = False) -> tuple[Document, ...]:
        """At most `most` documents in whose title or id `begun` begins at a word, likewise; those
        with the most passages first, then by id."""

    def sourced(self, address: str, most: int) -> tuple[Document, ...]:
        """At most so many documents whose source is at an address of the web, by id. http and
        https, a `/` at the end and what follows a `#` make no difference."""

    def named(self, form: str, most: int) -> tuple[Name, ...]:
        """At most so many names of which `form` is a form, case and accents ignored, by name."""

    def close(self) -> None: ...
