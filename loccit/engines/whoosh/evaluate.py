"""Evaluating a query tree over arrays: for each matching passage its score.

Whoosh's own matchers walk postings one object at a time; here a term's postings are arrays,
boolean operations are operations on arrays, and only phrases look at positions. What is
required is evaluated with the shortest postings first, and scored only where all of it matches.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from loccit.engines import field_table
from loccit.engines.bm25 import BESIDE, K1, NAMED, SHORTEST, B, idf
from loccit.engines.deadline import Deadline
from loccit.engines.query import (
    And,
    AnyOf,
    Anywhere,
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
class Pooled:
    """Passages with words in any of several fields, ascending; `frequencies` are how often, by
    each field's norm and weight. `having` passages count for the idf."""

    docs: Docs
    frequencies: Scores
    having: int

    @property
    def nbytes(self) -> int:
        return self.docs.nbytes + self.frequencies.nbytes


@dataclass(frozen=True, slots=True)
class Share:
    """What of a `Pooled` one field, or a name, has: a frequency for each of its passages."""

    field: str
    words: tuple[str, ...]
    docs: Docs
    frequencies: Scores
    weight: float


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
            case Anywhere():
                return self._anywhere(query)
            case Preferred(part, by, factor):
                return self._preferred(part, by, factor)
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
        return self._weights(frequencies / self.norm(field)[docs], having)

    def _weights(self, frequencies: Scores, having: int) -> Scores:
        """Of frequencies that are divided by the norm."""
        return idf(self.size, having) * (K1 + 1) * frequencies / (frequencies + K1)

    def norm(self, field: str) -> Scores:
        """`1 - b + b length / average` of every passage, the average of those that have it."""
        if field not in self._norms:
            lengths = self.columns.lengths[field]
            there = lengths[lengths > 0]
            relative = lengths / there.mean() if len(there) else np.ones(len(lengths))
            self._norms[field] = 1 - B + B * np.maximum(SHORTEST, relative)
        return self._norms[field]

    def _anywhere(self, query: Anywhere) -> Evaluated:
        pooled = self.pooled(query)
        return Evaluated(
            pooled.docs, lambda which: self._weights(pooled.frequencies[which], pooled.having)
        )

    def pooled(self, query: Anywhere) -> Pooled:
        """Kept as a term's postings are."""
        return self.reader.cache.made(("pooled", query), Pooled, lambda: self._pool(query))

    def _pool(self, query: Anywhere) -> Pooled:
        shares = self.shares(query)
        if not shares:
            return Pooled(np.empty(0, np.int64), np.empty(0), 0)
        if len(shares) == 1:
            (only,) = shares
            return Pooled(only.docs, only.weight * only.frequencies, len(only.docs))
        total = np.zeros(self.size)
        for share in shares:
            total[share.docs] += share.weight * share.frequencies
        docs = np.flatnonzero(total)
        in_text = len(shares[0].docs) if shares[0].field == "terms" else len(docs)
        return Pooled(docs, total[docs], in_text)

    def shares(self, query: Anywhere) -> list[Share]:
        """What each field, each name and the passages beside have of it, the text first."""
        shares = [*self._of_fields(query), *self._of_names(query)]
        if shares and shares[0].field == "terms":
            shares += self._beside(shares[0], shares)
        return shares

    def _beside(self, text: Share, shares: Sequence[Share]) -> Iterator[Share]:
        """What the neighbours' text has, for the passages that have it somewhere themselves."""
        having = np.zeros(self.size, bool)
        for share in shares:
            having[share.docs] = True
        frequencies = np.zeros(self.size + 1)
        frequencies[text.docs] = text.frequencies
        docs = np.flatnonzero(having)
        before, after = self.columns.beside
        near = frequencies[before[docs]] + frequencies[after[docs]]
        there = near > 0
        if there.any():
            yield Share("beside", text.words, docs[there], near[there], BESIDE)

    def _of_fields(self, query: Anywhere) -> Iterator[Share]:
        for row in field_table.weighted():
            if len(query.words) > 1 and not row.positions:
                continue
            docs, counts = self._counted(row.name, query.words, query.slop)
            if len(docs):
                normed = counts / self.norm(row.name)[docs]
                yield Share(row.name, query.words, docs, normed, row.weight)

    def _of_names(self, query: Anywhere) -> Iterator[Share]:
        for named in query.names:
            docs = self.reader.postings(named.field, named.value, self.until).docs
            if len(docs):
                yield Share(named.field, (named.value,), docs, np.ones(len(docs)), NAMED)

    def _counted(self, field: str, words: tuple[str, ...], slop: int) -> tuple[Docs, Scores]:
        if len(words) > 1:
            return self.phrase_counts(field, words, slop)
        postings = self.reader.postings(field, words[0], self.until)
        return postings.docs, postings.frequencies

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
