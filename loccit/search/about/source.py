"""A source on one page: as which numbers or labels it is cited, in which documents, and where."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from loccit.engines import analysis
from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine, FacetRequest, Request
from loccit.engines.query import Phrase, Query, Term, among, any_of
from loccit.model.addresses import CitationAddress
from loccit.model.documents import Document, Passage, Reference
from loccit.search.about.one_source import is_short, name, same

SIZE = 10
"""Passages on one page."""
_MOST_TERMS = 40
"""Of a source's text that are looked for; the text itself is compared after that."""
_MOST_DOCUMENTS = 1_000
"""In which the same source is looked for."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A document that lists the source, as these numbers or labels."""

    document: Document
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """`total` passages cite the source; `passages` are one page of them.

    `called` is its authors and year where only the pages that they cite tell its references apart.
    Where time ran out, `stopped` is set and no passage is there.
    """

    document: Document
    reference: Reference
    listed: tuple[Listed, ...]
    page: int
    total: int = 0
    passages: tuple[Passage, ...] = ()
    stopped: bool = False
    called: str = ""

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // SIZE))

    def labels(self, document: str) -> tuple[str, ...]:
        return next((each.labels for each in self.listed if each.document.id == document), ())


def source(
    engine: Engine, citation: CitationAddress, page: int, until: Deadline
) -> SourcePage | None:
    """The source behind a document's number or label; None if the document lists none for it.

    `one_source.same` says which references are the same source.
    """
    document = engine.document(citation.document)
    reference = _listed_as(document, citation.label) if document else None
    if document is None or reference is None:
        return None
    own = tuple(_alike(document, same(reference, document.id)))
    listed: tuple[Listed, ...] = (Listed(document, (reference.key,)),)
    about = SourcePage(document, reference, listed, page, called=name(own))
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
    """The document itself first, then others of which a passage cites the source."""
    sought = same(reference, own.id)
    yield Listed(own, _labels(own, sought))
    citing = None if is_short(reference) else _citing(reference)
    if citing is None:
        return
    documents = FacetRequest("document", _MOST_DOCUMENTS)
    (matches,) = engine.answer([Request(citing, size=0, facets=(documents,))], until)
    for id in matches.facets["document"].counts:
        until.check()
        document = engine.document(id)
        labels = _labels(document, sought) if document and id != own.id else ()
        if document and labels:
            yield Listed(document, labels)


def _citing(reference: Reference) -> Query | None:
    """What finds the passages that may cite the source; None if there are no words for it."""
    if reference.cites:
        return among("work", (reference.cites.document,))
    parts = reference.parts
    texts = (parts.title, parts.doi, parts.arxiv, reference.text)
    phrases = [_phrase(tuple(analysis.terms(each)[:_MOST_TERMS])) for each in texts if each]
    words = [each for each in phrases if each is not None]
    return any_of(*words) if words else None


def _phrase(terms: tuple[str, ...]) -> Query | None:
    if not terms:
        return None
    return Term("source", terms[0]) if len(terms) == 1 else Phrase("source", terms)


def _alike(document: Document, sought: str) -> Iterator[Reference]:
    return (each for each in document.references if same(each, document.id) == sought)


def _labels(document: Document, sought: str) -> tuple[str, ...]:
    return tuple(each.key for each in _alike(document, sought))
