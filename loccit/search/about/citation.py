"""A citation on one page: the source behind a document's number, and what cites it."""

from dataclasses import dataclass

from loccit.engines.engine import Engine, Filter, Request
from loccit.engines.query import Between, Everything, Has
from loccit.mentions import citations
from loccit.model.documents import Document, Passage, Reference, passage_id
from loccit.model.mentions import Role

MOST_PASSAGES = 100


@dataclass(frozen=True, slots=True)
class Citing:
    """A passage in which the number stands; `supports` is the passage that it may support."""

    passage: Passage
    roles: tuple[Role, ...]
    before: Passage | None
    """The passage before, which an opening marker belongs to."""
    supported: tuple[str, ...] = ()
    """The sentences or clauses of the passage that the number closes."""


@dataclass(frozen=True, slots=True)
class CitationPage:
    """`reference` is None where the document brings no source for the number."""

    document: Document
    number: int
    reference: Reference | None
    total: int
    citing: tuple[Citing, ...]


def cited(engine: Engine, document: str, number: int) -> CitationPage | None:
    """None if the document is not there, or neither cites nor lists the number."""
    found = engine.document(document)
    if found is None:
        return None
    reference = next((each for each in found.references if each.number == number), None)
    only = (Filter("", Has("document", document)), Filter("", Between("cite", number, number)))
    matches = engine.search(Request(Everything(), only, size=MOST_PASSAGES))
    if reference is None and not matches.total:
        return None
    citing = tuple(_citing(engine, hit.passage, number) for hit in matches.hits)
    return CitationPage(found, number, reference, matches.total, citing)


def _citing(engine: Engine, passage: Passage, number: int) -> Citing:
    roles = dict.fromkeys(c.role for c in passage.citations() if c.number == number)
    before = None
    if "before" in roles and passage.number > 1:
        before = engine.passage(passage_id(passage.document, passage.number - 1))
    places = {c.start for c in passage.citations() if c.number == number and c.role == "here"}
    spans = {
        (each.start, each.end)
        for each in citations.supports(passage.text)
        if any(each.opens <= place < each.closes for place in places)
    }
    supported = tuple(passage.text[start:end] for start, end in sorted(spans))
    return Citing(passage, tuple(roles), before, supported)


@dataclass(frozen=True, slots=True)
class CitedHere:
    """A number as a passage has it; in so many `passages` of the document it stands."""

    number: int
    role: Role
    reference: Reference | None
    passages: int


def cited_here(engine: Engine, passage: Passage, most: int = 40) -> tuple[CitedHere, ...]:
    """The first `most` citations of a passage, each number once in each role."""
    document = engine.document(passage.document)
    listed = {each.number: each for each in document.references} if document else {}
    found = dict.fromkeys(
        (each.number, each.role) for each in passage.citations() if each.number is not None
    )
    return tuple(
        CitedHere(number, role, listed.get(number), _standing(engine, passage.document, number))
        for number, role in list(found)[:most]
    )


def _standing(engine: Engine, document: str, number: int) -> int:
    return engine.search(Request(Has("cited", f"{document}#{number}"), size=0)).total
