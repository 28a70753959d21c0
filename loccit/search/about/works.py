"""The works that the library cites most, in it and not in it: each once, however it is written."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal
from weakref import WeakKeyDictionary

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine, FacetRequest, Request
from loccit.engines.query import MatchAll
from loccit.model.addresses import CitationAddress
from loccit.model.documents import Document, Reference

SIZE = 50
"""Works on one page."""
MOST_COUNTED = 200_000
"""Citations of the library that are counted."""
_BETWEEN = 256
"""Documents that are read before the time is looked at."""

Where = Literal["all", "in", "out"]


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work as one document refers to it; `passages` cite it, of so many `documents`.

    `library` is the document that it is, None where it is not in the library.
    """

    reference: Reference
    document: Document
    library: Document | None
    passages: int
    documents: int


@dataclass(frozen=True, slots=True)
class WorksPage:
    """One page of `total` works, the most cited first; `stopped` where time ran out."""

    page: int
    total: int = 0
    works: tuple[CitedWork, ...] = ()
    stopped: bool = False

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // SIZE))


def same(reference: Reference, document: str) -> str:
    """What two references have alike if they are one source, whatever pages of it they cite.

    The document of the library that they cite; a DOI or an arXiv number; authors, title and year;
    of a short reference, its authors and year in its document; else the text.
    """
    parts = reference.parts
    if reference.cites:
        return f"library {reference.cites.document}"
    if parts.doi or parts.arxiv:
        return f"{parts.doi or parts.arxiv}".casefold()
    if parts.title and parts.authors:
        return _folded(*parts.authors, parts.title, parts.year, parts.container)
    if parts.title:
        return f"{_folded(parts.title, parts.year, parts.container)} {parts.address}"
    if parts.authors:
        return f"{document} {_folded(*parts.authors, parts.year)}"
    return _folded(reference.text) or reference.text


def _folded(*texts: str) -> str:
    """
    >>> _folded("Swift’s  Proposal", "1729") == _folded("Swift's proposal", "1729")
    True
    """
    return " ".join(re.findall(r"\w+", " / ".join(texts).casefold()))


def most_cited(engine: Engine, until: Deadline) -> tuple[CitedWork, ...]:
    """Every work that is cited, the most cited first, then by title; raises OutOfTime.

    It reads the references of all documents: what asks for it keeps it with the generation.
    """
    counts = _counts(engine, until)
    gathered: dict[str, _Gathered] = {}
    for at, document in enumerate(engine.documents()):
        if at % _BETWEEN == 0:
            until.check()
        for reference in document.references:
            passages = counts.get(str(CitationAddress(document.id, reference.key)), 0)
            if passages and reference.text:
                known = same(reference, document.id)
                gathered.setdefault(known, _Gathered(reference, document)).add(document, passages)
    return tuple(sorted((each.work(engine) for each in gathered.values()), key=_order))


_kept: WeakKeyDictionary[Engine, tuple[CitedWork, ...]] = WeakKeyDictionary()
"""Of each open generation, made when it is first asked for."""


def of_generation(engine: Engine, until: Deadline) -> tuple[CitedWork, ...]:
    """As `most_cited`, which is asked once a generation; raises OutOfTime."""
    works = _kept.get(engine)
    if works is None:
        works = _kept[engine] = most_cited(engine, until)
    return works


def page(engine: Engine, where: Where, number: int, until: Deadline) -> WorksPage:
    """Page `number`, from 1, of the works in the library, out of it, or all."""
    try:
        works = tuple(chosen(of_generation(engine, until), where))
    except OutOfTime:
        return WorksPage(number, stopped=True)
    return WorksPage(number, len(works), works[(number - 1) * SIZE : number * SIZE])


def _counts(engine: Engine, until: Deadline) -> dict[str, int]:
    """By citation, how many passages have it."""
    facet = FacetRequest("cited", MOST_COUNTED)
    (matches,) = engine.answer([Request(MatchAll(), size=0, facets=(facet,))], until)
    return dict(matches.facets["cited"].counts)


def _order(work: CitedWork) -> tuple[int, str, str]:
    title = work.reference.parts.title or work.reference.text
    return -work.passages, title.casefold(), work.document.id


class _Gathered:
    """A work on its way: what was said of it first, and what cites it."""

    def __init__(self, reference: Reference, document: Document) -> None:
        self._reference, self._document = reference, document
        self._documents: set[str] = set()
        self._passages = 0

    def add(self, document: Document, passages: int) -> None:
        self._documents.add(document.id)
        self._passages += passages

    def work(self, engine: Engine) -> CitedWork:
        cites = self._reference.cites
        library = engine.document(cites.document) if cites else None
        return CitedWork(
            self._reference, self._document, library, self._passages, len(self._documents)
        )


def chosen(works: Iterable[CitedWork], where: Where) -> Iterator[CitedWork]:
    """Those in the library, those not in it, or all."""
    kept: dict[Where, Callable[[CitedWork], bool]] = {
        "all": lambda work: True,
        "in": lambda work: work.library is not None,
        "out": lambda work: work.library is None,
    }
    return filter(kept[where], works)
