"""The engine on one page: open a generation, search it, look passages up."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, ClassVar, Self

import numpy as np

from engines import codec
from engines.counts import Counts
from engines.engine import Contribution, Filter, Hit, Matches, Request
from engines.errors import IndexDamaged
from engines.fields import facet_group
from engines.lexicon import Lexicon
from engines.name_list import NameList
from engines.schema import Document, FacetField, Manifest, Name, Passage
from engines.whoosh import columns, files
from engines.whoosh.columns import UNDATED
from engines.whoosh.evaluate import Docs, Evaluator, Found, Scores, common
from engines.whoosh.explain import explained
from engines.whoosh.postings import CACHE_BYTES, PostingsCache
from engines.whoosh.writer import WhooshWriter

_MOST_DIGITS = 9
"""Of a passage's number."""
MOST_STORED = 1000
"""Passages that are kept as they were last read."""


class WhooshEngine:
    """An open generation, safe to read from several threads."""

    name: ClassVar[str] = "whoosh"

    cache_bytes: ClassVar[int] = CACHE_BYTES
    """Of decoded postings, in each open generation."""

    def __init__(self, generation: Path, manifest: Manifest, index: Any, reader: Any) -> None:
        self._generation = generation
        self.manifest = manifest
        self._index = index
        self._reader = reader
        self._cache = PostingsCache(self._reader, self.cache_bytes)
        size = self._reader.doc_count_all()
        self._columns = columns.read(generation / files.COLUMNS, size)
        self._evaluator = Evaluator(self._cache, self._columns, size)
        self._documents = files.read_lines(generation / files.DOCUMENTS, codec.document_from_json)
        self._by_id = {document.id: document for document in self._documents}
        self._stored = lru_cache(MOST_STORED)(self._read)

    @classmethod
    def open(cls, generation: Path) -> Self:
        manifest = files.manifest(generation)
        with ExitStack() as closing:
            index = files.open_whoosh(generation)
            closing.callback(index.close)
            reader = files.reader(generation, index)
            closing.callback(reader.close)
            opened = cls(generation, manifest, index, reader)
            held = (reader.doc_count_all(), len(opened._documents))
            if held != (manifest.passages, manifest.documents):
                what = "it holds other counts than its manifest says"
                raise IndexDamaged(generation.parent, what)
            closing.pop_all()
        return opened

    @classmethod
    def begin(cls, generation: Path, workers: int = 0) -> WhooshWriter:
        return WhooshWriter(generation, workers)

    def search(self, request: Request) -> Matches:
        found = self._evaluator.evaluate(request.query)
        narrowed = {each: self._evaluator.evaluate(each.query).docs for each in request.filters}
        docs = _all(found.docs, narrowed.values())
        page, scores = self._page(found, docs, request)
        hits = tuple(
            Hit(self._stored(doc), score, self._explained(request, doc))
            for doc, score in zip(page.tolist(), scores.tolist(), strict=True)
        )
        return Matches(len(docs), hits, self._facets(request, found.docs, narrowed))

    def _page(self, found: Found, docs: Docs, request: Request) -> tuple[Docs, Scores]:
        """The passages of the page and their scores, in order.

        Passages are numbered by document and number, so that a stable sort breaks ties by them.
        """
        scores = found.score(np.searchsorted(found.docs, docs))
        keys = -scores
        if request.sort != "score":
            days = self._columns.first_day[docs]
            signed = days if request.sort == "oldest" else -days
            keys = np.where(days == UNDATED, np.inf, signed.astype(np.float64))
        last = request.first + request.size
        candidates = np.arange(len(keys))
        if 0 < last < len(keys):
            edge = np.partition(keys, last - 1)[last - 1]
            candidates = np.flatnonzero(keys <= edge)
        order = candidates[np.argsort(keys[candidates], kind="stable")][request.first : last]
        return docs[order], scores[order]

    def _facets(
        self, request: Request, found: Docs, narrowed: Mapping[Filter, Docs]
    ) -> dict[FacetField, Counts]:
        """Each facet over what matches without the filters of its own group."""
        counted: dict[FacetField, Counts] = {}
        matching: dict[str, Docs] = {}
        groups = {filter.group for filter in narrowed}
        for field in request.facets:
            own = facet_group(field) if facet_group(field) in groups else ""
            if own not in matching:
                others = (docs for each, docs in narrowed.items() if not own or each.group != own)
                matching[own] = _all(found, others)
            values = self._columns.facets.get(field)
            counted[field] = values.counts(matching[own]) if values else Counts.of({})
        return counted

    def _explained(self, request: Request, doc: int) -> tuple[Contribution, ...]:
        return tuple(explained(self._evaluator, request.query, doc)) if request.explain else ()

    def _read(self, doc: int) -> Passage:
        return codec.passage_from_json(self._reader.stored_fields(doc)["stored"])

    def passage(self, id: str) -> Passage | None:
        document, _, number = id.rpartition("#")
        if not (number.isascii() and number.isdecimal() and len(number) <= _MOST_DIGITS):
            return None
        found = self.passages(document, int(number), int(number))
        return found[0] if found and found[0].id == id else None

    def passages(self, document: str, first: int, last: int) -> tuple[Passage, ...]:
        docs = self._cache.postings("document", document).docs
        begin, end = self._place(docs, first), self._place(docs, last + 1)
        return tuple(self._stored(int(doc)) for doc in docs[begin:end])

    def _place(self, docs: Docs, number: int) -> int:
        """Where passage `number` stands, or would, among a document's, whose numbers ascend."""
        likely = min(max(number - 1, 0), len(docs))
        if self._precedes(docs, likely - 1, number) and not self._precedes(docs, likely, number):
            return likely
        return bisect_left(docs, number, key=lambda doc: self._stored(int(doc)).number)

    def _precedes(self, docs: Docs, at: int, number: int) -> bool:
        """Whether the passage there has a lower number; nothing stands before the first."""
        return at < 0 or (at < len(docs) and self._stored(int(docs[at])).number < number)

    def count(self, document: str) -> int:
        return len(self._cache.postings("document", document).docs)

    def document(self, id: str) -> Document | None:
        return self._by_id.get(id)

    def documents(self) -> Sequence[Document]:
        return self._documents

    @cached_property
    def _names(self) -> NameList:
        return NameList(files.read_lines(self._generation / files.NAMES, codec.name_from_json))

    def names(self, prefix: str = "") -> Sequence[Name]:
        return self._names.beginning(prefix)

    def most_named(self, prefix: str, most: int) -> Sequence[Name]:
        return self._names.most(prefix, most)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self._columns.words, self._columns.words_counts)

    def lexicon(self) -> Lexicon:
        return self._lexicon

    def forget(self) -> None:
        """Drop what was decoded; the next search reads from disk again."""
        self._cache.clear()
        self._stored.cache_clear()

    def close(self) -> None:
        self._reader.close()
        self._index.close()


def _all(docs: Docs, others: Iterable[Docs]) -> Docs:
    """What all of the ascending arrays have."""
    for other in sorted(others, key=len):
        docs = common(docs, other)[0] if len(docs) < len(other) else common(other, docs)[0]
    return docs
