"""Which passages of a document a claim rests on, the likeliest first.

BM25 (Robertson and Zaragoza, 2009) over the passages of the one document, with a small k1: that a
word is there says more than how often. Rarity is counted in the whole index, and a little in the
document itself, whose own subject is in every passage of it.
"""

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from loccit.engines import analysis
from loccit.engines.bm25 import SHORTEST
from loccit.mentions.sentences import sentences
from loccit.model.documents import Passage
from loccit.search.following.claim import Claim, cells, prose

K1, B = 0.6, 0.4
OWN_RARITY = 0.3
"""How much rarity in the document counts, beside that in the index."""
NEIGHBOURS = 0.1
"""What two words that are neighbours in both add, of their rarities."""
LENGTHY = 0.2 / 20
"""What each word of a sentence takes from how well it fits, of 1."""
DATED = 0.5
"""What a date that both name counts, where a word counts 1."""
_RARITY_OF_DATES = 4.0
"""A date's, as of a word that one passage in fifty has."""

Rarity = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Near:
    """A passage with its score; `text[start:end]` of it is the sentence that fits best.

    `cover` is the share of the claim's words, or of the words that it quotes, which the passage
    has, each by its rarity, 0 to 1; `shared` is how many of all it has.
    """

    passage: Passage
    score: float
    start: int
    end: int
    cover: float
    shared: int


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage's terms, as often as it has each, its neighbouring terms and its dates."""

    counts: Counter[str]
    pairs: frozenset[tuple[str, str]]
    dates: frozenset[str]

    @property
    def length(self) -> int:
        return self.counts.total()


@lru_cache(maxsize=2_000)
def _read(passage: Passage) -> _Read:
    terms = analysis.terms(prose(passage))
    pairs = pairwise(terms)
    dates = (cell for date in passage.dates() for cell in cells(date))
    return _Read(Counter(terms), frozenset(pairs), frozenset(dates))


def nearest(claim: Claim, passages: Sequence[Passage], rarity: Rarity) -> tuple[Near, ...]:
    """The passages with a word or a date of the claim, the nearest first.

    `rarity` has the idf in the index of each word of the claim.
    """
    read = [_read(each) for each in passages]
    if not read:
        return ()
    weighed = _Weighed(claim, _in_document(claim, read, rarity))
    average = sum(each.length for each in read) / len(read)
    scored = [(weighed.score(each, average), at) for at, each in enumerate(read)]
    best = sorted((-score, at) for score, at in scored if score > 0)
    return tuple(weighed.near(passages[at], read[at], -score, rarity) for score, at in best)


def _in_document(claim: Claim, read: Sequence[_Read], rarity: Rarity) -> Rarity:
    mixed = {}
    for word, _ in claim.weights:
        having = sum(word in each.counts for each in read)
        own = math.log(1 + (len(read) - having + 0.5) / (having + 0.5))
        mixed[word] = OWN_RARITY * own + (1 - OWN_RARITY) * rarity.get(word, 0.0)
    return mixed


def _cover(words: Sequence[str], there: Container[str], rarity: Rarity) -> float:
    whole = sum(rarity.get(word, 0.0) for word in words)
    return sum(rarity.get(word, 0.0) for word in words if word in there) / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class _Weighed:
    claim: Claim
    rarity: Rarity

    def score(self, read: _Read, average: float) -> float:
        norm = 1 - B + B * max(SHORTEST, read.length / average if average else 1)
        total = 0.0
        for word, weight in self.claim.weights:
            frequency = read.counts.get(word, 0) / norm
            total += weight * self.rarity[word] * frequency * (K1 + 1) / (frequency + K1)
        return total + self._beside(read.pairs) + self._dated(read.dates)

    def _beside(self, pairs: frozenset[tuple[str, str]]) -> float:
        both = self.claim.pairs & pairs
        return NEIGHBOURS * sum(self.rarity[a] + self.rarity[b] for a, b in sorted(both))

    def _dated(self, dates: frozenset[str]) -> float:
        return DATED * _RARITY_OF_DATES * sum(each in dates for each in self.claim.dates)

    def near(self, passage: Passage, read: _Read, score: float, rarity: Rarity) -> Near:
        shared = sum(word in read.counts for word in self.claim.words)
        claimed = (self.claim.words, self.claim.quoted)
        cover = max(_cover(words, read.counts, rarity) for words in claimed)
        return Near(passage, score, *self._sentence(passage), cover, shared)

    def _sentence(self, passage: Passage) -> tuple[int, int]:
        text = prose(passage)
        spans = list(sentences(text)) or [(0, len(text))]
        start, end = max(spans, key=lambda span: self._fit(text[slice(*span)]))
        return start, start + len(text[start:end].rstrip())

    def _fit(self, sentence: str) -> float:
        terms = analysis.terms(sentence)
        there = {*terms}
        shared = sum(self.rarity[word] for word in self.claim.words if word in there)
        return shared / (1 + LENGTHY * len(terms))
