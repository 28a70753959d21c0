"""Dates that appear together: the second lends the first its month and year, or both are a range.

`5 and 6 May 2013`, `May 5 and 6`, `in May or June 2013`, `summer and autumn 1918`,
`from May 2012 until 3 July 2013`, `from the 12th to the 15th century`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loccit.mentions.dates import values
from loccit.mentions.dates.patterns import DAY, ORDINAL, SEASON, YEAR, month_number, number
from loccit.mentions.dates.tagged import Tagged
from loccit.mentions.dates.values import Spec
from loccit.mentions.dates.words import ORDINALS, SEASONS

_AND = re.compile(r"(?:,|,?\s+(?:and|or)|\s?&)\s+(?:[Tt]he\s+)?\Z")
_TO = re.compile(r",?\s+(?:to|until|till|through|and)\s+(?:the\s+)?\Z")
_THROUGH = re.compile(
    r"(?:\s?[-–—]\s?|,?\s+(?:to|until|till|through)\s+)(?:the\s+|c(?:a|irca)?\.?\s*)?\Z"
)
"""What makes a range of two dates without from before them."""
_FROM = re.compile(r"\b(?:[Ff]rom|[Bb]etween)\s+(?:the\s+)?\Z")
_DAYS_BEFORE = re.compile(
    rf"\b(?:[Tt]he\s+)?(?P<days>{DAY}(?:,\s+{DAY})*),?\s+(?:and|or)\s+(?:[Tt]he\s+)?\Z"
)
_DAYS_AFTER = re.compile(
    rf"(?P<days>(?:,\s+{DAY})*,?\s+(?:and|or)\s+{DAY})\b(?:,?\s+(?P<year>{YEAR})\b|(?=[,.;:)]|\Z))"
)
_SEASON_BEFORE = re.compile(
    rf"\b(?:[Tt]he\s+)?(?:(?:early|mid|late)[\s-]+)?(?P<season>{SEASON})\s+(?:and|or)"
    r"\s+(?:the\s+)?\Z"
)
_MONTH_BEFORE = re.compile(r"\b(?P<month>March|May)\s+(?:and|or|to)\s+\Z")
"""The two that are also verbs, and no dates by themselves."""
_ORDINAL_BEFORE = re.compile(
    rf"\b(?:[Tt]he\s+)?(?P<ordinal>\d\d?(?:st|nd|rd|th)|(?i:{ORDINAL}))-?\s+(?:to|and|or|through)"
    r"\s+(?:the\s+)?\Z"
)
_ONE_DAY = re.compile(DAY)
_DASH = re.compile(r"\s?[-–—]\s?\Z")
_COMMA = re.compile(r",\s\Z")
_MOST_LENT = 12
"""Dates before one that its year is lent to."""
_LONGEST = 60
"""Code points before a date in which what it lends to is looked for."""


def joined(text: str, tagged: Sequence[Tagged]) -> list[Tagged]:
    """The dates of a text in order, with those that appear together read together."""
    merged: list[Tagged] = []
    for each in tagged:
        each, days = _days_after(text, each)
        _lend(text, merged, each)
        merged += [*_before(text, merged, each), each, *days]
    return list(_ranges(text, merged))


def _lend(text: str, tagged: list[Tagged], last: Tagged) -> None:
    """The dates before get the year of `last`, as far as they are joined to it."""
    for at in range(len(tagged) - 1, max(-1, len(tagged) - _MOST_LENT), -1):
        first = tagged[at]
        lent = None if last.relative else _lent(first, last, text[first.end : last.start])
        if lent is None:
            return
        tagged[at] = last = lent


def _lent(first: Tagged, last: Tagged, between: str) -> Tagged | None:
    if first.parts or not first.spec.yearless or _is_told(first):
        return None
    if not any(joint.match(between) for joint in (_COMMA, _AND, _TO, _DASH)):
        return None
    spec = (last.parts or (last,))[0].spec
    year = None if spec.year is None else _year_before(first.spec, spec)
    if year is None:
        return None
    return replace(first, spec=replace(first.spec, year=year), relative=None)


def _is_told(tagged: Tagged) -> bool:
    """Told from another date; a season without more ("the summer") only lacks its year."""
    told = tagged.relative
    return told is not None and (told.unit, told.count) != ("season", 0)


def _year_before(first: Spec, last: Spec) -> int | None:
    """The year of a date that comes before `last`; None where they aren't of a kind."""
    if last.year is None or (first.month is None) != (last.month is None):
        return None
    if first.month is None or last.month is None:
        later = (first.season or 0) > (last.season or 0)
        return last.year - later if first.season and last.season else None
    dated = replace(first, year=last.year - (first.month > last.month))
    return dated.year if values.exists(dated) else None


