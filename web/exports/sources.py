"""The sources that passages cite, as a bibliography of its own: each source once."""

from collections.abc import Iterable, Iterator

from loccit.model.documents import Document, Passage, Reference
from loccit.search.about.one_source import same
from loccit.search.cited import Listed, labels
from loccit.web.exports.work import Work, cited_work


def works(passages: Iterable[tuple[Passage, Document]]) -> Iterator[Work]:
    """In the order in which the passages cite them; what a document lists no source for is none."""
    given: set[str] = set()
    for passage, document in passages:
        for reference in listed(passage, document):
            known = same(reference, document.id)
            if reference.text and known not in given:
                given.add(known)
                yield cited_work(reference, document)


def listed(passage: Passage, document: Document) -> list[Reference]:
    """What a passage cites, each number or label once; one without a source has no text."""
    references = Listed(document)
    return [references.of(label) or _unlisted(label) for label in labels(passage)]


def _unlisted(label: str) -> Reference:
    return Reference(int(label), "") if label.isdecimal() else Reference(None, "", label=label)
