"""Postings as arrays: decoded once per term from Whoosh's blocks, kept in bounded bytes.

A Whoosh 3 matcher reads blocks of 128 postings: document numbers as differences, weights, and
positions packed per posting. Blocks are taken whole here rather than a posting at a time.
"""

import pickle
import threading
import zlib
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import TermNotFound

from engines.whoosh.files import term_bytes

CACHE_BYTES = 128 * 2**20
_COUNT_BYTES = 4
"""In front of the pickled differences of a posting's positions."""

Docs = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Postings:
    """`docs` ascending; `frequencies[i]` is how often the term stands in `docs[i]`."""

    docs: Docs
    frequencies: NDArray[np.float64]

    @property
    def nbytes(self) -> int:
        return self.docs.nbytes + self.frequencies.nbytes


@dataclass(frozen=True, slots=True)
class Positions:
    """Where a term stands: `at[starts[i]:starts[i + 1]]` in the i-th of its documents."""

    starts: NDArray[np.int64]
    at: NDArray[np.int32]

    @property
    def nbytes(self) -> int:
        return self.starts.nbytes + self.at.nbytes


_NONE = Postings(np.empty(0, np.int64), np.empty(0, np.float64))
Kept = Postings | Positions | NDArray[np.float64]


class PostingsCache:
    """What was decoded of terms, the least recently used forgotten beyond `most_bytes`."""

    def __init__(self, reader: Any, most_bytes: int = CACHE_BYTES) -> None:
        self._reader = reader
        self._most = most_bytes
        self._kept: OrderedDict[tuple[str, str, str], Kept] = OrderedDict()
        self._bytes = 0
        self._lock = threading.RLock()

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
            self._bytes = 0

    def postings(self, field: str, term: str) -> Postings:
        """Empty for a term that isn't in the index."""
        key = ("postings", field, term)
        with self._lock:
            found = self._known(key)
            if not isinstance(found, Postings):
                found = self._decoded(field, term)
                self._keep(key, found)
            return found

    def positions(self, field: str, term: str) -> Positions:
        """Of every document that has the term, in the order of its postings."""
        key = ("positions", field, term)
        with self._lock:
            found = self._known(key)
            if not isinstance(found, Positions):
                found = self._decoded_positions(field, term)
                self._keep(key, found)
            return found

    def weights(self, field: str, term: str) -> NDArray[np.float64] | None:
        """What was kept by `keep_weights`, if it still is."""
        with self._lock:
            found = self._known(("weights", field, term))
            return found if isinstance(found, np.ndarray) else None

    def keep_weights(self, field: str, term: str, weights: NDArray[np.float64]) -> None:
        with self._lock:
            self._keep(("weights", field, term), weights)

    def _known(self, key: tuple[str, str, str]) -> Kept | None:
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def _keep(self, key: tuple[str, str, str], found: Kept) -> None:
        before = self._kept.pop(key, None)
        self._bytes += _size(found) - (_size(before) if before is not None else 0)
        self._kept[key] = found
        while self._bytes > self._most and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= _size(dropped)

    def _decoded(self, field: str, term: str) -> Postings:
        docs: list[Docs] = []
        frequencies: list[NDArray[np.float64]] = []
        for block in self._blocks(field, term):
            differences, weights, _ = pickle.loads(block)
            docs.append(np.cumsum(np.array(differences, np.int64)))
            frequencies.append(_frequencies(weights, len(differences)))
        return Postings(np.concatenate(docs), np.concatenate(frequencies)) if docs else _NONE

    def _decoded_positions(self, field: str, term: str) -> Positions:
        known: dict[bytes, tuple[int, ...]] = {}
        lengths: list[int] = []
        at: list[int] = []
        for block in self._blocks(field, term):
            for value in pickle.loads(block)[2]:
                found = known.get(value)
                if found is None:
                    found = known[value] = _unpacked(value)
                lengths.append(len(found))
                at += found
        starts = np.concatenate(([0], np.cumsum(np.array(lengths, np.int64))))
        return Positions(starts.astype(np.int64), np.array(at, np.int32))

    def _blocks(self, field: str, term: str) -> Iterator[bytes]:
        """Each block's pickle: document numbers as differences, weights, packed positions."""
        try:
            matcher = self._reader.postings(field, term_bytes(term))
        except TermNotFound:
            return
        while matcher.is_active():
            start = matcher._dataoffset
            block = matcher._postfile.get(start, matcher._nextoffset - start)
            yield zlib.decompress(block) if matcher._compression else bytes(block)
            matcher._next_block()


def _frequencies(packed: Any, size: int) -> NDArray[np.float64]:
    """None is a frequency of 1 throughout, one number the same throughout."""
    if packed is None or isinstance(packed, float | int):
        return np.full(size, 1.0 if packed is None else packed, np.float64)
    return np.array(packed, np.float64)


def _unpacked(value: bytes) -> tuple[int, ...]:
    """Positions from their pickled differences (whoosh.formats.Positions)."""
    packed = value[_COUNT_BYTES:]
    return tuple(accumulate(pickle.loads(packed if packed.endswith(b".") else packed + b".")))


def _size(kept: Kept) -> int:
    return kept.nbytes + 200
