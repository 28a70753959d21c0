"""A document on one page: a stretch of its passages in order, and its times."""

from dataclasses import dataclass

from loccit.engines.engine import Engine, Filter, Request
from loccit.engines.query import Everything, Has
from loccit.model.documents import Document, Passage
from loccit.search.timeline.counted import Timeline, counted

SIZE = 20
"""Passages on one page."""


@dataclass(frozen=True, slots=True)
class DocumentPage:
    document: Document
    total: int
    passages: tuple[Passage, ...]
    page: int
    timeline: Timeline

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // SIZE))


def opened(engine: Engine, document: str, page: int = 1) -> DocumentPage | None:
    """None if the document is not there; pages count from 1."""
    found = engine.document(document)
    if found is None:
        return None
    first = (page - 1) * SIZE + 1
    passages = engine.passages(document, first, first + SIZE - 1)
    only = (Filter("", Has("document", document)),)
    matches = engine.search(Request(Everything(), only, size=0, facets=("when",)))
    times = counted(matches.facets["when"])
    return DocumentPage(found, engine.count(document), passages, page, times)
