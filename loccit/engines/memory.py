"""The naive model: every passage in a list, every query a loop. Slow and plainly right.

The conformance tests compare the other engines with it.
"""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Self

from loccit.engines import bm25, phrases
from loccit.engines.counts import Counts
from loccit.engines.engine import CACHE_BYTES, Contribution, Hit, Matches, Request
from loccit.engines.errors import IndexDamaged
from loccit.engines.field_table import FacetField
from loccit.engines.fields import Fields, facet_group, fields
from loccit.engines.lexicon import Lexicon
from loccit.engines.manifest import FORMAT_VERSION, Manifest, manifest_from_json, manifest_to_json
from loccit.engines.name_list import NameList
from loccit.engines.query import And, Between, Everything, Has, Not, Or, Phrase, Query, Term
from loccit.model import codec
from loccit.model.documents import Document, Passage
from loccit.model.names import Name


class MemoryWriter:
    def __init__(self, generation: Path) -> None:
        self._generation = generation
        generation.mkdir(parents=True)
        self._held: dict[str, tuple[Document, tuple[Passage, ...]]] = {}
        self._names: tuple[Name, ...] = ()

    def put(self, document: Document, passages: Iterable[Passage]) -> None:
        self._held[document.id] = (document, tuple(passages))

    def remove(self, document: str) -> None:
        self._held.pop(document, None)

    def put_names(self, names: Iterable[Name]) -> None:
        self._names = tuple(names)

    def finish(self, manifest: Manifest) -> None:
        held = [self._held[id] for id in sorted(self._held)]
        passages = [passage for _, each in held for passage in each]
        for name, lines in (
            ("documents.jsonl", [codec.document_to_json(document) for document, _ in held]),
            ("passages.jsonl", [codec.passage_to_json(passage) for passage in passages]),
            ("names.jsonl", [codec.name_to_json(each) for each in self._names]),
            ("manifest.json", [manifest_to_json(manifest)]),
        ):
            (self._generation / name).write_text("\n".join(lines), encoding="ascii")

    def abandon(self) -> None:
        shutil.rmtree(self._generation, ignore_errors=True)


