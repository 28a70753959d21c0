"""Days, intervals and calendar cells in words."""

from datetime import UTC, datetime

from loccit.model.calendar import MONTHS, civil
from loccit.model.mentions import Interval


def year(number: int) -> str:
    """
    >>> year(2012), year(-43)
    ('2012', '44 BC')
    """
    return str(number) if number > 0 else f"{1 - number} BC"


def day(number: int) -> str:
    """
    >>> day(734781)
    '6 October 2012'
    """
    in_year, month, of_month = civil(number)
    return f"{of_month} {MONTHS[month - 1]} {year(in_year)}"


def day_of(seconds: int) -> str:
    """The day, in UTC, of a moment in seconds since 1970.

    >>> day_of(1349481600)
    '6 October 2012'
    """
    return day(datetime.fromtimestamp(seconds, UTC).toordinal() - 1)


def days(interval: Interval) -> str:
    if interval.first == interval.last:
        return day(interval.first)
    return f"{day(interval.first)} to {day(interval.last)}"


def cell(name: str) -> str:
    """A cell of the calendar tree in words.

    >>> cell("2012-10-06"), cell("2012-10"), cell("-0043"), cell("201X"), cell("-004X")
    ('6 October 2012', 'October 2012', '44 BC', '2010s', '50 to 41 BC')
    >>> cell("19XX"), cell("20XX"), cell("-04XX"), cell("-0XXX")
    ('20th century', '21st century', '5th century BC', '1st millennium BC')
    """
    if name.endswith("X"):
        return _years(name)
    sign, digits = (-1, name[1:]) if name.startswith("-") else (1, name)
    number, *finer = digits.split("-")
    words = [year(sign * int(number))]
    if finer:
        words.insert(0, MONTHS[int(finer[0]) - 1])
    if len(finer) > 1:
        words.insert(0, str(int(finer[1])))
    return " ".join(words)


def short_cell(name: str) -> str:
    """The cell in the company of its neighbours.

    >>> short_cell("2012-10-06"), short_cell("2012-10"), short_cell("2012"), short_cell("19XX")
    ('6', 'Oct', '2012', '20th c.')
    """
    if name.endswith("XX"):
        return cell(name).replace("century", "c.").replace("millennium", "mill.")
    finer = name.removeprefix("-").split("-")[1:]
    if len(finer) == 2:
        return str(int(finer[1]))
    return MONTHS[int(finer[0]) - 1][:3] if finer else cell(name)


def _years(name: str) -> str:
    before_christ = name.startswith("-")
    digits = name.strip("-X")
    if name.endswith("XXX"):
        return f"{_ordinal(int(digits) + 1)} millennium{' BC' * before_christ}"
    if name.endswith("XX"):
        return f"{_ordinal(int(digits) + 1)} century{' BC' * before_christ}"
    first = int(digits) * 10
    return f"{first + 10} to {first + 1} BC" if before_christ else f"{first}s"


def _ordinal(number: int) -> str:
    """
    >>> _ordinal(21), _ordinal(12), _ordinal(3)
    ('21st', '12th', '3rd')
    """
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
