"""Agreement over a document: what one passage tells of a name holds for its other mentions.

A surname alone is the person whose full name stands elsewhere; an abbreviation has the type of
the words that define it; a name typed in several ways has the type it is given most often; and a
name that was missed in one place is found as in the others.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mentions.names import words
from mentions.names.spans import Span
from mentions.types import EntityType

_DEFINED = re.compile(r"(?:'s)?\s*\(\"?(?P<short>[A-Z][A-Za-z&.-]{1,9})\"?\)")
_COMMA = re.compile(r"(?:\s*\([^()]*\))?(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+)")
_LONG_LIST = 4
_KNOWN_BY = 2
"""Mentions of one type that make a name of one word known in the rest of the document."""


def agreed(texts: Sequence[str], found: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """The spans of each text of a document, in order and apart, with types that agree."""
    spans = [[*each, *_abbreviations(text, each)] for text, each in zip(texts, found, strict=True)]
    spans = [apart(each) for each in spans]
    spans = [_in_lists(text, each) for text, each in zip(texts, spans, strict=True)]
    types = _types(texts, spans)
    named = [
        [(start, end, types.get(text[start:end], type)) for start, end, type in each]
        for text, each in zip(texts, spans, strict=True)
    ]
    known = _known(texts, named)
    return [
        apart([*each, *_missed(text, each, known)]) for text, each in zip(texts, named, strict=True)
    ]


def apart(spans: Sequence[Span]) -> list[Span]:
    """In order and not overlapping: the longer of two stands, then the one given first."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: span[0] - span[1]):
        if all(span[1] <= start or end <= span[0] for start, end, _ in kept):
            kept.append(span)
    return sorted(kept)


def _abbreviations(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """`Syrian Democratic Forces (SDF)`: what stands in the brackets is of the same type."""
    for start, end, type in spans:
        match = _DEFINED.match(text, end)
        if match and defines(text[start:end], match["short"]):
            yield *match.span("short"), type


def defines(full: str, short: str) -> bool:
    """Whether `short` is made of the first letters of the words of `full`, in order.

    >>> defines("U.S. Joint Special Operations Command", "JSOC"), defines("Idlib", "SDF")
    (True, False)
    """
    letters = [c.lower() for c in short if c.isalpha()]
    initials = [word[0].lower() for word in re.findall(r"[^\W\d_]+", full)]
    at = 0
    for initial in initials:
        if at < len(letters) and initial == letters[at]:
            at += 1
    return len(letters) > 1 and at == len(letters)


def _in_lists(text: str, spans: Sequence[Span]) -> list[Span]:
    """In a list of four names or more, one of a type is an exception that is none."""
    found = list(spans)
    first = 0
    for at in range(1, len(found) + 1):
        joined = at < len(found) and _COMMA.fullmatch(text, found[at - 1][1], found[at][0])
        if not joined:
            if at - first >= _LONG_LIST:
                types = Counter(type for _, _, type in found[first:at])
                type, most = types.most_common(1)[0]
                if most >= (at - first) * 2 / 3:
                    found[first:at] = [(start, end, type) for start, end, _ in found[first:at]]
            first = at
    return found


def _types(texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> dict[str, EntityType]:
    """One type for each name as written."""
    votes: dict[str, Counter[EntityType]] = {}
    for text, each in zip(texts, spans, strict=True):
        for start, end, type in each:
            votes.setdefault(text[start:end], Counter())[type] += 1
    surnames = {name.split()[-1] for name, types in votes.items() if _is_full_name(name, types)}
    agreed: dict[str, EntityType] = {}
    for name, types in votes.items():
        (first, most), *others = types.most_common()
        if name in surnames and name not in words.COUNTRIES:
            agreed[name] = "person"
        elif not others or most > others[0][1]:
            agreed[name] = first
    return agreed


def _is_full_name(name: str, types: Counter[EntityType]) -> bool:
    parts = name.split()
    return (
        2 <= len(parts) <= 4
        and types["person"] > sum(types.values()) / 2
        and parts[-1][0].isupper()
    )


def _known(texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> dict[str, EntityType]:
    """Names to look for where they were missed: of several words, or met twice; and surnames."""
    counted: Counter[tuple[str, EntityType]] = Counter()
    known: dict[str, EntityType] = {}
    for text, each in zip(texts, spans, strict=True):
        for start, end, type in each:
            name = text[start:end]
            counted[name, type] += 1
            if " " in name or counted[name, type] >= _KNOWN_BY or name.isupper():
                known.setdefault(name, type)
            if type == "person" and 2 <= len(name.split()) <= 4 and name.split()[-1][:1].isupper():
                known.setdefault(name.split()[-1], type)
    return {name: type for name, type in known.items() if len(name) > 2 and name[0].isupper()}


def _missed(text: str, spans: Sequence[Span], known: dict[str, EntityType]) -> Iterator[Span]:
    taken = {(start, end) for start, end, _ in spans}
    for match in re.finditer(r"(?<!\w)[^\W\d_a-z]", text):
        for end in _ends(text, match.start()):
            type = known.get(text[match.start() : end])
            if type and (match.start(), end) not in taken:
                yield match.start(), end, type


def _ends(text: str, start: int) -> Iterator[int]:
    """The ends of the first one to six words from `start`."""
    words_found = re.compile(r"[\w'’.&-]*[\w]").finditer(text, start)
    for _, match in zip(range(6), words_found, strict=False):
        yield match.end()
        if text[match.end() : match.end() + 1] not in (" ", ""):
            yield from _before_possessive(text, match.start(), match.end())
            return
        yield from _before_possessive(text, match.start(), match.end())


def _before_possessive(text: str, start: int, end: int) -> Iterator[int]:
    if re.search(r"['’]s\Z", text[start:end]):
        yield end - 2
    elif "-" in text[start:end]:
        yield start + text[start:end].index("-")
