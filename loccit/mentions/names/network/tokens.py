"""Texts as the network reads them: words, their shapes, and the pieces that words are cut into."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

SHAPES = 10
"""How many shapes `shape` tells apart; 0 is for what is no word."""
LABELS = (
    "O",
    *(f"{at}-{type}" for type in ("person", "organisation", "place", "group", "event", "other")
      for at in "BI"),
)  # fmt: skip
TOKENS_VERSION = 1
"""Raised when texts are cut into other words, shapes or pieces: weights belong to one version."""
LONGEST_WORD = 12
"""Pieces of one word that the network reads."""

_WORD = re.compile(r"[^\W_]+|[^\s]")


class Word(NamedTuple):
    """A word or a sign and where it stands in the text."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Runs of letters and digits, and every other sign by itself.

    >>> [word.text for word in words("Chiang Kai-shek's U.N.")]
    ['Chiang', 'Kai', '-', 'shek', "'", 's', 'U', '.', 'N', '.']
    """
    return [Word(m[0], m.start(), m.end()) for m in _WORD.finditer(text)]


def shape(word: str) -> int:
    """What the capitals and digits of a word look like, from 1 to 9.

    >>> [shape(word) for word in ("raid", "Homs", "NATO", "A", "McKay", "48", "F16", ",", "漢")]
    [1, 2, 3, 4, 5, 6, 7, 8, 9]
    """
    if word.islower() and word.isalpha():
        return 1
    if not word[0].isalnum():
        return 8
    if word.isdigit():
        return 6
    if not word.isalpha():
        return 7
    if word.isupper():
        return 3 if len(word) > 1 else 4
    if word.istitle():
        return 2
    return 5 if any(letter.isupper() for letter in word) else 9


class Pieces:
    """The pieces of words, remembered, as the numbers that the network knows them by.

    `encode` gives the numbers of a word's pieces; at most `most` words are remembered.
    """

    def __init__(self, encode: Callable[[str], Sequence[int]], most: int = 200_000) -> None:
        self._encode = encode
        self._most = most
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}

    def of(self, word: str) -> tuple[tuple[int, ...], int]:
        """A word's pieces and its shape."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= self._most:
                self._known.clear()
            known = (tuple(self._encode(word))[:LONGEST_WORD], shape(word))
            self._known[word] = known
        return known
