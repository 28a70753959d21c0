"""Writing a generation: passages into one Whoosh segment, tables and columns beside it."""

import os
import random
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from whoosh import index

from engines import codec
from engines.fields import fields
from engines.schema import Document, Manifest, Name, Passage
from engines.whoosh import files
from engines.whoosh.columns import Collector

_MEGABYTES = 256
"""Of postings held before Whoosh spills a run to disk."""


class WhooshWriter:
    """Documents are kept back until `finish`, where they are written in the order of their ids."""

    def __init__(self, generation: Path) -> None:
        self._generation = generation
        generation.mkdir(parents=True)
        self._documents: dict[str, tuple[Document, Path]] = {}
        self._names: tuple[Name, ...] = ()
        self._spill = generation / ".put"
        self._spill.mkdir()
        self._puts = 0

    def put(self, document: Document, passages: Iterable[Passage]) -> None:
        self._puts += 1
        path = self._spill / str(self._puts)
        files.write_lines(path, passages, codec.passage_to_json)
        self.remove(document.id)
        self._documents[document.id] = (document, path)

    def remove(self, document: str) -> None:
        before = self._documents.pop(document, None)
        if before:
            before[1].unlink()

    def put_names(self, names: Iterable[Name]) -> None:
        self._names = tuple(names)

    def finish(self, manifest: Manifest) -> None:
        ordered = sorted(self._documents.items())
        columns = Collector()
        with _own_random():
            writer = index.create_in(str(self._generation), files.schema()).writer(
                limitmb=_MEGABYTES
            )
            for _, (document, path) in ordered:
                for line in path.read_text(encoding="ascii").splitlines():
                    self._write(writer, columns, document, line)
            writer.commit(optimize=True)
        documents = [document for _, (document, _) in ordered]
        files.write_lines(self._generation / files.DOCUMENTS, documents, codec.document_to_json)
        files.write_lines(self._generation / files.NAMES, self._names, codec.name_to_json)
        columns.write(self._generation / files.COLUMNS)
        shutil.rmtree(self._spill)
        _sync(self._generation)
        sizes = {path.name: path.stat().st_size for path in sorted(self._generation.iterdir())}
        text = codec.manifest_to_json(replace(manifest, files=sizes))
        (self._generation / files.MANIFEST).write_text(text, encoding="utf-8")
        _sync(self._generation)

    def _write(self, writer: object, columns: Collector, document: Document, line: str) -> None:
        passage = codec.passage_from_json(line)
        values = fields(passage, document)
        columns.add(values)
        writer.add_document(  # type: ignore[attr-defined]
            id=_safe(passage.id),
            stored=line,
            **{name: _plain(text) for name, text in values.texts.items() if text},
            **{name: _plain(each) for name, each in values.keywords.items() if each},
            **{name: numbers for name, numbers in values.integers.items() if numbers},
        )

    def abandon(self) -> None:
        shutil.rmtree(self._generation, ignore_errors=True)


def _plain(values: list[str]) -> list[str]:
    return [_safe(value) for value in values]


def _safe(text: str) -> str:
    """Whoosh encodes terms as UTF-8, which has no lone surrogates: they become U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@contextmanager
def _own_random() -> Iterator[None]:
    """Whoosh names segments with the global `random`: the caller's state is kept."""
    state = random.getstate()
    random.seed()
    try:
        yield
    finally:
        random.setstate(state)


def _sync(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
