"""What a date stands for: its parts as numbers, turned into EDTF and an interval of days."""

from dataclasses import dataclass

from mentions import calendar
from mentions.dates.words import SEASON_MONTHS
from mentions.types import Granularity, Interval


@dataclass(frozen=True, slots=True)
class Spec:
    """A date as read: what is missing is None; `third` is 0, 1 or 2 for early, mid or late.

    `decade` and `century` count the years' leading digits (199 and 19); only one granularity's
    fields are filled. `season` also has the quarters (33 to 36); `bc` is for centuries.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    decade: int | None = None
    century: int | None = None
    third: int | None = None
    bc: bool = False

    @property
    def granularity(self) -> Granularity:
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "month"
        if self.season is not None:
            return "season"
        if self.year is not None:
            return "year"
        return "decade" if self.decade is not None else "century"

    @property
    def yearless(self) -> bool:
        """A month, a day or a season that lacks its year."""
        return self.year is None and (self.month or self.day or self.season) is not None


def exists(spec: Spec) -> bool:
    """Whether the calendar has it; 29 February without a year does."""
    if spec.month is None:
        return True
    year = 2000 if spec.year is None else spec.year
    return calendar.is_day(year, spec.month, 1 if spec.day is None else spec.day)


def value(spec: Spec) -> str:
    """The date in EDTF.

    >>> value(Spec(2012, 10)), value(Spec(None, 10, 6)), value(Spec(decade=199))
    ('2012-10', 'XXXX-10-06', '199X')
    """
    if spec.decade is not None:
        return f"{spec.decade:03d}X"
    if spec.century is not None:
        return f"{'-' * spec.bc}{spec.century:02d}XX"
    year = "XXXX" if spec.year is None else calendar.year_text(spec.year)
    numbers = (spec.season, None) if spec.season else (spec.month, spec.day)
    return "-".join([year, *(f"{number:02d}" for number in numbers if number is not None)])


def interval(spec: Spec) -> Interval | None:
    """The days it falls in, None without a year."""
    whole = _whole(spec)
    if whole is None or spec.third is None:
        return whole
    return _third(whole, spec)


def _whole(spec: Spec) -> Interval | None:
    if spec.decade is not None:
        return calendar.year_interval(spec.decade * 10, spec.decade * 10 + 9)
    if spec.century is not None:
        first = spec.century * 100
        return calendar.year_interval(*((-first - 99, -first) if spec.bc else (first, first + 99)))
    if spec.year is None:
        return None
    if spec.season is not None:
        return _season(spec.year, spec.season)
    if spec.month is None:
        return calendar.year_interval(spec.year)
    if spec.day is None:
        return calendar.month_interval(spec.year, spec.month)
    return calendar.day_interval(spec.year, spec.month, spec.day)


def _season(year: int, season: int) -> Interval:
    month = SEASON_MONTHS[season]
    last_year, last_month = (year + 1, 2) if season == 24 else (year, month + 2)
    return Interval(calendar.day(year, month), calendar.month_interval(last_year, last_month).last)


def _third(whole: Interval, spec: Spec) -> Interval:
    """Early, mid and late: days 1 to 10, 11 to 20 and the rest; four months; a third of years."""
    assert spec.third is not None
    if spec.granularity == "month":
        edges = [0, 10, 20, whole.last - whole.first + 1]
        return Interval(whole.first + edges[spec.third], whole.first + edges[spec.third + 1] - 1)
    if spec.granularity == "year" and spec.year is not None:
        month = spec.third * 4 + 1
        return Interval(
            calendar.day(spec.year, month), calendar.month_interval(spec.year, month + 3).last
        )
    length = whole.last - whole.first + 1
    return Interval(
        whole.first + length * spec.third // 3, whole.first + length * (spec.third + 1) // 3 - 1
    )
