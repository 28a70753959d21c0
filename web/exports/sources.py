"""The sources that passages cite, as a bibliography of its own: each source once."""

from collections.abc import Iterable, Iterator

from loccit.model.documents import Document, Passage, Reference
from loccit.search.references import cited
from loccit.web.exports.work import Work, cited_work, same


def works(passages: Iterable[tuple[Passage, Document]]) -> Iterator[Work]:
    """In the order in which the passages cite them; what a document lists no source for is none."""
    given: set[str] = set()
    for passage, document in passages:
        for _, reference in cited(passage, document):
            known = same(reference, document.id) if reference else ""
            if reference and known not in given:
                given.add(known)
                yield cited_work(reference, document)


def listed(passage: Passage, document: Document) -> list[Reference]:
    """What a passage cites, one by one, each once; one without a source has no text."""
    return [
        reference or (Reference(int(label), "") if label.isdecimal() else _labelled(label))
        for label, reference in cited(passage, document)
    ]


def _labelled(label: str) -> Reference:
    return Reference(None, "", label=label)
