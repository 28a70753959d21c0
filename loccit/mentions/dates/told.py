"""Dates told from another: the following day, two weeks later, the end of the year, the spring."""

import re
from collections.abc import Iterator

from loccit.mentions.dates.patterns import (
    COUNT,
    DAY,
    MONTH,
    PART,
    SEASON,
    WEEKDAY,
    month_number,
    number,
    which_part,
)
from loccit.mentions.dates.tagged import Relative, Tagged, ToldFrom, Unit
from loccit.mentions.dates.values import Spec
from loccit.mentions.dates.words import (
    FROM_DOCUMENT,
    LATER,
    NOT_SEASONS,
    NUMBERS,
    SEASONS,
    STEPS,
    WEEKDAYS,
)

_DAYTIME = r"day|morning|afternoon|evening|night"
_STEP = re.compile(
    rf"\b(?P<part>{PART}|(?:[Ll]ater|[Ee]arlier|[Ll]ate|[Ee]arly)\s+(?:in\s+)?)?"
    rf"(?P<which>(?:[Tt]he\s+)?(?:next|following|previous|preceding|same)"
    rf"|[Tt]hat(?:\s+same)?|[Tt]his|[Nn]ext|[Ll]ast)"
    rf"\s+(?P<unit>{_DAYTIME}|month|year)\b(?!-|\s+(?:of|as)\b)"
)
_STEPS = re.compile(rf"\b(?:{'|'.join((*STEPS, 'same', 'that', 'this'))})\s", re.IGNORECASE)
_THE_WHOLE = re.compile(r"the\s+(?:month|year)")
_PART_OF = re.compile(
    rf"\b(?P<part>{PART}|(?:[Ll]ater|[Ll]ate|[Ee]arly|[Ee]arlier)\s+in\s+)the\s+(?P<unit>month|year)\b(?!\s+\d)"
)
_COUNTED = re.compile(
    rf"\b(?P<count>(?i:{COUNT}))\s+(?P<unit>days?|weeks?|months?|years?)"
    rf"\s+(?P<direction>{'|'.join(each.replace(' ', ' +') for each in LATER)})\b"
    r"(?!(?<=that|this)\s+(?!(?:he|she|it|they|the|a|an|and|in|on|at|his|her)\b)[\w])"
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
    r"(?!(?:(?:,|,?\s+(?:and|or|to))\s+(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?\d\d?(?:st|nd|rd|th)){1,5}"
    r"[\s-]centur)"
)
_DIRECTION = re.compile("|".join(LATER))
_MONTH_NAMED = re.compile(
    r"\b(?P<which>(?:[Tt]he\s+)?(?:following|next|previous|preceding|same)|[Tt]hat(?:\s+same)?"
    rf"|[Ll]ast|[Nn]ext)\s+(?P<part>(?:early|mid|late)[\s-]+)?(?:(?P<day>{DAY})(?:\s+of)?\s+)?"
    rf"(?P<month>{MONTH})\b(?:\s+(?P<behind>{DAY})\b(?![,.]?\d))?(?!,?\s+\d)"
)
_WEEKDAY_NAMED = re.compile(
    rf"\b(?P<which>[Tt]he\s+(?:following|next|previous|preceding)|[Ll]ast)\s+(?P<weekday>{WEEKDAY})\b"
    r"(?!,?\s+(?:the\s+)?\d)"
)
_SEASON_ALONE = re.compile(
    rf"\b(?:(?:[Tt]he|[Tt]hat|[Tt]his)\s+|(?<=\b[Ii]n\s))(?:(?P<which>next|following|previous|preceding|same)\s+)?"
    rf"(?P<part>(?:early|mid|late)[\s-]+)?(?P<season>{SEASON})\b"
    rf"(?!\s+(?:of|from|in)\s+(?:[^\W\d_]|the)|\s+(?:which|whose)\b|\s+[A-Z])"
)

_NOUN = re.compile(r"\s+([a-z]+)")


def told(text: str) -> Iterator[Tagged]:
    """Dates told from the one that the text is at, and seasons that lack their year."""
    if _STEPS.search(text):
        yield from _steps(text)
        yield from _named(text)
    yield from _parts(text)
    yield from _counted(text)
    yield from _beside(text)
    yield from _of_document(text)
    yield from _weekdays(text)
    yield from _days_of_month(text)
    yield from _seasons(text)


