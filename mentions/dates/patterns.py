"""The patterns that the rules are written with, and the numbers in what they match."""

import re

from mentions.dates.words import HOLIDAYS, MONTHS, NUMBERS, ORDINALS, PARTS, WEEKDAYS

FULL = "|".join(name.title() for name in MONTHS if len(name) > 4 or name in ("june", "july"))
SURE = "|".join(name for name in FULL.split("|") if name != "March")
SHORT = "|".join(
    name.title() for name in MONTHS if len(name) <= 4 and name not in ("may", "june", "july")
)
MONTH = rf"(?:{FULL}|May|(?:{SHORT})\b\.?|{FULL.upper()}|MAY)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?:1\d{3}|20\d\d)"
DASH = r"\s?[-–—]\s?"
TO = rf"(?:{DASH}|\s+(?:to|until|till|through)\s+)"
PART = (
    r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)(?:[\s-]+(?:in\s+)?)"
    r"|(?:[Tt]he\s+)?(?:beginning|start|middle|end)\s+of\s+)"
)
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
ERA = r"(?:BCE?|B\.C\.?(?:E\.)?)"
WEEKDAY = "|".join(name.title() for name in WEEKDAYS if name.endswith("day"))
OF_DAY = (
    r"(?:[Tt]he\s+)?(?:(?:early|late)\s+)?(?:morning|afternoon|evening|night)(?:\s+hours)?\s+of\s+"
)
BEFORE_DAY = re.compile(
    rf"\b(?=\w)(?:(?P<weekday>{'|'.join(name.title() for name in WEEKDAYS)})(?:\.?,|\.)?\s+"
    rf"(?:(?:the|dawn\s+of)\s+)?)?(?:{OF_DAY})?\Z"
)
"""What may stand before a day and belongs to it: a weekday, the morning of."""
BEFORE_MONTH = re.compile(rf"\b(?P<part>{PART})\Z")
SAME_YEAR = r"(?P<same>\s+of\s+(?:the\s+same|that)\s+year)?"
COUNT = "|".join((*NUMBERS, r"\d{1,3}"))
FESTIVE = "|".join(
    sorted({name.rsplit(" ", 1)[0].title().replace("'S", "'s") for name in HOLIDAYS if " " in name})
)
"""What holidays whose name ends in Day or Eve are of."""
HOLIDAY = "|".join(sorted(HOLIDAYS, key=len, reverse=True))
ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))


def month_number(text: str) -> int:
    return MONTHS[text.rstrip(".").lower()]


def number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def which_third(text: str | None) -> int | None:
    """
    >>> which_third("the end of "), which_third("mid-"), which_third(None)
    (2, 1, None)
    """
    found = re.search("|".join(PARTS), (text or "").lower())
    return PARTS[found[0]] if found else None
