"""Agreement over a document: what one passage tells of a name holds for its other mentions.

A surname alone is the person whose full name appears elsewhere; an abbreviation has the type of
the words that define it; a name typed in several ways has the type it is given most often; and a
name that was missed in one place is found as in the others.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from loccit.mentions.names import votes, words
from loccit.mentions.names.common import uncommon
from loccit.mentions.names.definitions import abbreviations, as_defined, of_common_words
from loccit.mentions.names.living import ranked
from loccit.mentions.names.parts import parts
from loccit.mentions.names.spans import Span
from loccit.mentions.names.subject import subject
from loccit.mentions.names.votes import Weigh
from loccit.model.mentions import EntityType

_LONGEST = 200
"""Code points in which a name that was missed is looked for."""
_PART = re.compile(r"[\w'’.&-]*[\w]")
_KNOWN_BY = 2
"""Mentions of one type that make a name of one word known in the rest of the document."""


def agreed(
    texts: Sequence[str],
    ruled: Sequence[Sequence[Span]],
    read: Sequence[Sequence[Span]],
    weigh: Weigh | None = None,
) -> list[list[Span]]:
    """The spans of each text of a document, in order and apart, with types that agree.

    The last text is the document's title. What rules found (`ruled`) is certain of its type, what
    the recogniser `read` is not: `weigh` says how much each type of such a mention weighs.
    """
    weigh = weigh or votes.by_label(texts)
    certain = [set(each) for each in ruled]
    proposed = [
        as_defined(text, [*rules, *own])
        for text, rules, own in zip(texts, ruled, read, strict=True)
    ]
    short_for: dict[str, str] = {}
    spans = [
        [*each, *abbreviations(text, each, short_for)]
        for text, each in zip(texts, proposed, strict=True)
    ]
    spans = [
        apart([part for span in each for part in parts(text, span)])
        for text, each in zip(texts, spans, strict=True)
    ]
    common = {short for text in texts for short in of_common_words(text)}
    spans = uncommon(texts, spans)
    living = {name for text, each in zip(texts, spans, strict=True) for name in ranked(text, each)}
    spans = [
        [span for span in each if text[span[0] : span[1]] not in living | common]
        for text, each in zip(texts, spans, strict=True)
    ]
    types = votes.types(texts, spans, certain, weigh)
    types |= {short: types[full] for short, full in short_for.items() if full in types}
    about = subject(texts[-1], texts[0]) if len(texts) > 1 else None
    types |= dict.fromkeys(about.names & types.keys(), about.type) if about else {}
    named = [
        [(start, end, types.get(text[start:end], type)) for start, end, type in each]
        for text, each in zip(texts, spans, strict=True)
    ]
    known = _known(texts, named)
    return [
        apart([*each, *_missed(text, each, known)]) for text, each in zip(texts, named, strict=True)
    ]


def apart(spans: Sequence[Span]) -> list[Span]:
    """In order and not overlapping: the longer of two wins, then the one given first."""
    taken = bytearray(max((end for _, end, _ in spans), default=0))
    kept: list[Span] = []
    for start, end, type in sorted(spans, key=lambda span: span[0] - span[1]):
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append((start, end, type))
    return sorted(kept)


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
    return {
        name: type
        for name, type in known.items()
        if len(name) > 2 and name[0].isupper() and name not in words.GENERIC
    }


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
    words_found = _PART.finditer(text, start, start + _LONGEST)
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
