"""What a bibliography says of a work: a quoted passage's document, or a source that is cited."""

import hashlib
import re
from dataclasses import dataclass
from typing import Literal

from loccit.mentions.references import person
from loccit.model.documents import Reference
from loccit.web.quoting.quotation import Quotation
from loccit.web.words import is_link

Kind = Literal["article", "book", "chapter", "page", "document"]


@dataclass(frozen=True, slots=True)
class Work:
    """`date` is EDTF to the day, month or year; `address` and `copy` are of the web."""

    kind: Kind
    key: str
    title: str
    authors: tuple[str, ...] = ()
    date: str = ""
    container: str = ""
    publisher: str = ""
    language: str = ""
    address: str = ""
    copy: str = ""
    doi: str = ""
    arxiv: str = ""
    isbn: str = ""
    section: str = ""
    licence: str = ""
    note: str = ""
    abstract: str = ""

    @property
    def year(self) -> str:
        """Without the zeros that EDTF writes it with: `1729`, `-43`.

        >>> Work("book", "a", "A", date="-0043-03").year
        '-43'
        """
        match = re.match(r"-?\d{4}", self.date)
        return str(int(match[0])) if match else ""


def quoted_work(quoted: Quotation) -> Work:
    """The document of a passage, with the passage as its abstract."""
    document = quoted.document
    return Work(
        kind="page" if quoted.source else "document",
        key=quoted.key,
        title=quoted.title,
        authors=document.authors,
        date=document.date,
        publisher=document.publisher,
        language=document.language,
        address=quoted.source,
        copy=quoted.address,
        section=quoted.passage.section,
        licence=document.licence,
        note=quoted.note,
        abstract=quoted.text,
    )


def cited_work(reference: Reference, cited_in: str) -> Work:
    """A source, from its parts; one without a title has its whole text there."""
    parts = reference.parts
    note = parts.rest if parts.title else ""
    return Work(
        kind=_kind(reference),
        key=_key(reference),
        title=parts.title or reference.text,
        authors=parts.authors if parts.title else (),
        date=parts.year,
        container=parts.container,
        publisher=parts.publisher,
        address=parts.address if is_link(parts.address) else "",
        doi=parts.doi,
        arxiv=parts.arxiv,
        isbn=parts.isbn,
        note="; ".join(filter(None, (note, cited_in))),
    )


def _kind(reference: Reference) -> Kind:
    parts = reference.parts
    if not parts.title:
        return "document"
    if parts.container:
        return "chapter" if parts.isbn or (parts.publisher and not parts.address) else "article"
    if parts.isbn or (parts.publisher and not parts.address):
        return "book"
    return "page" if parts.address else "document"


def same(reference: Reference) -> str:
    """What two references have alike if they are one source: a DOI, an arXiv number, or the text.

    References to two places of one book have two texts, and are two sources.
    """
    parts = reference.parts
    if parts.doi:
        return f"doi {parts.doi.casefold()}"
    if parts.arxiv:
        return f"arxiv {parts.arxiv.casefold()}"
    return " ".join(reference.text.casefold().split())


def _key(reference: Reference) -> str:
    """Author and year as far as they are known, and what no other source has."""
    parts = reference.parts
    first = parts.authors[0] if parts.authors else parts.title
    known = person(first) if parts.authors else None
    plain = re.sub(r"[^A-Za-z0-9]+", "-", known.family if known else first)[:30].strip("-")
    digest = hashlib.sha256(same(reference).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return "-".join(filter(None, (plain or "source", parts.year, digest)))