def _before(text: str, tagged: Sequence[Tagged], last: Tagged) -> Iterator[Tagged]:
    """Bare days, a season or an ordinal before `last` that only it makes dates."""
    spec = (last.parts or (last,))[0].spec
    since = max(tagged[-1].end if tagged else 0, last.start - _LONGEST)
    if last.relative is not None:
        return
    if spec.day is not None and (match := _DAYS_BEFORE.search(text, since, last.start)):
        yield from _days(match, replace(spec, part=None))
    if spec.month is not None and (match := _MONTH_BEFORE.search(text, since, last.start)):
        lent = Spec(month=month_number(match["month"]))
        if spec.day is None or spec.year is not None:
            yield Tagged(*match.span("month"), replace(lent, year=_year_before(lent, spec)))
    if spec.season is not None and (match := _SEASON_BEFORE.search(text, since, last.start)):
        lent = Spec(season=SEASONS[match["season"].lower()])
        year = _year_before(lent, spec)
        end = match.end("season")
        yield Tagged(match.start(), end, replace(lent, year=year))
    if spec.century is not None and (match := _ORDINAL_BEFORE.search(text, since, last.start)):
        ordinal = match["ordinal"].lower()
        nth = ORDINALS.get(ordinal) or number(ordinal)
        if 1 <= nth <= 21:
            lent = Spec(century=nth - 1, bc=spec.bc)
            yield Tagged(match.start("ordinal"), match.end("ordinal"), lent)


def _days_after(text: str, first: Tagged) -> tuple[Tagged, list[Tagged]]:
    """`May 5 and 6, 2013`: bare days behind a day, whose year is lent to all."""
    if first.spec.day is None or first.parts or first.relative or not text[first.end - 1].isdigit():
        return first, []
    match = _DAYS_AFTER.match(text, first.end)
    if not match or (first.spec.year is not None and match["year"]):
        return first, []
    spec = replace(first.spec, year=int(match["year"])) if match["year"] else first.spec
    days = list(_days(match, spec))
    if match["year"] and days:
        days[-1] = replace(days[-1], end=match.end())
    return (replace(first, spec=spec), days) if days else (first, [])


def _days(match: re.Match[str], spec: Spec) -> Iterator[Tagged]:
    for one in _ONE_DAY.finditer(match.string, *match.span("days")):
        dated = replace(spec, day=number(one[0]))
        if values.exists(dated):
            yield Tagged(*one.span(), dated)


def _ranges(text: str, tagged: Sequence[Tagged]) -> Iterator[Tagged]:
    """From one date to another holds throughout, whatever the two are known to."""
    at = 0
    while at < len(tagged):
        first, last = tagged[at], tagged[at + 1] if at + 1 < len(tagged) else None
        if last is not None and _is_range(text, first, last):
            yield Tagged(first.start, last.end, last.spec, (first, last))
            at += 1
        else:
            yield first
        at += 1


def _is_range(text: str, first: Tagged, last: Tagged) -> bool:
    if first.parts or last.parts or first.relative or last.relative:
        return False
    opening = _FROM.search(text, max(0, first.start - 16), first.start)
    words = text[first.end : last.start]
    between = _TO.match(words)
    opened = opening and between and ("and" in between[0]) == opening[0].startswith(("b", "B"))
    if not opened and not _THROUGH.match(words):
        return False
    if first.spec.yearless and last.spec.yearless:
        return first.spec.month is not None and last.spec.month is not None
    days = values.interval(first.spec), values.interval(last.spec)
    return bool(days[0] and days[1] and days[0].first < days[1].first)
