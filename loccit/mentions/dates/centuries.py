"""Centuries and what is counted in them: several together, their decades and turns, millennia."""

import re
from collections.abc import Iterator

from loccit.mentions.dates.patterns import DASH, ERA, ORDINAL, PART, number, which_part
from loccit.mentions.dates.tagged import Tagged
from loccit.mentions.dates.values import Spec
from loccit.mentions.dates.words import ORDINALS

NTH = rf"(?:\d\d?(?:st|nd|rd|th)|(?i:{ORDINAL}))"
_JOINT = rf"(?:,\s+(?:(?:and|or)\s+)?|\s+(?:and|or|to)\s+|{DASH})(?:the\s+)?"
_LISTED = re.compile(
    rf"\b(?P<list>(?:(?:{PART})?\b{NTH}\b-?{_JOINT}){{1,5}})(?:{PART})?(?:the\s+)?{NTH}"
    rf"[\s-]centur(?:y|ies)(?P<bc>\s{ERA})?"
)
_ONE = re.compile(rf"(?P<part>{PART})?\b(?P<nth>{NTH})\b")
_TURN = re.compile(rf"\b(?:[Tt]he\s+)?turn\s+of\s+the\s+(?P<nth>{NTH})[\s-]century\b(?!\s{ERA})")
_LAST = 21


def listed(text: str) -> Iterator[Tagged]:
    """The 16th, 17th and 18th centuries: all but the last, which is read as one alone.

    >>> [each.spec.century for each in listed("the 16th, 17th and 18th centuries")]
    [15, 16]
    """
    for match in _LISTED.finditer(text) if "centur" in text else ():
        for one in _ONE.finditer(text, *match.span("list")):
            nth = ordinal(one["nth"])
            if 1 <= nth <= _LAST:
                spec = Spec(century=nth - 1, part=which_part(one["part"]), bc=bool(match["bc"]))
                yield Tagged(*one.span(), spec)


def turns(text: str) -> Iterator[Tagged]:
    """The turn of the 20th century: ten years to either side of 1900."""
    for match in _TURN.finditer(text) if "turn" in text else ():
        nth = ordinal(match["nth"])
        if 2 <= nth <= _LAST:
            first, last = (
                Tagged(*match.span(), Spec(nth * 100 - 100 + years)) for years in (-10, 9)
            )
            yield Tagged(*match.span(), last.spec, (first, last))


def ordinal(text: str) -> int:
    """
    >>> ordinal("16th"), ordinal("Fourth")
    (16, 4)
    """
    return ORDINALS.get(text.lower()) or number(text)


def century(match: re.Match[str]) -> Spec | None:
    nth = ordinal(match["ordinal"])
    if not 1 <= nth <= _LAST:
        return None
    return Spec(century=nth - 1, part=which_part(match["part"]), bc=bool(match["bc"]))


def decade_of(match: re.Match[str]) -> Spec | None:
    """The first decade of the 21st century: 200X."""
    nth, word = ordinal(match["ordinal"]), match["which"].lower()
    which = 10 if word in ("last", "final") else ordinal(word)
    if not (1 <= nth <= _LAST and 1 <= which <= 10):
        return None
    return Spec(decade=nth * 10 - 11 + which)


def millennium(match: re.Match[str]) -> Spec | None:
    """The 4th millennium BC: 4000 to 3001 BC."""
    nth, bc = ordinal(match["ordinal"]), bool(match["bc"])
    if not 1 <= nth <= (10 if bc else 3):
        return None
    return Spec(millennium=nth - 1, part=which_part(match["part"]), bc=bc)
