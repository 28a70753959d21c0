"""Bare years: a four-digit number that the words around it make a year, not a count or a page."""

import re
from collections.abc import Iterator

from mentions.dates.patterns import YEAR
from mentions.dates.tagged import Tagged
from mentions.dates.values import Spec
from mentions.dates.words import COUNTED, NOT_YEARS_BEFORE

_BARE_YEAR = re.compile(rf"(?<![\d.,/$£€#:+-])\b{YEAR}\b(?![\d%/]|[.,:]\d|-[a-z\d]|s\b)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+|[(])\.?[\s]*\Z")
_WORD_AFTER = re.compile(r"\s+([^\W\d_]+)")
_LOOKING_BACK = re.compile(r"\b(?:[Ss]ince|[Uu]ntil|[Bb]y|[Tt]he|[Aa])\s+\Z")


def years(text: str) -> Iterator[Tagged]:
    """Years that stand alone; one that is looked back or forward to is an aside."""
    for match in _BARE_YEAR.finditer(text):
        start, end = match.span()
        if not counts(text, start, end) and (start == 0 or _word_before(text, start)):
            back = _LOOKING_BACK.search(text, max(0, start - 12), start)
            yield Tagged(start, end, Spec(int(match[0])), aside=bool(back))


def counts(text: str, start: int, end: int) -> bool:
    """Whether the words around `text[start:end]` make it a count, a page or a flight number.

    >>> counts("on pages 1999-2003", 9, 18), counts("in 1999-2003", 3, 12)
    (True, False)
    """
    after = _WORD_AFTER.match(text, end)
    if after and after[1].lower() in COUNTED:
        return True
    return _word_before(text, start).lower() in NOT_YEARS_BEFORE


def _word_before(text: str, start: int) -> str:
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    return before[1] if before else ""
