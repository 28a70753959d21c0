"""Bare years: a four-digit number that the words around it make a year, not a count or a page."""

import re
from collections.abc import Iterator
from dataclasses import replace

from loccit.mentions.dates.counts import counts, word_before
from loccit.mentions.dates.patterns import DASH, DAY, MONTH, YEAR
from loccit.mentions.dates.tagged import Tagged
from loccit.mentions.dates.values import Spec

_BARE_YEAR = re.compile(
    rf"(?:(?<=\bc\.)|(?<=\bca\.)|(?<![\d.,/$£€#:+-]))\b{YEAR}\b(?!\d|\s?[%/°]|[.,:]\d|-[a-z\d]|s\b|:\s+An?\s+[A-Z])"
)
_AFTER_COMMA = re.compile(rf"(?:[^\W\d_]{{2}}|\)|\b{YEAR}),\s\Z")
_AFTER_YEAR = re.compile(rf"\b{YEAR},\s\Z")
_CLOSED = re.compile(r"\s*(?:[,.;:()]|and\b|or\b|\Z)")
_ABOUT = re.compile(r"\b(?:[Aa]bout|[Aa]round)\s+\Z")
_TO_A_YEAR = re.compile(
    rf"\b{YEAR}{DASH}(?:c(?:a|irca)?\.?\s*)?(?P<year>{YEAR})\b(?![\d-]|[.,/]\d)"
)
_MONTH_BEFORE = re.compile(rf"{MONTH}(?:\s+{DAY})?,?\s+\Z")
"""Before the first of two years of which the first has its month: 3 May 1848 – 1927."""


def years(text: str) -> Iterator[Tagged]:
    """Years that stand alone."""
    for match in _BARE_YEAR.finditer(text):
        start, end = match.span()
        if _may_begin(text, start, end) and not counts(text, start, end):
            yield Tagged(start, end, Spec(int(match[0])))
    for match in _TO_A_YEAR.finditer(text):
        before = _MONTH_BEFORE.search(text, max(0, match.start() - 20), match.start())
        if before and not counts(text, *match.span("year")):
            yield Tagged(*match.span("year"), Spec(int(match["year"])))


def with_about(text: str, tagged: Tagged) -> Tagged:
    """A bare year with the about or around before it.

    >>> with_about("in about 1400", Tagged(9, 13, Spec(1400))).start
    3
    """
    if tagged.parts or tagged.end - tagged.start != 4 or tagged.spec.granularity != "year":
        return tagged
    about = _ABOUT.search(text, max(0, tagged.start - 10), tagged.start)
    return replace(tagged, start=about.start()) if about else tagged


def _may_begin(text: str, start: int, end: int) -> bool:
    """A word before it, or an enumeration of years, or a comma on both sides."""
    if word_before(text, start) or not text[max(0, start - 8) : start].strip():
        return True
    if _AFTER_YEAR.search(text, max(0, start - 7), start):
        return True
    comma = _AFTER_COMMA.search(text, max(0, start - 8), start)
    return comma is not None and _CLOSED.match(text, end) is not None
