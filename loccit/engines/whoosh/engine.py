"""The engine on one page: open a generation, answer requests, look passages up."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar, Self

import numpy as np

from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.engine import (
    DAY,
    IN_TIER,
    NO_DAY,
    Capabilities,
    Contribution,
    Cursor,
    DocumentList,
    Expansion,
    FacetCounts,
    Filter,
    Hit,
    Matches,
    NameList,
    Request,
    Section,
    Sort,
)
from loccit.engines.errors import IndexDamaged
from loccit.engines.field_table import named
from loccit.engines.former_table import FormerTable
from loccit.engines.lexicon import Lexicon
from loccit.engines.name_table import NameTable
from loccit.engines.query import Query
from loccit.engines.sealing import Sealed
from loccit.engines.source_table import SourceTable
from loccit.engines.title_table import TitleTable
from loccit.engines.whoosh import columns, files, ordering
from loccit.engines.whoosh.cache import Cache
from loccit.engines.whoosh.columns import UNDATED
from loccit.engines.whoosh.evaluate import Evaluated, Evaluator
from loccit.engines.whoosh.explain import explained
from loccit.engines.whoosh.postings import PostingsReader
from loccit.engines.whoosh.segment_file import SegmentFile
from loccit.engines.whoosh.texts import Docs, Scores, common
from loccit.engines.whoosh.writer import WhooshWriter
from loccit.model import codec
from loccit.model.addresses import Address
from loccit.model.documents import Document, Former, Passage
from loccit.model.mentions import EntityType
from loccit.model.names import Name

_MEMORY_OF_JSON = 4
"""Bytes that a passage takes in memory for each of its JSON, about."""


@dataclass(frozen=True, slots=True)
class _Stored:
    """A passage as it was last read; `nbytes` of memory, about."""

    passage: Passage
    nbytes: int


class _Answering:
    """One call's requests, which share what they ask for: each query is evaluated once."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator
        self._evaluated: dict[Query, Evaluated] = {}
        self._narrowed: dict[tuple[Query, tuple[Query, ...]], Docs] = {}

    def evaluated(self, query: Query) -> Evaluated:
        if query not in self._evaluated:
            self._evaluated[query] = self.evaluator.evaluate(query)
        return self._evaluated[query]

    def matching(self, query: Query, filters: Iterable[Filter]) -> Docs:
        """The passages that match the query and the filters, ascending."""
        queries = tuple(dict.fromkeys(each.query for each in filters))
        if (query, queries) not in self._narrowed:
            others = (self.evaluated(each).docs for each in queries)
            self._narrowed[query, queries] = _all(self.evaluated(query).docs, others)
        return self._narrowed[query, queries]


