"""What a bibliography says of a work: a quoted passage's document, or a source that is cited."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from loccit.mentions.references import person
from loccit.model.documents import Document, Parts, Reference
from loccit.search.about.one_source import same
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
    page: str = ""
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
        page=quoted.passage.page,
        licence=document.licence,
        note=quoted.note,
        abstract=quoted.text,
    )


_ONE_PAGE = re.compile(r"(?:p|page)\.?\s?\d+[a-z]?", re.IGNORECASE)
"""Where in a source something is; several pages may be all that it has."""


def cited_work(reference: Reference, document: Document) -> Work:
    """A source, from its parts; one without a title has its whole text there, or its authors."""
    parts = reference.parts
    return Work(
        kind=_kind(reference),
        key=_key(reference, document.id),
        title=parts.title or _short(parts) or reference.text,
        authors=parts.authors,
        date=parts.year,
        container=parts.container,
        publisher=parts.publisher,
        address=parts.address if is_link(parts.address) else "",
        doi=parts.doi,
        arxiv=parts.arxiv,
        isbn=parts.isbn,
        note="; ".join((*_note(parts), f"Cited as [{reference.key}] in {document.title}")),
    )


def _note(parts: Parts) -> Iterator[str]:
    """What of the reference is in no field, but for the page that is cited."""
    if parts.title or parts.authors:
        said = parts.rest.split("; ")
        yield from (each for each in said if each and not _ONE_PAGE.fullmatch(each))


def _short(parts: Parts) -> str:
    """What a short reference calls a work: `Ames and Orr 1998`; "" without authors."""
    names = " and ".join(parts.authors)
    return f"{names} {parts.year}".strip() if names else ""


def _kind(reference: Reference) -> Kind:
    parts = reference.parts
    if not parts.title:
        return "document"
    if parts.container:
        return "chapter" if parts.isbn or (parts.publisher and not parts.address) else "article"
    if parts.isbn or (parts.publisher and not parts.address):
        return "book"
    return "page" if parts.address else "document"


def _key(reference: Reference, document: str) -> str:
    """Author and year as far as they are known, and what no other source has."""
    parts = reference.parts
    first = parts.authors[0] if parts.authors else parts.title
    known = person(first) if parts.authors else None
    plain = re.sub(r"[^A-Za-z0-9]+", "-", known.family if known else first)[:30].strip("-")
    known_by = same(replace(reference, cites=None), document)
    digest = hashlib.sha256(known_by.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return "-".join(filter(None, (plain or "source", parts.year, digest)))
