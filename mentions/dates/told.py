"""Dates told from another: the following day, two weeks later, the end of the year, the spring."""

import re
from collections.abc import Iterator

from mentions.dates.patterns import (
    COUNT,
    PART,
    SEASON,
    WEEKDAY,
    which_third,
)
from mentions.dates.tagged import Relative, Tagged, Unit
from mentions.dates.values import Spec
from mentions.dates.words import FROM_DOCUMENT, LATER, NUMBERS, SEASONS, STEPS, WEEKDAYS

_DAYTIME = r"day|morning|afternoon|evening|night"
_STEP = re.compile(
    rf"\b(?P<part>{PART}|(?:[Ll]ater|[Ee]arlier|[Ll]ate|[Ee]arly)\s+(?:in\s+)?)?"
    rf"(?P<which>(?:[Tt]he\s+)?(?:next|following|previous|preceding|same)"
    rf"|[Tt]hat(?:\s+same)?|[Tt]his|[Nn]ext|[Ll]ast)"
    rf"\s+(?P<unit>{_DAYTIME}|month|year)\b(?!-)"
)
_STEPS = re.compile(rf"\b(?:{'|'.join((*STEPS, 'same', 'that', 'this'))})\s", re.IGNORECASE)
_THE_WHOLE = re.compile(r"the\s+(?:month|year)")
_PART_OF = re.compile(
    rf"\b(?P<part>{PART}|(?:[Ll]ater|[Ll]ate|[Ee]arly|[Ee]arlier)\s+in\s+)the\s+(?P<unit>month|year)\b"
)
_COUNTED = re.compile(
    rf"\b(?P<count>(?i:{COUNT}))\s+(?P<unit>days?|weeks?|months?|years?)"
    rf"\s+(?P<direction>{'|'.join(LATER)})\b"
)
_BESIDE = re.compile(
    rf"\b[Tt]he\s+(?P<unit>{_DAYTIME})\s+(?P<step>before|after|following)\b(?=[,.;:)]|\s+[Aa]nd\b|\Z)"
)
_OF_DOCUMENT = re.compile(
    rf"\b(?P<word>{'|'.join(name for name in FROM_DOCUMENT)})\b", re.IGNORECASE
)
_WEEKDAY_ALONE = re.compile(
    rf"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince)\s+(?P<date>(?P<weekday>{WEEKDAY})"
    r"(?:\s+(?:morning|afternoon|evening|night))?)\b(?!,?\s+(?:the\s+)?\d|s\b|,?\s+[A-Z])"
)
_DAY_OF_MONTH = re.compile(
    r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom|to)\s+(?P<date>the\s+"
    r"(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?P<same>\s+of\s+(?:that|the\s+same)\s+month)?)"
    r"(?=[,.;:)]|\s+(?:he|she|it|they|a|an|the|and|of\s+that|of\s+the\s+same)\b|\Z)"
)
_DIRECTION = re.compile("|".join(LATER))
_SEASON_ALONE = re.compile(
    rf"\b(?:(?:[Tt]he|[Tt]hat|[Tt]his)\s+|(?<=\b[Ii]n\s))(?:(?P<which>next|following|previous|preceding|same)\s+)?"
    rf"(?P<part>(?:early|mid|late)[\s-]+)?(?P<season>{SEASON})\b"
    rf"(?!\s+(?:of|from|in)\s+(?:[^\W\d_]|the)|\s+[A-Z])"
)


def told(text: str) -> Iterator[Tagged]:
    """Dates told from the one that the text is at, and seasons that lack their year."""
    for match in _STEP.finditer(text) if _STEPS.search(text) else ():
        unit = _unit(match["unit"])
        if unit is not None:
            step = next((STEPS[w] for w in match["which"].lower().split() if w in STEPS), 0)
            third = which_third(match["part"])
            yield _tagged(match, Relative(unit, step), Spec(third=third))
    for match in _PART_OF.finditer(text) if _THE_WHOLE.search(text) else ():
        unit = "month" if match["unit"] == "month" else "year"
        yield _tagged(match, Relative(unit, 0), Spec(third=which_third(match["part"])))
    for match in _COUNTED.finditer(text) if _DIRECTION.search(text) else ():
        count = NUMBERS.get(match["count"].lower()) or _digits(match["count"])
        unit = _unit(match["unit"].rstrip("s"))
        if unit and count:
            days = 7 if match["unit"].startswith("week") else 1
            yield _tagged(match, Relative(unit, count * days * LATER[match["direction"]]), Spec())
    for match in _BESIDE.finditer(text):
        unit = _unit(match["unit"])
        if unit is not None:
            step = -1 if match["step"] == "before" else 1
            yield _tagged(match, Relative(unit, step), Spec())
    for match in _OF_DOCUMENT.finditer(text):
        yield _tagged(match, Relative("day", FROM_DOCUMENT[match["word"].lower()], True), Spec())
    for match in _WEEKDAY_ALONE.finditer(text):
        day = WEEKDAYS[match["weekday"].lower()]
        yield Tagged(*match.span("date"), Spec(), relative=Relative("weekday", day))
    for match in _DAY_OF_MONTH.finditer(text):
        told_day = Relative("day of month", int(match["day"]))
        yield Tagged(*match.span("date"), Spec(), relative=told_day, same_year=bool(match["same"]))
    for match in _SEASON_ALONE.finditer(text):
        which = (match["which"] or "").lower()
        season = SEASONS[match["season"].lower()]
        told = Relative("season", STEPS.get(which, 0))
        yield _tagged(match, told, Spec(season=season, third=which_third(match["part"])))


def _tagged(match: re.Match[str], relative: Relative, spec: Spec) -> Tagged:
    return Tagged(*match.span(), spec, relative=relative)


def _digits(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _unit(word: str) -> Unit | None:
    """A part of a day counts as its day; weeks are told in days.

    >>> _unit("afternoon"), _unit("month"), _unit("time")
    ('day', 'month', None)
    """
    match word:
        case "day" | "morning" | "afternoon" | "evening" | "night" | "week":
            return "day"
        case "month":
            return "month"
        case "year":
            return "year"
        case _:
            return None
