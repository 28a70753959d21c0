"""Stretches of a reference's text that are set apart: between quotation marks, linked, italic."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from loccit.mentions.references import people
from loccit.mentions.references.pieces import Field, Whole

MOST = 1_500
"""Code points of a reference that are read for its parts."""

Kind = Literal["italic", "linked", "quoted"]
Raw = tuple[int, int, Kind]
_ORDER: tuple[Kind, ...] = ("italic", "linked", "quoted")
_QUOTED = re.compile(
    r"“[^“”]{1,400}”|\"[^\"]{1,400}\"|«[^«»]{1,400}»|„[^„“”]{1,400}[“”]"
    r"|(?<!\w)‘[^‘]{2,300}?’(?=\s*(?:[,.;:)(]|in\b|$))"
)
_AROUND = ' “”‘’"«»„.,;'
_QUOTATION = 25
"""Words from which what stands between quotation marks is said, not a title."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a reference; `value` where it isn't what stands there."""

    start: int
    end: int
    field: Field
    value: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that is set apart; from `opens` to `closes` it is without its punctuation."""

    start: int
    end: int
    kind: Kind
    opens: int
    closes: int


def marks(shown: Whole, prose: str) -> list[Mark]:
    """Those of `prose`, in order; what lies in or across another is one with it."""
    found = sorted(chain(_linked(shown), _italic(shown), _quoted(prose)))
    joined: list[Raw] = []
    for start, end, kind in found:
        if end > len(prose) or not prose[start:end].strip():
            continue
        if joined and start < joined[-1][1]:
            joined += _one(prose, joined.pop(), (start, end, kind))
        else:
            joined.append((start, end, kind))
    return [_mark(prose, *each) for each in joined]


def _one(prose: str, outer: Raw, inner: Raw) -> Iterator[Raw]:
    """Two stretches that share some text: one, unless a linked one holds a title and its journal.

    `[http://a.org "A title", a newspaper]`, `[http://a.org A title. ''Journal'' 3]`.
    """
    start, end, kind = outer
    opens, closes, within = inner
    before = prose[start:opens].rstrip()
    if kind == "linked" and closes <= end:
        if within == "quoted" and not before and prose[closes:end].strip(" .,"):
            yield inner
            return
        if within == "italic" and before.endswith((".", ",", "”", '"')) and len(before) > 5:
            names, length = people.leading(before)
            if not names or before[length:].strip(" .,"):
                yield start, start + len(before), kind
            yield inner
            return
    yield start, max(end, closes), max(kind, within, key=_ORDER.index)


def _mark(prose: str, start: int, end: int, kind: Kind) -> Mark:
    inside = prose[start:end]
    opens = start + len(inside) - len(inside.lstrip(_AROUND))
    closes = start + len(inside.rstrip(_AROUND))
    return Mark(start, end, kind, opens, max(opens, closes))


def _quoted(prose: str) -> Iterator[Raw]:
    for match in _QUOTED.finditer(prose):
        yield match.start(), match.end(), "quoted"


def _linked(shown: Whole) -> Iterator[Raw]:
    for link in shown.links:
        written = shown.text[link.start : link.end]
        if written != link.address and written not in ("Archived", "Read online"):
            yield link.start, link.end, "linked"


def _italic(shown: Whole) -> Iterator[Raw]:
    """Stretches of italics beside each other are one."""
    start = end = -1
    for span in shown.spans:
        if span.shown.italic and start >= 0 and span.start <= end + 1:
            end = span.end
        elif span.shown.italic:
            if start >= 0:
                yield start, end, "italic"
            start, end = span.start, span.end
    if start >= 0:
        yield start, end, "italic"


def is_said(prose: str, mark: Mark) -> bool:
    """Whether the words between quotation marks are somebody's, not a title."""
    words = prose[mark.start : mark.closes].lstrip(' “‘"«„')
    count = len(words.split())
    ends = prose[mark.closes : mark.end].lstrip()[:1] == "." and not words.istitle()
    return mark.kind == "quoted" and (
        words.startswith(("...", "…", "[")) or count > _QUOTATION or (ends and count > 12)
    )


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    kept = list(text)
    for start, end in spans:
        kept[start:end] = " " * len(kept[start:end])
    return "".join(kept)
