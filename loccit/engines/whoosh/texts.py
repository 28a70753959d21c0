"""What passages have of words in their texts: how often a phrase, the norm of a field's length, and
for words that are looked for anywhere, what every field has of them together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loccit.engines import field_table
from loccit.engines.bm25 import BESIDE, NAMED, SHORTEST, B
from loccit.engines.deadline import Deadline
from loccit.engines.query import Anywhere
from loccit.engines.whoosh import phrases
from loccit.engines.whoosh.columns import Columns
from loccit.engines.whoosh.postings import Postings, PostingsReader

_FEW = 16
"""Where fewer than one passage in so many is met, they are sorted."""
Docs = NDArray[np.int64]
Scores = NDArray[np.float64]


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
class Texts:
    """Of an index's `size` passages; `norms` are kept by field. Raises OutOfTime beyond `until`."""

    reader: PostingsReader
    columns: Columns
    size: int
    until: Deadline
    norms: dict[str, Scores]

    def norm(self, field: str) -> Scores:
        """`1 - b + b length / average` of every passage, the average of those that have it."""
        if field not in self.norms:
            lengths = self.columns.lengths[field]
            there = lengths[lengths > 0]
            relative = lengths / there.mean() if len(there) else np.ones(len(lengths))
            self.norms[field] = 1 - B + B * np.maximum(SHORTEST, relative)
        return self.norms[field]

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
        docs = self._union(shares)
        total = np.zeros(len(docs))
        for share in shares:
            total[np.searchsorted(docs, share.docs)] += share.weight * share.frequencies
        in_text = len(shares[0].docs) if shares[0].field == "terms" else len(docs)
        return Pooled(docs, total, in_text)

    def _union(self, shares: Sequence[Share]) -> Docs:
        """The passages of all, ascending, each once: sorted if few, else by a mask."""
        if sum(len(share.docs) for share in shares) * _FEW < self.size:
            docs = np.sort(np.concatenate([share.docs for share in shares]))
            return docs[np.flatnonzero(np.diff(docs, prepend=-1))]
        inside = np.zeros(self.size, bool)
        for share in shares:
            inside[share.docs] = True
        return np.flatnonzero(inside)

    def shares(self, query: Anywhere) -> list[Share]:
        """What each field, each name and the passages beside have of it, the text first."""
        shares = [*self._of_fields(query), *self._of_names(query)]
        if shares and shares[0].field == "terms":
            shares += self._beside(shares[0], shares)
        return shares

    def _beside(self, text: Share, shares: Sequence[Share]) -> Iterator[Share]:
        """What the neighbours' text has, for the passages that have it somewhere themselves."""
        docs = self._union(shares)
        frequencies = np.zeros(self.size + 1)
        frequencies[text.docs] = text.frequencies
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


def common(few: Docs, many: Docs) -> tuple[Docs, Docs]:
    """What both have, and where in `many` it appears; both ascending."""
    at = np.searchsorted(many, few)
    at[at == len(many)] = 0
    there = many[at] == few if len(many) else np.zeros(len(few), bool)
    return few[there], at[there]
