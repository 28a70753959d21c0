"""A source on one page: under which numbers it is cited, in which documents, and where."""

from collections.abc import Iterator
from dataclasses import dataclass

from loccit.engines import analysis
from loccit.engines.engine import Engine, Request
from loccit.engines.query import Has, Phrase, Query, Term, any_of
from loccit.model.documents import Document, Passage, Reference

SIZE = 10
"""Passages on one page."""
_MOST_TERMS = 40
"""Of a source's text that are looked for; the text itself is compared after that."""
_MOST_DOCUMENTS = 100
"""In which the same source is looked for."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A document that lists the source, under these numbers."""

    document: Document
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """`total` passages cite the source; `passages` are one page of them."""

    document: Document
    reference: Reference
    listed: tuple[Listed, ...]
    total: int
    passages: tuple[Passage, ...]
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // SIZE))

    def numbers(self, document: str) -> tuple[int, ...]:
        return next((each.numbers for each in self.listed if each.document.id == document), ())


def source(engine: Engine, document: str, number: int, page: int = 1) -> SourcePage | None:
    """The source behind a document's number; None if the document lists none for it.

    Two references are the same source if their texts are, white space and capitals aside.
    """
    found = engine.document(document)
    reference = _listed_as(found, number) if found else None
    if found is None or reference is None:
        return None
    listed = tuple(_lists(engine, found, reference))
    numbers = [Has("cited", f"{each.document.id}#{n}") for each in listed for n in each.numbers]
    request = Request(any_of(*numbers), first=(page - 1) * SIZE, size=SIZE)
    matches = engine.search(request)
    passages = tuple(hit.passage for hit in matches.hits)
    return SourcePage(found, reference, listed, matches.total, passages, page)


def _listed_as(document: Document, number: int) -> Reference | None:
    return next((each for each in document.references if each.number == number), None)


def _lists(engine: Engine, own: Document, reference: Reference) -> Iterator[Listed]:
    """The document itself first, then others whose passages cite a source with these words."""
    sought = _same(reference)
    yield Listed(own, _numbers(own, sought))
    terms = tuple(analysis.terms(reference.text)[:_MOST_TERMS])
    if not terms:
        return
    words: Query = Term("source", terms[0]) if len(terms) == 1 else Phrase("source", terms)
    counts = engine.search(Request(words, size=0, facets=("document",))).facets["document"]
    for id, _ in counts.most(_MOST_DOCUMENTS):
        document = engine.document(id)
        if document and id != own.id:
            numbers = _numbers(document, sought)
            if numbers:
                yield Listed(document, numbers)


def _numbers(document: Document, sought: str) -> tuple[int, ...]:
    return tuple(each.number for each in document.references if _same(each) == sought)


def _same(reference: Reference) -> str:
    return " ".join(reference.text.casefold().split())
