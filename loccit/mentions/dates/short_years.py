"""Years of two digits behind an apostrophe: the class of '68, the summer of '69, since '45."""

import re
from collections.abc import Iterator

from loccit.mentions.dates.patterns import SEASON, YEAR
from loccit.mentions.dates.tagged import Tagged
from loccit.mentions.dates.values import Spec
from loccit.mentions.dates.words import SEASONS

_SHORT = re.compile(
    rf"\b(?:(?P<date>(?:the\s+)?(?P<season>{SEASON})\s+of\s+'(?P<of>\d\d))"
    r"|(?:[Oo]f|[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil)\s+'(?P<bare>\d\d)"
    r"|[Tt]he\s+'(?P<the>\d\d)(?=\s+(?:rising|rebellion|revolution|war|uprising|election)))"
    r"(?![\w'])(?![^'\n]{0,40}'(?!\w))"
)
_DIGITS = re.compile(r"'\d")
_YEAR = re.compile(rf"\b{YEAR}\b")
_MODERN = 19


def short_years(text: str) -> Iterator[Tagged]:
    """Of the century that the text's full years are of, or of the 20th.

    >>> [each.spec.year for each in short_years("the class of '68")]
    [1968]
    """
    found = list(_SHORT.finditer(text)) if _DIGITS.search(text) else []
    if not found:
        return
    centuries = {int(year[:2]) for year in _YEAR.findall(text)}
    only = centuries.pop() if len(centuries) == 1 else None
    for match in found:
        if match["the"] and only is None:
            continue
        digits = next(match[name] for name in ("of", "bare", "the") if match[name])
        year = _century(only, int(digits)) * 100 + int(digits)
        if match["season"]:
            spec = Spec(year, season=SEASONS[match["season"].lower()])
            yield Tagged(*match.span("date"), spec)
        else:
            start, end = match.span("bare" if match["bare"] else "the")
            yield Tagged(start - 1, end, Spec(year))


def _century(only: int | None, digits: int) -> int:
    """A text of our own century tells of '68 in the one before."""
    if only is None or (only == 20 and digits > 30):
        return _MODERN
    return only
