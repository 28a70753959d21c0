"""A document on one page: its outline, a stretch of its passages in order, and its times."""

from dataclasses import dataclass, replace

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine, FacetRequest, Filter, Request, Section
from loccit.engines.query import KeywordTerm, MatchAll
from loccit.model.documents import Document, Passage
from loccit.search.narrowing import leaf
from loccit.search.query.parsed import Parsed
from loccit.search.query.syntax import Fielded
from loccit.search.timeline.over_time import OverTime, over_time
from loccit.search.timeline.when import When, counted, facets

MOST_CITING = 20
"""Documents that are listed as citing one."""
SIZE = 20
"""Passages on one page."""


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """`passages` are one page of `total`; where time ran out, `stopped` is set, and what is
    missing is empty."""

    document: Document
    page: int
    total: int = 0
    outline: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()
    when: When | None = None
    over_time: OverTime | None = None
    cited_in: int = 0
    cited_by: tuple[tuple[Document, int], ...] = ()
    """So many passages cite it, of so many in each of the documents that do so most."""
    stopped: bool = False

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // SIZE))


def opened(engine: Engine, document: str, page: int, until: Deadline) -> DocumentPage | None:
    """None if the document is not there; pages count from 1."""
    held = engine.document(document)
    if held is None:
        return None
    about = DocumentPage(held, page)
    try:
        about = _with_passages(engine, about, until)
        return _with_times(engine, about, until)
    except OutOfTime:
        return replace(about, stopped=True)


def _with_passages(engine: Engine, about: DocumentPage, until: Deadline) -> DocumentPage:
    first, id = (about.page - 1) * SIZE + 1, about.document.id
    return replace(
        about,
        total=engine.count(id, until),
        outline=engine.outline(id, until),
        passages=engine.passages(id, first, first + SIZE - 1, until),
    )


def _with_times(engine: Engine, about: DocumentPage, until: Deadline) -> DocumentPage:
    id = about.document.id
    only = Parsed(
        "", MatchAll(), (Filter("", KeywordTerm("document", id)),), tree=Fielded("doc", leaf(id))
    )
    citing = Request(
        KeywordTerm("work", id), size=0, facets=(FacetRequest("document", MOST_CITING),)
    )
    matches, cites = engine.answer([only.request(facets=facets(None)), citing], until)
    when = counted(matches)
    counts = cites.facets["document"].counts
    citing_documents = ((engine.document(each), n) for each, n in counts.items())
    return replace(
        about,
        when=when,
        over_time=over_time(engine, only, when, until),
        cited_in=cites.total,
        cited_by=tuple((each, n) for each, n in citing_documents if each),
    )
