"""Feasts that move with Easter: Easter 1916, Good Friday 1865, Pentecost 1412."""

import re

from loccit.mentions.dates.values import Spec
from loccit.model import calendar

FROM_EASTER = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
    "holy saturday": -1, "easter sunday": 0, "easter day": 0, "easter monday": 1,
    "easter tuesday": 2, "easter": 0, "ascension day": 39, "whit sunday": 49, "whitsunday": 49,
    "whit monday": 50, "pentecost": 49, "trinity sunday": 56, "shrove tuesday": -47,
}  # fmt: skip
"""Days on from Easter Sunday."""
FEAST = "|".join(
    each.title().replace(" ", r"\s+") for each in sorted(FROM_EASTER, key=len, reverse=True)
)
_FIRST_GREGORIAN = 1583


def feast(match: re.Match[str]) -> Spec:
    """The day of the groups `feast` and `year`."""
    year = int(match["year"])
    on = FROM_EASTER[" ".join(match["feast"].lower().split())]
    if year < _FIRST_GREGORIAN:
        return _julian(year, on)
    return Spec(*calendar.civil(calendar.day(year, *easter(year)) + on))


def easter(year: int) -> tuple[int, int]:
    """Month and day of Easter Sunday, in the Julian calendar up to 1582, in the Gregorian since.

    >>> easter(1916), easter(1412)
    ((4, 23), (4, 3))
    """
    golden = year % 19
    if year < _FIRST_GREGORIAN:
        moon = (19 * golden + 15) % 30
        days = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
        return days // 31, days % 31 + 1
    century = year // 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    days = moon - weekday
    month = 3 + (days + 40) // 44
    return month, days + 28 - 31 * (month // 4)


def _julian(year: int, on: int) -> Spec:
    """So many days on from Easter, in a calendar in which every fourth year is a leap year."""
    leap = 2000 if year % 4 == 0 else 2001
    _, month, day = calendar.civil(calendar.day(leap, *easter(year)) + on)
    return Spec(year, month, day)
