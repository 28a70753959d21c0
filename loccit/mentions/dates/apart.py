"""What looks like a yearless date and is none: names of people, and what happens every year."""

import re
from dataclasses import replace

from loccit.mentions.dates import asides
from loccit.mentions.dates.recurring import recurs
from loccit.mentions.dates.tagged import Tagged
from loccit.mentions.dates.titles import is_in_title

_NAME_BEHIND = re.compile(r"\s+[A-Z](?:[^\W\d_A-Z]|')")
_PREPOSITION = re.compile(
    r"\b(?:in|by|of|since|until|till|during|from|to|through|throughout|last|next|late|early|mid|after"
    r"|before|between|around|this|that|for)[\s-]+\Z",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\b(?:every|each|annually|yearly)(?:\s+year)?,?(?:\s+(?:in|on|during|from|at))?"
    r"(?:\s+the)?(?:\s+(?:early|mid|late))?[\s-]*\Z",
    re.IGNORECASE,
)
_OF_EVERY = re.compile(r",?\s+(?:of\s+)?(?:(?:each|every)\s+(?:other\s+)?year|annually)\b")
_COLOURED = re.compile(r"\b(?:Black|Bloody|Red|White|Green|Orange)\s+\Z")
_THE = re.compile(r"\b[Tt]he\s+\Z")
_EVENT = re.compile(
    r"(?:July\s+(?:Monarchy|Ordinances|Column)|June\s+(?:Days|bugs?)|March\s+(?:of\s+Dimes|Madness)"
    r"|April\s+Fool|May\s+(?:Queen|Fair))"
)
"""Months in what is no time of the year."""
_NAMED_BY_DAY = re.compile(
    r"(?:\s+[A-Z][\w'-]+)?\s+(?:Stadium|Square|Street|Avenue|Boulevard|Road|Bridge|Park|Station|Airport"
    r"|Dam|Movement|Brigade|Battalion|Regiment|Division|Company|Group|Party|Front|Club|Committee|School"
    r"|University|Incident|Agreement|Alliance|Coalition|Organi[sz]ation|Prize|Medal)\b"
    r"|\s+(?:qualified|advanced|defeated|beat|scored|earned|drew\s+with|lost\s+to)\b"
)
"""What bears a day as its name: the 25 April Bridge."""
_OF_DAY = re.compile(
    r"\b(?:[Gg]overnment|[Mm]ovement|[Cc]oup|[Cc]risis|[Rr]evolution|[Uu]prising|[Mm]assacre|[Ee]vents"
    r"|[Dd]ecree|[Mm]en|[Mm]artyrs|[Gg]eneration|[Rr]evolt)\s+of\s+(?:the\s+)?\Z"
)
"""What is called by its day: the government of the 16th of May."""
_EVENTS = (
    r"(?:[Rr]evolution|[Uu]prising|[Cc]oup|[Rr]evolt|[Rr]ising|[Rr]ebellion|[Mm]assacre|[Aa]ttack"
    r"|[Pp]rotest|[Ee]vent)s\b"
)
_REVOLUTIONS = re.compile(
    rf"\s+(?:[Rr]evolutions?\b|(?:and|or)\s+(?:the\s+)?[A-Z][a-z]+\s+{_EVENTS})"
)
"""What is called by its month: the February and October revolutions."""
_ANOTHER_AND = re.compile(r"\b[A-Z][a-z]+\s+(?:and|or)\s+(?:the\s+)?\Z")
_MORE_EVENTS = re.compile(rf"\s+{_EVENTS}")
_OPENS_QUOTATION = re.compile(r"\"(?:On\s+)?\Z")
"""What is quoted may be of any year."""
_BEFORE = 40
"""Code points before a date that are looked at."""


def is_none(text: str, tagged: Tagged) -> bool:
    """Whether a yearless date is a name.

    >>> from loccit.mentions.dates.rules import single
    >>> [is_none(text, next(single(text))) for text in ("June Carter sang", "In June Carter sang")]
    [True, False]
    """
    spec = (tagged.parts or (tagged,))[0].spec
    if not spec.yearless:
        return False
    since = max(0, tagged.start - _BEFORE)
    if spec.day is None and _EVENT.match(text, tagged.start):
        return True
    if spec.day is not None and _NAMED_BY_DAY.match(text, tagged.end):
        return True
    if spec.day is not None and is_in_title(text, tagged):
        return True
    return _in_name(text, tagged) and not _THE.search(text, since, tagged.start)


def known(text: str, tagged: Tagged) -> Tagged:
    """The date with what the text around it says: whether it is an aside, or in an event's name."""
    if tagged.spec.yearless:
        since = max(0, tagged.start - _BEFORE)
        comes_again = _is_every(text, tagged) or (
            tagged.of_year is None and not _is_stepped(tagged) and recurs(text, tagged)
        )
        if comes_again or (_in_name(text, tagged) and not _is_stepped(tagged)):
            parts = tuple(replace(part, loose=True, recurs=comes_again) for part in tagged.parts)
            return replace(tagged, loose=True, recurs=comes_again, parts=parts)
        quoted = _OPENS_QUOTATION.search(text, max(0, tagged.start - 6), tagged.start)
        if quoted or (tagged.spec.day and _OF_DAY.search(text, since, tagged.start)):
            return replace(tagged, loose=True)
        return replace(tagged, bound=asides.bound(text, tagged))
    aside = asides.kind(text, tagged)
    parts = tuple(replace(part, aside=aside) for part in tagged.parts)
    return replace(tagged, aside=aside, parts=parts) if aside else tagged


def _is_every(text: str, tagged: Tagged) -> bool:
    since = max(0, tagged.start - _BEFORE)
    every = _EVERY.search(text, since, tagged.start) or _OF_EVERY.match(text, tagged.end)
    return every is not None


def _is_stepped(tagged: Tagged) -> bool:
    """The following spring, that June: told from a date that there is."""
    told = tagged.relative
    return told is not None and (told.unit, told.count) != ("season", 0)


def _in_name(text: str, tagged: Tagged) -> bool:
    spec = tagged.spec
    since = max(0, tagged.start - _BEFORE)
    if spec.month is None or tagged.parts or tagged.of_year is not None or tagged.relative:
        return False
    if spec.day is not None:
        attacks = text.startswith(" attacks", tagged.end)
        return attacks and _THE.search(text, since, tagged.start) is not None
    if spec.part is not None:
        return False
    if _COLOURED.search(text, since, tagged.start) or _REVOLUTIONS.match(text, tagged.end):
        return True
    if _ANOTHER_AND.search(text, since, tagged.start) and _MORE_EVENTS.match(text, tagged.end):
        return True
    return bool(_NAME_BEHIND.match(text, tagged.end)) and not _PREPOSITION.search(
        text, since, tagged.start
    )
