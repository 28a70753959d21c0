"""Texts found by how any word of theirs begins, also where one letter is mistyped.

Case and accents are ignored. What is asked for is looked up among the sorted tails of all texts
(“abraham lincoln”, “lincoln”), so that a question costs what it finds, not what there is.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from loccit.engines import analysis

_AFTER = "\U0010ffff"
_WORD_START = re.compile(r"(?<![^\W_])[^\W_]")
_LONGEST_TAIL = 60
"""Code points kept of a tail; more is not compared."""
_MOST_LETTERS = 1_000
"""Letters that are tried in place of a mistyped one, in all its places together."""

_Range = tuple[int, int]
_Numbers = NDArray[np.int32]


class Beginnings:
    """Of `texts`, each with the number of what it names, the likeliest first."""

    def __init__(self, texts: Iterable[tuple[str, int]]) -> None:
        every: list[str] = []
        numbers: list[int] = []
        for text, number in texts:
            own = tails(text)
            every += own
            numbers += [number] * len(own)
        order = sorted(range(len(every)), key=every.__getitem__)
        self._tails: list[str] = []
        starts: list[int] = []
        for at, place in enumerate(order):
            if not self._tails or self._tails[-1] != every[place]:
                self._tails.append(every[place])
                starts.append(at)
        self._starts = np.array([*starts, len(order)], np.int32)
        self._numbers: _Numbers = np.array(numbers, np.int32)[np.array(order, np.int64)]

    def best(self, begun: str, most: int, among: NDArray[np.bool_] | None = None) -> list[int]:
        """At most so many of the numbers of texts in which `begun` begins at a word, ascending;
        of those that `among` is true for.

        >>> Beginnings([("Abraham Lincoln", 0), ("Lincoln", 1)]).best("linc", 9)
        [0, 1]
        """
        return self._least([self._beginning(folded(begun))], most, among)

    def nearly(self, begun: str, most: int, among: NDArray[np.bool_] | None = None) -> list[int]:
        """As `best`, where up to one letter of `begun` may be missing, too much, another, or
        swapped with the next.

        >>> Beginnings([("Abraham Lincoln", 0), ("Lyon", 1)]).nearly("licnol", 9)
        [0]
        """
        return self._least(self._one_away(folded(begun)), most, among)

    def _beginning(self, prefix: str, within: _Range | None = None) -> _Range:
        """The tails that begin with `prefix`, from the first to behind the last."""
        low, high = within or (0, len(self._tails))
        first = bisect_left(self._tails, prefix, low, high)
        return first, bisect_left(self._tails, prefix + _AFTER, first, high)

    def _one_away(self, begun: str) -> Iterator[_Range]:
        within = self._beginning("")
        letters = _MOST_LETTERS
        yield self._beginning(begun)
        for at in range(len(begun)):
            kept, rest = begun[:at], begun[at:]
            yield self._beginning(kept + rest[1:], within)
            yield self._beginning(kept + rest[1:2] + rest[:1] + rest[2:], within)
            for letter in self._next_letters(at, within):
                if not letters:
                    return
                letters -= 1
                yield self._beginning(kept + letter + rest[1:], within)
                yield self._beginning(kept + letter + rest, within)
            within = self._beginning(begun[: at + 1], within)
            if within[0] == within[1]:
                return

    def _next_letters(self, at: int, within: _Range) -> Iterator[str]:
        """The different letters at a place of tails that are the same before it."""
        first, last = within
        while first < last:
            tail = self._tails[first]
            if len(tail) > at:
                yield tail[at]
                first = bisect_left(self._tails, tail[: at + 1] + _AFTER, first, last)
            else:
                first += 1

    def _least(
        self, ranges: Iterable[_Range], most: int, among: NDArray[np.bool_] | None
    ) -> list[int]:
        found = [
            self._numbers[self._starts[first] : self._starts[last]]
            for first, last in ranges
            if first < last
        ]
        if not found or most < 1:
            return []
        numbers = np.concatenate(found)
        if among is not None:
            numbers = numbers[among[numbers]]
        return _least(numbers, most)


def _least(numbers: _Numbers, most: int) -> list[int]:
    """The least different numbers; sorted only as far as is needed."""
    looked_at = 8 * most
    while looked_at < len(numbers):
        least = np.unique(np.partition(numbers, looked_at)[:looked_at])
        if len(least) >= most:
            return [int(each) for each in least[:most]]
        looked_at *= 4
    return [int(each) for each in np.unique(numbers)[:most]]


def folded(text: str) -> str:
    """As texts are compared: case, accents and runs of white space away."""
    return " ".join(analysis.fold(text).split())[:_LONGEST_TAIL]


def tails(text: str) -> Sequence[str]:
    """What begins at each word of a text, the whole first.

    >>> tails("Deir ez-Zor"), tails("'Abd")
    (['deir ez-zor', 'ez-zor', 'zor'], ['abd'])
    """
    whole = " ".join(analysis.fold(text).split())
    starts = [match.start() for match in _WORD_START.finditer(whole)]
    if not starts or starts[0]:
        starts.insert(0, 0)
    return [whole[start : start + _LONGEST_TAIL] for start in starts]
