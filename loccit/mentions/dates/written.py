"""The years that are written around a date: whether they bear out the one that it was given."""

import re
import sys
from bisect import bisect_left, bisect_right
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


_Place = tuple[int, int]
"""A stretch and a place in it."""


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
    def _all(self) -> "_Years":
        numbers: list[_Written] = []
        section = ""
        for place, text in enumerate(self._texts):
            if self._sections[place] != section:
                section = self._sections[place]
                numbers += _numbers(section, place, (), -len(section) - 1)
            asides = [range(each.start, each.end) for each in self._tagged[place] if each.aside]
            numbers += _numbers(_without_brackets(text), place, asides)
        return _Years(numbers)

    @cached_property
    def _told(self) -> "_Years":
        """Those that aren't in asides."""
        return _Years([each for each in self._all.numbers if not each.aside])

    def bears_out(self, own: Collection[int], since: Anchor, at: tuple[int, Tagged]) -> bool:
        """Whether the text around a date, in its stretch, bears out one of `own`, its year and
        that of what it was told from: that is named last before the date, or next after it, or no
        year is. An aside doesn't count against a title or a heading, nor an earlier stretch
        against a heading.

        Named in an earlier stretch alone, and once, it doesn't stand against two others.
        """
        place, tagged = at
        years = self._told if since.covers else self._all
        here, end = (place, -sys.maxsize), (place, tagged.start)
        begin = here if since.heads else (place - _STRETCHES_BEFORE, -sys.maxsize)
        after = self._after(place, tagged.end)
        last = years.last(begin, end)
        others = {year for year in last if year not in own}
        named = years.count(own, begin, end) + sum(each.year in own for each in after)
        follows = bool(after) and after[0].year in own
        if not last or last[-1] not in own:
            return (follows and not years.last(here, end)) or not (others or named)
        inside = years.count(own, here, end) > 0
        return inside or follows or named > 1 or len(others) < 2

    def _after(self, place: int, end: int) -> list[_Written]:
        """Those in the next so many letters."""
        found, before = [], -end
        at = place
        numbers = self._all.numbers
        for next_one in range(bisect_left(numbers, (place, end)), len(numbers)):
            each = numbers[next_one]
            while at < each.place:
                before += len(self._texts[at])
                at += 1
            if before + each.start > _LETTERS_AFTER:
                break
            found.append(each)
        return found


class _Years:
    """Years in the order of the text, of which a stretch is looked at without walking it."""

    def __init__(self, numbers: list[_Written]) -> None:
        self.numbers = numbers
        self._by_year: dict[int, list[_Place]] = {}
        for each in numbers:
            self._by_year.setdefault(each.year, []).append((each.place, each.start))

    def last(self, begin: _Place, end: _Place) -> list[int]:
        """The last few years of the stretch, in order."""
        first, last = bisect_left(self.numbers, begin), bisect_left(self.numbers, end)
        return [each.year for each in self.numbers[max(first, last - _LAST_YEARS) : last]]

    def count(self, years: Collection[int], begin: _Place, end: _Place) -> int:
        """How many of the numbers of the stretch are one of `years`."""
        places = [self._by_year.get(year, []) for year in years]
        return sum(bisect_left(own, end) - bisect_left(own, begin) for own in places)


def _numbers(text: str, place: int, asides: Sequence[range], start: int = 0) -> Iterator[_Written]:
    starts = [each.start for each in asides]
    for match in _NUMBER.finditer(text):
        at = bisect_right(starts, match.start())
        aside = at > 0 and match.start() in asides[at - 1]
        yield _Written(place, start + match.start(), int(match[1]), aside)


def _without_brackets(text: str) -> str:
    return blank(text, [match.span() for match in _BRACKETS.finditer(text)])
