"""Years of up to three digits, where the words make them plain: in 855 the king, 28 June 548."""

import re
from collections.abc import Iterator

from loccit.mentions.dates.counts import is_counted
from loccit.mentions.dates.patterns import DAY, MONTH, day_number, month_number
from loccit.mentions.dates.tagged import Tagged
from loccit.mentions.dates.values import Spec
from loccit.mentions.dates.words import COUNTED

_SMALL = r"[1-9]\d{0,2}"
_FREE = (
    r"(?=[;)\]]|[.,](?!\d)|\s*[-–—]\s?(?![a-z])|\s*\Z|\s+(?:or|when|until|he|she|it|they|the|a|an|his|her"
    r"|their|its|in|at|by|as|after|before|while|but|where|which|during|and\s+(?!\d))\b|\s+and\s+[^\d\W])"
)
_DATED = re.compile(rf"\b(?P<day>{DAY})\s+(?P<month>{MONTH})\s+(?P<year>{_SMALL})\b{_FREE}")
_IN = re.compile(
    r"\b[Ii]n\s+(?P<date>[1-9]\d\d)\b(?:(?=,\s)|(?=\s+(?:a|an|the|his|her|he|she|they|it|their|this"
    r"|died|was|were|became|fell|began|came|went)\b)|(?=\s+(?P<name>[A-Z][^\W\d_A-Z]+\b)(?:\s+(?P<next>[^\W\d_]+))?))"
)
_IN_SMALL = re.compile(r"[Ii]n\s+[1-9]\d\d\b")
_CLOSED = re.compile(
    r"\b(?:died|born|killed|crowned|built|founded|fell|fought|began|ended|[a-z]{3,}ed)\s+in\s+"
    r"(?P<date>[1-9]\d\d)(?=\s*[.;)](?!\d))"
)
_SINCE = re.compile(rf"(?:\bc\.\s?|\()(?P<since>{_SMALL})\s?[-–—]\s?\Z")
_MODERN = re.compile(r"\b(?:1\d{3}|20\d\d)\b")
_NEAR = 150
"""Code points around a year of two digits in which one of four makes it a number of this age."""


def small_years(text: str) -> Iterator[Tagged]:
    """Days with such years, and years alone behind “in”."""
    yield from _dated(text)
    if not _IN_SMALL.search(text):
        return
    for match in _IN.finditer(text):
        if not _is_count(match):
            yield Tagged(*match.span("date"), Spec(int(match["date"])))
    for match in _CLOSED.finditer(text):
        yield Tagged(*match.span("date"), Spec(int(match["date"])))


def _dated(text: str) -> Iterator[Tagged]:
    for match in _DATED.finditer(text):
        year = int(match["year"])
        near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if year == day_number(match["day"]) or (year < 100 and _MODERN.search(near)):
            continue
        spec = Spec(year, month_number(match["month"]), day_number(match["day"]))
        yield Tagged(*match.span(), spec)
        if since := _SINCE.search(text, max(0, match.start() - 12), match.start()):
            yield Tagged(*since.span("since"), Spec(int(since["since"])))


def _is_count(match: re.Match[str]) -> bool:
    """In 300 German towns."""
    name, behind = match["name"], match["next"]
    return bool(name) and (name.lower() in COUNTED or bool(behind and is_counted(behind)))
