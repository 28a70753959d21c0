"""The engine on one page: open a generation, search it, look passages up."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from engines import codec
from engines.engine import Filter, Hit, Matches, Request
from engines.errors import EngineError, IndexDamaged
from engines.fields import facet_group
from engines.lexicon import Lexicon
from engines.name_list import NameList
from engines.query import Query
from engines.schema import Document, FacetField, Manifest, Name, Passage
from engines.whoosh import columns, files
from engines.whoosh.columns import UNDATED
from engines.whoosh.evaluate import Evaluator, Found
from engines.whoosh.postings import PostingsCache
from engines.whoosh.writer import WhooshWriter


class WhooshEngine:
    """An open generation, safe to read from several threads."""

    name: ClassVar[str] = "whoosh"

    def __init__(self, generation: Path, manifest: Manifest, index: Any) -> None:
        self._generation = generation
        self.manifest = manifest
        self._index = index
        self._reader = index.reader()
        self._cache = PostingsCache(self._reader)
        size = self._reader.doc_count_all()
        self._columns = columns.read(generation / files.COLUMNS, size)
        self._evaluator = Evaluator(self._cache, self._columns, size)
        self._documents = files.read_lines(generation / files.DOCUMENTS, codec.document_from_json)
        self._by_id = {document.id: document for document in self._documents}

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
        narrowed = {filter: self._mask(filter.query) for filter in request.filters}
        inside = _all(list(narrowed.values()), self._evaluator.size)
        matching = inside[found.docs]
        docs, scores = found.docs[matching], found.scores[matching]
        page = self._page(docs, scores, request)
        hits = tuple(Hit(self._stored(int(docs[at])), float(scores[at])) for at in page)
        return Matches(len(docs), hits, self._facets(request, found, narrowed))

    def _mask(self, query: Query) -> NDArray[np.bool_]:
        mask = np.zeros(self._evaluator.size, bool)
        mask[self._evaluator.evaluate(query).docs] = True
        return mask

    def _page(
        self, docs: NDArray[np.int64], scores: NDArray[np.float64], request: Request
    ) -> NDArray[np.int64]:
        """Which of `docs` are shown, in order; passages are numbered by document and number."""
        if request.sort == "score":
            keys = -scores
        else:
            days = self._columns.first_day[docs].astype(np.float64)
            keys = np.where(
                self._columns.first_day[docs] == UNDATED,
                np.inf,
                days if request.sort == "oldest" else -days,
            )
        last = request.first + request.size
        candidates = np.arange(len(keys))
        if 0 < last < len(keys):
            edge = np.partition(keys, last - 1)[last - 1]
            candidates = np.flatnonzero(keys <= edge)
        order = candidates[np.argsort(keys[candidates], kind="stable")]
        return order[request.first : last]

    def _facets(
        self, request: Request, found: Found, narrowed: Mapping[Filter, NDArray[np.bool_]]
    ) -> dict[FacetField, dict[str, int]]:
        counted: dict[FacetField, dict[str, int]] = {}
        for field in request.facets:
            others = [
                mask for filter, mask in narrowed.items() if filter.group != facet_group(field)
            ]
            mask = np.zeros(self._evaluator.size, bool)
            mask[found.docs] = True
            values = self._columns.facets.get(field)
            matching = mask & _all(others, self._evaluator.size)
            counted[field] = values.counts(matching) if values else {}
        return counted

    def _stored(self, doc: int) -> Passage:
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

    def close(self) -> None:
        self._reader.close()
        self._index.close()


def _all(masks: Sequence[NDArray[np.bool_]], size: int) -> NDArray[np.bool_]:
    inside = np.ones(size, bool)
    for mask in masks:
        inside &= mask
    return inside
