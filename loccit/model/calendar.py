"""Days as integers: proleptic Gregorian, astronomical years from -9999 to 9999 (1 BC is 0000)."""

import re

from loccit.model.mentions import Interval

FIRST_YEAR, LAST_YEAR = -9999, 9999
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
"""In English, the first one first."""
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ISO = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month - 1]


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day, within the years of this module."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return False
    return 1 <= day <= days_in_month(year, month)


def day(year: int, month: int = 1, day: int = 1) -> int:
    """Days since 0001-01-01; the algorithm is Howard Hinnant's days_from_civil.

    >>> day(1), day(2012, 10, 6), day(0, 12, 31)
    (0, 734781, -1)
    """
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return (
        era * 146097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 306
    )


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number (Hinnant's civil_from_days).

    >>> civil(734781)
    (2012, 10, 6)
    """
    era, day_of_era = divmod(day + 306, 146097)
    year_of_era = (
        day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    month = shifted_month + (3 if shifted_month < 10 else -9)
    return (
        year_of_era + era * 400 + (month <= 2),
        month,
        day_of_year - (153 * shifted_month + 2) // 5 + 1,
    )


def year_text(year: int) -> str:
    """
    >>> year_text(2012), year_text(-43), year_text(0)
    ('2012', '-0043', '0000')
    """
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso(day: int) -> str:
    """A day number as ISO 8601.

    >>> iso(734781)
    '2012-10-06'
    """
    year, month, day_of_month = civil(day)
    return f"{year_text(year)}-{month:02d}-{day_of_month:02d}"


def from_iso(text: str) -> int:
    """The first day of an ISO 8601 day, month or year; ValueError if there is none.

    >>> from_iso("2012-10-06"), from_iso("2012")
    (734781, 734502)
    """
    match = _ISO.match(text)
    year, month, day_of_month = (int(part or 1) for part in match.groups()) if match else (0, 0, 0)
    if not is_day(year, month, day_of_month):
        raise ValueError(f"no such day: {text!r}")
    return day(year, month, day_of_month)


def year_interval(first: int, last: int | None = None) -> Interval:
    """All days of a year, or of the years `first` to `last`."""
    return Interval(day(first), day(first if last is None else last, 12, 31))


def month_interval(year: int, month: int) -> Interval:
    return Interval(day(year, month), day(year, month, days_in_month(year, month)))


def day_interval(year: int, month: int, day_of_month: int) -> Interval:
    number = day(year, month, day_of_month)
    return Interval(number, number)
