"""The reader's own corrections: these words stand for that date, or for none. They always win."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from loccit.mentions import citations
from loccit.mentions.dates.reading import read_range
from loccit.mentions.masking import mask
from loccit.model.errors import LoccitError
from loccit.model.mentions import Date, Evidence, Reading

NOT_A_DATE = "not a date"


class BadCorrection(LoccitError, ValueError):
    """The value is neither a date nor `not a date`; the message says so."""


@dataclass(frozen=True)
class Correction:
    """`words` (white space and markers between them don't matter) stand for `value`.

    `value` is EDTF, a range `a/b`, a date in words, or "not a date"; BadCorrection otherwise.
    """

    words: str
    value: str

    def __post_init__(self) -> None:
        if self.value != NOT_A_DATE and read_range(self.value) is None:
            raise BadCorrection(
                f"“{self.value}” is not a date: write 2013-05-06, 2013-05, 2013-05-06/2013-06-01,"
                f" words such as “early July 2012”, or “{NOT_A_DATE}”"
            )
        if not self.words.strip():
            raise BadCorrection("words is empty: write the words as they are in the text")

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        words = r"\s+".join(map(re.escape, mask(self.words, ()).text.split()))
        return re.compile(rf"(?<!\w){words}(?!\w)")


def correct(
    text: str, dates: Sequence[Date], corrections: Sequence[Correction]
) -> tuple[tuple[Date, ...], frozenset[Correction]]:
    """The dates of a text, corrected and in order, and the corrections whose words appear in it.

    Of two corrections that overlap, the first wins.
    """
    masked = mask(text, citations.markers(text))
    own: list[Date] = []
    taken: list[tuple[int, int]] = []
    used = set()
    for correction in corrections:
        for match in correction.pattern.finditer(masked.text):
            used.add(correction)
            start, end = masked.span(*match.span())
            if any(start < last and first < end for first, last in taken):
                continue
            taken.append((start, end))
            if correction.value != NOT_A_DATE:
                own.append(_date(start, end, correction))
    kept = [d for d in dates if not any(d.start < last and first < d.end for first, last in taken)]
    return tuple(sorted([*kept, *own], key=lambda date: date.start)), frozenset(used)


def _date(start: int, end: int, correction: Correction) -> Date:
    date = read_range(correction.value)
    assert date is not None
    given = Evidence("", 0, 0, f"{correction.words} = {correction.value}", "correction")
    parts = tuple(replace(part, start=start, end=end) for part in date.parts)
    reading: Reading = "inferred" if date.interval else "unknown"
    return replace(date, start=start, end=end, parts=parts, reading=reading, evidence=(given,))
