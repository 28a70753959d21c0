"""A citation on one page: the source behind a document's number, and what cites it."""

from dataclasses import dataclass

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine, Request
from loccit.engines.query import KeywordTerm
from loccit.mentions import citations
from loccit.model.addresses import Address
from loccit.model.documents import Document, Passage, Reference
from loccit.model.mentions import Role

MOST_PASSAGES = 100


@dataclass(frozen=True, slots=True)
class Citing:
    """A passage in which the number is; `supports` is the passage that it may support."""

    passage: Passage
    roles: tuple[Role, ...]
    before: Passage | None
    """The passage before, which an opening marker belongs to."""
    supported: tuple[str, ...] = ()
    """The sentences or clauses of the passage that the number closes."""


@dataclass(frozen=True, slots=True)
class CitationPage:
    """`reference` is None where the document has no source for the number.

    Where time ran out, `stopped` is set and no passage is there.
    """

    document: Document
    number: int
    reference: Reference | None
    total: int
    citing: tuple[Citing, ...]
    stopped: bool = False


def cited(engine: Engine, citation: Address, until: Deadline) -> CitationPage | None:
    """None if the document is not there, or neither cites nor lists the number."""
    document = engine.document(citation.document)
    if document is None:
        return None
    number = citation.number
    reference = next((each for each in document.references if each.number == number), None)
    try:
        request = Request(KeywordTerm("cited", str(citation)), size=MOST_PASSAGES)
        (matches,) = engine.answer([request], until)
        if reference is None and not matches.total:
            return None
        citing = tuple(_citing(engine, hit.passage, number, until) for hit in matches.hits)
    except OutOfTime:
        return CitationPage(document, number, reference, 0, (), stopped=True)
    return CitationPage(document, number, reference, matches.total, citing)


def _citing(engine: Engine, passage: Passage, number: int, until: Deadline) -> Citing:
    roles = dict.fromkeys(c.role for c in passage.citations() if c.number == number)
    before = None
    if "before" in roles and passage.number > 1:
        before = engine.passage(Address(passage.document, passage.number - 1), until)
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
    """A number as a passage has it; it is in so many `passages` of the document."""

    number: int
    role: Role
    reference: Reference | None
    passages: int


def cited_here(
    engine: Engine, passage: Passage, until: Deadline, most: int = 40
) -> tuple[CitedHere, ...]:
    """The first `most` citations of a passage, each number once in each role.

    Raises OutOfTime beyond `until`.
    """
    document = engine.document(passage.document)
    listed = {each.number: each for each in document.references} if document else {}
    cited = dict.fromkeys(
        (each.number, each.role) for each in passage.citations() if each.number is not None
    )
    first = list(cited)[:most]
    addresses = [str(Address(passage.document, number)) for number, _ in first]
    having = engine.frequencies("cited", addresses, until)
    return tuple(
        CitedHere(number, role, listed.get(number), passages)
        for (number, role), passages in zip(first, having, strict=True)
    )
