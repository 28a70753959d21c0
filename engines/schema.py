"""What an index holds: documents, passages, names, and the manifest that vouches for them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mentions.types import Citation, Date, Entity, EntityType, Mention

TextField = Literal["terms", "words", "title", "section", "source"]
KeywordField = Literal[
    "document",
    "date",
    "date_own",
    "date_span",
    "held",
    "held_own",
    "when",
    "heading",
    "cited",
    "person",
    "organisation",
    "place",
    "group",
    "event",
    "other",
]
IntegerField = Literal["cite", "cites", "first_day", "added", "key"]
FacetField = Literal[
    "document",
    "heading",
    "cite",
    "cited",
    "cites",
    "when",
    "person",
    "organisation",
    "place",
    "group",
    "event",
    "other",
]

TEXT_FIELDS: tuple[TextField, ...] = ("terms", "words", "title", "section", "source")
KEYWORD_FIELDS: tuple[KeywordField, ...] = (
    "document",
    "date",
    "date_own",
    "date_span",
    "held",
    "held_own",
    "when",
    "heading",
    "cited",
    "person",
    "organisation",
    "place",
    "group",
    "event",
    "other",
)
INTEGER_FIELDS: tuple[IntegerField, ...] = ("cite", "cites", "first_day", "added", "key")

FORMAT_VERSION = 6
"""Of an index's layout; an index of another version is built anew, not read."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation number of a document stands for; the rest is "" where it isn't given."""

    number: int
    text: str
    address: str = ""
    author: str = ""
    date: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One input file; `fingerprint` is the SHA-256 of its bytes and of its sidecar's."""

    id: str
    title: str
    source: str = ""
    licence: str = ""
    path: str = ""
    format: str = "txt"
    fingerprint: str = ""
    contiguous: bool = True
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is indexed, ranked and shown; `offset` in code points of the document.

    `added` is when the first index was built that had this text in this document, in seconds
    since 1970; 0 where that isn't known.
    """

    id: str
    document: str
    number: int
    key: str
    offset: int
    title: str
    section: str
    text: str
    mentions: tuple[Mention, ...] = ()
    added: int = 0

    def citations(self) -> tuple[Citation, ...]:
        return tuple(m for m in self.mentions if isinstance(m, Citation))

    def dates(self) -> tuple[Date, ...]:
        return tuple(m for m in self.mentions if isinstance(m, Date))

    def entities(self) -> tuple[Entity, ...]:
        return tuple(m for m in self.mentions if isinstance(m, Entity))


def passage_id(document: str, number: int) -> str:
    return f"{document}#{number}"


def passage_key(text: str) -> str:
    """Eight hexadecimal digits of the text's SHA-256, to find a passage whose number moved."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a name: how many mentions have it, and why it was taken for the name."""

    form: str
    count: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A canonical name with every form that stands for it."""

    name: str
    type: EntityType
    forms: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation is: written last, so that an index without one is not whole.

    `built` is ISO 8601 in UTC; `fingerprint` is the SHA-256 over the input, the extractors'
    versions and the settings: the same fingerprint means the same index.
    """

    engine: str
    generation: str
    documents: int
    passages: int
    built: str
    fingerprint: str
    format: int = FORMAT_VERSION
    extractors: Mapping[str, str] | None = None
    settings: Mapping[str, str] | None = None
    counts: Mapping[str, int] | None = None
    """For the home page: dates, names, citation numbers (`citations`), passages `uncited`."""
    files: Mapping[str, int] | None = None
    """The generation's other files with their sizes in bytes, so that damage is seen at once."""
