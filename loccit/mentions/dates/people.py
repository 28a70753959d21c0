"""Months that are people in a text: after “Theresa May”, a May that says something is she."""

import re

from loccit.mentions.dates.tagged import Tagged

_NAMES = ("May", "April", "June", "August")
_NAMED = rf"(?P<name>{'|'.join(_NAMES)})"
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lady|Lord|Judge|Senator|Sister|Aunt)\.?\s+{_NAMED}\b(?!\s+\d)"
)
_SURNAMED = re.compile(r"\b(?P<given>[A-Z][a-z]+)\s+(?P<name>May)\b(?!,?\s+(?:\d|of\b))")
_FIRST = re.compile(
    r"(?:(?<=[.!?]\s)|\A|\b(?:met|named|called|married|actress|singer|sister|wife|daughter|mother"
    r"|(?:written|produced|directed|played|sung)\s+by)\s+)(?P<name>April|June|August)\s+[A-Z][a-z]+\b"
)
_NO_GIVEN = frozenset(
    "in on by since until till from during last next this that early late mid the between after"
    " before and or but of to through throughout around about for at as when while if january"
    " february march april june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday black bloody red first second a an it he she they"
    " we i you what who how why where".split()
)
_MONTHLY = re.compile(
    r"\b(?:in|since|until|till|during|throughout|last|next|early|late|mid|this|that|for|the|through"
    r"|between|following|previous|around)[\s-]+\Z",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(r",?\s+(?:\d|of\b)|\s*[-–—/]\s*\d")
_OF_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lady|Lord|Judge|Senator|Aunt)\.?\s+\Z")
_BEFORE = 16


def people(text: str) -> frozenset[str]:
    """The months that the text has as someone's name.

    >>> people("June Carter met Theresa May in May 2012.") == {"May", "June"}
    True
    >>> people("In May they met. On Monday May came.")
    frozenset()
    """
    if not any(name in text for name in _NAMES):
        return frozenset()
    found = {match["name"] for match in _TITLED.finditer(text)}
    found |= {
        match["name"]
        for match in _SURNAMED.finditer(text)
        if match["given"].lower() not in _NO_GIVEN
    }
    found |= {match["name"] for match in _FIRST.finditer(text)}
    return frozenset(found)


def is_person(text: str, tagged: Tagged, named: frozenset[str]) -> bool:
    """Whether a bare month is one of the people that the text names."""
    spec = (tagged.parts or (tagged,))[0].spec
    if not named or spec.month is None or spec.day is not None or spec.year is not None:
        return False
    if (
        tagged.relative
        or tagged.of_year is not None
        or text[tagged.start : tagged.end] not in named
    ):
        return False
    before = max(0, tagged.start - _BEFORE)
    if _OF_TITLE.search(text, before, tagged.start):
        return True
    if _NO_SUBJECT.match(text, tagged.end):
        return False
    return not _MONTHLY.search(text, before, tagged.start)
