"""The tagger on one page: ranges, single dates, bare years, dates told from others."""

import re
from collections.abc import Iterator

from mentions.dates.patterns import YEAR
from mentions.dates.ranges import ranges
from mentions.dates.rules import single
from mentions.dates.tagged import Tagged
from mentions.dates.told import told
from mentions.dates.values import Spec
from mentions.dates.words import COUNTED, NOT_YEARS_BEFORE

_BARE_YEAR = re.compile(rf"(?<![\d.,/$£€#:+-])\b{YEAR}\b(?![\d%/]|[.,:]\d|-[a-z\d]|s\b)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+|[(])[\s]*\Z")
_WORD_AFTER = re.compile(r"\s+([^\W\d_]+)")
_LOOKING_BACK = re.compile(r"\b(?:[Ss]ince|[Uu]ntil|[Bb]y|[Tt]he|[Aa])\s+\Z")


def tag(text: str) -> tuple[Tagged, ...]:
    """The dates of a masked text in order, not overlapping, still without their years.

    Of two that begin together the longer stands, then the earlier rule.
    """
    candidates = [*ranges(text), *single(text), *_years(text), *told(text)]
    candidates.sort(key=lambda tagged: (tagged.start, -tagged.end))
    kept: list[Tagged] = []
    for tagged in candidates:
        if not kept or kept[-1].end <= tagged.start:
            kept.append(tagged)
    return tuple(tagged for tagged in kept if tagged.exists)


def _years(text: str) -> Iterator[Tagged]:
    for match in _BARE_YEAR.finditer(text):
        if _is_year(text, match):
            back = _LOOKING_BACK.search(text, max(0, match.start() - 12), match.start())
            yield Tagged(*match.span(), Spec(int(match[0])), aside=bool(back))


def _is_year(text: str, match: re.Match[str]) -> bool:
    """By the words around: a count, a page or a flight number is no year."""
    before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
    after = _WORD_AFTER.match(text, match.end())
    if after and after[1].lower() in COUNTED:
        return False
    if before and before[1].lower() in NOT_YEARS_BEFORE:
        return False
    return before is not None or match.start() == 0
