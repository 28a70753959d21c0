"""Anchors: dates whose days are known, and the years that they leave possible for another."""

import re
from dataclasses import dataclass, replace

from loccit.mentions.dates import values
from loccit.mentions.dates.tagged import Tagged
from loccit.mentions.dates.values import Spec
from loccit.mentions.dates.words import SEASON_MONTHS
from loccit.model import calendar
from loccit.model.calendar import civil
from loccit.model.mentions import Bounds, Evidence, Interval

_YEAR_IN_WORDS = re.compile(r"(?<![\d-])(1\d{3}|20\d\d)(?![\d-])")
_DECADE = re.compile(r"\d0['’]?s\b")
_TWO_YEARS = re.compile(r"(?<![\d-])(1\d{3}|20\d\d)[-/–](\d\d|\d{4})(?![\d-])")
_HALF = 6
"""The last month of a season's second year, in which it ends."""
NEAR_DAYS = 183
"""How far a date may run backwards in running text and still be of the same year."""
_SINCE_DAYS = 62
"""How far behind the story's date the start of what has been since may lie."""
_MOST_DAYS = 15_000
"""In which every day of the calendar has been every day of the week, 29 February too."""
_TWO_MONTHS = 62
"""Days in which every number that a month's day can have is there."""
_WEEK = 6
"""Days to either side of a known day in which a weekday without a date lies."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date whose days are known; `place` is its stretch, `evidence` the words that gave it."""

    place: int
    start: int
    spec: Spec
    interval: Interval
    evidence: tuple[Evidence, ...]
    covers: bool = False
    """Whether it holds for all that follows: a heading's or a title's year, in a sample too."""

    split: bool = False
    """Whether it is a season of two years (2017-18), which begins in the second half of the year
    of its spec."""

    @property
    def fine(self) -> bool:
        """Known to the month or the day, so that order can be told within a year."""
        return self.spec.month is not None

    @property
    def heads(self) -> bool:
        """Whether a heading gave it."""
        return any(each.kind == "heading" for each in self.evidence)

    @property
    def whole_year(self) -> bool:
        """A year without more, in which the text may be anywhere."""
        return self.spec.granularity == "year" and self.spec.part is None and not self.split


@dataclass(frozen=True, slots=True)
class Settled:
    """A yearless date's spec with its year and the evidence, or None with its bounds."""

    spec: Spec | None = None
    evidence: tuple[Evidence, ...] = ()
    bounds: Bounds | None = None


def dated(tagged: Tagged, year: int, evidence: tuple[Evidence, ...]) -> Settled:
    """`tagged` in that year; unsettled if the calendar or its weekday is against it."""
    return Settled(replace(tagged.spec, year=year), evidence) if fits(tagged, year) else Settled()


def open_between(tagged: Tagged, years: tuple[int, int], evidence: tuple[Evidence, ...]) -> Settled:
    """No year where two fit: its bounds are its days in both, and both are named."""
    days = [each for each in (in_year(tagged, year) for year in sorted(years)) if each]
    bounds = Bounds(days[0].first, days[-1].last) if days else None
    return Settled(bounds=bounds, evidence=evidence)


def fits(tagged: Tagged, year: int) -> bool:
    """Whether the day exists in that year and is the weekday that the text says."""
    days = in_year(tagged, year)
    return days is not None and (
        tagged.weekday is None or days.first != days.last or days.first % 7 == tagged.weekday
    )


def in_year(tagged: Tagged, year: int) -> Interval | None:
    """The days of a yearless date in that year, None if it has no such day."""
    spec = replace(tagged.spec, year=year)
    return values.interval(spec) if values.exists(spec) else None


def nearest_year(tagged: Tagged, last: Anchor) -> int | None:
    """The last date's year, or the next if the month would run back by more than half a year, or
    lies in what is left of a winter; None if the calendar or its weekday is against it."""
    assert last.spec.year is not None
    if last.split:
        return last.spec.year + (_month(tagged) <= _HALF)
    for year in (last.spec.year, last.spec.year + 1):
        days = in_year(tagged, year)
        if last.spec.season == 24 and days and days.last < last.interval.first:
            continue
        if days and last.interval.first - days.last <= NEAR_DAYS:
            runs_back = days.last < last.interval.first and not fits(tagged, year)
            return year + 1 if runs_back and fits(tagged, year + 1) else year
    return None


