"""All documents on pages, by their titles."""

from dataclasses import dataclass

from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine
from loccit.model.documents import Document

SIZE = 200
"""Documents on one page."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A document, and how many passages it has."""

    document: Document
    passages: int


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """One page, from 1, of the `total` documents whose titles or ids hold what was asked for."""

    page: int
    total: int
    documents: tuple[Listed, ...]

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // SIZE))


def listed(engine: Engine, containing: str, page: int, until: Deadline) -> DocumentsPage:
    """Raises OutOfTime beyond `until`."""
    held = engine.by_title(containing, (page - 1) * SIZE, SIZE)
    counts = engine.frequencies("document", [each.id for each in held.documents], until)
    documents = tuple(map(Listed, held.documents, counts))
    return DocumentsPage(page, held.total, documents)
