"""Intervals, sets and lists of numbers, which are written in brackets like citations."""

import re

_REACH = 80
"""Code points before a bracket that say what it is."""
_CALLED = re.compile(
    r"""
    \b(?:intervals?|sets?|ranges?|lists?|arrays?|vectors?|tuples?|matrix|sequences?|segments?
       |domains?|coordinates?|bounds|values?|outputs?|inputs?|permutations?|integers?|returns?
       |numbers|partitions?|uniform(?:ly)?(?:\s+distributed)?|scale|scores?)
    (?:\s+(?:of|from|in|is|are|on|over|like|such\s+as|to|be|the|and|or|between|closed|half-open
       |open|unit|form|within|[A-Za-z]|=)){0,4}
    [\s(:,=]*
    (?:[\[(][^\[\]()\n]{0,30}[\])]\s*(?:,\s*(?:and|or)?|and|or|to|∪|∩|×|\\)\s*
       (?:(?:the\s+)?(?:closed\s+|open\s+)?(?:interval|set|list)\s+)?){0,4}
    \Z""",
    re.VERBOSE | re.IGNORECASE,
)
_VARIABLE = re.compile(r"(?<![^\W_])[^\W\d_](?:\([^\W\d_]\))?\s(?:in|on|over|from|is)\s\Z")
_SOURCES = re.compile(r"\b(?:references|sources|works|papers|studies|authors)\b", re.IGNORECASE)
_OPERATORS = "=∈∉∪∩×<>≤≥⊂⊆⊃→↦∖+*^\\±"
_FOLLOWS = re.compile(r"\s?[=∈∪∩×<≤≥⊂⊆→↦∖*^]|[²³⁺⁻ⁿ₀-₉]")


def is_interval(text: str, start: int, end: int) -> bool:
    """Whether the numbers in `text[start:end]` are an interval or a list by what is around.

    >>> text = "on the closed interval [2, 7], as in [2, 7]"
    >>> is_interval(text, 23, 29), is_interval(text, 37, 43)
    (True, False)
    """
    before = text[max(0, start - _REACH) : start]
    if before.rstrip(" ")[-1:] in _OPERATORS and before.strip():
        return True
    if _FOLLOWS.match(text, end):
        return True
    if before[-1:] and not before[-1].isspace() and before[-1] not in "(,:=":
        return False
    if not re.search(r"[,;\-\u2010-\u2015]", text[start:end]):
        return False
    if _VARIABLE.search(before):
        return True
    return _CALLED.search(before) is not None and not _SOURCES.search(before[-40:])
