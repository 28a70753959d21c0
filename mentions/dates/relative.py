"""Dates told from another: so many units on from the date that the text is at."""

from mentions import calendar
from mentions.dates import values
from mentions.dates.tagged import Tagged
from mentions.dates.values import Spec
from mentions.dates.words import SEASON_MONTHS
from mentions.types import Granularity, Interval


def reached(tagged: Tagged, at: Spec, interval: Interval) -> Spec | None:
    """The date that is told; None if what the text is at is known too roughly for it.

    >>> from mentions.dates.tagger import tag
    >>> reached(tag("two days later")[0], Spec(1945, 4, 28), calendar.day_interval(1945, 4, 28))
    Spec(year=1945, month=4, day=30, season=None, decade=None, century=None, third=None)
    """
    told = tagged.relative
    if told is None or at.year is None:
        return None
    third = tagged.spec.third
    match told.unit:
        case "day" if at.day is not None:
            year, month, day = calendar.civil(interval.first + told.count)
            return Spec(year, month, day)
        case "month" if at.month is not None:
            months = at.year * 12 + at.month - 1 + told.count
            return Spec(months // 12, months % 12 + 1, third=third)
        case "year":
            return Spec(at.year + told.count, third=third)
        case "season" if tagged.spec.season is not None:
            return _season(tagged, at, interval)
        case _:
            return None


def _season(tagged: Tagged, at: Spec, interval: Interval) -> Spec | None:
    """The season of the year that the text is at, or the first after it, or the last before."""
    told, season = tagged.relative, tagged.spec.season
    assert told is not None
    assert season is not None
    assert at.year is not None
    year = at.year
    begins = calendar.day(year, SEASON_MONTHS[season])
    if told.count > 0 and begins <= interval.last:
        year += 1
    if told.count < 0 and begins >= interval.first:
        year -= 1
    return Spec(year, season=season, third=tagged.spec.third)


_UNKNOWN = {"day": "XXXX-XX-XX", "month": "XXXX-XX", "year": "XXXX"}


def unknown(tagged: Tagged) -> tuple[str, Granularity]:
    """The EDTF value and granularity of a date that can't be placed: what the words say of it.

    >>> from mentions.dates.tagger import tag
    >>> unknown(tag("on the same day")[0]), unknown(tag("On 6 May")[0])
    (('XXXX-XX-XX', 'day'), ('XXXX-05-06', 'day'))
    """
    told = tagged.relative
    if told is None or tagged.spec.season is not None:
        return values.value(tagged.spec), tagged.spec.granularity
    return _UNKNOWN[told.unit], told.unit
