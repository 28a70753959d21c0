"""Mentions in the JSON that others may rely on: what it looks like, and how a mention becomes it.

Offsets count code points of the passage's text; days are ISO 8601, with years from -9999.
"""

from typing import Literal, NotRequired, overload

from typing_extensions import TypedDict

from loccit.model.calendar import iso
from loccit.model.mentions import (
    Bounds,
    Citation,
    Date,
    Entity,
    EntityType,
    Evidence,
    EvidenceSource,
    Granularity,
    Interval,
    Mention,
    Reading,
    Role,
)


class CitationJson(TypedDict):
    """A citation number where it stands.

    `label` is the marker's own word for it (`48`, `note 3`), `number` is null where that is not
    a number. `role` says where the sentence is that it supports: in this passage (`here`), or
    before it (`before`: the passage opens with the marker).
    """

    kind: Literal["citation"]
    start: int
    end: int
    text: str
    label: str
    number: int | None
    role: Role


class EvidenceJson(TypedDict):
    """The words that gave an inferred date its year: in which passage, and where in it.

    `source` says what they stand in; `passage` is empty unless that is a text or a heading.
    """

    passage: str
    start: int
    end: int
    text: str
    source: EvidenceSource


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


@overload
def mention(found: Citation, text: str) -> CitationJson: ...
@overload
def mention(found: Date, text: str) -> DateJson: ...
@overload
def mention(found: Entity, text: str) -> EntityJson: ...
@overload
def mention(found: Mention, text: str) -> MentionJson: ...
def mention(found: Mention, text: str) -> MentionJson:
    """One mention of a passage's `text`."""
    match found:
        case Citation():
            return _citation(found, text)
        case Date():
            return _date(found, text)
        case _:
            return {
                "kind": "entity",
                "start": found.start,
                "end": found.end,
                "text": text[found.start : found.end],
                "type": found.type,
                "name": found.name,
            }


def _citation(found: Citation, text: str) -> CitationJson:
    return {
        "kind": "citation",
        "start": found.start,
        "end": found.end,
        "text": text[found.start : found.end],
        "label": found.label,
        "number": found.number,
        "role": found.role,
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
        "source": evidence.source,
    }
