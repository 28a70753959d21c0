"""Dates in numbers alone: 16/10/2012, 13.vi.2021, and 6/10/2012 where the text shows the order."""

import re
from collections.abc import Iterator

from loccit.mentions.dates import values
from loccit.mentions.dates.counts import word_before
from loccit.mentions.dates.tagged import Tagged
from loccit.mentions.dates.values import Spec
from loccit.mentions.dates.words import NOT_YEARS_BEFORE

_NEEDS = re.compile(r"\d[/.-]\d")
_NUMBERS = re.compile(
    r"(?<![\d./-])\b(?P<one>\d\d?)(?P<by>[/.-])(?P<two>\d\d?)(?P=by)(?P<year>[12]\d{3})\b"
    r"(?![/\d-]|\.\d)"
)
ROMAN = {
    numeral: month
    for month, numeral in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), start=1)
}


def numeric(text: str) -> Iterator[Tagged]:
    """Day first or month first as one of them shows; else only the year is known.

    >>> [values.value(each.spec) for each in numeric("6/10/2012, 16/10/2012")]
    ['2012-10-06', '2012-10-16']
    """
    if not _NEEDS.search(text):
        return
    found = [match for match in _NUMBERS.finditer(text) if _is_date(text, match)]
    shown = {_order(match) for match in found} - {""}
    order = shown.pop() if len(shown) == 1 else ""
    for match in found:
        spec = _read(match, _order(match) or order)
        yield Tagged(*match.span(), spec, exists=values.exists(spec))


def _is_date(text: str, match: re.Match[str]) -> bool:
    one, two = int(match["one"]), int(match["two"])
    if not 1 <= min(one, two) <= 12 or max(one, two) > 31:
        return False
    return word_before(text, match.start()).lower().rstrip("s") not in NOT_YEARS_BEFORE


def _order(match: re.Match[str]) -> str:
    """Day first, month first, or unknown."""
    if int(match["one"]) > 12:
        return "day"
    return "month" if int(match["two"]) > 12 else ""


def _read(match: re.Match[str], order: str) -> Spec:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if order == "day":
        return Spec(year, two, one)
    return Spec(year, one, two) if order or one == two else Spec(year)


def roman(match: re.Match[str]) -> Spec | None:
    """13/vi/2021, as collectors of plants and insects write."""
    month = ROMAN.get(match["roman"].lower())
    return Spec(int(match["year"]), month, int(match["day"])) if month else None
