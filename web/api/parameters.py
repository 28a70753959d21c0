"""What the operations of the API take: each class the parameters of one of them.

The docstrings under the attributes are the parameters' documentation.
"""

from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic.dataclasses import dataclass

from loccit.engines.engine import Sort
from loccit.model.addresses import MOST_OF_A_LABEL
from loccit.model.mentions import EntityType
from loccit.search.results import Grouping, Spelled
from loccit.search.searcher import MOST_RESULTS
from loccit.web.parameters import SAID

MOST_PAGE = 1_000_000

Page = Annotated[int, Ge(1), Le(MOST_PAGE)]
Size = Annotated[int, Ge(1), Le(MOST_RESULTS)]


@dataclass(frozen=True, config=SAID)
class NothingAsked:
    """An operation without parameters."""


@dataclass(frozen=True, config=SAID)
class Search:
    q: str = ""
    """What to search for, in the query language; empty finds every passage."""
    page: Page = 1
    """Which page of the results, from 1. Pages go down to match 10,000; an export has them all."""
    size: Size = 10
    """Passages on a page."""
    sort: Sort = "score"
    """Best match first, by the earliest date that a passage mentions, or latest added first."""
    group: Grouping = "spread"
    """Of the first page at most half is of one document while others match (`spread`); or the
    passages as they rank (`passage`); or each document once, by its best passage (`document`)."""
    explain: bool = False
    """Whether to say what each term adds to a passage's score."""
    spelled: Spelled = "likely"
    """What to make of a query that finds nothing and has one likely mending: search for that
    (`likely`), or for what was typed (`as-typed`)."""


@dataclass(frozen=True, config=SAID)
class TypedSoFar:
    q: str = ""
    """The search as far as it is typed."""


@dataclass(frozen=True, config=SAID)
class Found:
    q: str = ""
    """What to search for, in the query language; empty finds every passage."""


@dataclass(frozen=True, config=SAID)
class Documents:
    page: Page = 1
    """Which page of the documents, from 1."""
    size: Size = 100
    """Documents on a page."""


@dataclass(frozen=True, config=SAID)
class OneDocument:
    document: str
    """The document's id; a `/` in it may be written as it is."""
    page: Page = 1
    """Which page of its passages, from 1."""


@dataclass(frozen=True, config=SAID)
class Entities:
    prefix: str = ""
    """The beginning of a form of the name; capitals and accents don't matter."""
    page: Page = 1
    """Which page of the names, from 1."""
    size: Size = 100
    """Names on a page."""


@dataclass(frozen=True, config=SAID)
class OneEntity:
    type: EntityType
    """What kind of name it is."""
    name: str
    """The canonical name."""
    page: Page = 1
    """Which page of its passages, from 1."""


@dataclass(frozen=True, config=SAID)
class OneCitation:
    document: str
    """The document's id; a `/` in it may be written as it is."""
    label: Annotated[str, MinLen(1), MaxLen(MOST_OF_A_LABEL)]
    """The citation's number in the document, or its label, such as `Munro 2011`."""
