"""Mentions in the JSON that others may rely on."""

from typing import Any

from mentions.calendar import iso
from mentions.types import Bounds, Citation, Date, Evidence, Interval, Mention


def mention(found: Mention, text: str) -> dict[str, Any]:
    """One mention of a passage's `text`; days are ISO 8601, intervals pairs of them."""
    placed = {"start": found.start, "end": found.end, "text": text[found.start : found.end]}
    match found:
        case Citation():
            own = {"label": found.label, "number": found.number, "role": found.role}
            return {"kind": "citation", **placed, **own}
        case Date():
            return {"kind": "date", **placed, **_date(found, text)}
        case _:
            return {"kind": "entity", **placed, "type": found.type, "name": found.name}


def _date(date: Date, text: str) -> dict[str, Any]:
    own: dict[str, Any] = {
        "value": date.value,
        "interval": _interval(date.interval),
        "bounds": _bounds(date.bounds),
        "granularity": date.granularity,
        "reading": date.reading,
        "evidence": [_evidence(each) for each in date.evidence],
    }
    if date.parts:
        own["parts"] = [mention(part, text) for part in date.parts]
    return own


def _interval(interval: Interval | None) -> list[str] | None:
    return [iso(interval.first), iso(interval.last)] if interval else None


def _bounds(bounds: Bounds | None) -> list[str | None] | None:
    if bounds is None:
        return None
    return [None if day is None else iso(day) for day in (bounds.first, bounds.last)]


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "passage": evidence.passage,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
        "source": evidence.source,
    }
