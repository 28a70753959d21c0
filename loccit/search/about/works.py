"""The works that the library cites most, in it and not in it: each once, however it is written."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal
from weakref import WeakKeyDictionary

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine, FacetRequest, Request
from loccit.engines.query import MatchAll, among
from loccit.model.addresses import CitationAddress
from loccit.model.documents import Document, Reference
from loccit.search.about.one_source import name, same

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

    `library` is the document that it is, None where it is not in the library; `called` its authors
    and year where only its pages tell the references apart, `citations` are all that stand for it.
    Until its page is asked for, a passage counts once for each of them.
    """

    reference: Reference
    document: Document
    library: Document | None
    passages: int
    documents: int
    called: str = ""
    citations: tuple[str, ...] = ()


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
                work = gathered.setdefault(known, _Gathered(reference, document))
                work.add(reference, document, passages)
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
        shown = _counted(engine, works[(number - 1) * SIZE : number * SIZE], until)
    except OutOfTime:
        return WorksPage(number, stopped=True)
    return WorksPage(number, len(works), shown)


def _counted(engine: Engine, works: Sequence[CitedWork], until: Deadline) -> tuple[CitedWork, ...]:
    """Works in which a passage counts once, whatever it cites them as; raises OutOfTime."""
    several = [each for each in works if len(each.citations) > 1]
    asked = [Request(among("cited", each.citations), size=0) for each in several]
    totals = [matches.total for matches in engine.answer(asked, until)] if asked else []
    once = {each.citations: total for each, total in zip(several, totals, strict=True)}
    counted = [replace(each, passages=once.get(each.citations, each.passages)) for each in works]
    return tuple(sorted(counted, key=_order))


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
        self._references: dict[str, Reference] = {}
        self._documents: set[str] = set()
        self._citations: list[str] = []
        self._passages = 0

    def add(self, reference: Reference, document: Document, passages: int) -> None:
        if len(self._references) < 2:
            self._references[reference.text] = reference
        self._documents.add(document.id)
        self._citations.append(str(CitationAddress(document.id, reference.key)))
        self._passages += passages

    def work(self, engine: Engine) -> CitedWork:
        cites = self._reference.cites
        library = engine.document(cites.document) if cites else None
        return CitedWork(
            self._reference,
            self._document,
            library,
            self._passages,
            len(self._documents),
            name(self._references.values()),
            tuple(self._citations),
        )


def chosen(works: Iterable[CitedWork], where: Where) -> Iterator[CitedWork]:
    """Those in the library, those not in it, or all."""
    kept: dict[Where, Callable[[CitedWork], bool]] = {
        "all": lambda work: True,
        "in": lambda work: work.library is not None,
        "out": lambda work: work.library is None,
    }
    return filter(kept[where], works)
