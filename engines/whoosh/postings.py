"""Postings as arrays: decoded once per term through Whoosh's reader, kept in bounded bytes."""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import TermNotFound

CACHE_BYTES = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Postings:
    """`docs` ascending; `frequencies[i]` is how often the term stands in `docs[i]`."""

    docs: NDArray[np.int64]
    frequencies: NDArray[np.float64]


_NONE = Postings(np.empty(0, np.int64), np.empty(0, np.float64))


class PostingsCache:
    """The postings of terms, the least recently used forgotten beyond CACHE_BYTES."""

    def __init__(self, reader: Any, most_bytes: int = CACHE_BYTES) -> None:
        self._reader = reader
        self._most = most_bytes
        self._kept: OrderedDict[tuple[str, str], Postings] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def postings(self, field: str, term: str) -> Postings:
        """Empty for a term that isn't in the index."""
        key = (field, term)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            found = self._decode(field, term)
            self._keep(key, found)
            return found

    def _keep(self, key: tuple[str, str], found: Postings) -> None:
        self._kept[key] = found
        self._bytes += _size(found)
        while self._bytes > self._most and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= _size(dropped)

    def _decode(self, field: str, term: str) -> Postings:
        matcher = self._matcher(field, term)
        if matcher is None:
            return _NONE
        docs: list[int] = []
        frequencies: list[float] = []
        while matcher.is_active():
            docs.append(matcher.id())
            frequencies.append(matcher.weight())
            matcher.next()
        return Postings(np.array(docs, np.int64), np.array(frequencies, np.float64))

    def _matcher(self, field: str, term: str) -> Any:
        try:
            return self._reader.postings(field, term.encode("utf-8", "replace"))
        except TermNotFound:
            return None

    def positions(self, field: str, term: str, docs: NDArray[np.int64]) -> list[list[int]]:
        """Where `term` stands in each of `docs`, which all have it, in ascending order."""
        found: list[list[int]] = []
        with self._lock:
            matcher = self._matcher(field, term)
            for doc in docs.tolist():
                matcher.skip_to(doc) if matcher.id() < doc else None
                found.append(matcher.value_as("positions"))
        return found


def _size(postings: Postings) -> int:
    return postings.docs.nbytes + postings.frequencies.nbytes + 200
