"""Writing a generation: passages put aside as they come, then inverted in batches by processes.

Batches are cut by the number of passages alone, so that the index is the same whatever the
number of processes.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from loccit.engines import former_table
from loccit.engines.manifest import Manifest
from loccit.engines.sealing import seal
from loccit.engines.whoosh import files, segment
from loccit.engines.whoosh.batch import Batch, Spilled
from loccit.engines.workers import pool
from loccit.model import codec
from loccit.model.documents import Document, Former, Passage
from loccit.model.names import Name

BATCH = 25_000
"""Passages that are inverted together; a document stays whole."""


class WhooshWriter:
    """Documents are kept back until `finish`, where they are written in the order of their ids."""

    def __init__(self, generation: Path, workers: int) -> None:
        self.generation = generation.name
        self._folder = generation
        self._workers = workers or len(os.sched_getaffinity(0))
        generation.mkdir(parents=True)
        self._places: dict[str, Spilled] = {}
        self._names: tuple[Name, ...] = ()
        self._spill = generation / ".put"
        self._spill.mkdir()
        self._lines = self._spill / "passages"
        self._formers = self._spill / "formers"
        self._former_places: dict[str, tuple[int, int]] = {}

    def put(
        self, document: Document, passages: Iterable[Passage], formers: Iterable[Former] = ()
    ) -> None:
        lines = [codec.passage_to_json(passage) + "\n" for passage in passages]
        with self._lines.open("ab") as file:
            start = file.tell()
            file.write("".join(lines).encode("ascii"))
            self._places[document.id] = Spilled(document, start, file.tell(), len(lines))
        self._put_formers(document.id, tuple(formers))

    def _put_formers(self, document: str, formers: Sequence[Former]) -> None:
        self._former_places.pop(document, None)
        if formers:
            with self._formers.open("ab") as file:
                start = file.tell()
                file.write(former_table.lines(document, formers).encode("ascii"))
                self._former_places[document] = (start, file.tell())

    def remove(self, document: str) -> None:
        self._places.pop(document, None)
        self._former_places.pop(document, None)

    def put_names(self, names: Iterable[Name]) -> None:
        self._names = tuple(names)

    def finish(self, manifest: Manifest) -> None:
        places = [place for _, place in sorted(self._places.items())]
        segment.write(self._folder, self._inverted(list(_batches(places))))
        documents = [place.document for place in places]
        files.write_lines(self._folder / files.DOCUMENTS, documents, codec.document_to_json)
        files.write_lines(self._folder / files.NAMES, self._names, codec.name_to_json)
        self._write_formers()
        shutil.rmtree(self._spill)
        seal(self._folder, manifest)

    def _write_formers(self) -> None:
        """Those of the documents that stayed, in the order of their ids."""
        with (self._folder / former_table.FILE).open("wb") as out:
            if self._former_places:
                with self._formers.open("rb") as spilled:
                    for _, (start, end) in sorted(self._former_places.items()):
                        spilled.seek(start)
                        out.write(spilled.read(end - start))

    def _inverted(self, batches: Sequence[Batch]) -> list[Path]:
        """The batches' files, in order; made by processes where there are several."""
        paths = [self._spill / f"batch-{number}" for number in range(len(batches))]
        workers = min(self._workers, len(batches))
        if workers == 1:
            for batch, path in zip(batches, paths, strict=True):
                batch.invert(self._lines, path)
            return paths
        with pool(workers) as processes:
            for done in [
                processes.submit(batch.invert, self._lines, path)
                for batch, path in zip(batches, paths, strict=True)
            ]:
                done.result()
        return paths

    def abandon(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def _batches(places: Sequence[Spilled]) -> Iterator[Batch]:
    """At least one, so that an index without a passage is one too."""
    first = passages = 0
    own: list[Spilled] = []
    for place in places:
        own.append(place)
        passages += place.passages
        if passages >= BATCH:
            yield Batch(first, tuple(own))
            first, passages, own = first + passages, 0, []
    if own or not first:
        yield Batch(first, tuple(own))
