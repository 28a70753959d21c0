"""The lexicon's arrays find what a loop over every word finds."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.engines import analysis
from loccit.engines.engine import Expansion
from loccit.engines.lexicon import Lexicon

WORDS = st.dictionaries(st.text(alphabet="abcé\u0432", min_size=1, max_size=6), st.integers(1, 9))


def expansion(words: dict[str, int], found: list[str], most: int) -> Expansion:
    ranked = sorted(found, key=lambda word: (-words[word], analysis.fold(word), word))
    counts = tuple(words[word] for word in ranked[:most])
    return Expansion(tuple(ranked[:most]), counts, len(found) > most)


def lexicon(words: dict[str, int]) -> Lexicon:
    return Lexicon(tuple(words), tuple(words.values()))


@given(WORDS, st.text(alphabet="abÉ", max_size=3), st.integers(0, 5))
def test_a_prefix(words: dict[str, int], prefix: str, most: int) -> None:
    found = [w for w in words if analysis.fold(w).startswith(analysis.fold(prefix))]
    assert lexicon(words).beginning(prefix, most) == expansion(words, found, most)


@given(WORDS, st.text(alphabet="abe*?", max_size=6), st.integers(0, 5))
def test_a_wildcard(words: dict[str, int], pattern: str, most: int) -> None:
    rule = re.compile(pattern.replace("*", ".*").replace("?", "."))
    found = [w for w in words if rule.fullmatch(analysis.fold(w))]
    assert lexicon(words).matching(pattern, most) == expansion(words, found, most)


def test_what_a_pattern_stands_for_is_remembered_within_bounds() -> None:
    words = lexicon({"raid": 2, "raids": 1, "strike": 1})
    assert words.matching("RA*", 9) is words.matching("ra*", 9)
    assert words.near("rade", 2, 9) is words.near("rade", 2, 9)
    assert words.matching("ra*", 1) == expansion({"raid": 2, "raids": 1}, ["raid", "raids"], 1)
    first = words.matching("ra*", 9)
    for number in range(1000):
        words.matching(f"ra{number}*", 9)
    assert words.matching("ra*", 9) is not first


@given(WORDS, st.text(alphabet="abcé", min_size=1, max_size=6), st.integers(0, 2))
def test_a_fuzzy_word(words: dict[str, int], word: str, distance: int) -> None:
    asked = analysis.fold(word)
    found = [w for w in words if _distance(analysis.fold(w), asked) <= distance]
    assert lexicon(words).near(word, distance, 99) == expansion(words, found, 99)


def _distance(one: str, other: str) -> int:
    """Damerau (1964), restricted: the table as it stands in the textbooks."""
    rows = [
        [i + j if i * j == 0 else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)
    ]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            changed = rows[i - 1][j - 1] + (one[i - 1] != other[j - 1])
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, changed)
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


def test_an_empty_lexicon_has_nothing() -> None:
    empty = Lexicon((), ())
    assert [empty.beginning("", 9), empty.matching("*", 9), empty.near("a", 2, 9)] == [
        Expansion((), (), False)
    ] * 3
    assert len(empty) == 0


@pytest.mark.parametrize("pattern", ["*a" * 900 + "b", "?" * 2000, "*" * 2000, "a*" * 1000])
def test_no_pattern_takes_long(pattern: str) -> None:
    words = {"a" * length: 1 for length in range(1, 200)}
    began = time.process_time()
    lexicon(words).matching(pattern, 10)
    assert time.process_time() - began < 2
