"""What a date stands for: its parts as numbers, turned into EDTF and an interval of days."""

from dataclasses import dataclass

from loccit.mentions.dates.words import SEASON_MONTHS
from loccit.model import calendar
from loccit.model.mentions import Granularity, Interval


@dataclass(frozen=True, slots=True)
class Spec:
    """A date as read: what is missing is None; `part` is which of
    how many (0 of 3 is early, 1 of 2 the second half).

    `decade` and `century` count the years' leading digits (199 and 19); only one granularity's
    fields are filled. `season` also has the quarters (33 to 36); `bc` is for decades, whose
    digits are then those before Christ (the 490s BC: 49), centuries and millennia (the 4th: 3).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    decade: int | None = None
    century: int | None = None
    part: tuple[int, int] | None = None
    bc: bool = False
    millennium: int | None = None

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
        if self.millennium is not None:
            return "millennium"
        return "decade" if self.decade is not None else "century"

    @property
    def yearless(self) -> bool:
        """A month, a day or a season that lacks its year."""
        return self.year is None and (self.month or self.day or self.season) is not None


def exists(spec: Spec) -> bool:
    """Whether the calendar has it; 29 February without a year does."""
    if spec.month is None:
        return spec.year is None or calendar.FIRST_YEAR <= spec.year <= calendar.LAST_YEAR
    year = 2000 if spec.year is None else spec.year
    return calendar.is_day(year, spec.month, 1 if spec.day is None else spec.day)


def value(spec: Spec) -> str:
    """The date in EDTF.

    >>> value(Spec(2012, 10)), value(Spec(None, 10, 6)), value(Spec(decade=199))
    ('2012-10', 'XXXX-10-06', '199X')
    """
    if spec.decade is not None:
        return _decade_bc(spec.decade) if spec.bc else f"{spec.decade:03d}X"
    if spec.century is not None:
        return f"{'-' * spec.bc}{spec.century:02d}XX"
    if spec.millennium is not None:
        return "/".join(map(calendar.year_text, _thousand(spec)))
    year = "XXXX" if spec.year is None else calendar.year_text(spec.year)
    numbers = (spec.season, None) if spec.season else (spec.month, spec.day)
    return "-".join([year, *(f"{number:02d}" for number in numbers if number is not None)])


def _thousand(spec: Spec) -> tuple[int, int]:
    """The first and last year of a millennium, counted as centuries are.

    >>> _thousand(Spec(millennium=3, bc=True)), _thousand(Spec(millennium=1))
    ((-3999, -3000), (1000, 1999))
    """
    assert spec.millennium is not None
    first = spec.millennium * 1000
    return (-first - 999, -first) if spec.bc else (first, first + 999)


def _decade_bc(tens: int) -> str:
    """One of the ten years, since no cell of the calendar has them: 490 BC is -0489.

    >>> _decade_bc(49)
    '[-0498..-0489]'
    """
    first, last = -tens * 10 - 8, 1 - tens * 10
    return f"[{calendar.year_text(first)}..{calendar.year_text(last)}]"


def interval(spec: Spec) -> Interval | None:
    """The days it falls in, None without a year."""
    whole = _whole(spec)
    if whole is None or spec.part is None:
        return whole
    return _part(whole, spec)


def _whole(spec: Spec) -> Interval | None:
    if spec.decade is not None:
        first = -spec.decade * 10 - 8 if spec.bc else spec.decade * 10
        return calendar.year_interval(first, first + 9)
    if spec.century is not None:
        first = spec.century * 100
        return calendar.year_interval(*((-first - 99, -first) if spec.bc else (first, first + 99)))
    if spec.millennium is not None:
        return calendar.year_interval(*_thousand(spec))
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


def _part(whole: Interval, spec: Spec) -> Interval:
    """One of so many equal parts: of a month, days 1 to 10, 11 to 20 and the rest; of more than a
    year whole years, the earlier parts first given what is left over."""
    assert spec.part is not None
    which, of = spec.part
    if spec.granularity in ("decade", "century", "millennium"):
        first, last = (calendar.civil(day)[0] for day in (whole.first, whole.last))
        begins, ends = (first - -(last - first + 1) * edge // of for edge in (which, which + 1))
        return calendar.year_interval(begins, ends - 1)
    if spec.granularity == "year" and spec.year is not None:
        months = 12 // of
        last = calendar.month_interval(spec.year, months * (which + 1)).last
        return Interval(calendar.day(spec.year, months * which + 1), last)
    length = whole.last - whole.first + 1
    edges = [length * edge // of for edge in range(of + 1)]
    if spec.granularity == "month" and of == 3:
        edges = [0, 10, 20, length]
    return Interval(whole.first + edges[which], whole.first + edges[which + 1] - 1)
