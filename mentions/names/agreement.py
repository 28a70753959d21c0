"""Agreement over a document: what one passage tells of a name holds for its other mentions.

A surname alone is the person whose full name stands elsewhere; an abbreviation has the type of
the words that define it; a name typed in several ways has the type it is given most often; and a
name that was missed in one place is found as in the others.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from mentions.names import evidence, words
from mentions.names.spans import Span
from mentions.types import EntityType

_DEFINED = re.compile(r"(?:'s)?\s*\(\"?(?P<short>[A-Z][A-Za-z&.-]{1,9})\"?\)")
_COMMA = re.compile(r"(?:\s*\([^()]*\))?(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+)")
_TWO = re.compile(r"(?P<one>[A-Z][^,]*?[^\s,])(?: and |, )(?P<other>[A-Z][^,]*)")
_PARTICLE_BEHIND = re.compile(
    r"[ -](?:la|le|les|del|de|da|do|du|am|sur|upon|von|van)[ -][A-Z]\w+(?![\w'.])"
)
"""Andorra la Vella, Stratford-upon-Avon."""
_RANKED = re.compile(
    rf"(?:\b(?:{words.RANKS})s?\b[\s—–:(]+(?:[A-Z]\w+(?:, | and |, and ))*\Z)"
)
_LIVING = re.compile(rf"\b(?:{words.LIVING})\b")
_RANK_BEHIND = re.compile(
    rf"(?: (?:is|are|was|were) (?:an?|the) (?:[\w-]+ ){{0,2}}| )(?:{words.RANKS})s?\b"
    r"| [a-z]{3,}(?:us|um|is|a|ii|ae|ens|oides)\b(?=[^.]*\bspecies\b)"
)
"""Which words say that a name is one of a kind of living things."""
_LISTED = 0.6
"""How much of what is told of the other names of a list holds for one of them, on average."""
_CERTAIN = 4.0
"""The weight of a rule's type."""
_SURNAME = 8.0
"""The weight of being the last word of a full name in the same document."""
_KNOWN_BY = 2
"""Mentions of one type that make a name of one word known in the rest of the document."""


def agreed(
    texts: Sequence[str], ruled: Sequence[Sequence[Span]], read: Sequence[Sequence[Span]]
) -> list[list[Span]]:
    """The spans of each text of a document, in order and apart, with types that agree.

    What rules found (`ruled`) is certain of its type, what the recogniser `read` is not.
    """
    certain = [set(each) for each in ruled]
    found = [[*rules, *own] for rules, own in zip(ruled, read, strict=True)]
    spans = [[*each, *_abbreviations(text, each)] for text, each in zip(texts, found, strict=True)]
    spans = [
        apart([part for span in each for part in _parts(text, span)])
        for text, each in zip(texts, spans, strict=True)
    ]
    ranked = {name for text, each in zip(texts, spans, strict=True) for name in _ranked(text, each)}
    spans = [
        [span for span in each if text[span[0] : span[1]] not in ranked]
        for text, each in zip(texts, spans, strict=True)
    ]
    types = _types(texts, spans, certain)
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


def _parts(text: str, span: Span) -> Iterator[Span]:
    """A span that holds two names of persons or places, as those: `Agassi and Reyes`."""
    start, end, type = span
    behind = _PARTICLE_BEHIND.match(text, end) if type in ("person", "place") else None
    if behind:
        yield start, behind.end(), type
        return
    match = _TWO.fullmatch(text, start, end) if type in ("person", "place") else None
    if match is None or text[start:end] in words.COUNTRIES:
        yield span
        return
    for part in ("one", "other"):
        yield *match.span(part), type


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


def _ranked(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """Names of species, genera and orders, by the words around them."""
    if not _LIVING.search(text):
        return
    for start, end, type in spans:
        one_word = type != "group" and text[start:end].isalpha()
        before = text[max(0, start - 60) : start]
        if one_word and (_RANKED.search(before) or _RANK_BEHIND.match(text, end)):
            yield text[start:end]


def _lists(text: str, spans: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """The runs of names with nothing but commas, `and` and `or` between them."""
    first = 0
    for at in range(1, len(spans) + 1):
        if at == len(spans) or not _COMMA.fullmatch(text, spans[at - 1][1], spans[at][0]):
            if at - first > 1:
                yield spans[first:at]
            first = at


def _types(
    texts: Sequence[str], spans: Sequence[Sequence[Span]], certain: Sequence[Set[Span]]
) -> dict[str, EntityType]:
    """One type for each name as written: what the weights of all its mentions add up to."""
    votes: dict[str, Counter[EntityType]] = {}
    for text, each, sure in zip(texts, spans, certain, strict=True):
        own = {span: _votes(text, span, sure) for span in each}
        for listed in _lists(text, each):
            together: Counter[EntityType] = Counter()
            for span in listed:
                together.update(own[span])
            share = _LISTED / (len(listed) - 1)
            for span in listed:
                if span not in sure:
                    own[span] = _added(own[span], together, share)
        for (start, end, _), given in own.items():
            votes.setdefault(text[start:end], Counter()).update(given)
    surnames = {name.split()[-1] for name, types in votes.items() if _is_full_name(name, types)}
    for name in surnames & votes.keys():
        votes[name]["person"] += _SURNAME
    return {name: _first(types) for name, types in votes.items()}


def _added(
    own: Counter[EntityType], together: Counter[EntityType], share: float
) -> Counter[EntityType]:
    return Counter({type: own[type] + share * (together[type] - own[type]) for type in together})


def _first(votes: Counter[EntityType]) -> EntityType:
    return max(votes, key=lambda type: votes[type])


def _votes(text: str, span: Span, certain: Set[Span]) -> Counter[EntityType]:
    start, end, type = span
    if span in certain:
        return Counter({type: _CERTAIN})
    return evidence.of(text, start, end, type)


def _is_full_name(name: str, types: Counter[EntityType]) -> bool:
    parts = name.split()
    return (
        2 <= len(parts) <= 4
        and _first(types) == "person"
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
            if type == "organisation" and len(_initials(name)) > 2:
                known.setdefault(_initials(name), type)
            if " " in name or counted[name, type] >= _KNOWN_BY or name.isupper():
                known.setdefault(name, type)
            if type == "person" and 2 <= len(name.split()) <= 4 and name.split()[-1][:1].isupper():
                known.setdefault(name.split()[-1], type)
    return {name: type for name, type in known.items() if len(name) > 2 and name[0].isupper()}


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())


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
