"""Extraction: a seed to its document and passages with their mentions, in worker processes."""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass

from loccit.indexer import documents
from loccit.indexer.problems import Skipped, UnreadableSeed
from loccit.indexer.seeds import Seed
from loccit.mentions import names
from loccit.mentions.find import find
from loccit.model.addresses import Address
from loccit.model.documents import Document, Passage, passage_key
from loccit.model.mentions import Context, Stretch


@dataclass(frozen=True, slots=True)
class Extracted:
    document: Document
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Extractor:
    """Reads seeds one after another; `recogniser` None leaves names out."""

    recogniser: names.Recogniser | None

    def extract(self, seed: Seed) -> Extracted | Skipped:
        """What would be indexed of `seed`, or why it can't be."""
        try:
            reading = documents.read(seed)
        except UnreadableSeed as error:
            return error.skipped
        document = reading.document
        stretches = [
            Stretch(str(Address(document.id, number)), cutting.text, cutting.section)
            for number, cutting in enumerate(reading.cuttings, start=1)
        ]
        context = Context(document.title, reading.start_year, document.contiguous, reading.dated)
        found = find(stretches, context, self.recogniser)
        passages = tuple(
            Passage(
                str(Address(document.id, number)),
                document.id,
                number,
                passage_key(cutting.text),
                cutting.offset,
                document.title,
                cutting.section,
                cutting.text,
                mentions,
            )
            for number, (cutting, mentions) in enumerate(
                zip(reading.cuttings, found, strict=True), start=1
            )
        )
        return Extracted(document, passages)


def extractor(model: str) -> tuple[Extractor, str]:
    """An extractor with the model's names, and a line to say if the model is missing."""
    if not model:
        return Extractor(None), ""
    try:
        return Extractor(names.load(model)), ""
    except names.ModelMissing as error:
        return Extractor(None), f"{error} Names are left out until then."


def extract_all(
    seeds: Iterable[Seed], own: Extractor, model: str, workers: int
) -> Iterator[Extracted | Skipped]:
    """Every seed's extraction, in order, whatever the number of `workers`.

    With one worker everything runs in this process; with more, each has its own recogniser.
    """
    if workers <= 1:
        yield from map(own.extract, seeds)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _start, (model,)) as pool:
        yield from _in_order(pool, seeds, most_ahead=4 * workers)


def _in_order(
    pool: ProcessPoolExecutor, seeds: Iterable[Seed], most_ahead: int
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
    _worker[:] = [extractor(model)[0]]


def _extract(seed: Seed) -> Extracted | Skipped:
    return _worker[0].extract(seed)
