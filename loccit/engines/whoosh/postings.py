"""Postings as arrays: decoded once per term from Whoosh's blocks, and kept in a bounded cache.

A Whoosh 3 matcher reads blocks of postings: document numbers as differences, weights, and
positions packed per posting (`inversion.py` writes them). Blocks are taken whole here rather than
a posting at a time.
"""

from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.errors import EngineError
from loccit.engines.sealing import Sealed
from loccit.engines.whoosh import files, plain
from loccit.engines.whoosh.cache import Cache
from loccit.engines.whoosh.files import term_bytes
from loccit.engines.whoosh.inversion import BLOCK
from loccit.engines.whoosh.segment_file import BadSegment, Block, SegmentFile

_COUNT_BYTES = 4
"""In front of the pickled differences of a posting's positions."""

_SHORT_BYTES = b"C"
_POSITIONS = b"\x80\x02]q\x00"
"""What a posting's positions begin with, behind their count: a pickled list."""
_BEFORE = 2 + _COUNT_BYTES
"""Bytes from where `pickle` opens a bytes object of less than 256 to these."""
_PAIR = b"\x86."
_FEW = 2
"""Where fewer than one block in so many is wanted, the others aren't read."""

Docs = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Postings:
    """`docs` ascending; `frequencies[i]` is how often the term appears in `docs[i]`."""

    docs: Docs
    frequencies: NDArray[np.float64]

    @property
    def nbytes(self) -> int:
        return self.docs.nbytes + self.frequencies.nbytes


@dataclass(frozen=True, slots=True)
class Positions:
    """Where a term appears: `at[starts[i]:starts[i + 1]]` in the i-th of its documents."""

    starts: NDArray[np.int64]
    at: NDArray[np.int32]

    @property
    def nbytes(self) -> int:
        return self.starts.nbytes + self.at.nbytes


_NONE = Postings(np.empty(0, np.int64), np.empty(0, np.float64))


