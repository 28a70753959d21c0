"""Bare years: a four-digit number that the words around it make a year, not a count or a page."""

import re
from collections.abc import Iterator

from loccit.mentions.dates.patterns import YEAR
from loccit.mentions.dates.tagged import Tagged
from loccit.mentions.dates.values import Spec
from loccit.mentions.dates.words import COUNTED, MEASURES, NO_PLURALS, NOT_YEARS_BEFORE, STREETS

_BARE_YEAR = re.compile(
    rf"(?:(?<=\bc\.)|(?<=\bca\.)|(?<![\d.,/$£€#:+-]))\b{YEAR}\b(?!\d|\s?[%/°]|[.,:]\d|-[a-z\d]|s\b|:\s+An?\s+[A-Z])"
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+|[(])\.?[\s]*\Z")
_TWO_BEFORE = re.compile(r"([^\W\d_]+)\s+[^\W\d_]+\s*\Z")
_AFTER_COMMA = re.compile(rf"(?:[^\W\d_]{{2}}|\)|\b{YEAR}),\s\Z")
_AFTER_YEAR = re.compile(rf"\b{YEAR},\s\Z")
_CLOSED = re.compile(r"\s*(?:[,.;:()]|and\b|or\b|\Z)")
_WORD_AFTER = re.compile(r"\s+([^\W\d_]+)(\s+(?:the|a|an|his|her|its|their)\b)?")
_TO_A_COUNT = re.compile(
    r"(?:\s?[-–]\s?|\s+(?:to|and|or)\s+)\d[\d,]*\s+([^\W\d_]+)|\s+of\s+(them|whom|which|these|those)\b"
)
_UNTIL_AT_LEAST = re.compile(r"\b(?:until|till|to|through|since|from|in|by)\s+at\s+least\s+\Z")
_ADDRESS = re.compile(rf"\s+(?:[A-Z][\w.]*\s+){{1,3}}(?:{'|'.join(STREETS)})\b")
_DATING = frozenset(
    "in since until till during the a an his her its their early late mid year years of to and or"
    " by from with after before for between through throughout spring summer autumn fall winter"
    " circa c ca".split()
)
"""Words before a year that let nouns come after it: in 1945 troops, the 2012 elections."""
_DATES_ONLY = frozenset("in since until till during the a an his her its their year years".split())
"""Of these, those that seldom come before a count."""


def years(text: str) -> Iterator[Tagged]:
    """Years that stand alone."""
    for match in _BARE_YEAR.finditer(text):
        start, end = match.span()
        if _may_begin(text, start, end) and not counts(text, start, end):
            yield Tagged(start, end, Spec(int(match[0])))


def _may_begin(text: str, start: int, end: int) -> bool:
    """A word before it, or an enumeration of years, or a comma on both sides."""
    if _word_before(text, start) or not text[max(0, start - 8) : start].strip():
        return True
    if _AFTER_YEAR.search(text, max(0, start - 7), start):
        return True
    comma = _AFTER_COMMA.search(text, max(0, start - 8), start)
    return comma is not None and _CLOSED.match(text, end) is not None


def counts(text: str, start: int, end: int) -> bool:
    """Whether the words around `text[start:end]` make it a count, a page or a flight number.

    >>> counts("on pages 1999-2003", 9, 18), counts("in 1999-2003", 3, 12)
    (True, False)
    >>> counts("butcher 1400 victims", 8, 12), counts("the 2012 elections", 4, 8)
    (True, False)
    """
    before = _word_before(text, start)
    if _is_measured(text, start, before) or (
        before != "In" and before != "in" and _ADDRESS.match(text, end)
    ):
        return True
    other = _TO_A_COUNT.match(text, end)
    if other and before.lower() not in ("in", "since") and (other[2] or _is_counted(other[1])):
        return True
    after = _WORD_AFTER.match(text, end)
    if after is None:
        return False
    return after[1].lower() in COUNTED or (
        not after[2] and _is_plural(after[1]) and not _is_dating(before, text[start:end])
    )


def _is_measured(text: str, start: int, before: str) -> bool:
    """Page 1945, ISO 1999, a total of 1812; but in about 1400."""
    lower = before.lower()
    if lower == "of" or lower in ("about", "around", "approximately", "nearly", "roughly"):
        two = _TWO_BEFORE.search(text, max(0, start - 40), start)
        word = two[1].lower() if two else ""
        if lower == "of":
            return word in MEASURES
        begins = before[0].isupper() and text.startswith(",", start + 4)
        return not begins and word not in ("in", "by", "from", "since")
    if lower == "least":
        return not _UNTIL_AT_LEAST.search(text, max(0, start - 24), start)
    acronym = len(before) > 1 and before.isupper() and lower not in _DATING and lower != "and"
    cited = lower == "fy" or text.startswith(")", start + 4)
    return lower in NOT_YEARS_BEFORE or (acronym and not cited and text.upper() != text)


def _is_counted(word: str) -> bool:
    return word.lower() in COUNTED or _is_plural(word)


def _is_plural(word: str) -> bool:
    lower = word.lower()
    return len(word) > 3 and lower[-1] == "s" and lower[-2] not in "siu" and lower not in NO_PLURALS


def _is_dating(before: str, number: str) -> bool:
    """Whether the word before makes the number a year even where things seem to be counted."""
    lower = before.lower()
    if lower in _DATES_ONLY or before in ("(", "s"):
        return True
    return lower in _DATING and not number.endswith("00")


def _word_before(text: str, start: int) -> str:
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    return before[1] if before else ""
