"""Abbreviations that the text defines: `Syrian Democratic Forces (SDF)`.

The letters say where the full name begins (Schwartz and Hearst, PSB 2003), and the full name says
what type the abbreviation has.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from loccit.mentions.names.spans import Span

_DEFINED = re.compile(r"(?:'s)?\s*\(\"?(?P<short>[A-Z][A-Za-z&.-]{1,9})\"?\)")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset("and of the for in on to de la del des du et und der von".split())
_LONGEST = 160
"""Code points before a bracket in which the full name is looked for."""


def abbreviations(text: str, spans: Sequence[Span], short_for: dict[str, str]) -> Iterator[Span]:
    """What stands in brackets behind its full name is of the same type.

    What each is short for is put into `short_for`, unless it is there already.
    """
    for start, end, type in spans:
        match = _DEFINED.match(text, end)
        if match and defines(text[start:end], match["short"]):
            short_for.setdefault(match["short"], text[start:end])
            yield *match.span("short"), type


def as_defined(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans, those that are parts of a full name joined to the whole of it.

    >>> as_defined("the Bank of Lund and Ystad (BLY)", [(4, 16, "place"), (21, 26, "place")])
    [(4, 26, 'organisation')]
    """
    made = dict.fromkeys(spans)
    starts = sorted(made)
    for match in _DEFINED.finditer(text):
        start = _full_name(text, match.start(), match["short"])
        if start < 0:
            continue
        near = starts[bisect_left(starts, (start,)) : bisect_left(starts, (match.start(),))]
        parts = [each for each in near if each in made and each[1] <= match.start()]
        ends = {each[1] for each in parts}
        if not any(each[0] == start for each in parts) or len(parts) < 2:
            continue
        if (start, match.start()) not in {each[:2] for each in parts} and match.start() in ends:
            for each in parts:
                del made[each]
            whole: Span = (start, match.start(), "organisation")
            made[whole] = None
            insort(starts, whole)
    return list(made)


def of_common_words(text: str) -> Iterator[str]:
    """Abbreviations of what is no name: `virtual reality (VR)`.

    >>> list(of_common_words("worn in virtual reality (VR) and by the Red Cross (RC)"))
    ['VR', 'VRs']
    """
    for match in _DEFINED.finditer(text):
        short = match["short"].removesuffix("s")
        words = text[max(0, match.start() - _LONGEST) : match.start()].split()[-len(short) :]
        initials = "".join(word[0] for word in words)
        if short.isupper() and len(short) > 1 and initials == short.lower():
            yield short
            yield f"{short}s"


def _full_name(text: str, end: int, short: str) -> int:
    """Where the full name before an abbreviation begins; -1 if its words don't give the letters."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    words = list(_WORD.finditer(text, max(0, end - _LONGEST), end))
    for word in reversed(words):
        if word[0][0].isupper():
            if not letters or word[0][0].lower() != letters.pop():
                return -1
            if not letters:
                return word.start()
        elif word[0] not in _SMALL:
            return -1
    return -1


def defines(full: str, short: str) -> bool:
    """Whether `short` is made of the first letters of the words of `full`, in order.

    >>> defines("U.S. Joint Special Operations Command", "JSOC"), defines("Idlib", "SDF")
    (True, False)
    """
    letters = [c.lower() for c in short if c.isalpha()]
    initials = [word[0].lower() for word in _WORD.findall(full)]
    at = 0
    for initial in initials:
        if at < len(letters) and initial == letters[at]:
            at += 1
    return len(letters) > 1 and at == len(letters)