@dataclass(frozen=True, slots=True)
class PostingsReader:
    """The postings of an index, by field and term, safe to read from several threads; raises
    OutOfTime while it decodes, IndexDamaged for what isn't as it was written."""

    segment: SegmentFile
    cache: Cache
    _sealed: Sealed

    @classmethod
    def of(cls, sealed: Sealed, segment: SegmentFile, cache: Cache) -> "PostingsReader":
        return cls(segment, cache, sealed)

    def postings(self, field: str, term: str, until: Deadline) -> Postings:
        """Empty for a term that isn't in the index."""
        key = ("postings", field, term)
        return self.cache.made(key, Postings, lambda: self._decoded(field, term, until))

    def postings_if_any(self, field: str, term: str, until: Deadline) -> Postings:
        """The same, for one of many terms that mostly aren't there: their absence isn't kept."""
        key = ("postings", field, term)
        kept = self.cache.get(key, Postings)
        if kept is None and not self.frequency(field, term):
            return _NONE
        return self.postings(field, term, until) if kept is None else kept

    def frequency(self, field: str, term: str) -> int:
        """How many passages have the term, without decoding its postings."""
        with self._read():
            found = self.segment.term(field, term_bytes(term))
            return found.passages if found is not None else 0

    def positions(self, field: str, term: str, until: Deadline) -> Positions:
        """Of every document that has the term, in the order of its postings."""
        key = ("positions", field, term)
        return self.cache.made(key, Positions, lambda: self._decoded_positions(field, term, until))

    def _decoded(self, field: str, term: str, until: Deadline) -> Postings:
        docs: list[Docs] = []
        frequencies: list[NDArray[np.float64]] = []
        with self._read():
            for block in self._blocks(field, term, until):
                differences, weights = _without_positions(block.body())
                docs.append(np.cumsum(np.array(differences, np.int64)))
                frequencies.append(_frequencies(weights, len(differences)))
            return self._checked(docs, frequencies) if docs else _NONE

    def _checked(self, docs: list[Docs], frequencies: list[NDArray[np.float64]]) -> Postings:
        """All of a term's blocks; raises BadSegment for passages that there aren't."""
        postings = Postings(np.concatenate(docs), np.concatenate(frequencies))
        first, last = postings.docs[0], postings.docs[-1]
        is_ours = first >= 0 and last < self._sealed.manifest.passages
        if not is_ours or len(postings.docs) != len(postings.frequencies):
            raise BadSegment("postings are of passages that there aren't")
        return postings

    def positions_of(self, field: str, term: str, which: Docs, until: Deadline) -> Positions:
        """Of the postings `which` alone, ascending: only their blocks are read, unless most are."""
        known = self.cache.get(("positions", field, term), Positions)
        if known is None:
            blocks = np.unique(which // BLOCK)
            having = len(self.postings(field, term, until).docs)
            if len(blocks) * BLOCK * _FEW <= having:
                return self._read_positions(field, term, which, until)
            known = self.positions(field, term, until)
        return _chosen(known, which)

    def _decoded_positions(self, field: str, term: str, until: Deadline) -> Positions:
        every = np.arange(len(self.postings(field, term, until).docs))
        return self._read_positions(field, term, every, until)

    def _read_positions(self, field: str, term: str, which: Docs, until: Deadline) -> Positions:
        lengths: list[int] = []
        at: list[int] = []
        wanted = which.tolist()
        begin = done = 0
        with self._read():
            for block in self._blocks(field, term, until):
                end = begin + block.size
                upto = bisect_left(wanted, end, done)
                values = plain.loads(block.body())[2] if upto > done else ()
                for place in wanted[done:upto]:
                    positions = _unpacked(values[place - begin])
                    lengths.append(len(positions))
                    at += positions
                begin, done = end, upto
                if done == len(wanted):
                    break
        starts = np.concatenate(([0], np.cumsum(np.array(lengths, np.int64))))
        return Positions(starts.astype(np.int64), np.array(at, np.int32))

    def _blocks(self, field: str, term: str, until: Deadline) -> Iterator[Block]:
        found = self.segment.term(field, term_bytes(term))
        for block in self.segment.blocks(found) if found is not None else ():
            until.check()
            yield block

    @contextmanager
    def _read(self) -> Iterator[None]:
        """Raises IndexDamaged for whatever else the bytes of the segment raise."""
        try:
            yield
        except (EngineError, OutOfTime):
            raise
        except Exception as error:
            raise files.damaged(self._sealed, error) from error

    def stored(self, passage: int) -> str:
        """The passage's JSON; raises IndexDamaged."""
        with self._read():
            return self.segment.stored(passage)


def _without_positions(block: bytes) -> tuple[tuple[int, ...], Any]:
    """The first two of the three that a block pickles, without unpickling the positions.

    Those are bytes objects that begin alike. The pickle is cut where the first begins, or before
    the mark that opens more than three of them, to a pair.
    """
    at = block.find(_POSITIONS) - _BEFORE
    if at < 0 or block[at : at + 1] != _SHORT_BYTES:
        differences, weights, _ = plain.loads(block)
        return differences, weights
    at -= block[at - 1 : at] == b"("
    pair: tuple[tuple[int, ...], Any] = plain.loads(block[:at] + _PAIR)
    return pair


def _chosen(positions: Positions, which: Docs) -> Positions:
    """Of the postings `which` alone."""
    counts = positions.starts[which + 1] - positions.starts[which]
    starts = np.concatenate(([0], np.cumsum(counts)))
    inside = np.arange(starts[-1]) + np.repeat(positions.starts[which] - starts[:-1], counts)
    return Positions(starts, positions.at[inside])


def _frequencies(packed: Any, size: int) -> NDArray[np.float64]:
    """None is a frequency of 1 throughout, one number the same throughout."""
    if packed is None or isinstance(packed, float | int):
        return np.full(size, 1.0 if packed is None else packed, np.float64)
    return np.array(packed, np.float64)


@lru_cache(maxsize=2**15)
def _unpacked(value: bytes) -> tuple[int, ...]:
    """Positions from their pickled differences (whoosh.formats.Positions)."""
    packed = value[_COUNT_BYTES:]
    return tuple(accumulate(plain.loads(packed if packed.endswith(b".") else packed + b".")))
