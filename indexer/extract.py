"""Extraction: a seed to its document and passages with their mentions, in worker processes."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain, islice

from loccit.indexer import documents
from loccit.indexer.documents import CutDocument
from loccit.indexer.loading import Loaded
from loccit.indexer.problems import Skipped, UnreadableSeed
from loccit.indexer.spelled import Spelled, spelled
from loccit.mentions import names
from loccit.mentions.find import find
from loccit.model.addresses import Address
from loccit.model.documents import Document, Passage, passage_key
from loccit.model.mentions import Context, Stretch


@dataclass(frozen=True, slots=True)
class Extracted:
    document: Document
    passages: tuple[Passage, ...]
    spelled: Spelled


@dataclass(frozen=True, slots=True)
class Extractor:
    """Reads seeds one after another; `recogniser` None leaves names out."""

    recogniser: names.Recogniser | None

    def extract(self, loaded: Loaded) -> Extracted | Skipped:
        """What would be indexed of a seed, or why it can't be."""
        try:
            cut = documents.read(loaded)
        except UnreadableSeed as error:
            return error.skipped
        document = cut.document
        passages = tuple(self._found(cut, tuple(cut_passages(cut))))
        return Extracted(document, passages, spelled(passages, document.title))

    def _found(self, cut: CutDocument, bare: Sequence[Passage]) -> Iterator[Passage]:
        """The passages with their mentions; those that stand apart tell the others no year."""
        title, contiguous = cut.document.title, cut.document.contiguous
        context = Context(title, cut.start_year, contiguous, cut.dated)
        found = {
            apart: iter(find(stretches, own, self.recogniser) if stretches else ())
            for apart, own in ((False, context), (True, Context(title, None, False, None)))
            for stretches in [_stretches(cut, bare, apart)]
        }
        for each, cutting in zip(bare, cut.cuttings, strict=True):
            yield replace(each, mentions=next(found[cutting.apart]))


def _stretches(cut: CutDocument, bare: Sequence[Passage], apart: bool) -> list[Stretch]:
    both = zip(bare, cut.cuttings, strict=True)
    return [Stretch(p.id, p.text, p.section) for p, cutting in both if cutting.apart == apart]


def cut_passages(cut: CutDocument) -> Iterator[Passage]:
    """The passages of a document before anything is found in them."""
    id, title = cut.document.id, cut.document.title
    for number, cutting in enumerate(cut.cuttings, start=1):
        yield Passage(
            id=str(Address(id, number)),
            document=id,
            number=number,
            key=passage_key(cutting.text),
            offset=cutting.offset,
            title=title,
            section=cutting.section,
            text=cutting.text,
        )


def extractor(model: str) -> tuple[Extractor, str]:
    """An extractor with the model's names, and a line to say if the model is missing."""
    if not model:
        return Extractor(None), ""
    try:
        return Extractor(names.load(model)), ""
    except names.ModelMissing as error:
        return Extractor(None), f"{error} Names are left out until then."


def extract_all(
    loaded: Iterable[Loaded], own: Extractor, model: str, workers: int
) -> Iterator[Extracted | Skipped]:
    """Every seed's extraction, in order, whatever the number of `workers`.

    Seeds are asked for as they are needed. With one worker, or one seed, everything runs in this
    process; with more, each has its own recogniser.
    """
    seeds = iter(loaded)
    first = list(islice(seeds, 2))
    if workers <= 1 or len(first) < 2:
        yield from map(own.extract, chain(first, seeds))
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, _start, (model,))
    try:
        yield from _in_order(pool, chain(first, seeds), most_ahead=4 * workers)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, seeds: Iterable[Loaded], most_ahead: int
) -> Iterator[Extracted | Skipped]:
    """Bounded: a slow writer holds extraction back, so memory doesn't grow with the seeds."""
    ahead: deque[Future[Extracted | Skipped]] = deque()
    for seed in seeds:
        ahead.append(pool.submit(_extract, seed))
        if len(ahead) >= most_ahead:
            yield ahead.popleft().result()
    while ahead:
        yield ahead.popleft().result()


_worker: list[Extractor] = []


def _start(model: str) -> None:
    """Ctrl+C reaches every process of a terminal: the one that began the work ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker[:] = [extractor(model)[0]]


def _extract(loaded: Loaded) -> Extracted | Skipped:
    return _worker[0].extract(loaded)
