"""The naive model: every passage in a list, every query a loop. Slow and plainly right.

The conformance tests compare the other engines with it.
"""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice
from pathlib import Path
from typing import ClassVar, Self

from loccit.engines import analysis, bm25, former_table, phrases
from loccit.engines.deadline import Deadline
from loccit.engines.document_values import together
from loccit.engines.engine import (
    COVERED,
    DAY,
    IN_TIER,
    NO_DAY,
    Capabilities,
    Contribution,
    Cursor,
    DocumentList,
    Expansion,
    FacetCounts,
    FacetRequest,
    Hit,
    Matches,
    NameList,
    Request,
    Section,
)
from loccit.engines.errors import IndexDamaged
from loccit.engines.field_table import Indexed, indexed, named, weighted
from loccit.engines.former_table import FormerTable
from loccit.engines.lexicon import Lexicon
from loccit.engines.manifest import Manifest
from loccit.engines.name_table import NameTable
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
from loccit.engines.sealing import Sealed, seal
from loccit.engines.source_table import SourceTable
from loccit.engines.title_table import TitleTable
from loccit.model import codec
from loccit.model.addresses import Address
from loccit.model.documents import Document, Former, Passage
from loccit.model.mentions import EntityType
from loccit.model.names import Name


class MemoryWriter:
    def __init__(self, folder: Path) -> None:
        self.generation = folder.name
        self._folder = folder
        folder.mkdir(parents=True)
        self._held: dict[str, tuple[Document, tuple[Passage, ...]]] = {}
        self._formers: dict[str, tuple[Former, ...]] = {}
        self._names: tuple[Name, ...] = ()

    def put(
        self, document: Document, passages: Iterable[Passage], formers: Iterable[Former] = ()
    ) -> None:
        self._held[document.id] = (document, tuple(passages))
        self._formers[document.id] = tuple(formers)

    def remove(self, document: str) -> None:
        self._held.pop(document, None)
        self._formers.pop(document, None)

    def put_names(self, names: Iterable[Name]) -> None:
        self._names = tuple(names)

    def finish(self, manifest: Manifest) -> None:
        held = [self._held[id] for id in sorted(self._held)]
        passages = [passage for _, each in held for passage in each]
        for name, lines in (
            ("documents.jsonl", [codec.document_to_json(document) for document, _ in held]),
            ("passages.jsonl", [codec.passage_to_json(passage) for passage in passages]),
            ("names.jsonl", [codec.name_to_json(each) for each in self._names]),
        ):
            (self._folder / name).write_text("\n".join(lines), encoding="ascii")
        formers = "".join(former_table.lines(*each) for each in self._formers.items())
        (self._folder / former_table.FILE).write_text(formers, encoding="ascii")
        seal(self._folder, manifest)

    def abandon(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


class MemoryEngine:
    name: ClassVar[str] = "memory"
    capabilities: ClassVar[Capabilities] = Capabilities(
        exact_scores=True, ordered_slop=True, explanations=True
    )

    def __init__(
        self,
        manifest: Manifest,
        documents: Sequence[Document],
        passages: Sequence[Passage],
        names: Sequence[Name],
        sealed: Sealed | None = None,
    ) -> None:
        self.manifest = manifest
        self._sealed = sealed
        self._formers = FormerTable(sealed) if sealed is not None else None
        self._documents = {document.id: document for document in documents}
        ordered = sorted(passages, key=lambda passage: (passage.document, passage.number))
        self._held = [
            (held.passage, indexed(held))
            for id, own in groupby(ordered, key=lambda passage: passage.document)
            for held in together(own, self._documents[id])
        ]
        self._table = NameTable(names)
        counts = Counter(passage.document for passage in ordered)
        self._titles = TitleTable(documents, counts)

    @classmethod
    def open_folder(cls, folder: Path, cache_bytes: int) -> Self:
        """Raises IndexDamaged."""
        sealed = Sealed.opened(folder, cls.name)

        def lines(name: str) -> list[str]:
            return sealed.read(name).decode("ascii").splitlines()

        try:
            opened = cls(
                sealed.manifest,
                [codec.document_from_json(line) for line in lines("documents.jsonl")],
                [codec.passage_from_json(line) for line in lines("passages.jsonl")],
                [codec.name_from_json(line) for line in lines("names.jsonl")],
                sealed,
            )
        except (ValueError, TypeError, KeyError) as error:
            sealed.close()
            raise IndexDamaged(folder.parent, "its files are not ours") from error
        counts = (len(opened._held), len(opened._documents))
        if (sealed.manifest.passages, sealed.manifest.documents) != counts:
            sealed.close()
            raise IndexDamaged(folder.parent, "it holds other counts than its manifest says")
        return opened

    @classmethod
    def begin_folder(cls, folder: Path, workers: int) -> MemoryWriter:
        return MemoryWriter(folder)

    def answer(self, requests: Sequence[Request], until: Deadline) -> list[Matches]:
        return [self._answer(request, until) for request in requests]

    def _answer(self, request: Request, until: Deadline) -> Matches:
        scored = self._scored(request.query, until)
        matching = self._narrowed(request, scored, None)
        ordered = self._ordered(request, matching, scored)
        of = Counter(self._document(at) for at in matching)
        if request.by == "document":
            page = list(self._by_document(ordered, request))
        else:
            page = ordered[request.first : request.first + request.size]
        hits = tuple(
            self._hit(request, at, scored[at], of[self._document(at)] - 1 if request.by else 0)
            for at in page
        )
        facets = {each.field: self._facet(request, scored, each) for each in request.facets}
        return Matches(len(matching), hits, facets, len(of) if request.by else None)

    def _scored(self, query: Query, until: Deadline) -> dict[int, float]:
        """The score of each passage that the query matches."""
        scores: dict[int, float] = {}
        for at in range(len(self._held)):
            until.check()
            score = self._score(query, at)
            if score is not None:
                scores[at] = score
        return scores

    def _narrowed(self, request: Request, scored: Iterable[int], without: str | None) -> list[int]:
        filters = [each.query for each in request.filters if each.tag != without]
        return [at for at in scored if all(self._score(f, at) is not None for f in filters)]

    def _ordered(
        self, request: Request, matching: Iterable[int], scored: dict[int, float]
    ) -> list[int]:
        """In the request's order, behind the place that it goes on from."""
        ordered = sorted(matching, key=lambda at: self._cursor(request, at, scored[at]))
        after = request.after
        if after is None or request.by:
            return ordered
        return [at for at in ordered if self._cursor(request, at, scored[at]) > after]

    def _hit(self, request: Request, at: int, score: float, others: int) -> Hit:
        passage = self._held[at][0]
        cursor = self._cursor(request, at, score)
        return Hit(score, cursor, lambda: passage, self._explained(request, at), others)

    def _facet(
        self, request: Request, scored: dict[int, float], asked: FacetRequest
    ) -> FacetCounts:
        matching = self._narrowed(request, scored, named(asked.field).narrows)
        counts = Counter(value for at in matching for value in self._held[at][1].facet(asked.field))
        fitting = [value for value in counts if _fits(value, asked)]
        ranked = sorted(fitting, key=lambda value: (-counts[value], value))
        shown = {value: counts[value] for value in ranked[: max(0, asked.most)]}
        shown |= {value: counts[value] for value in asked.among if value in counts}
        return FacetCounts(shown, len(fitting), len(matching))

    def _document(self, at: int) -> str:
        return self._held[at][0].document

    def _by_document(self, ordered: Iterable[int], request: Request) -> Iterator[int]:
        """Each document's first passages, in the order of their firsts."""
        own: dict[str, list[int]] = {}
        for at in ordered:
            own.setdefault(self._document(at), []).append(at)
        for places in islice(own.values(), request.first, request.first + request.size):
            yield from places[: request.each]

    def every(self, request: Request, until: Deadline) -> Iterator[Hit]:
        whole = replace(request, first=0, size=len(self._held), by=None, facets=())
        return iter(self._answer(whole, until).hits)

    def _cursor(self, request: Request, at: int, score: float) -> Cursor:
        passage, values = self._held[at]
        key = -score
        if request.sort == "score" and request.tiers:
            matching = (n for n, tier in enumerate(request.tiers) if self._is_in(tier, at))
            tier = next(matching, len(request.tiers))
            day = next(iter(values.numbers["first_day"]), None)
            key = tier + (NO_DAY if day is None else IN_TIER + day * DAY)
        elif request.sort == "added":
            key = float(-passage.first_seen)
        elif request.sort != "score":
            day = next(iter(values.numbers["first_day"]), None)
            sign = 1 if request.sort == "oldest" else -1
            key = float("inf") if day is None else float(sign * day)
        return Cursor(key, passage.document, passage.number)

    def _is_in(self, query: Query, at: int) -> bool:
        return self._score(query, at) is not None

    def _score(self, query: Query, at: int) -> float | None:
        """None where the passage doesn't match."""
        values = self._held[at][1]
        match query:
            case MatchAll():
                return 0.0
            case Term(field, word):
                return self._score(Phrase(field, (word,)), at)
            case Phrase():
                part = self._bm25(at, query)
                return part.score if part else None
            case Anywhere():
                shares = self._shares(query, at)
                return sum(share.score for share in shares) if shares else None
            case Preferred(part, by, factor):
                score = self._score(part, at)
                if score is None or self._score(by, at) is None:
                    return score
                return factor * score
            case Covering(parts, power):
                score = self._score(Or(parts), at)
                return None if score is None else score * self._covered(parts, at) ** power
            case KeywordTerm(field, value):
                return self._score(AnyOf(field, (value,)), at)
            case AnyOf(field, asked):
                return 0.0 if set(asked) & set(values.keywords.get(field, ())) else None
            case IntRange(field, low, high):
                inside = (
                    (low is None or number >= low) and (high is None or number <= high)
                    for number in values.numbers.get(field, ())
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

    def _covered(self, parts: Sequence[Query], at: int) -> float:
        """The share of what the parts are worth that the passage has."""
        every = range(len(self._held))
        worth = [
            bm25.idf(len(every), sum(self._is_in(part, each) for each in every)) for part in parts
        ]
        covered = [w for part, w in zip(parts, worth, strict=True) if self._is_in(part, at)]
        return sum(covered) / (sum(worth) or 1.0)

    def _bm25(self, at: int, phrase: Phrase) -> Contribution | None:
        counts = [_count(values, phrase) for _, values in self._held]
        if not counts[at]:
            return None
        length, norm = self._normed(phrase.field, at)
        having = sum(count > 0 for count in counts)
        idf = bm25.idf(len(self._held), having)
        score = idf * bm25.weight(counts[at] / norm)
        return Contribution(phrase.field, phrase.words, counts[at], having, length, idf, score)

    def _normed(self, field: str, at: int) -> tuple[int, float]:
        """The passage's number of terms in the field, and the norm of its frequencies."""
        lengths = [len(values.texts.get(field, ())) for _, values in self._held]
        there = [length for length in lengths if length]
        return lengths[at], bm25.norm(lengths[at], sum(there) / len(there) if there else 0)

    def _shares(self, query: Anywhere, at: int) -> list[Contribution]:
        """Each field's part of the score of words anywhere; none where they are nowhere."""
        fields = [row for row in weighted() if len(query.words) == 1 or row.positions]
        phrases = [Phrase(row.name, query.words, query.slop) for row in fields]
        counts = [_count(self._held[at][1], phrase) for phrase in phrases]
        there = [bool(self._has_name(name, at)) for name in query.names]
        if not any((*counts, *there)):
            return []
        in_text = sum(_count(values, phrases[0]) > 0 for _, values in self._held)
        having = in_text or sum(
            any(_count(values, phrase) for phrase in phrases)
            or any(self._has_name(name, place) for name in query.names)
            for place, (_, values) in enumerate(self._held)
        )
        idf = bm25.idf(len(self._held), having)
        normed = [self._normed(row.name, at) for row in fields]
        parts: list[tuple[str, tuple[str, ...], float, int, float, float]] = [
            (row.name, query.words, count, length, row.weight, count / norm)
            for row, count, (length, norm) in zip(fields, counts, normed, strict=True)
        ]
        parts += [
            (name.field, (name.value,), 1, 0, bm25.NAMED, 1.0)
            for name, has in zip(query.names, there, strict=True)
            if has
        ]
        beside = self._beside(phrases[0], at) if in_text else 0.0
        parts.append(("beside", query.words, beside, 0, bm25.BESIDE, beside))
        total = sum(weight * frequency for *_, weight, frequency in parts)
        return [
            Contribution(
                field, words, count, having, length, idf,
                idf * (bm25.K1 + 1) * weight * frequency / (total + bm25.K1), weight,
            )
            for field, words, count, length, weight, frequency in parts
            if count
        ]  # fmt: skip

    def _beside(self, phrase: Phrase, at: int) -> float:
        """How often the passages before and after have it, each by the norm of its length."""
        passage = self._held[at][0]
        if not self._documents[passage.document].contiguous:
            return 0.0
        return sum(
            _count(self._held[near][1], phrase) / self._normed(phrase.field, near)[1]
            for near in (at - 1, at + 1)
            if 0 <= near < len(self._held) and self._held[near][0].document == passage.document
        )

    def _has_name(self, name: KeywordTerm, at: int) -> bool:
        return name.value in self._held[at][1].keywords.get(name.field, ())

    def _explained(self, request: Request, at: int) -> tuple[Contribution, ...]:
        return tuple(self._parts(request.query, at)) if request.explain else ()

    def _parts(self, query: Query, at: int) -> Iterator[Contribution]:
        match query:
            case Term(field, word):
                yield from self._parts(Phrase(field, (word,)), at)
            case Phrase():
                part = self._bm25(at, query)
                yield from (part,) if part else ()
            case Anywhere():
                yield from self._shares(query, at)
            case Preferred(inner, by, factor, why):
                own = [*self._parts(inner, at)]
                yield from own
                score = sum(each.score for each in own)
                if score and self._score(by, at) is not None:
                    yield Contribution("", (why,), 0, 0, 0, 0, (factor - 1) * score, factor)
            case Covering(parts, power):
                own = [*self._parts(Or(parts), at)]
                yield from own
                factor, score = self._covered(parts, at) ** power, sum(each.score for each in own)
                if score and self._is_in(query, at):
                    yield Contribution("", (COVERED,), 0, 0, 0, 0, (factor - 1) * score, factor)
            case And(parts) | Or(parts):
                for each in parts:
                    if self._score(each, at) is not None:
                        yield from self._parts(each, at)

    def frequencies(self, field: str, values: Sequence[str], until: Deadline) -> tuple[int, ...]:
        kept = named(field).kind == "text"
        having = [
            set((each.texts if kept else each.keywords).get(field, ())) for _, each in self._held
        ]
        return tuple(sum(value in each for each in having) for value in values)

    def words_beginning(self, prefix: str, most: int) -> Expansion:
        return self._lexicon().beginning(prefix, most)

    def words_matching(self, pattern: str, most: int) -> Expansion:
        return self._lexicon().matching(pattern, most)

    def words_near(self, word: str, distance: int, most: int) -> Expansion:
        return self._lexicon().near(word, distance, most)

    def _lexicon(self) -> Lexicon:
        counts = Counter(word for _, values in self._held for word in set(values.texts["words"]))
        return Lexicon(tuple(counts), tuple(counts.values()))

    def passage(self, address: Address, until: Deadline) -> Passage | None:
        return next((passage for passage, _ in self._held if passage.address == address), None)

    def passages(
        self, document: str, first: int, last: int, until: Deadline
    ) -> tuple[Passage, ...]:
        return tuple(
            passage
            for passage, _ in self._held
            if passage.document == document and first <= passage.number <= last
        )

    def count(self, document: str, until: Deadline) -> int:
        return sum(passage.document == document for passage, _ in self._held)

    def formers(self, document: str) -> tuple[Former, ...]:
        return self._formers.of(document) if self._formers else ()

    def document(self, id: str) -> Document | None:
        return self._documents.get(id)

    def outline(self, document: str, until: Deadline) -> tuple[Section, ...]:
        own = [passage for passage, _ in self._held if passage.document == document]
        return tuple(
            Section(heading, passages[0].number, len(passages))
            for heading, group in groupby(own, key=lambda each: each.section)
            if heading and (passages := list(group))
        )

    def by_title(self, containing: str, first: int, most: int) -> DocumentList:
        return self._titles.by_title(containing, first, most)

    def documents(self) -> Sequence[Document]:
        return tuple(self._documents.values())

    def name_of(self, type: EntityType, name: str) -> Name | None:
        return self._table.of(type, name)

    def names(self, prefix: str, first: int, most: int) -> NameList:
        return self._table.beginning(prefix, first, most)

    def most_named(
        self, begun: str, most: int, types: Sequence[EntityType] = (), nearly: bool = False
    ) -> tuple[Name, ...]:
        return self._table.most(begun, most, types, nearly)

    def titled(self, begun: str, most: int, nearly: bool = False) -> tuple[Document, ...]:
        return self._titles.most(begun, most, nearly)

    def sourced(self, address: str, most: int) -> tuple[Document, ...]:
        return SourceTable(self.documents()).at(address, most)

    def named(self, form: str, most: int) -> tuple[Name, ...]:
        return self._table.having(form, most)

    def close(self) -> None:
        if self._sealed is not None:
            self._sealed.close()


def _fits(value: str, asked: FacetRequest) -> bool:
    folded = analysis.fold(value)
    holds = not asked.containing or any(analysis.fold(c) in folded for c in asked.containing)
    return holds and (asked.only is None or value in asked.only)


def _count(values: Indexed, phrase: Phrase) -> int:
    terms = values.texts.get(phrase.field, [])
    return phrases.count(
        [[at for at, term in enumerate(terms) if term == word] for word in phrase.words],
        phrase.slop,
    )