def _steps(text: str) -> Iterator[Tagged]:
    """That day, the following year."""
    for match in _STEP.finditer(text):
        unit = _unit(match["unit"])
        if unit is not None:
            told_of = Relative(unit, _step(match["which"]), _told_from(match["which"]))
            yield _tagged(match, told_of, Spec(part=which_part(match["part"])))


def _parts(text: str) -> Iterator[Tagged]:
    """The end of the month, later in the year."""
    for match in _PART_OF.finditer(text) if _THE_WHOLE.search(text) else ():
        unit: Unit = "month" if match["unit"] == "month" else "year"
        yield _tagged(match, Relative(unit, 0), Spec(part=which_part(match["part"])))


def _counted(text: str) -> Iterator[Tagged]:
    """Two weeks later, a month after that, three days ago."""
    for match in _COUNTED.finditer(text) if _DIRECTION.search(text) else ():
        count = NUMBERS.get(match["count"].lower()) or _digits(match["count"])
        unit = _unit(match["unit"].rstrip("s"))
        if unit and count:
            direction = " ".join(match["direction"].split())
            of: ToldFrom = "document" if direction == "ago" else "text"
            yield _tagged(match, Relative(unit, count * LATER[direction], of), Spec())


def _beside(text: str) -> Iterator[Tagged]:
    """The day before."""
    for match in _BESIDE.finditer(text):
        unit = _unit(match["unit"])
        if unit is not None:
            yield _tagged(match, Relative(unit, -1 if match["step"] == "before" else 1), Spec())


def _of_document(text: str) -> Iterator[Tagged]:
    """Yesterday."""
    for match in _OF_DOCUMENT.finditer(text):
        step = FROM_DOCUMENT[match["word"].lower()]
        yield _tagged(match, Relative("day", step, "document"), Spec())


def _weekdays(text: str) -> Iterator[Tagged]:
    """On Monday."""
    for match in _WEEKDAY_ALONE.finditer(text):
        day = WEEKDAYS[match["weekday"].lower()]
        yield Tagged(*match.span("date"), Spec(), relative=Relative("weekday", day))


def _days_of_month(text: str) -> Iterator[Tagged]:
    """On the 15th."""
    for match in _DAY_OF_MONTH.finditer(text):
        told_day = Relative("day of month", int(match["day"]))
        of_year = 0 if match["same"] else None
        yield Tagged(*match.span("date"), Spec(), relative=told_day, of_year=of_year)


def _seasons(text: str) -> Iterator[Tagged]:
    """The following spring, and a season that only lacks its year."""
    for match in _SEASON_ALONE.finditer(text):
        noun = _NOUN.match(text, match.end())
        if noun is None or noun[1] not in NOT_SEASONS:
            of: ToldFrom = "document" if match[0].lower().startswith("this") else "text"
            told_of = Relative("season", STEPS.get((match["which"] or "").lower(), 0), of)
            season = SEASONS[match["season"].lower()]
            yield _tagged(match, told_of, Spec(season=season, part=which_part(match["part"])))


def _named(text: str) -> Iterator[Tagged]:
    """The following June, the previous Friday."""
    for match in _MONTH_NAMED.finditer(text):
        month = month_number(match["month"])
        day = match["day"] or match["behind"]
        told_of = Relative("month of year", _step(match["which"]), _told_from(match["which"]))
        part = None if day else which_part(match["part"])
        spec = Spec(month=month, day=number(day) if day else None, part=part)
        yield _tagged(match, told_of, spec)
    for match in _WEEKDAY_NAMED.finditer(text):
        day, step = WEEKDAYS[match["weekday"].lower()], _step(match["which"])
        yield _tagged(match, Relative("weekday", day, _told_from(match["which"]), step), Spec())


def _step(which: str) -> int:
    return next((STEPS[word] for word in which.lower().split() if word in STEPS), 0)


def _told_from(which: str) -> ToldFrom:
    """Next and last, without an article, are told from when one writes; this from either."""
    word = which.lower()
    if word in ("next", "last"):
        return "document"
    return "either" if word == "this" else "text"


def _tagged(match: re.Match[str], relative: Relative, spec: Spec) -> Tagged:
    return Tagged(*match.span(), spec, relative=relative)


def _digits(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _unit(word: str) -> Unit | None:
    """A part of a day counts as its day.

    >>> _unit("afternoon"), _unit("month"), _unit("time")
    ('day', 'month', None)
    """
    match word:
        case "day" | "morning" | "afternoon" | "evening" | "night":
            return "day"
        case "week":
            return "week"
        case "month":
            return "month"
        case "year":
            return "year"
        case _:
            return None
