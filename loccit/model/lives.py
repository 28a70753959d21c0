"""Ranges of dates that are someone's life: they say when a person lived, not what happened then."""

import re

from loccit.model.documents import Passage
from loccit.model.mentions import Date

_OPENS = re.compile(r"[,;]?\s*\((?P<before>[^()]{0,60})\Z")
_REIGNS = re.compile(
    r"\b(?:r|reigned|ruled|reign|king|queen|in office|term|fl|active|served)\b", re.IGNORECASE
)
_LONGEST, _SHORTEST = 125 * 366, 12 * 365
"""Days of a life."""
_NEAR = 80
"""Code points before the range in which the person's name ends."""


def lives(passage: Passage) -> frozenset[Date]:
    """The ranges that stand in brackets behind a person's name: `Einstein (1879–1955)`.

    What is said to be a reign or a term of office is none.
    """
    ranges = [date for date in passage.dates() if date.parts and _is_as_long(date)]
    if not ranges:
        return frozenset()
    ends = [entity.end for entity in passage.entities() if entity.type == "person"]
    return frozenset(date for date in ranges if _is_behind(passage.text, date, ends))


def _is_as_long(date: Date) -> bool:
    days = date.interval
    return days is not None and _SHORTEST <= days.last - days.first <= _LONGEST


def _is_behind(text: str, date: Date, ends: list[int]) -> bool:
    return any(
        match is not None and not _REIGNS.search(match["before"])
        for end in ends
        if 0 <= date.start - end <= _NEAR
        for match in [_OPENS.fullmatch(text, end, date.start)]
    )
