"""Documents, their passages, and the references that their citations stand for."""

import hashlib
from dataclasses import dataclass

from loccit.model.addresses import Address
from loccit.model.mentions import Citation, Date, Entity, Mention


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a reference's text that leads to an address of the web."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What a reference says of the work that it cites, each "" or () where it doesn't say.

    `authors` are written as the reference has them, the `year` has four digits; `container` is
    what the work appeared in (journal, newspaper, site, book), and `rest` what has no field.
    """

    authors: tuple[str, ...] = ()
    year: str = ""
    title: str = ""
    container: str = ""
    publisher: str = ""
    address: str = ""
    doi: str = ""
    arxiv: str = ""
    isbn: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation of a document stands for; the rest is "" where it isn't given.

    It is listed under a `number`, or under a `label` where that is None. `text` is what a reader
    sees, `links` the stretches of it that lead somewhere; `original` is how the document writes it,
    where that is something else. `author`, `date` and `title` are what is said beside the text;
    `parts` has them too, with what the text says.
    """

    number: int | None
    text: str
    address: str = ""
    author: str = ""
    date: str = ""
    title: str = ""
    label: str = ""
    links: tuple[Link, ...] = ()
    original: str = ""
    parts: Parts = Parts()

    @property
    def key(self) -> str:
        """What the document cites it as."""
        return self.label if self.number is None else str(self.number)

    @property
    def place(self) -> tuple[bool, int, str]:
        """For sorting: numbers first, then labels."""
        return self.number is None, self.number or 0, self.label


@dataclass(frozen=True, slots=True)
class Document:
    """One input file; `fingerprint` is the SHA-256 of its bytes and of its sidecar's.

    `date` is the day, month or year in EDTF that it is dated, `language` an IETF tag (BCP 47);
    `warnings` are sentences on what was left out of what goes with it, `listed_under` the headings
    in its text that its references stand under.
    """

    id: str
    title: str
    authors: tuple[str, ...] = ()
    date: str = ""
    publisher: str = ""
    language: str = ""
    source: str = ""
    licence: str = ""
    path: str = ""
    format: str = "txt"
    fingerprint: str = ""
    contiguous: bool = True
    references: tuple[Reference, ...] = ()
    warnings: tuple[str, ...] = ()
    listed_under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is indexed, ranked and shown; `offset` in code points of the document.

    `first_seen` is when the first index was built that had this text in this document, in seconds
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
    first_seen: int = 0

    @property
    def address(self) -> Address:
        return Address(self.document, self.number)

    def citations(self) -> tuple[Citation, ...]:
        return tuple(m for m in self.mentions if isinstance(m, Citation))

    def dates(self) -> tuple[Date, ...]:
        return tuple(m for m in self.mentions if isinstance(m, Date))

    def entities(self) -> tuple[Entity, ...]:
        return tuple(m for m in self.mentions if isinstance(m, Entity))


@dataclass(frozen=True, slots=True)
class Former:
    """What a passage once was: the text that the address `number~key` was made for, which the
    build at `until` (seconds since 1970) found no more in its document."""

    number: int
    key: str
    text: str
    until: int


def passage_key(text: str) -> str:
    """Eight hexadecimal digits of the text's SHA-256, to find a passage whose number moved."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
