"""The engine on one page: open a generation, search it, look passages up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, ClassVar, Self

import numpy as np

from engines import codec
from engines.counts import Counts
from engines.engine import Contribution, Filter, Hit, Matches, Request
from engines.errors import EngineError, IndexDamaged
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

MOST_STORED = 1000
"""Passages that are kept as they were last read."""


class WhooshEngine:
    """An open generation, safe to read from several threads."""

    name: ClassVar[str] = "whoosh"

    cache_bytes: ClassVar[int] = CACHE_BYTES
    """Of decoded postings, in each open generation."""

    def __init__(self, generation: Path, manifest: Manifest, index: Any) -> None:
        self._generation = generation
        self.manifest = manifest
        self._index = index
        self._reader = index.reader()
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
        index = files.open_whoosh(generation)
        try:
            opened = cls(generation, manifest, index)
        except EngineError:
            raise
        except Exception as error:  # a damaged segment raises whatever its bytes happen to mean
            raise IndexDamaged(generation.parent, f"a segment can't be read ({error})") from error
        if (opened._reader.doc_count_all(), len(opened._documents)) != (
            manifest.passages,
            manifest.documents,
        ):
            raise IndexDamaged(generation.parent, "it holds other counts than its manifest says")
        return opened

    @classmethod
    def begin(cls, generation: Path) -> WhooshWriter:
        return WhooshWriter(generation)

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
        for doc in self._cache.postings("id", id).docs:
            passage = self._stored(int(doc))
            if passage.id == id:
                return passage
        return None

    def passages(self, document: str, first: int, last: int) -> tuple[Passage, ...]:
        docs = self._cache.postings("document", document).docs
        first, last = max(first, 1), min(last, len(docs))
        return tuple(self._stored(int(doc)) for doc in docs[first - 1 : last])

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
        terms = [(term, self._reader.doc_frequency("words", term)) for term in self._terms()]
        return Lexicon([term.decode("utf-8") for term, _ in terms], [count for _, count in terms])

    def _terms(self) -> Iterator[bytes]:
        yield from self._reader.lexicon("words")

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
