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
Span = tuple[int, int]


def is_plain(text: str) -> bool:
    """Whether it is of scripts that set words apart."""
    return text.isascii() or not _SPECIAL.search(text)


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


def _letters(run: str, start: int) -> Iterator[Span]:
    for letter in _LETTER.finditer(run):
        yield start + letter.start(), start + letter.end()


def _by_dictionary(run: str, start: int) -> Iterator[Span]:
    """Of characters that are one unit of UTF-16 each, by which ICU counts."""
    for first, last in WordBreaker(run, "und").segments():
        if any(unicodedata.category(each)[0] in "LN" for each in run[first:last]):
            yield start + first, start + last
