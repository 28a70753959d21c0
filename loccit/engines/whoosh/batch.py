"""A batch of passages, inverted in a worker process into a file that the segment is made of."""

import pickle
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from loccit.engines import field_table
from loccit.engines.document_values import together
from loccit.engines.field_table import Field, indexed
from loccit.engines.whoosh import files
from loccit.engines.whoosh.gathering import Flat, Gathering
from loccit.engines.whoosh.inversion import PostingKind, TermPostings, inverted
from loccit.model import codec
from loccit.model.documents import Document

_TOGETHER = 1000
"""Terms, or stored passages, that are pickled at once."""
_PICKLE = 5


@dataclass(frozen=True, slots=True)
class Spilled:
    """Where a document's passages, a line each, were put."""

    document: Document
    start: int
    end: int
    passages: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents whose passages are numbered from `first`."""

    first: int
    places: tuple[Spilled, ...]

    def invert(self, spilled: Path, into: Path) -> None:
        """Write the batch to the file `into`, for `Inverted` to read."""
        gathering = Gathering()
        schema = files.schema()
        spilled.touch()
        with spilled.open("rb") as lines, into.open("wb") as out:
            stored = []
            for place in self.places:
                lines.seek(place.start)
                texts = lines.read(place.end - place.start).decode("ascii").splitlines()
                passages = map(codec.passage_from_json, texts)
                for text, held in zip(texts, together(passages, place.document), strict=True):
                    gathering.add(indexed(held))
                    stored.append(zlib.compress(pickle.dumps({"stored": text}, 2), 1))
            flats = gathering.flats()
            _dump(flats, out)
            _dump_all(iter(stored), out)
            for name in sorted(flats):
                row = field_table.named(name)
                lengths = flats[name].lengths if row.kind == "text" else None
                key = _keys(schema[name].to_bytes, row)
                _dump_all(inverted(flats[name], self.first, _kind(row), lengths, key), out)


class Inverted:
    """A batch's file, to be read once, from its beginning to its end."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")

    def flats(self) -> dict[str, Flat]:
        flats: dict[str, Flat] = pickle.load(self._file)
        return flats

    def stored(self) -> Iterator[bytes]:
        yield from _loaded(self._file)

    def terms(self) -> Iterator[TermPostings]:
        """Those of the next field, in the order of the fields' names."""
        yield from _loaded(self._file)

    def close(self) -> None:
        self._file.close()


def _dump(value: object, out: BinaryIO) -> None:
    pickle.dump(value, out, _PICKLE)


def _dump_all(values: Iterator[object], out: BinaryIO) -> None:
    while some := list(islice(values, _TOGETHER)):
        _dump(some, out)
    _dump([], out)


def _loaded(file: BinaryIO) -> Iterator:  # type: ignore[type-arg]
    while some := pickle.load(file):
        yield from some


def _kind(row: Field) -> PostingKind:
    if row.positions:
        return "positions"
    return "presence" if row.is_number else "frequencies"


def _keys(number: Callable[[int], bytes], row: Field) -> Callable[[str], bytes]:
    return (lambda digits: number(int(digits))) if row.is_number else files.term_bytes
