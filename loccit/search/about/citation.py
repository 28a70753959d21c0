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
from loccit.search.following.following import Followed, followed

MOST_PASSAGES = 100
MOST_FOLLOWED = 8
"""Citations on one page that are followed into what they cite."""
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
    where: tuple[Followed, ...] = ()
    """Where it leads, if what it cites is in the library; of the first MOST_FOLLOWED alone."""


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
    library: Document | None = None
    """The document that its reference was matched with."""
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
        citing = tuple(
            _citing(engine, hit.passage, label, at < MOST_FOLLOWED, until)
            for at, hit in enumerate(matches.hits)
        )
    except OutOfTime:
        return CitationPage(document, label, reference, 0, (), stopped=True)
    at = engine.sourced(reference.address, MOST_DOCUMENTS) if reference else ()
    others = tuple(each for each in at if each != document)
    cites = reference.cites if reference else None
    library = engine.document(cites.document) if cites else None
    return CitationPage(document, label, reference, matches.total, citing, others, library)


def _citing(engine: Engine, passage: Passage, label: str, follow: bool, until: Deadline) -> Citing:
    found = [each for each in passage.citations() if cited_as(each) == label]
    roles = dict.fromkeys(each.role for each in found)
    before = None
    if "before" in roles and passage.number > 1:
        before = engine.passage(Address(passage.document, passage.number - 1), until)
    where = followed(engine, passage, label, until) if follow else ()
    return Citing(passage, tuple(roles), before, supported(passage).get(label, ()), where)


@dataclass(frozen=True, slots=True)
class CitedHere:
    """What a passage cites; it is cited in so many `passages` of the document.

    `where` it leads, if that is in the library; of the first MOST_FOLLOWED alone.
    """

    source: CitedSource
    passages: int
    where: tuple[Followed, ...] = ()


def cited_here(engine: Engine, passage: Passage, until: Deadline) -> tuple[CitedHere, ...]:
    """What a passage cites, each once, with its source.

    Raises OutOfTime beyond `until`.
    """
    cited = sources(passage, Listed(engine.document(passage.document)))
    addresses = [str(CitationAddress(passage.document, each.label)) for each in cited]
    having = engine.frequencies("cited", addresses, until)
    held = [each for each in cited if each.reference and each.reference.cites]
    where = {
        each.label: followed(engine, passage, each.label, until) for each in held[:MOST_FOLLOWED]
    }
    return tuple(
        CitedHere(each, passages, where.get(each.label, ()))
        for each, passages in zip(cited, having, strict=True)
    )
