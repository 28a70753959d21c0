"""The model in the JSON that others may rely on: what it looks like, and how values become it.

Offsets count code points of the passage's text; days are ISO 8601, with years from -9999.
"""

from typing import Literal, NotRequired, overload

from typing_extensions import TypedDict

from loccit.model.calendar import iso
from loccit.model.documents import Document, InLibrary, Parts, Passage, Reference
from loccit.model.mentions import (
    Bounds,
    Citation,
    Date,
    Entity,
    EntityType,
    Evidence,
    EvidenceKind,
    Granularity,
    Interval,
    Mention,
    Reading,
    Role,
)
from loccit.model.names import Name


class CitationJson(TypedDict):
    """A citation where it appears.

    `label` is its own word for it (`48`, `note 3`, `Munro 2011`), `number` is null where there is
    none. `role` says where the sentence is that it supports: in this passage (`here`), or before
    it (`before`: the passage opens with the marker). A pointer (`ibid.`) has the label of the
    citation before that it repeats in `to`, and that one's number; `to` is empty otherwise.
    """

    kind: Literal["citation"]
    start: int
    end: int
    text: str
    label: str
    number: int | None
    role: Role
    to: str


class EvidenceJson(TypedDict):
    """The words that gave an inferred date its year: in which passage, and where in it.

    `source` says what they appear in; `passage` is empty unless that is a text or a heading.
    """

    passage: str
    start: int
    end: int
    text: str
    source: EvidenceKind


class DateJson(TypedDict):
    """A date as it was read: `value` is EDTF (ISO 8601-2).

    It falls some time in `interval` (first and last day); a range holds throughout it and has its
    two ends as `parts`. Without an interval no year is known, and `bounds` may limit it.
    """

    kind: Literal["date"]
    start: int
    end: int
    text: str
    value: str
    interval: list[str] | None
    bounds: list[str | None] | None
    granularity: Granularity
    reading: Reading
    evidence: list[EvidenceJson]
    parts: NotRequired[list["DateJson"]]


class EntityJson(TypedDict):
    """A name as written, with the canonical `name` and the type it stands for."""

    kind: Literal["entity"]
    start: int
    end: int
    text: str
    type: EntityType
    name: str


MentionJson = CitationJson | DateJson | EntityJson


class PassageJson(TypedDict):
    """A passage: `id` is `document#number`, `key` a short hash of its text.

    `offset` is where it begins in its document, in code points; `page` is the page on which it
    begins, as printed, and `locator` what opens the document's file there, empty where the format
    has neither. The permanent address of a
    passage is its document and `number~key`.
    """

    id: str
    document: str
    number: int
    key: str
    offset: int
    title: str
    section: str
    page: str
    locator: str
    text: str
    mentions: list[MentionJson]


class DocumentJson(TypedDict):
    """A document; what its sidecar doesn't say is empty.

    `date` is the year, month or day in EDTF (ISO 8601-2) that the document is dated, `language` an
    IETF tag (BCP 47). Without `contiguous` its passages are a sample of the text. `warnings` are
    sentences on what of its sidecar was ignored.
    """

    id: str
    title: str
    authors: list[str]
    date: str
    publisher: str
    language: str
    source: str
    licence: str
    contiguous: bool
    warnings: list[str]


class LinkJson(TypedDict):
    """A stretch of a reference's text, in code points, that leads to an address."""

    start: int
    end: int
    address: str


class PartsJson(TypedDict):
    """What a reference says of the work that it cites, as read by rule; empty where it doesn't.

    `authors` are written as the reference has them, `year` has four digits, `container` is what
    the work appeared in (journal, newspaper, site, book), `rest` what has no field.
    """

    authors: list[str]
    year: str
    title: str
    container: str
    publisher: str
    address: str
    doi: str
    arxiv: str
    isbn: str
    rest: str


class InLibraryJson(TypedDict):
    """The document of the library that a reference cites.

    It is matched by `why`; `edition` is the year of the library's copy where the reference names
    another, else empty.
    """

    document: str
    why: str
    edition: str


class ReferenceJson(TypedDict):
    """What a citation stands for; what the document doesn't say is empty.

    It is listed under a `number`, or under a `label` where that is null. `text` is what a reader
    sees, with `links`; `original` is what the document has in its place, such as a template of a
    wiki, and empty where that is the same. `author`, `date` and `title` are what the sidecar says.
    `cites` is null where the work is not in the library. With a `number` too, `label` is what is
    printed, in the part of the document that `series` names.
    """

    number: int | None
    label: str
    text: str
    original: str
    links: list[LinkJson]
    address: str
    author: str
    date: str
    title: str
    parts: PartsJson
    cites: InLibraryJson | None
    series: str


