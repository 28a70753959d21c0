"""Dates told from another: so many units on from the date that the text is at."""

from loccit.mentions.dates import values
from loccit.mentions.dates.tagged import Relative, Tagged, Unit
from loccit.mentions.dates.values import Spec
from loccit.mentions.dates.words import SEASON_MONTHS
from loccit.model import calendar
from loccit.model.mentions import Granularity, Interval

_ROUGHLY = 4
"""Days by which a count of weeks may be off."""


def reached(tagged: Tagged, at: Spec, interval: Interval) -> Spec | None:
    """The date that is told; None if what the text is at is known too roughly for it.

    >>> from loccit.mentions.dates.tagger import tag
    >>> day = calendar.day_interval(1945, 4, 28)
    >>> values.value(reached(tag("two days later")[0], Spec(1945, 4, 28), day) or Spec())
    '1945-04-30'
    """
    told = tagged.relative
    if told is None or at.year is None:
        return None
    third = tagged.spec.part
    match told.unit:
        case "day" if at.day is not None:
            year, month, day = calendar.civil(interval.first + told.count)
            return Spec(year, month, day)
        case "week" if at.day is not None:
            return _weeks(told, interval)
        case "month" if at.month is not None:
            months = at.year * 12 + at.month - 1 + told.count
            return Spec(months // 12, months % 12 + 1, part=third)
        case "year":
            return Spec(at.year + told.count, part=third)
        case "month of year":
            return _named_month(tagged, at, interval)
        case "weekday" if at.day is not None and told.step:
            return _weekday(told, interval)
        case "season" if tagged.spec.season is not None:
            return _season(tagged, at, interval)
        case "day of month" if at.month is not None:
            return _of_month(tagged, at)
        case _:
            return None


def _weeks(told: Relative, at: Interval) -> Spec | None:
    """The month that so many weeks on, give or take some days, lie in; None where it may turn."""
    day = at.first + 7 * told.count
    (year, month, _), last = calendar.civil(day - _ROUGHLY), calendar.civil(day + _ROUGHLY)
    return Spec(year, month) if (year, month) == last[:2] else None


def _of_month(tagged: Tagged, at: Spec) -> Spec | None:
    """That day of the month that the text is at, unless the month may have turned since."""
    assert tagged.relative is not None
    spec = Spec(at.year, at.month, tagged.relative.count)
    runs_on = tagged.of_year == 0 or at.day is None or at.day <= tagged.relative.count
    return spec if runs_on and values.exists(spec) else None


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
    return Spec(year, season=season, part=tagged.spec.part)


def _named_month(tagged: Tagged, at: Spec, interval: Interval) -> Spec:
    """That month, or its day, of the year that the text is at, or the first after it, or the last
    before it."""
    told = tagged.relative
    assert told is not None
    assert at.year is not None
    month, day = tagged.spec.month, tagged.spec.day
    assert month is not None
    year = at.year
    if told.count > 0:
        year, *now = calendar.civil(interval.last)
        year += [month, day] <= now if day and at.day else month <= now[0]
    if told.count < 0:
        year, *now = calendar.civil(interval.first)
        year -= [month, day] >= now if day and at.day else month >= now[0]
    return Spec(year, month, day, part=tagged.spec.part)


def _weekday(told: Relative, at: Interval) -> Spec:
    """The first such weekday after the day, or the last before it."""
    days = (told.count - at.first) % 7 if told.step > 0 else -((at.first - told.count) % 7)
    return Spec(*calendar.civil(at.first + (days or 7 * told.step)))


_UNKNOWN: dict[Unit, tuple[str, Granularity]] = {
    "day": ("XXXX-XX-XX", "day"),
    "week": ("XXXX-XX", "month"),
    "weekday": ("XXXX-XX-XX", "day"),
    "month": ("XXXX-XX", "month"),
    "year": ("XXXX", "year"),
}


def unknown(tagged: Tagged) -> tuple[str, Granularity]:
    """The EDTF value and granularity of a date that can't be placed: what the words say of it.

    >>> from loccit.mentions.dates.tagger import tag
    >>> unknown(tag("on the same day")[0]), unknown(tag("On 6 May")[0])
    (('XXXX-XX-XX', 'day'), ('XXXX-05-06', 'day'))
    """
    told = tagged.relative
    if told is None or tagged.spec.season is not None or tagged.spec.month is not None:
        return values.value(tagged.spec), tagged.spec.granularity
    if told.unit == "day of month":
        return f"XXXX-XX-{told.count:02d}", "day"
    return _UNKNOWN[told.unit]
