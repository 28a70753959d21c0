"""A citation on one page: the source behind a number or label, and what cites it."""

from dataclasses import dataclass

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine, Request
from loccit.engines.query import KeywordTerm
from loccit.model.addresses import Address, CitationAddress
from loccit.model.documents import Document, Passage, Reference
from loccit.model.mentions import Role
from loccit.model.referring import referred
from loccit.search.cited import CitedSource, Listed, cited_as, sources, supported

MOST_PASSAGES = 100
MOST_DOCUMENTS = 5
"""Of the index that are one source, such as the chapters of a book."""


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
    at = engine.sourced(reference.address, MOST_DOCUMENTS) if reference else ()
    others = tuple(each for each in at if each != document)
    return CitationPage(document, label, reference, matches.total, citing, others)


def _citing(engine: Engine, passage: Passage, label: str, until: Deadline) -> Citing:
    found = [each for each in passage.citations() if cited_as(each) == label]
    roles = dict.fromkeys(each.role for each in found)
    before = None
    if "before" in roles and passage.number > 1:
        before = engine.passage(Address(passage.document, passage.number - 1), until)
    return Citing(passage, tuple(roles), before, supported(passage).get(label, ()))


@dataclass(frozen=True, slots=True)
class CitedHere:
    """What a passage cites; it is cited in so many `passages` of the document."""

    source: CitedSource
    passages: int


def cited_here(engine: Engine, passage: Passage, until: Deadline) -> tuple[CitedHere, ...]:
    """What a passage cites, each once, with its source.

    Raises OutOfTime beyond `until`.
    """
    cited = sources(passage, Listed(engine.document(passage.document)))
    addresses = [str(CitationAddress(passage.document, each.label)) for each in cited]
    having = engine.frequencies("cited", addresses, until)
    return tuple(map(CitedHere, cited, having))