class FormJson(TypedDict):
    """A spelling, how often it appears, and why it was taken for the name (empty: it is it)."""

    form: str
    count: int
    reason: str


class EntityNameJson(TypedDict):
    """A canonical name with every form that stands for it."""

    type: EntityType
    name: str
    forms: list[FormJson]


@overload
def mention(mentioned: Citation, text: str) -> CitationJson: ...
@overload
def mention(mentioned: Date, text: str) -> DateJson: ...
@overload
def mention(mentioned: Entity, text: str) -> EntityJson: ...
@overload
def mention(mentioned: Mention, text: str) -> MentionJson: ...
def mention(mentioned: Mention, text: str) -> MentionJson:
    """One mention of a passage's `text`."""
    match mentioned:
        case Citation():
            return _citation(mentioned, text)
        case Date():
            return _date(mentioned, text)
        case _:
            return {
                "kind": "entity",
                "start": mentioned.start,
                "end": mentioned.end,
                "text": text[mentioned.start : mentioned.end],
                "type": mentioned.type,
                "name": mentioned.name,
            }


def _citation(citation: Citation, text: str) -> CitationJson:
    return {
        "kind": "citation",
        "start": citation.start,
        "end": citation.end,
        "text": text[citation.start : citation.end],
        "label": citation.label,
        "number": citation.number,
        "role": citation.role,
        "to": citation.to,
    }


def _date(date: Date, text: str) -> DateJson:
    own: DateJson = {
        "kind": "date",
        "start": date.start,
        "end": date.end,
        "text": text[date.start : date.end],
        "value": date.value,
        "interval": _interval(date.interval),
        "bounds": _bounds(date.bounds),
        "granularity": date.granularity,
        "reading": date.reading,
        "evidence": [_evidence(each) for each in date.evidence],
    }
    if date.parts:
        own["parts"] = [_date(part, text) for part in date.parts]
    return own


def _interval(interval: Interval | None) -> list[str] | None:
    return [iso(interval.first), iso(interval.last)] if interval else None


def _bounds(bounds: Bounds | None) -> list[str | None] | None:
    if bounds is None:
        return None
    return [None if day is None else iso(day) for day in (bounds.first, bounds.last)]


def _evidence(evidence: Evidence) -> EvidenceJson:
    return {
        "passage": evidence.passage,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
        "source": evidence.kind,
    }


def passage(stored: Passage) -> PassageJson:
    return {
        "id": stored.id,
        "document": stored.document,
        "number": stored.number,
        "key": stored.key,
        "offset": stored.offset,
        "title": stored.title,
        "section": stored.section,
        "page": stored.page,
        "locator": stored.locator,
        "text": stored.text,
        "mentions": [mention(each, stored.text) for each in stored.mentions],
    }


def document(held: Document) -> DocumentJson:
    return {
        "id": held.id,
        "title": held.title,
        "authors": list(held.authors),
        "date": held.date,
        "publisher": held.publisher,
        "language": held.language,
        "source": held.source,
        "licence": held.licence,
        "contiguous": held.contiguous,
        "warnings": list(held.warnings),
    }


def reference(listed: Reference) -> ReferenceJson:
    return {
        "number": listed.number,
        "label": listed.label,
        "text": listed.text,
        "original": listed.original,
        "links": [{"start": x.start, "end": x.end, "address": x.address} for x in listed.links],
        "address": listed.address,
        "author": listed.author,
        "date": listed.date,
        "title": listed.title,
        "parts": _parts(listed.parts),
        "cites": _in_library(listed.cites),
        "series": listed.series,
    }


def _in_library(cites: InLibrary | None) -> InLibraryJson | None:
    if cites is None:
        return None
    return {"document": cites.document, "why": cites.why, "edition": cites.edition}


def _parts(parts: Parts) -> PartsJson:
    return {
        "authors": list(parts.authors),
        "year": parts.year,
        "title": parts.title,
        "container": parts.container,
        "publisher": parts.publisher,
        "address": parts.address,
        "doi": parts.doi,
        "arxiv": parts.arxiv,
        "isbn": parts.isbn,
        "rest": parts.rest,
    }


def name(named: Name) -> EntityNameJson:
    return {
        "type": named.type,
        "name": named.name,
        "forms": [{"form": f.form, "count": f.count, "reason": f.reason} for f in named.forms],
    }
