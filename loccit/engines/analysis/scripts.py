"""Words of scripts that set none apart: pairs of letters, or words out of a dictionary."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from icu4py.breakers import WordBreaker

from loccit.engines.analysis.characters import BY_DICTIONARY, PAIRED

_RUN = re.compile(
    rf"(?P<paired>[{PAIRED}]+)|(?P<unspaced>[{BY_DICTIONARY}]+)|[^{PAIRED}{BY_DICTIONARY}]+"
)
_SPECIAL = re.compile(rf"[{PAIRED}{BY_DICTIONARY}]")
_LETTER = re.compile(
    r"[\u1100-\u115f\ua960-\ua97c]+[\u1160-\u11ff\ud7b0-\ud7fb]*|.[\u3099\u309a\uff9e\uff9f]?",
    re.DOTALL,
)
"""One of a pair: also a syllable of hangul in single letters, a kana with its mark."""
_UNSPACED = re.compile(rf"[{BY_DICTIONARY}]+")
_SYLLABLE = re.compile(
    r"[\u0e40-\u0e44\u0ec0-\u0ec4]?."
    r"(?:[\u0e30-\u0e3a\u0e45-\u0e4e\u0eb0-\u0ebd\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u105e-\u1060"
    r"\u17b4-\u17d1\u17dd]|\u17d2.|[\u1000-\u1021](?=[\u1037\u1038]*\u103a))*",
    re.DOTALL,
)
"""A letter with its vowels and tones, or about so much; in Burmese the one that closes it."""
_MOST_CUTS = 8
_ONE_PAIRED = re.compile(rf"[{PAIRED}]")
Span = tuple[int, int]
"""From, to."""


def is_plain(text: str) -> bool:
    """Whether it is of scripts that set words apart."""
    return text.isascii() or not _SPECIAL.search(text)


def is_single(term: str) -> bool:
    """Whether it is one letter of a script that is read by pairs."""
    return bool(_ONE_PAIRED.fullmatch(term))


def words(text: str) -> Iterator[Span]:
    """
    >>> [("于2013年5月占领"[a:b]) for a, b in words("于2013年5月占领")]
    ['于', '2013', '年', '5', '月占', '占领']
    """
    for run in _RUN.finditer(text):
        if run["paired"]:
            letters = list(_letters(run[0], run.start()))
            pairs = pairwise(letters)
            yield from [(one[0], other[1]) for one, other in pairs] or letters
        elif run["unspaced"]:
            yield from _by_dictionary(run[0], run.start())
        else:
            yield run.span()


def letters(text: str) -> Iterator[Span]:
    """The single letters of runs that have pairs."""
    for run in _RUN.finditer(text):
        if run["paired"]:
            yield from _letters(run[0], run.start())


def edges(text: str, word: Span) -> Iterator[Span]:
    """What a word out of a dictionary begins and ends with: it may be of several."""
    for cut in cuts(text[word[0] : word[1]]):
        yield word[0], word[0] + cut
        yield word[0] + cut, word[1]


def cuts(word: str) -> Iterator[int]:
    """Where a word out of a dictionary may be cut in two, of two syllables each at least."""
    if not _UNSPACED.fullmatch(word):
        return
    syllables = [match.start() for match in _SYLLABLE.finditer(word)]
    yield from syllables[2 : len(syllables) - 1][:_MOST_CUTS]


def _letters(run: str, start: int) -> Iterator[Span]:
    for letter in _LETTER.finditer(run):
        yield start + letter.start(), start + letter.end()


def _by_dictionary(run: str, start: int) -> Iterator[Span]:
    """Of characters that are one unit of UTF-16 each, by which ICU counts."""
    for first, last in WordBreaker(run, "und").segments():
        if any(unicodedata.category(each)[0] in "LN" for each in run[first:last]):
            yield start + first, start + last
