"""Evaluating a query tree over arrays: for each matching passage its score.

Whoosh's own matchers walk postings one object at a time; here a term's postings are arrays,
boolean operations are operations on arrays, and only phrases look at positions. What is
required is evaluated with the shortest postings first, and scored only where all of it matches.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from loccit.engines.bm25 import K1, idf
from loccit.engines.deadline import Deadline
from loccit.engines.query import (
    And,
    AnyOf,
    Anywhere,
    Covering,
    IntRange,
    KeywordTerm,
    MatchAll,
    Not,
    Or,
    Phrase,
    Preferred,
    Query,
    Term,
)
from loccit.engines.whoosh.columns import Columns
from loccit.engines.whoosh.postings import Postings, PostingsReader
from loccit.engines.whoosh.texts import Docs, Scores, Texts, common

_MANY = 8
"""Values of which one is asked for, from which a column is read rather than postings."""


@dataclass(frozen=True, slots=True)
class Evaluated:
    """`docs` ascending, each once; `score(which)` gives the scores of `docs[which]`."""

    docs: Docs
    score: Callable[[Docs], Scores]
    scored: bool = True

    @property
    def scores(self) -> Scores:
        return self.score(np.arange(len(self.docs)))


@dataclass(frozen=True, slots=True)
class Evaluator:
    """Of an index's `size` passages; raises OutOfTime where a search goes on beyond `until`."""

    reader: PostingsReader
    columns: Columns
    size: int
    until: Deadline
    _norms: dict[str, Scores] = field(default_factory=dict)

    @property
    def texts(self) -> Texts:
        return Texts(self.reader, self.columns, self.size, self.until, self._norms)

    def evaluate(self, query: Query) -> Evaluated:
        self.until.check()
        match query:
            case MatchAll():
                return _unscored(np.arange(self.size))
            case Term(field, word):
                return self._term(field, word)
            case Phrase(field, words, slop):
                return self._phrase(field, words, slop)
            case Anywhere():
                return self._anywhere(query)
            case Preferred(part, by, factor):
                return self._preferred(part, by, factor)
            case Covering(parts, power):
                return self._covering(parts, power)
            case KeywordTerm(field, value):
                return _unscored(self.reader.postings(field, value, self.until).docs)
            case AnyOf(field, values):
                return _unscored(self._having(field, values))
            case IntRange(field, low, high):
                return self._between(field, low, high)
            case And(parts):
                return self._all(parts)
            case Or(parts):
                return self._any(parts)
            case Not(part):
                inside = np.ones(self.size, bool)
                inside[self.evaluate(part).docs] = False
                return _unscored(np.flatnonzero(inside))

    def weigh(self, field: str, docs: Docs, frequencies: Scores, having: int) -> Scores:
        """BM25 of a term or phrase that `having` passages have, in `docs`."""
        return self._weights(frequencies / self.texts.norm(field)[docs], having)

    def _weights(self, frequencies: Scores, having: int) -> Scores:
        """Of frequencies that are divided by the norm."""
        return idf(self.size, having) * (K1 + 1) * frequencies / (frequencies + K1)

    def _anywhere(self, query: Anywhere) -> Evaluated:
        pooled = self.texts.pooled(query)
        return Evaluated(
            pooled.docs, lambda which: self._weights(pooled.frequencies[which], pooled.having)
        )

    def _preferred(self, part: Query, by: Query, factor: float) -> Evaluated:
        evaluated, better = self.evaluate(part), self.evaluate(by).docs
        if not len(better):
            return evaluated
        factors = np.ones(self.size)
        factors[better] = factor
        return Evaluated(
            evaluated.docs,
            lambda which: evaluated.score(which) * factors[evaluated.docs[which]],
            evaluated.scored,
        )

    def _covering(self, parts: tuple[Query, ...], power: float) -> Evaluated:
        any_of_them = self._any(parts)
        factors = self.covered(parts)[any_of_them.docs] ** power
        return replace(any_of_them, score=lambda which: any_of_them.score(which) * factors[which])

    def covered(self, parts: tuple[Query, ...]) -> Scores:
        """Of every passage, the share of what the parts are worth that it has."""
        covered, total = np.zeros(self.size), 0.0
        for each in map(self.evaluate, parts):
            worth = idf(self.size, len(each.docs))
            covered[each.docs] += worth
            total += worth
        return covered / (total or 1.0)

    def _term(self, field: str, word: str) -> Evaluated:
        postings = self.reader.postings(field, word, self.until)
        docs, frequencies = postings.docs, postings.frequencies

        def score(which: Docs) -> Scores:
            key = ("weights", field, word)
            weights = self.reader.cache.get(key, np.ndarray)
            if weights is not None:
                return weights[which]
            if len(which) < len(docs):
                return self.weigh(field, docs[which], frequencies[which], len(docs))
            return self.reader.cache.keep(key, self.weigh(field, docs, frequencies, len(docs)))

        return Evaluated(docs, score)

    def _phrase(self, field: str, words: tuple[str, ...], slop: int) -> Evaluated:
        if len(words) == 1:
            return self._term(field, words[0])
        docs, counts = self.texts.phrase_counts(field, words, slop)
        return Evaluated(
            docs, lambda which: self.weigh(field, docs[which], counts[which], len(docs))
        )

    def _having(self, field: str, values: tuple[str, ...]) -> Docs:
        """The passages with one of the values: by the column where there is one, else term by
        term; kept as a term's are."""
        column = self.columns.facets.get(field)
        if column is not None and len(values) > _MANY:
            chosen = np.zeros(len(column.values), bool)
            chosen[column.places(values)] = True
            docs = column.docs[chosen[column.ids]].astype(np.int64)
            return docs[np.flatnonzero(np.diff(docs, prepend=-1))]
        key = ("any of", field, values)
        return self.reader.cache.made(key, Postings, lambda: self._union(field, values)).docs

    def _union(self, field: str, values: tuple[str, ...]) -> Postings:
        inside = np.zeros(self.size, bool)
        for value in values:
            self.until.check()
            inside[self.reader.postings_if_any(field, value, self.until).docs] = True
        docs = np.flatnonzero(inside)
        return Postings(docs, np.empty(0))

    def _between(self, field: str, low: int | None, high: int | None) -> Evaluated:
        column = self.columns.numbers.get(field)
        if column is None:
            return _unscored(np.empty(0, np.int64))
        chosen = np.ones(len(column.values), bool)
        if low is not None:
            chosen &= column.values >= low
        if high is not None:
            chosen &= column.values <= high
        docs = column.docs[chosen].astype(np.int64)
        return _unscored(docs[np.flatnonzero(np.diff(docs, prepend=-1))])

    def _all(self, parts: tuple[Query, ...]) -> Evaluated:
        if not parts:
            return _unscored(np.arange(self.size))
        evaluated = [self.evaluate(part) for part in parts]
        by_length = sorted(evaluated, key=lambda each: len(each.docs))
        docs = by_length[0].docs
        for other in by_length[1:]:
            docs = common(docs, other.docs)[0]

        def score(which: Docs) -> Scores:
            wanted = docs[which]
            total = np.zeros(len(wanted))
            for each in evaluated:
                if each.scored and len(wanted):
                    total += each.score(np.searchsorted(each.docs, wanted))
            return total

        return Evaluated(docs, score, any(each.scored for each in evaluated))

    def _any(self, parts: tuple[Query, ...]) -> Evaluated:
        evaluated = [self.evaluate(part) for part in parts]
        if len(evaluated) == 1:
            return evaluated[0]
        inside, scores = np.zeros(self.size, bool), np.zeros(self.size)
        for each in evaluated:
            inside[each.docs] = True
            if each.scored:
                scores[each.docs] += each.scores
        docs = np.flatnonzero(inside)
        return Evaluated(docs, lambda which: scores[docs[which]], any(f.scored for f in evaluated))


def _unscored(docs: Docs) -> Evaluated:
    return Evaluated(docs, lambda which: np.zeros(len(which)), False)
