"""Evaluating a query tree over arrays: for each matching passage its score.

Whoosh's own matchers walk postings one object at a time; here a term's postings are arrays,
boolean operations are operations on arrays, and only phrases look at positions.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engines import phrases
from engines.bm25 import K1, B, idf
from engines.query import And, Between, Everything, Has, Not, Or, Phrase, Query, Term
from engines.schema import IntegerField, TextField
from engines.whoosh.columns import Columns
from engines.whoosh.postings import PostingsCache


@dataclass(frozen=True, slots=True)
class Found:
    """`docs` ascending, each once; `scores[i]` is that of `docs[i]`."""

    docs: NDArray[np.int64]
    scores: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Evaluator:
    cache: PostingsCache
    columns: Columns
    size: int

    def evaluate(self, query: Query) -> Found:
        match query:
            case Everything():
                return _unscored(np.arange(self.size))
            case Term(field, word):
                return self._term(field, word)
            case Phrase(field, words, slop):
                return self._phrase(field, words, slop)
            case Has(field, value):
                return _unscored(self.cache.postings(field, value).docs)
            case Between(field, low, high):
                return self._between(field, low, high)
            case And(parts):
                return self._all(parts)
            case Or(parts):
                return self._any(parts)
            case Not(part):
                inside = np.zeros(self.size, bool)
                inside[self.evaluate(part).docs] = True
                return _unscored(np.flatnonzero(~inside))

    def _term(self, field: TextField, word: str) -> Found:
        postings = self.cache.postings(field, word)
        return self._scored(field, postings.docs, postings.frequencies)

    def _scored(
        self, field: TextField, docs: NDArray[np.int64], frequencies: NDArray[np.float64]
    ) -> Found:
        lengths = self.columns.lengths[field]
        average = float(lengths.mean()) if len(lengths) else 0.0
        norms = 1 - B + B * (lengths[docs] / average if average else 1.0)
        weights = frequencies * (K1 + 1) / (frequencies + K1 * norms)
        return Found(docs, idf(self.size, len(docs)) * weights)

    def _phrase(self, field: TextField, words: tuple[str, ...], slop: int) -> Found:
        if len(words) == 1:
            return self._term(field, words[0])
        docs = self.cache.postings(field, words[0]).docs
        for word in words[1:]:
            docs = np.intersect1d(docs, self.cache.postings(field, word).docs, True)
        if not len(docs):
            return _unscored(docs)
        distinct = {word: self.cache.positions(field, word, docs) for word in dict.fromkeys(words)}
        counts = np.array(
            [
                phrases.count([distinct[word][at] for word in words], slop)
                for at in range(len(docs))
            ],
            np.float64,
        )
        return self._scored(field, docs[counts > 0], counts[counts > 0])

    def _between(self, field: IntegerField, low: int | None, high: int | None) -> Found:
        column = self.columns.integers.get(field)
        if column is None:
            return _unscored(np.empty(0, np.int64))
        chosen = np.ones(len(column.values), bool)
        if low is not None:
            chosen &= column.values >= low
        if high is not None:
            chosen &= column.values <= high
        return _unscored(np.unique(column.docs[chosen]))

    def _all(self, parts: tuple[Query, ...]) -> Found:
        found = [self.evaluate(part) for part in parts]
        docs = found[0].docs if found else np.arange(self.size)
        for other in found[1:]:
            docs = np.intersect1d(docs, other.docs, True)
        scores = np.zeros(len(docs))
        for each in found:
            scores += each.scores[np.searchsorted(each.docs, docs)] if len(docs) else 0
        return Found(docs, scores)

    def _any(self, parts: tuple[Query, ...]) -> Found:
        found = [self.evaluate(part) for part in parts]
        inside, scores = np.zeros(self.size, bool), np.zeros(self.size)
        for each in found:
            inside[each.docs] = True
            scores[each.docs] += each.scores
        docs = np.flatnonzero(inside)
        return Found(docs, scores[docs])


def _unscored(docs: NDArray[np.int64]) -> Found:
    return Found(docs, np.zeros(len(docs)))
