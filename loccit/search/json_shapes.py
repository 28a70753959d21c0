"""The shapes of the JSON that a search answers with, which others may rely on.

The API's description is made from these classes: what their docstrings say is its documentation.
"""

from typing_extensions import TypedDict

from loccit.engines.engine import Sort
from loccit.model.as_json import PassageJson
from loccit.model.mentions import Role
from loccit.search.highlights import FilterKind
from loccit.search.query.parsed import PartKind
from loccit.search.results import Grouping
from loccit.search.suggestions import SuggestionKind


class PartJson(TypedDict):
    """One part of what was searched, as it was read: `query[start:end]`, or the same of
    `searched_instead`.

    `heading` introduces the parts of its kind, `without` is the search without this part.
    """

    kind: PartKind
    heading: str
    label: str
    start: int
    end: int
    without: str


class ProblemJson(TypedDict):
    """A part of what was searched that could not be read as it is: `query[start:end]`, or the
    same of `searched_instead`."""

    start: int
    end: int
    message: str


class SpellingJson(TypedDict):
    """`instead` in place of `word`; empty where `search` corrects several words at once.

    `total` passages are found by it.
    """

    word: str
    instead: str
    search: str
    total: int


class NameMeantJson(TypedDict):
    """A name that `form`, among the words, may stand for; `search` narrows by it."""

    form: str
    name: str
    type: str
    search: str


class ChangeJson(TypedDict):
    """A search, in words, and how many passages it finds."""

    label: str
    search: str
    total: int


class NothingJson(TypedDict):
    """Why nothing was found: what each part finds alone, and the smallest changes that help."""

    alone: list[ChangeJson]
    changes: list[ChangeJson]


class ContributionJson(TypedDict):
    """What a term or phrase adds to a score: `idf` times a weight.

    It appears `frequency` times in the passage, which has `length` terms in the field, and in
    `passages` passages of the index; the field counts `weight` times (`beside` is the text of the
    passages before and after). Without a field it is what a preferred passage has more, by a
    factor of `weight`; `words` then say why.
    """

    field: str
    words: list[str]
    frequency: float
    passages: int
    length: int
    idf: float
    score: float
    weight: float


class PieceJson(TypedDict):
    """A run of the snippet: `matched` words, or what a `filter` of that kind found."""

    text: str
    matched: bool
    filter: FilterKind


class CitedSourceJson(TypedDict):
    """What a passage cites, once: as a `number` (else null) or `label`, with its source.

    `text` and `address` are empty where the document lists no source for it, or none with an
    address on the web. `supported` are the sentences or clauses of the passage that it closes;
    with the role `before` it supports the text before the passage. `search` finds every passage
    of the document that cites it.
    """

    number: int | None
    label: str
    roles: list[Role]
    text: str
    address: str
    supported: list[str]
    search: str


class ResultJson(PassageJson):
    """A passage that matched, its score, and the stretch of it that best shows why.

    `sources` are those of all that it cites. `possible` is true where its date only overlaps what
    was asked. Grouped by document, `others` more passages of its document match, which
    `others_search` finds. `explanation` is empty unless it was asked for.
    """

    score: float
    possible: bool
    others: int
    others_search: str
    sources: list[CitedSourceJson]
    explanation: list[ContributionJson]
    snippet: list[PieceJson]


class MostWordsJson(ResultJson):
    """A passage with most of the words of a search; `missing` are those that it hasn't."""

    missing: list[str]


class FacetValueJson(TypedDict):
    """A value, what choosing it would find, and the search that chooses it or leaves it again."""

    value: str
    label: str
    count: int
    chosen: bool
    search: str


class ResultPageJson(TypedDict):
    """A page of results; `page` counts from 1, `total` counts all matches.

    Where the query finds nothing and has one likely mending, `searched_instead` is that, and
    everything else is about it; else it is null. `possible` of the matches fall in the dates asked
    for only possibly. `read_as` is what was searched was read as. Where few passages have all the
    words, `most_words` are others that have most of them, best match first, in neither `total` nor
    facets; the words are those of `most_words_read_as` where that isn't null: the query with its
    misspelled words mended. Facets are by field. `documents` counts those of the passages where
    they are grouped by document, and is null elsewhere. `notices` are sentences about limits that
    were met. `generation` is the index that answered.
    """

    query: str
    searched_instead: str | None
    total: int
    possible: int
    page: int
    size: int
    pages: int
    sort: Sort
    group: Grouping
    documents: int | None
    notices: list[str]
    read_as: list[PartJson]
    problems: list[ProblemJson]
    did_you_mean: list[SpellingJson]
    names_meant: list[NameMeantJson]
    nothing_found: NothingJson | None
    results: list[ResultJson]
    most_words: list[MostWordsJson]
    most_words_read_as: str | None
    facets: dict[str, list[FacetValueJson]]
    generation: str


class SuggestionJson(TypedDict):
    """What a search may go on to; `search` is all of it, `count` its passages, 0 if unknown."""

    kind: SuggestionKind
    label: str
    note: str
    count: int
    search: str


class MonthJson(TypedDict):
    """Passages dated to days of the month `cell` (YYYY-MM), and to the month alone."""

    cell: str
    by_day: int
    by_month: int


class YearJson(TypedDict):
    """Passages dated to days of the year `cell`, to its months, and to the year alone."""

    cell: str
    by_day: int
    by_month: int
    by_year: int


class TimelineJson(TypedDict):
    """How many passages fall when; empty months and years are left out.

    Those known to a decade or a century, without a year, or without a date are counted apart.
    """

    months: list[MonthJson]
    years: list[YearJson]
    decades: int
    centuries: int
    yearless: int
    undated: int
