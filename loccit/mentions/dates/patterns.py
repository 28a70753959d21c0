"""The patterns that the rules are written with, and the numbers in what they match."""

import re

from loccit.mentions.dates.words import HOLIDAYS, MONTHS, NUMBERS, ORDINALS, PARTS, WEEKDAYS

FULL = "|".join(name.title() for name in MONTHS if len(name) > 4 or name in ("june", "july"))
SURE = "|".join(name for name in FULL.split("|") if name != "March")
SHORT = "|".join(
    name.title() for name in MONTHS if len(name) <= 4 and name not in ("may", "june", "july")
)
MONTH = rf"(?:{FULL}|May|(?:{SHORT})\b\.?|{FULL.upper()}|MAY)"
ANY_MONTH = rf"(?:{MONTH}|{FULL.lower()}|may)"
"""In small letters too, where a day or a year appears beside it."""
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?"
YEAR = r"(?:1\d{3}|20\d\d)"
OF_THE_YEAR = r"(?:of\s+)?(?:the\s+year\s+)?"
DASH = r"\s?[-–—]\s?"
TO = rf"(?:{DASH}|\s+(?:to|until|till|through)\s+)"
_NTH = r"(?:first|second|latter|last)\s+half|(?:first|second|third|fourth|last)\s+quarter"
PART = (
    r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)(?:[\s-]+(?:in\s+)?)"
    rf"|(?:[Tt]he\s+)?(?:(?:very\s+)?(?:beginning|start|middle|end)|{_NTH})\s+of\s+)"
)
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
ERA = r"(?:BCE?|B\.C\.?(?:E\.)?)"
YEAR_BC = r"(?:10,?000|[1-9](?:,?\d{3}|\d{0,2}))"
"""Up to the calendar's first year."""
WEEKDAY = "|".join(name.title() for name in WEEKDAYS if name.endswith("day"))
OF_DAY = (
    r"(?:[Tt]he\s+)?(?:(?:early|late)\s+)?(?:morning|afternoon|evening|night)(?:\s+hours)?\s+of\s+"
)
BEFORE_DAY = re.compile(
    rf"\b(?=\w)(?:(?P<weekday>{'|'.join(name.title() for name in WEEKDAYS)})(?:\.?,|\.)?\s+"
    rf"(?:(?:the|dawn\s+of)\s+)?)?(?:{OF_DAY})?\Z"
)
"""What may come before a day and belongs to it: a weekday, the morning of."""
DAY_IN_WORDS = "|".join(
    name.replace("-", "[- ]") for name in sorted(ORDINALS, key=len, reverse=True)
)
BEFORE_MONTH = re.compile(rf"\b(?P<part>{PART})\Z")
OF_YEAR = (
    r"(?:,?\s+(?:(?:of|in)\s+)?(?:the\s+)?(?:that\s+)?"
    r"(?P<step>same|that|following|next|previous|preceding)\s+year\b)?"
)
"""June of that year, or June the following year."""
COUNT = "|".join((*NUMBERS, r"\d{1,3}"))
HOLIDAY = "|".join(map(re.escape, sorted(HOLIDAYS, key=len, reverse=True)))
FESTIVE = "|".join(
    re.escape(name.title().replace("'S", "'s"))
    for name in sorted(HOLIDAYS, key=len, reverse=True)
    if name.endswith((" day", " eve", " night"))
)
"""Holidays that are dates without more, as they are written."""
ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_PARTS = re.compile("|".join(PARTS))


def month_number(text: str) -> int:
    return MONTHS[text.rstrip(".").lower()]


def number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def day_number(text: str) -> int:
    """
    >>> day_number("6th"), day_number("twenty first")
    (6, 21)
    """
    words = text.lower().replace(" ", "-")
    return ORDINALS[words] if words in ORDINALS else number(text)


def which_part(text: str | None) -> tuple[int, int] | None:
    """
    >>> which_part("the end of "), which_part("mid-"), which_part("first half of"), which_part("")
    ((2, 3), (1, 3), (0, 2), None)
    """
    part = _PARTS.search(" ".join((text or "").lower().split()))
    return PARTS[part[0]] if part else None
