"""The engine on one page: open a generation, search it, look passages up."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from loccit.engines.counts import Counts
from loccit.engines.deadline import NEVER
from loccit.engines.engine import CACHE_BYTES, Contribution, Filter, Hit, Matches, Request, Sort
from loccit.engines.errors import IndexDamaged
from loccit.engines.field_table import FacetField
from loccit.engines.fields import facet_group
from loccit.engines.lexicon import Lexicon
from loccit.engines.manifest import Manifest
from loccit.engines.name_list import NameList
from loccit.engines.whoosh import columns, files, ordering
from loccit.engines.whoosh.cache import Cache
from loccit.engines.whoosh.columns import UNDATED
from loccit.engines.whoosh.evaluate import Docs, Evaluator, Found, Scores, common
from loccit.engines.whoosh.explain import explained
from loccit.engines.whoosh.postings import PostingsReader
from loccit.engines.whoosh.writer import WhooshWriter
from loccit.model import codec
from loccit.model.documents import Document, Passage
from loccit.model.names import Name

_MOST_DIGITS = 9
"""Of a passage's number."""
_MEMORY_OF_JSON = 4
"""Bytes that a passage takes in memory for each of its JSON, about."""


@dataclass(frozen=True, slots=True)
class _Stored:
    """A passage as it was last read; `nbytes` of memory, about."""

    passage: Passage
    nbytes: int


class WhooshEngine:
    """An open generation, safe to read from several threads."""

    name: ClassVar[str] = "whoosh"

    def __init__(
        self, generation: Path, manifest: Manifest, index: Any, reader: Any, cache_bytes: int
    ) -> None:
        self._generation = generation
        self.manifest = manifest
        self._index = index
        self._reader = reader
        self._cache = Cache(cache_bytes)
        self.postings = PostingsReader.of(reader, self._cache)
        size = self._reader.doc_count_all()
        self._columns = columns.read(generation / files.COLUMNS, size)
        self._evaluator = Evaluator(self.postings, self._columns, size)
        self._documents = files.read_lines(generation / files.DOCUMENTS, codec.document_from_json)
        self._by_id = {document.id: document for document in self._documents}

    @classmethod
    def open(cls, generation: Path, cache_bytes: int = CACHE_BYTES) -> Self:
        manifest = files.manifest(generation)
        with ExitStack() as closing:
            index = files.open_whoosh(generation)
            closing.callback(index.close)
            reader = files.reader(generation, index)
            closing.callback(reader.close)
            opened = cls(generation, manifest, index, reader, cache_bytes)
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
        found, narrowed, evaluator = self._found(request)
        docs = _all(found.docs, narrowed.values())
        scores = found.score(np.searchsorted(found.docs, docs))
        page = ordering.page(self._keys(docs, scores, request.sort), self._owners[docs], request)
        hits = tuple(
            Hit(self._passage(doc), score, self._explained(evaluator, request, doc), others)
            for doc, score, others in zip(
                docs[page.which].tolist(), scores[page.which].tolist(), page.others, strict=True
            )
        )
        facets = self._facets(request, found.docs, narrowed)
        return Matches(len(docs), hits, facets, page.documents)

    def every(self, request: Request) -> Iterator[Hit]:
        found, narrowed, _ = self._found(request)
        docs = _all(found.docs, narrowed.values())
        scores = found.score(np.searchsorted(found.docs, docs))
        order = np.argsort(self._keys(docs, scores, request.sort), kind="stable")
        return (Hit(self._read(int(docs[at])).passage, float(scores[at])) for at in order)

    def _found(self, request: Request) -> tuple[Found, dict[Filter, Docs], Evaluator]:
        """What the query finds, what each filter does, and who evaluated them."""
        evaluator = replace(self._evaluator, until=request.until)
        found = evaluator.evaluate(request.query)
        narrowed = {each: evaluator.evaluate(each.query).docs for each in request.filters}
        return found, narrowed, evaluator

    @property
    def _owners(self) -> NDArray[np.int32]:
        """The number of each passage's document, ascending."""
        return self._columns.facets["document"].ids

    def _keys(self, docs: Docs, scores: Scores, sort: Sort) -> Scores:
        """What the passages are ordered by, the least first."""
        if sort == "score":
            return -scores
        if sort == "added":
            return -self._columns.added[docs].astype(np.float64)
        days = self._columns.first_day[docs]
        signed = days if sort == "oldest" else -days
        return np.where(days == UNDATED, np.inf, signed.astype(np.float64))

    def _facets(
        self, request: Request, found: Docs, narrowed: Mapping[Filter, Docs]
    ) -> dict[FacetField, Counts]:
        """Each facet over what matches without the filters of its own group."""
        counted: dict[FacetField, Counts] = {}
        matching: dict[str, Docs] = {}
        groups = {filter.group for filter in narrowed}
        for field in request.facets:
            request.until.check()
            own = facet_group(field) if facet_group(field) in groups else ""
            if own not in matching:
                others = (docs for each, docs in narrowed.items() if not own or each.group != own)
                matching[own] = _all(found, others)
            values = self._columns.facets.get(field)
            counted[field] = values.counts(matching[own]) if values else Counts.of({})
        return counted

    def _explained(
        self, evaluator: Evaluator, request: Request, doc: int
    ) -> tuple[Contribution, ...]:
        return tuple(explained(evaluator, request.query, doc)) if request.explain else ()

    def _passage(self, doc: int) -> Passage:
        return self._cache.made(("stored", doc), _Stored, lambda: self._read(doc)).passage

    def _read(self, doc: int) -> _Stored:
        text = self._reader.stored_fields(doc)["stored"]
        return _Stored(codec.passage_from_json(text), _MEMORY_OF_JSON * len(text))

    def _of(self, document: str) -> Docs:
        return self.postings.postings("document", document, NEVER).docs

    def passage(self, id: str) -> Passage | None:
        document, _, number = id.rpartition("#")
        if not (number.isascii() and number.isdecimal() and len(number) <= _MOST_DIGITS):
            return None
        found = self.passages(document, int(number), int(number))
        return found[0] if found and found[0].id == id else None

    def passages(self, document: str, first: int, last: int) -> tuple[Passage, ...]:
        docs = self._of(document)
        begin, end = self._place(docs, first), self._place(docs, last + 1)
        return tuple(self._passage(int(doc)) for doc in docs[begin:end])

    def _place(self, docs: Docs, number: int) -> int:
        """Where passage `number` stands, or would, among a document's, whose numbers ascend."""
        likely = min(max(number - 1, 0), len(docs))
        if self._precedes(docs, likely - 1, number) and not self._precedes(docs, likely, number):
            return likely
        return bisect_left(docs, number, key=lambda doc: self._passage(int(doc)).number)

    def _precedes(self, docs: Docs, at: int, number: int) -> bool:
        """Whether the passage there has a lower number; nothing stands before the first."""
        return at < 0 or (at < len(docs) and self._passage(int(docs[at])).number < number)

    def count(self, document: str) -> int:
        return len(self._of(document))

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

    def close(self) -> None:
        self._reader.close()
        self._index.close()


def _all(docs: Docs, others: Iterable[Docs]) -> Docs:
    """What all of the ascending arrays have."""
    for other in sorted(others, key=len):
        docs = common(docs, other)[0] if len(docs) < len(other) else common(other, docs)[0]
    return docs
