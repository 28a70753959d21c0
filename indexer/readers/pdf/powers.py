"""Powers: raised numbers that belong to a quantity, not to a note."""

import re

UNITS = frozenset("cm mm km nm µm μm dm ft yd hr kg mg ml hz mol kpa mpa rad sec".split())
"""A small number raised behind one of these, or behind a single letter, is a power: km²."""

REACH = 80
"""So many letters before a mark, and behind it, tell what it is."""

_WORD_BEFORE = re.compile(r"(?:^|[\s\d()\[./·⋅=+−])([^\W\d_]+)$")
_FORMULA = re.compile(r"\([^()]{0,60}[−+=×/<>∑∫][^()]{0,60}\)$|[)\]]\)$")
"""A power of what stands in brackets: (x − y)²."""


def before(text: str, at: int) -> str:
    """The last letters before a place of a text."""
    return text[max(0, at - REACH) : at]


def is_power(text: str, start: int, end: int, inner: str) -> bool:
    """Whether a raised number looks like none of a note: it stands at a digit, a unit or a single
    letter (x²), or in front of letters (¹⁴C)."""
    words, after = before(text, start), text[end : end + 1]
    if words[-1:].isdigit() or words[-1:] in ("^", "×", "−"):
        return True
    if after.isdigit() or ((not words or words[-1:].isspace()) and after.isalpha()):
        return True
    if _FORMULA.search(words):
        return True
    word = _WORD_BEFORE.search(words)
    if word and word[1].casefold() in UNITS and inner.lstrip("-−–+") in ("1", "2", "3"):
        return True
    return word is not None and len(word[1]) == 1
