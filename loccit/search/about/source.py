"""A source on one page: as which numbers or labels it is cited, in which documents, and where."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from loccit.engines import analysis
from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine, FacetRequest, Request
from loccit.engines.query import Phrase, Query, Term, among
from loccit.model.addresses import CitationAddress
from loccit.model.documents import Document, Passage, Reference

SIZE = 10
"""Passages on one page."""
_MOST_TERMS = 40
"""Of a source's text that are looked for; the text itself is compared after that."""
_MOST_DOCUMENTS = 100
"""In which the same source is looked for."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A document that lists the source, as these numbers or labels."""

    document: Document
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """`total` passages cite the source; `passages` are one page of them.

    Where time ran out, `stopped` is set and no passage is there.
    """

    document: Document
    reference: Reference
    listed: tuple[Listed, ...]
    page: int
    total: int = 0
    passages: tuple[Passage, ...] = ()
    stopped: bool = False

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // SIZE))

    def labels(self, document: str) -> tuple[str, ...]:
        return next((each.labels for each in self.listed if each.document.id == document), ())


def source(
    engine: Engine, citation: CitationAddress, page: int, until: Deadline
) -> SourcePage | None:
    """The source behind a document's number or label; None if the document lists none for it.

    Two references are the same source if their texts are, white space and capitals aside.
    """
    document = engine.document(citation.document)
    reference = _listed_as(document, citation.label) if document else None
    if document is None or reference is None:
        return None
    about = SourcePage(document, reference, (Listed(document, (reference.key,)),), page)
    try:
        listed = tuple(_lists(engine, document, reference, until))
        addresses = [
            str(CitationAddress(each.document.id, label))
            for each in listed
            for label in each.labels
        ]
        request = Request(among("cited", addresses), first=(page - 1) * SIZE, size=SIZE)
        (matches,) = engine.answer([request], until)
    except OutOfTime:
        return replace(about, stopped=True)
    passages = tuple(hit.passage for hit in matches.hits)
    return replace(about, listed=listed, total=matches.total, passages=passages)


def _listed_as(document: Document, label: str) -> Reference | None:
    return next((each for each in document.references if each.key == label), None)


def _lists(
    engine: Engine, own: Document, reference: Reference, until: Deadline
) -> Iterator[Listed]:
    """The document itself first, then others whose passages cite a source with these words."""
    sought = _same(reference)
    yield Listed(own, _labels(own, sought))
    terms = tuple(analysis.terms(reference.text)[:_MOST_TERMS])
    if not terms:
        return
    words: Query = Term("source", terms[0]) if len(terms) == 1 else Phrase("source", terms)
    documents = FacetRequest("document", _MOST_DOCUMENTS)
    (matches,) = engine.answer([Request(words, size=0, facets=(documents,))], until)
    for id in matches.facets["document"].counts:
        document = engine.document(id)
        labels = _labels(document, sought) if document and id != own.id else ()
        if document and labels:
            yield Listed(document, labels)


def _labels(document: Document, sought: str) -> tuple[str, ...]:
    return tuple(each.key for each in document.references if _same(each) == sought)


def _same(reference: Reference) -> str:
    return " ".join(reference.text.casefold().split())