def _month(tagged: Tagged) -> int:
    if tagged.spec.month is not None:
        return tagged.spec.month
    return SEASON_MONTHS[tagged.spec.season] if tagged.spec.season else 1


def bounding_year(tagged: Tagged, last: Anchor) -> int | None:
    """The year of what the story's date lies after ("since May") or before ("until May")."""
    assert last.spec.year is not None
    if tagged.bound == "until":
        first, behind = last.interval.first, last.interval.first + 366
    else:
        first, behind = last.interval.last - NEAR_DAYS, last.interval.last + _SINCE_DAYS
    years = years_between(tagged, first, behind)
    return years[0] if years else None


def year_soon_before(tagged: Tagged, after: Anchor) -> int | None:
    """The year in which the date comes before `after` by no more than half a year."""
    last = after.interval.last
    for year in (civil(last)[0], civil(last)[0] - 1):
        days = in_year(tagged, year)
        if days and 0 <= last - days.last <= NEAR_DAYS and fits(tagged, year):
            return year
    return None


def years_between(tagged: Tagged, first: int, last: int) -> list[int]:
    """The years in which the date falls within the days `first` to `last`; at most two."""
    years: list[int] = []
    for year in range(civil(first)[0], min(civil(last)[0], civil(first)[0] + 12) + 1):
        days = in_year(tagged, year)
        if days and days.last >= first and days.first <= last and fits(tagged, year):
            years.append(year)
        if len(years) > 1:
            break
    return years


def bounds(before: Anchor | None, after: Anchor | None) -> Bounds | None:
    """What the order of the text leaves possible; None where it says nothing, or runs back."""
    first = before.interval.first if before else None
    last = after.interval.last if after else None
    if first is not None and last is not None and first > last:
        return None
    return Bounds(first, last) if first is not None or last is not None else None


def holding(tagged: Tagged, given: Bounds | None) -> Bounds | None:
    """The bounds, if some day that the date can be lies in them; else without the later one, or
    none at all: the text has run back, and what it says next bounds nothing."""
    if given is None or _may_lie(tagged, given.first, given.last):
        return given
    if given.first is not None and _may_lie(tagged, given.first, None):
        return Bounds(given.first, None)
    return None


def _may_lie(tagged: Tagged, first: int | None, last: int | None) -> bool:
    """Whether the date can be a day from `first` to `last`, of which one may be missing."""
    spec, told = tagged.spec, tagged.relative
    if first is None:
        first = None if last is None else last - _MOST_DAYS
    if first is None:
        return True
    last = first + _MOST_DAYS if last is None else min(last, first + _MOST_DAYS)
    if spec.yearless:
        years = range(civil(first)[0] - 1, civil(last)[0] + 1)
        return any(
            days.first <= last and first <= days.last
            for days in (in_year(tagged, year) for year in years if fits(tagged, year))
            if days
        )
    if told is not None and told.unit == "weekday":
        return (told.count - first) % 7 <= last - first
    if told is not None and told.unit == "day of month":
        days = range(first, min(last, first + _TWO_MONTHS) + 1)
        return any(civil(day)[2] == told.count for day in days)
    return first <= last


def around(day: Interval) -> Bounds:
    """Where a weekday lies that is told beside a known day."""
    return Bounds(day.first - _WEEK, day.last + _WEEK)


def only_year(words: str) -> tuple[int, ...]:
    """The year that `words` name, or the two of a season, if they name no others and no decade.

    >>> only_year("Events of May 2013"), only_year("1914-1918"), only_year("1999-2000 season")
    ((2013,), (), (1999, 2000))
    >>> only_year("Growth in the 1910s")
    ()
    """
    for first, last in _TWO_YEARS.findall(words):
        years = int(first), int(first[: -len(last)] + last) + 100 * (last == "00" != first[2:])
        return years if is_season(*years) else ()
    if _DECADE.search(words):
        return ()
    named = set(_YEAR_IN_WORDS.findall(words))
    return (int(named.pop()),) if len(named) == 1 else ()


def is_season(first: int, last: int) -> bool:
    """Whether two years joined by a dash are one season, rather than a span of years."""
    return last == first + 1


def at_year(place: int, years: tuple[int, ...], evidence: Evidence, start: int = -1) -> Anchor:
    """At a year, or a season of two."""
    spec = Spec(years[0])
    interval = calendar.year_interval(years[0], years[-1])
    covers = evidence.kind in ("heading", "title")
    return Anchor(place, start, spec, interval, (evidence,), covers, len(years) > 1)