class MemoryEngine:
    name: ClassVar[str] = "memory"

    def __init__(
        self,
        manifest: Manifest,
        documents: Sequence[Document],
        passages: Sequence[Passage],
        names: Sequence[Name],
    ) -> None:
        self.manifest = manifest
        self._documents = {document.id: document for document in documents}
        self._held = [
            (passage, fields(passage, self._documents[passage.document])) for passage in passages
        ]
        self._name_list = NameList(names)

    @classmethod
    def open(cls, generation: Path, cache_bytes: int = CACHE_BYTES) -> Self:
        def lines(name: str) -> list[str]:
            return (generation / name).read_text(encoding="ascii").splitlines()

        try:
            manifest = manifest_from_json("\n".join(lines("manifest.json")))
            opened = cls(
                manifest,
                [codec.document_from_json(line) for line in lines("documents.jsonl")],
                [codec.passage_from_json(line) for line in lines("passages.jsonl")],
                [codec.name_from_json(line) for line in lines("names.jsonl")],
            )
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise IndexDamaged(generation.parent, "its files are not ours or not whole") from error
        whole = (manifest.passages, manifest.documents) == (
            len(opened._held),
            len(opened._documents),
        )
        if manifest.format != FORMAT_VERSION or manifest.engine != cls.name or not whole:
            raise IndexDamaged(generation.parent, "its manifest is of another index")
        return opened

    @classmethod
    def begin(cls, generation: Path, workers: int = 0) -> MemoryWriter:
        return MemoryWriter(generation)

    def search(self, request: Request) -> Matches:
        found: dict[int, float] = {}
        for at in range(len(self._held)):
            request.until.check()
            score = self._score(request.query, at)
            if score is not None:
                found[at] = score

        def narrowed(without: str = "") -> list[int]:
            filters = [f.query for f in request.filters if f.group != without]
            return [at for at in found if all(self._score(f, at) is not None for f in filters)]

        matching = narrowed()
        ordered = sorted(matching, key=lambda at: self._key(request, at, found[at]))
        of = Counter(map(self._document, matching))
        ordered = self._grouped(ordered, request)
        page = ordered[request.first : request.first + request.size]
        hits = tuple(
            Hit(self._held[at][0], found[at], self._explained(request, at),
                of[self._document(at)] - 1 if request.group == "document" else 0)
            for at in page
        )  # fmt: skip
        facets: dict[FacetField, Counts] = {
            field: Counts.of(
                Counter(
                    value
                    for at in narrowed(facet_group(field))
                    for value in self._held[at][1].facet(field)
                )
            )
            for field in request.facets
        }
        return Matches(
            len(matching), hits, facets, len(of) if request.group == "document" else None
        )

    def _document(self, at: int) -> str:
        return self._held[at][0].document

    def _grouped(self, ordered: list[int], request: Request) -> list[int]:
        if request.group == "document":
            best: dict[str, int] = {}
            for at in ordered:
                best.setdefault(self._document(at), at)
            return list(best.values())
        if request.group == "passage" or request.sort != "score":
            return ordered
        taken: Counter[str] = Counter()
        first: list[int] = []
        for at in ordered:
            if len(first) < request.size and taken[self._document(at)] < -(-request.size // 2):
                taken[self._document(at)] += 1
                first.append(at)
        held_back = [at for at in ordered if at not in first]
        first += held_back[: request.size - len(first)]
        return [at for at in ordered if at in first] + [at for at in ordered if at not in first]

    def every(self, request: Request) -> Iterator[Hit]:
        whole = replace(request, first=0, size=len(self._held), group="passage", facets=())
        return iter(self.search(whole).hits)

    def _key(self, request: Request, at: int, score: float) -> tuple[float, str, int]:
        passage, values = self._held[at]
        key = -score
        if request.sort == "added":
            key = -passage.added
        elif request.sort != "score":
            day = next(iter(values.integers["first_day"]), None)
            sign = 1 if request.sort == "oldest" else -1
            key = float("inf") if day is None else sign * day
        return key, passage.document, passage.number

    def _score(self, query: Query, at: int) -> float | None:
        """None where the passage doesn't match."""
        values = self._held[at][1]
        match query:
            case Everything():
                return 0.0
            case Term(field, word):
                return self._score(Phrase(field, (word,)), at)
            case Phrase():
                part = self._bm25(at, query)
                return part.score if part else None
            case Has(field, value):
                return 0.0 if value in values.keywords.get(field, ()) else None
            case Between(field, low, high):
                inside = (
                    (low is None or number >= low) and (high is None or number <= high)
                    for number in values.integers.get(field, ())
                )
                return 0.0 if any(inside) else None
            case And(parts):
                scores = [self._score(part, at) for part in parts]
                known = [score for score in scores if score is not None]
                return sum(known) if len(known) == len(scores) else None
            case Or(parts):
                known = [s for s in (self._score(part, at) for part in parts) if s is not None]
                return sum(known) if known else None
            case Not(part):
                return None if self._score(part, at) is not None else 0.0

    def _bm25(self, at: int, phrase: Phrase) -> Contribution | None:
        counts = [_count(values, phrase) for _, values in self._held]
        if not counts[at]:
            return None
        lengths = [len(values.texts.get(phrase.field, ())) for _, values in self._held]
        having = sum(count > 0 for count in counts)
        weight = bm25.weight(counts[at], lengths[at], sum(lengths) / len(lengths))
        idf = bm25.idf(len(self._held), having)
        return Contribution(
            phrase.field, phrase.words, counts[at], having, lengths[at], idf, idf * weight
        )

    def _explained(self, request: Request, at: int) -> tuple[Contribution, ...]:
        return tuple(self._parts(request.query, at)) if request.explain else ()

    def _parts(self, query: Query, at: int) -> Iterator[Contribution]:
        match query:
            case Term(field, word):
                yield from self._parts(Phrase(field, (word,)), at)
            case Phrase():
                part = self._bm25(at, query)
                yield from (part,) if part else ()
            case And(parts) | Or(parts):
                for each in parts:
                    if self._score(each, at) is not None:
                        yield from self._parts(each, at)

    def passage(self, id: str) -> Passage | None:
        return next((passage for passage, _ in self._held if passage.id == id), None)

    def passages(self, document: str, first: int, last: int) -> tuple[Passage, ...]:
        return tuple(
            passage
            for passage, _ in self._held
            if passage.document == document and first <= passage.number <= last
        )

    def count(self, document: str) -> int:
        return sum(passage.document == document for passage, _ in self._held)

    def document(self, id: str) -> Document | None:
        return self._documents.get(id)

    def documents(self) -> Sequence[Document]:
        return tuple(self._documents.values())

    def names(self, prefix: str = "") -> Sequence[Name]:
        return self._name_list.beginning(prefix)

    def most_named(self, prefix: str, most: int) -> Sequence[Name]:
        return self._name_list.most(prefix, most)

    def lexicon(self) -> Lexicon:
        counts = Counter(word for _, values in self._held for word in set(values.texts["words"]))
        return Lexicon(tuple(counts), tuple(counts.values()))

    def close(self) -> None:
        """Nothing is held open."""


def _count(values: Fields, phrase: Phrase) -> int:
    terms = values.texts.get(phrase.field, [])
    return phrases.count(
        [[at for at, term in enumerate(terms) if term == word] for word in phrase.words],
        phrase.slop,
    )
