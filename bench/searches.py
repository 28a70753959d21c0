"""Searches to time, drawn from a collection's own words with a fixed seed."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

from loccit.engines import analysis
from loccit.model.documents import Passage

Kind = Literal[
    "one word", "OR of three words", "AND of two words", "phrase", "phrase of common words",
    "wildcard", "fuzzy word", "word in a year", "word with a name",
    "word with a citation from 100 to 200", "all facets", "timeline",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
EACH = 60
"""Searches of a kind, fewer where there are more than FEWER_BEYOND passages."""
FEWER_BEYOND, FEWER = 150_000, 20


@dataclass(frozen=True, slots=True)
class Asked:
    """`terms` are stems; `text` is a word as typed, `value` a filter's."""

    kind: Kind
    terms: tuple[str, ...]
    text: str = ""
    value: str = ""


def drawn(sample: Sequence[Passage], each_kind: int = EACH) -> Iterator[Asked]:
    """Searches of every kind, words by how often they appear in the sample's text."""
    rng = random.Random(48)
    pairs = Counter(pair for each in sample for pair in pairwise(analysis.terms(each.text)))
    common = [pair for pair, _ in pairs.most_common(each_kind)]

    def passage() -> Passage:
        while True:
            each = rng.choice(sample)
            if len(each.text.split()) > 12 and _words(each):
                return each

    makers: dict[Kind, Callable[[], Asked]] = {
        "one word": lambda: Asked("one word", _terms(rng, passage(), 1)),
        "OR of three words": lambda: Asked("OR of three words", _terms(rng, passage(), 3)),
        "AND of two words": lambda: Asked("AND of two words", _terms(rng, passage(), 2)),
        "phrase": lambda: Asked("phrase", _run(rng, passage())),
        "phrase of common words": lambda: Asked("phrase of common words", rng.choice(common)),
        "wildcard": lambda: Asked("wildcard", (), f"{rng.choice(_words(passage()))[:4]}*"),
        "fuzzy word": lambda: Asked("fuzzy word", (), _misspelled(rng, passage())),
        "word in a year": lambda: Asked(
            "word in a year", _terms(rng, passage(), 1), value=str(rng.randint(1950, 2020))
        ),
        "word with a name": lambda: Asked(
            "word with a name", _terms(rng, passage(), 1), value=_place(rng, sample)
        ),
        "word with a citation from 100 to 200": lambda: Asked(
            "word with a citation from 100 to 200", _terms(rng, passage(), 1)
        ),
        "all facets": lambda: Asked("all facets", _terms(rng, passage(), 1)),
        "timeline": lambda: Asked("timeline", _terms(rng, passage(), 1)),
    }
    for kind in KINDS:
        yield from (makers[kind]() for _ in range(each_kind))


def _words(passage: Passage) -> list[str]:
    return [word for word in analysis.words(passage.text) if len(word) > 5 and word.isascii()]


def _terms(rng: random.Random, passage: Passage, count: int) -> tuple[str, ...]:
    return tuple(analysis.term(word) for word in rng.choices(_words(passage), k=count))


def _run(rng: random.Random, passage: Passage) -> tuple[str, ...]:
    terms = analysis.terms(passage.text)
    start = rng.randrange(len(terms) - 1)
    return tuple(terms[start : start + 2])


def _misspelled(rng: random.Random, passage: Passage) -> str:
    """A word with two neighbouring letters swapped."""
    word = rng.choice(_words(passage))
    at = rng.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _place(rng: random.Random, sample: Sequence[Passage]) -> str:
    places = [e.name for each in sample for e in each.entities() if e.type == "place"]
    return rng.choice(places) if places else "nowhere"
