"""The words of an index with their frequencies, and the words that one as typed may mean.

Everything compares folded forms (case and accents ignored), and every answer is bounded.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from loccit.engines import analysis
from loccit.engines.engine import Expansion

_AFTER = "\U0010ffff"
_BETWEEN = ord("\n")
_KEPT = 200
"""What so many patterns stand for, and so many misspellings, is remembered, while this index is
open: a page asks for the same several times."""
MOST_CANDIDATES = 200_000
"""Places of a wildcard's longest run of letters that are looked at."""


class Lexicon:
    """Words as indexed (case folded, accents kept); `counts[i]` passages have `words[i]`."""

    def __init__(self, words: Sequence[str], counts: Iterable[int]) -> None:
        order = sorted(
            (analysis.fold(word), word, int(count))
            for word, count in zip(words, counts, strict=True)
        )
        self._words = [word for _, word, _ in order]
        self._folded = [word if word == folded else folded for folded, word, _ in order]
        self._counts = np.array([count for _, _, count in order], np.int64)
        self._lengths = np.array([len(folded) for folded in self._folded], np.int64)
        self._starts = np.concatenate(([0], np.cumsum(self._lengths + 1)))
        self._joined = "\n".join(self._folded) + "\n"
        self._letters = _letters(self._joined, self._starts[:-1])
        self._matching = lru_cache(_KEPT)(self._matched)
        self._near = lru_cache(_KEPT)(self._nearest)

    def __len__(self) -> int:
        return len(self._words)

    def beginning(self, prefix: str, most: int) -> Expansion:
        """Words that begin with `prefix`."""
        first, last = self._range(analysis.fold(prefix))
        return self._best(np.arange(first, last), most)

    def matching(self, pattern: str, most: int) -> Expansion:
        """Words that `pattern` matches whole: `*` is any run of letters, `?` one.

        >>> Lexicon(("raid", "raids", "rapid"), (1, 2, 1)).matching("ra?d*", 9).words
        ('raids', 'raid')
        """
        return self._matching(analysis.fold(pattern), most)

    def _matched(self, pattern: str, most: int) -> Expansion:
        parts = pattern.split("*")
        if len(parts) == 2 and not parts[1] and "?" not in pattern:
            return self._best(np.arange(*self._range(parts[0])), most)
        fitting = [at for at in self._candidates(parts) if _matches(self._folded[at], parts)]
        return self._best(np.array(fitting, np.int64), most)

    def near(self, word: str, distance: int, most: int) -> Expansion:
        """Words at most `distance` letters put in, left out, changed or swapped away.

        Optimal string alignment, the restricted Damerau-Levenshtein distance.

        >>> Lexicon(("syria", "serbia"), (2, 1)).near("syrai", 1, 9).words
        ('syria',)
        """
        return self._near(analysis.fold(word), distance, most)

    def _nearest(self, asked: str, distance: int, most: int) -> Expansion:
        apart = np.abs(self._lengths - len(asked)) <= distance
        differing = np.bitwise_count(self._letters ^ _letters(asked, np.zeros(1, np.int64)))
        likely = np.flatnonzero(apart & (differing <= 2 * distance))
        texts = [self._folded[at] for at in likely.tolist()]
        away = cdist([asked], texts, scorer=OSA.distance, score_cutoff=distance)
        return self._best(likely[np.asarray(away)[0] <= distance], most)

    def _range(self, prefix: str) -> tuple[int, int]:
        first = bisect_left(self._folded, prefix)
        return first, bisect_left(self._folded, prefix + _AFTER, first)

    def _candidates(self, parts: Sequence[str]) -> Iterable[int]:
        """Words with the pattern's beginning and its longest run of letters."""
        begin = parts[0].partition("?")[0]
        first, last = self._range(begin) if begin else (0, len(self._words))
        run = max((piece for part in parts for piece in part.split("?")), key=len)
        if not run or run == begin:
            return range(first, last)
        return self._holding(run, first, last)

    def _holding(self, run: str, first: int, last: int) -> Iterator[int]:
        end = int(self._starts[last])
        at = self._joined.find(run, int(self._starts[first]), end)
        for _ in range(MOST_CANDIDATES):
            if at < 0:
                return
            word = int(np.searchsorted(self._starts, at, "right")) - 1
            yield word
            at = self._joined.find(run, int(self._starts[word + 1]), end)

    def _best(self, fitting: NDArray[np.int64], most: int) -> Expansion:
        order = np.lexsort((fitting, -self._counts[fitting]))[: max(0, most)]
        best = fitting[order].tolist()
        words = tuple(self._words[at] for at in best)
        counts = tuple(int(self._counts[at]) for at in best)
        return Expansion(words, counts, len(fitting) > len(words))


def _letters(text: str, starts: NDArray[np.int64]) -> NDArray[np.uint32]:
    """For each word that begins at `starts`, a bit for every letter (modulo 32) that it has.

    A letter put in or left out changes at most one bit, one changed for another at most two.
    """
    if not len(starts) or not text:
        return np.zeros(len(starts), np.uint32)
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    bits = np.where(points == _BETWEEN, 0, np.left_shift(1, points & 31, dtype=np.uint32))
    return np.bitwise_or.reduceat(bits.astype(np.uint32), starts)


def _matches(word: str, parts: Sequence[str]) -> bool:
    """Whether `word` is the parts with anything between them; linear, each part leftmost.

    >>> _matches("raided", ["r", "d", "d"]), _matches("raid", ["r", "x", ""])
    (True, False)
    """
    if len(parts) == 1:
        return len(word) == len(parts[0]) and _at(word, parts[0], 0)
    first, *middle, last = parts
    end = len(word) - len(last)
    if end < len(first) or not _at(word, first, 0) or not _at(word, last, end):
        return False
    at = len(first)
    for part in middle:
        while at + len(part) <= end and not _at(word, part, at):
            at += 1
        at += len(part)
    return at <= end


def _at(word: str, part: str, start: int) -> bool:
    if "?" not in part:
        return word.startswith(part, start)
    stretch = word[start : start + len(part)]
    return len(stretch) == len(part) and all(
        asked in ("?", there) for asked, there in zip(part, stretch, strict=True)
    )
