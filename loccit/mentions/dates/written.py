"""The years that are written around a date: whether they bear out the one that it was given."""

import re
import sys
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from loccit.mentions.dates.anchors import Anchor
from loccit.mentions.dates.tagged import Tagged
from loccit.mentions.masking import blank

_NUMBER = re.compile(r"(?<![\d,.-])(1\d{3}|20\d\d)(?![\d,]\d)")
_STRETCHES_BEFORE, _LETTERS_AFTER = 8, 3000
"""Within which the years around a date are looked at."""
_LAST_YEARS = 4
"""Of the years before a date, those that may rival its own."""
_BRACKETS = re.compile(r"[(\[][^()\[\]]{1,80}[)\]]")


class _Written(NamedTuple):
    """A number that may be a year, and where: the stretch and its place in it."""

    place: int
    start: int
    year: int
    aside: bool


class Written:
    """Every number of the text that may be a year, asides and headings among them, but for what
    stands in brackets.

    What dates a story is not always what was named last; where it isn't, a year that was read is
    more often wrong (docs/accuracy.md).
    """

    def __init__(
        self, texts: Sequence[str], sections: Sequence[str], tagged: Sequence[Sequence[Tagged]]
    ) -> None:
        self._texts, self._sections, self._tagged = texts, sections, tagged

    @cached_property
    def _numbers(self) -> list[_Written]:
        numbers: list[_Written] = []
        section = ""
        for place, text in enumerate(self._texts):
            if self._sections[place] != section:
                section = self._sections[place]
                numbers += _numbers(section, place, (), -len(section) - 1)
            asides = [range(each.start, each.end) for each in self._tagged[place] if each.aside]
            numbers += _numbers(_without_brackets(text), place, asides)
        return numbers

    def bears_out(self, own: Collection[int], since: Anchor, at: tuple[int, Tagged]) -> bool:
        """Whether the text around a date, in its stretch, bears out one of `own`, its year and
        that of what it was told from: that is named last before the date, or next after it, or no
        year is. An aside doesn't count against a title or a heading, nor an earlier stretch
        against a heading.

        Named in an earlier stretch alone, and once, it doesn't stand against two others.
        """
        place, tagged = at
        before = self._before(place, tagged.start)
        after = self._after(place, tagged.end)
        if since.covers:
            before = [each for each in before if not each.aside]
        if since.heads:
            before = [each for each in before if each.place == place]
        others = {each.year for each in before[-_LAST_YEARS:] if each.year not in own}
        named = sum(each.year in own for each in (*before, *after))
        here = [each for each in before if each.place == place]
        follows = bool(after) and after[0].year in own
        if not before or before[-1].year not in own:
            return (follows and not here) or not (others or named)
        inside = any(each.year in own for each in here)
        return inside or follows or named > 1 or len(others) < 2

    def _before(self, place: int, start: int) -> list[_Written]:
        first = bisect_left(self._numbers, (place - _STRETCHES_BEFORE, -sys.maxsize))
        return self._numbers[first : bisect_left(self._numbers, (place, start))]

    def _after(self, place: int, end: int) -> list[_Written]:
        """Those in the next so many letters."""
        found, before = [], -end
        at = place
        for each in self._numbers[bisect_left(self._numbers, (place, end)) :]:
            while at < each.place:
                before += len(self._texts[at])
                at += 1
            if before + each.start > _LETTERS_AFTER:
                break
            found.append(each)
        return found


def _numbers(text: str, place: int, asides: Sequence[range], start: int = 0) -> Iterator[_Written]:
    for match in _NUMBER.finditer(text):
        aside = any(match.start() in each for each in asides)
        yield _Written(place, start + match.start(), int(match[1]), aside)


def _without_brackets(text: str) -> str:
    return blank(text, [match.span() for match in _BRACKETS.finditer(text)])
