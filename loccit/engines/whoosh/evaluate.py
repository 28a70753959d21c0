"""Evaluating a query tree over arrays: for each matching passage its score.

Whoosh's own matchers walk postings one object at a time; here a term's postings are arrays,
boolean operations are operations on arrays, and only phrases look at positions. What is
required is evaluated with the shortest postings first, and scored only where all of it matches.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from loccit.engines.bm25 import K1, B, idf
from loccit.engines.deadline import Deadline
from loccit.engines.query import (
    And,
    AnyOf,
    IntRange,
    KeywordTerm,
    MatchAll,
    Not,
    Or,
    Phrase,
    Query,
    Term,
)
from loccit.engines.whoosh import phrases
from loccit.engines.whoosh.columns import Columns
from loccit.engines.whoosh.postings import Postings, PostingsReader

Docs = NDArray[np.int64]
Scores = NDArray[np.float64]


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

    def evaluate(self, query: Query) -> Evaluated:
        self.until.check()
        match query:
            case MatchAll():
                return _unscored(np.arange(self.size))
            case Term(field, word):
                return self._term(field, word)
            case Phrase(field, words, slop):
                return self._phrase(field, words, slop)
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
        weights = frequencies * (K1 + 1) / (frequencies + self._norm(field)[docs])
        return idf(self.size, having) * weights

    def _norm(self, field: str) -> Scores:
        """`k1 (1 - b + b length / average)` of every passage."""
        if field not in self._norms:
            lengths = self.columns.lengths[field]
            average = float(lengths.mean()) if len(lengths) else 0.0
            relative = lengths / average if average else np.ones(len(lengths))
            self._norms[field] = K1 * (1 - B + B * relative)
        return self._norms[field]

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
        docs, counts = self.phrase_counts(field, words, slop)
        return Evaluated(
            docs, lambda which: self.weigh(field, docs[which], counts[which], len(docs))
        )

    def phrase_counts(self, field: str, words: tuple[str, ...], slop: int) -> tuple[Docs, Scores]:
        """The passages with the phrase, and how often it appears in each; kept as a term's are."""
        postings = self.reader.cache.made(
            ("phrase", field, words, slop),
            Postings,
            lambda: self._phrase_postings(field, words, slop),
        )
        return postings.docs, postings.frequencies

    def _phrase_postings(self, field: str, words: tuple[str, ...], slop: int) -> Postings:
        """Positions are looked at only where every word appears."""
        postings = {
            word: self.reader.postings(field, word, self.until) for word in dict.fromkeys(words)
        }
        shortest = sorted(postings.values(), key=lambda each: len(each.docs))
        docs = shortest[0].docs
        for other in shortest[1:]:
            docs = common(docs, other.docs)[0]
        if not len(docs):
            return Postings(docs, np.empty(0))
        places = {}
        for word, each in postings.items():
            which = np.searchsorted(each.docs, docs)
            positions = self.reader.positions_of(field, word, which, self.until)
            places[word] = phrases.places(docs, positions.starts, positions.at)
        counts = phrases.counts([places[word] for word in words], docs, slop)
        return Postings(docs[counts > 0], counts[counts > 0])

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


def common(few: Docs, many: Docs) -> tuple[Docs, Docs]:
    """What both have, and where in `many` it appears; both ascending."""
    at = np.searchsorted(many, few)
    at[at == len(many)] = 0
    there = many[at] == few if len(many) else np.zeros(len(few), bool)
    return few[there], at[there]


def _unscored(docs: Docs) -> Evaluated:
    return Evaluated(docs, lambda which: np.zeros(len(which)), False)