class WhooshEngine:
    """An open generation, safe to read from several threads."""

    name: ClassVar[str] = "whoosh"
    capabilities: ClassVar[Capabilities] = Capabilities(
        exact_scores=True, ordered_slop=True, explanations=True
    )

    def __init__(self, sealed: Sealed, segment: SegmentFile, cache_bytes: int) -> None:
        self._sealed = sealed
        self.manifest = sealed.manifest
        self._cache = Cache(cache_bytes)
        self.postings = PostingsReader.of(sealed, segment, self._cache)
        size = self.manifest.passages
        self._documents = files.read_lines(sealed, files.DOCUMENTS, codec.document_from_json)
        sampled = frozenset(each.id for each in self._documents if not each.contiguous)
        self._columns = replace(columns.read(sealed, files.COLUMNS), sampled=sampled)
        self._evaluator = Evaluator(self.postings, self._columns, size, NEVER)
        self._by_id = {document.id: document for document in self._documents}
        self._formers = FormerTable(sealed)
        self._sources = SourceTable(self._documents)

    @classmethod
    def open_folder(cls, folder: Path, cache_bytes: int) -> Self:
        """Raises IndexDamaged."""
        with ExitStack() as closing:
            sealed = Sealed.opened(folder, cls.name)
            closing.callback(sealed.close)
            opened = cls(sealed, files.segment(sealed), cache_bytes)
            if len(opened._documents) != opened.manifest.documents:
                what = "it holds other counts than its manifest says"
                raise IndexDamaged(folder.parent, what)
            closing.pop_all()
        return opened

    @classmethod
    def begin_folder(cls, folder: Path, workers: int) -> WhooshWriter:
        return WhooshWriter(folder, workers)

    def answer(self, requests: Sequence[Request], until: Deadline) -> list[Matches]:
        answering = _Answering(replace(self._evaluator, until=until))
        return [self._answer(answering, request) for request in requests]

    def _answer(self, answering: _Answering, request: Request) -> Matches:
        docs = answering.matching(request.query, request.filters)
        facets = self._facets(answering, request)
        if not request.size:
            documents = len(np.unique(self._columns.owners[docs])) if request.by else None
            return Matches(len(docs), (), facets, documents)
        scores, keys = self._ordered(answering, request, docs)
        total = len(docs)
        if request.after is not None and not request.by:
            behind = self._is_behind(request.after, docs, keys)
            docs, scores, keys = docs[behind], scores[behind], keys[behind]
        page = ordering.page(
            keys,
            lambda which: self._columns.ranks[docs[which]],
            lambda: self._columns.owners[docs],
            request,
        )
        hits = tuple(
            self._hit(answering, request, doc, score, key, others)
            for doc, score, key, others in zip(
                docs[page.which].tolist(), scores[page.which].tolist(), keys[page.which].tolist(),
                page.others, strict=True,
            )
        )  # fmt: skip
        return Matches(total, hits, facets, page.documents)

    def every(self, request: Request, until: Deadline) -> Iterator[Hit]:
        answering = _Answering(replace(self._evaluator, until=until))
        docs = answering.matching(request.query, request.filters)
        scores, keys = self._ordered(answering, request, docs)
        if request.after is not None:
            behind = self._is_behind(request.after, docs, keys)
            docs, scores, keys = docs[behind], scores[behind], keys[behind]
        order = np.lexsort((self._columns.ranks[docs], keys))
        return (self._once(int(docs[at]), float(scores[at]), float(keys[at])) for at in order)

    def _ordered(
        self, answering: _Answering, request: Request, docs: Docs
    ) -> tuple[Scores, Scores]:
        """The passages' scores, and what they are ordered by, the least first."""
        evaluated = answering.evaluated(request.query)
        whole = docs is evaluated.docs
        which = np.arange(len(docs)) if whole else np.searchsorted(evaluated.docs, docs)
        scores = evaluated.score(which)
        if request.sort == "score" and request.tiers:
            return scores, self._tiered(answering, request, docs)
        return scores, self._keys(docs, scores, request.sort)

    def _tiered(self, answering: _Answering, request: Request, docs: Docs) -> Scores:
        """By the first of the tiers that matches, then by the first day."""
        tiers = np.full(len(docs), len(request.tiers))
        for n, tier in reversed(list(enumerate(request.tiers))):
            inside = np.zeros(len(self._columns.number), bool)
            inside[answering.evaluated(tier).docs] = True
            tiers[inside[docs]] = n
        days = self._columns.first_day[docs]
        return tiers + np.where(days == UNDATED, NO_DAY, IN_TIER + days * DAY)

    def _keys(self, docs: Docs, scores: Scores, sort: Sort) -> Scores:
        if sort == "score":
            return -scores
        if sort == "added":
            return -self._columns.first_seen[docs].astype(np.float64)
        days = self._columns.first_day[docs]
        signed = days if sort == "oldest" else -days
        return np.where(days == UNDATED, np.inf, signed.astype(np.float64))

    def _is_behind(self, after: Cursor, docs: Docs, keys: Scores) -> Any:
        """Which of the passages come behind a place in their order."""
        documents = self._columns.facets["document"].values
        owner, owners = bisect_left(documents, after.document), self._columns.owners[docs]
        known = documents[owner : owner + 1] == [after.document]
        later = (owners > owner) if known else (owners >= owner)
        if known:
            later |= (owners == owner) & (self._columns.number[docs] > after.number)
        behind: Any = (keys > after.key) | ((keys == after.key) & later)
        return behind

    def _hit(
        self, answering: _Answering, request: Request, doc: int, score: float, key: float,
        others: int,
    ) -> Hit:  # fmt: skip
        parts = self._explained(answering.evaluator, request, doc)
        return Hit(score, self._cursor(doc, key), partial(self._passage, doc), parts, others)

    def _once(self, doc: int, score: float, key: float) -> Hit:
        """A hit whose passage isn't kept: of all that match, each is read but once."""
        return Hit(score, self._cursor(doc, key), lambda: self._read(doc).passage)

    def _cursor(self, doc: int, key: float) -> Cursor:
        document = self._columns.facets["document"].values[int(self._columns.owners[doc])]
        return Cursor(key, document, int(self._columns.number[doc]))

    def _explained(
        self, evaluator: Evaluator, request: Request, doc: int
    ) -> tuple[Contribution, ...]:
        return tuple(explained(evaluator, request.query, doc)) if request.explain else ()

    def _facets(self, answering: _Answering, request: Request) -> dict[str, FacetCounts]:
        """Each facet over what matches without the filters of its own tag."""
        counts: dict[str, FacetCounts] = {}
        for asked in request.facets:
            answering.evaluator.until.check()
            tag = named(asked.field).narrows
            kept = [each for each in request.filters if each.tag != tag]
            docs = answering.matching(request.query, kept)
            counts[asked.field] = self._columns.facets[asked.field].facet(asked, docs)
        return counts

    def frequencies(self, field: str, values: Sequence[str], until: Deadline) -> tuple[int, ...]:
        column = self._columns.facets.get(field)
        if column is not None:
            return tuple(self._total(column, value) for value in values)
        counts = []
        for value in values:
            until.check()
            counts.append(self.postings.frequency(field, value))
        return tuple(counts)

    def _total(self, column: columns.FacetColumn, value: str) -> int:
        at = column.place(value)
        return int(column.totals[at]) if at >= 0 else 0

    def _passage(self, doc: int) -> Passage:
        return self._cache.made(("stored", doc), _Stored, lambda: self._read(doc)).passage

    def _read(self, doc: int) -> _Stored:
        text = self.postings.stored(doc)
        return _Stored(codec.passage_from_json(text), _MEMORY_OF_JSON * len(text))

    def _of(self, document: str, until: Deadline) -> Docs:
        """A document's passages, by number."""
        docs = self.postings.postings("document", document, until).docs
        return docs[np.argsort(self._columns.number[docs], kind="stable")]

    def passage(self, address: Address, until: Deadline) -> Passage | None:
        number = address.number
        passages = self.passages(address.document, number, number, until)
        return passages[0] if passages else None

    def passages(
        self, document: str, first: int, last: int, until: Deadline
    ) -> tuple[Passage, ...]:
        docs = self._of(document, until)
        numbers = self._columns.number[docs]
        begin, end = np.searchsorted(numbers, (first, last + 1))
        return tuple(self._passage(int(doc)) for doc in docs[begin:end])

    def count(self, document: str, until: Deadline) -> int:
        return len(self.postings.postings("document", document, until).docs)

    def formers(self, document: str) -> tuple[Former, ...]:
        return self._formers.of(document)

    def document(self, id: str) -> Document | None:
        return self._by_id.get(id)

    def outline(self, document: str, until: Deadline) -> tuple[Section, ...]:
        docs = self._of(document, until)
        headings, names = self._columns.headings(docs), self._columns.facets["heading"].values
        begins = np.flatnonzero(np.diff(headings, prepend=-2)).tolist()
        return tuple(
            Section(names[headings[begin]], int(self._columns.number[docs[begin]]), end - begin)
            for begin, end in pairwise([*begins, len(docs)])
            if headings[begin] >= 0
        )

    def by_title(self, containing: str, first: int, most: int) -> DocumentList:
        return self._titles.by_title(containing, first, most)

    def documents(self) -> Sequence[Document]:
        return self._documents

    @cached_property
    def _names(self) -> NameTable:
        return NameTable(files.read_lines(self._sealed, files.NAMES, codec.name_from_json))

    @cached_property
    def _titles(self) -> TitleTable:
        column = self._columns.facets["document"]
        counts = dict(zip(column.values, column.totals.tolist(), strict=True))
        return TitleTable(self._documents, counts)

    def name_of(self, type: EntityType, name: str) -> Name | None:
        return self._names.of(type, name)

    def names(self, prefix: str, first: int, most: int) -> NameList:
        return self._names.beginning(prefix, first, most)

    def most_named(
        self, begun: str, most: int, types: Sequence[EntityType] = (), nearly: bool = False
    ) -> tuple[Name, ...]:
        return self._names.most(begun, most, types, nearly)

    def titled(self, begun: str, most: int, nearly: bool = False) -> tuple[Document, ...]:
        return self._titles.most(begun, most, nearly)

    def sourced(self, address: str, most: int) -> tuple[Document, ...]:
        return self._sources.at(address, most)

    def named(self, form: str, most: int) -> tuple[Name, ...]:
        return self._names.having(form, most)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self._columns.words, self._columns.words_counts)

    def words_beginning(self, prefix: str, most: int) -> Expansion:
        return self._lexicon.beginning(prefix, most)

    def words_matching(self, pattern: str, most: int) -> Expansion:
        return self._lexicon.matching(pattern, most)

    def words_near(self, word: str, distance: int, most: int) -> Expansion:
        return self._lexicon.near(word, distance, most)

    def forget(self) -> None:
        """Drop what was decoded; the next search reads from disk again."""
        self._cache.clear()

    def close(self) -> None:
        self._sealed.close()


def _all(docs: Docs, others: Iterable[Docs]) -> Docs:
    """What all of the ascending arrays have."""
    for other in sorted(others, key=len):
        docs = common(docs, other)[0] if len(docs) < len(other) else common(other, docs)[0]
    return docs
