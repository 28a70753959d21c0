"""A citation on one page: the source behind a number or label, and what cites it."""

from dataclasses import dataclass

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine, Request
from loccit.engines.query import KeywordTerm
from loccit.mentions import citations
from loccit.model.addresses import Address, CitationAddress
from loccit.model.documents import Document, Passage, Reference
from loccit.model.mentions import Citation, Role
from loccit.model.referring import referred
from loccit.search.about.documents_at import documents_at

MOST_PASSAGES = 100


@dataclass(frozen=True, slots=True)
class Citing:
    """A passage in which it is cited; `supports` is the passage that it may support."""

    passage: Passage
    roles: tuple[Role, ...]
    before: Passage | None
    """The passage before, which an opening marker belongs to."""
    supported: tuple[str, ...] = ()
    """The sentences or clauses of the passage that it closes."""


@dataclass(frozen=True, slots=True)
class CitationPage:
    """`reference` is None where the document has no source for the label, which may be a number.
    `cited` are other documents of the index that are this source, as its address shows.

    Where time ran out, `stopped` is set and no passage is there.
    """

    document: Document
    label: str
    reference: Reference | None
    total: int
    citing: tuple[Citing, ...]
    cited: tuple[Document, ...] = ()
    stopped: bool = False

    @property
    def number(self) -> int | None:
        """None where it is cited by a label."""
        return CitationAddress(self.document.id, self.label).number


def cited(engine: Engine, citation: CitationAddress, until: Deadline) -> CitationPage | None:
    """None if the document is not there, or neither cites nor lists it."""
    document = engine.document(citation.document)
    if document is None:
        return None
    label = citation.label
    reference = referred(document.references, label)
    try:
        request = Request(KeywordTerm("cited", str(citation)), size=MOST_PASSAGES)
        (matches,) = engine.answer([request], until)
        if not matches.total and (reference is None or reference.key != label):
            return None
        citing = tuple(_citing(engine, hit.passage, label, until) for hit in matches.hits)
    except OutOfTime:
        return CitationPage(document, label, reference, 0, (), stopped=True)
    at = documents_at(engine, reference.address) if reference else ()
    others = tuple(each for each in at if each != document)
    return CitationPage(document, label, reference, matches.total, citing, others)


def cited_as(citation: Citation) -> str:
    """Its number, or its label; of a pointer, that of the citation that it points to."""
    return citation.cites if citation.number is None else str(citation.number)


def _citing(engine: Engine, passage: Passage, label: str, until: Deadline) -> Citing:
    found = [each for each in passage.citations() if cited_as(each) == label]
    roles = dict.fromkeys(each.role for each in found)
    before = None
    if "before" in roles and passage.number > 1:
        before = engine.passage(Address(passage.document, passage.number - 1), until)
    places = {each.start for each in found if each.role == "here"}
    spans = {
        (each.start, each.end)
        for each in citations.supports(passage.text, passage.citations())
        if any(each.opens <= place < each.closes for place in places)
    }
    supported = tuple(passage.text[start:end] for start, end in sorted(spans))
    return Citing(passage, tuple(roles), before, supported)


@dataclass(frozen=True, slots=True)
class CitedHere:
    """A number or label as a passage has it; it is in so many `passages` of the document."""

    label: str
    role: Role
    reference: Reference | None
    passages: int


def cited_here(
    engine: Engine, passage: Passage, until: Deadline, most: int = 40
) -> tuple[CitedHere, ...]:
    """The first `most` citations of a passage, each once in each role.

    Raises OutOfTime beyond `until`.
    """
    document = engine.document(passage.document)
    listed = document.references if document else ()
    cited = dict.fromkeys(
        (cited_as(each), each.role)
        for each in passage.citations()
        if not citations.cites_nothing(each)
    )
    first = list(cited)[:most]
    addresses = [str(CitationAddress(passage.document, label)) for label, _ in first]
    having = engine.frequencies("cited", addresses, until)
    return tuple(
        CitedHere(label, role, referred(listed, label), passages)
        for (label, role), passages in zip(first, having, strict=True)
    )
