"""A field of a run of passages, inverted: each term's postings, as the blocks that Whoosh reads.

A block of Whoosh 3 is a header (how many postings, the last passage, the greatest weight, whether
it is compressed, the shortest and longest field) and a body (passages as differences, weights,
values), both pickled. Blocks say their passages' own numbers, so that those of several runs, one
behind another, are one term's postings. Whoosh's own writer makes them a posting at a time.
"""

import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pickle import dumps
from typing import Any, Literal, NamedTuple

import numpy as np
from whoosh.formats import Positions
from whoosh.util.numeric import length_to_byte

from loccit.engines.whoosh.gathering import Flat, Ints

BLOCK = 128
"""Postings in a block, at most."""
_WORTH_COMPRESSING = 80
_PICKLE = 3
"""The first protocol with bytes of its own, and the last without frames."""

PostingKind = Literal["positions", "frequencies", "presence"]
"""What a field's postings hold besides the passage."""


class TermPostings(NamedTuple):
    """Of a term in a run of passages: its statistics, as Whoosh keeps them, and its blocks."""

    key: bytes
    weight: float
    passages: int
    shortest: int
    longest: int
    most: float
    first: int
    last: int
    blocks: tuple[bytes, ...]


def inverted(
    flat: Flat, first: int, kind: PostingKind, lengths: Ints | None, key: Callable[[str], bytes]
) -> Iterator[TermPostings]:
    """The postings of every term, ascending by key, of passages numbered from `first`.

    `lengths` are those of the field, where it is scored; `key` makes a term's bytes.
    """
    if not len(flat.ids):
        return
    keys, ranks = _ranked([key(value) for value in flat.values])
    terms, docs, places = _by_term(flat, ranks)
    begins = _begins(terms, docs)
    frequencies = np.diff(begins, append=len(terms))
    docs, terms = docs[begins], terms[begins]
    ends = [*_begins(terms).tolist(), len(terms)]
    starts = np.array(ends[:-1])
    inside = np.arange(len(terms)) - np.repeat(starts, np.diff(ends))
    blocks = np.flatnonzero(inside % BLOCK == 0)
    held = lengths[docs] if lengths is not None else np.zeros(len(docs), np.int64)
    encode = _Encoder(
        _differences(docs + first, blocks), docs + first, frequencies, blocks,
        np.minimum.reduceat(held, blocks), np.maximum.reduceat(held, blocks),
        _values(kind, begins, frequencies, places),
    )  # fmt: skip
    firsts = np.searchsorted(blocks, ends).tolist()
    for (start, end), (one, other) in zip(pairwise(ends), pairwise(firsts), strict=True):
        yield encode.term(keys[int(terms[start])], start, end, range(one, other))


def _ranked(keys: Sequence[bytes]) -> tuple[list[bytes], Ints]:
    """The keys ascending, each once, and for each given key its place there."""
    ordered = sorted(set(keys))
    places = {key: place for place, key in enumerate(ordered)}
    return ordered, np.array([places[key] for key in keys], np.int64)


def _by_term(flat: Flat, ranks: Ints) -> tuple[Ints, Ints, Ints]:
    """Each occurrence's term, passage and position, by term, then passage, then position."""
    starts = np.cumsum(flat.lengths) - flat.lengths
    terms = ranks[flat.ids]
    order = np.argsort(terms, kind="stable")
    docs = flat.docs
    places = np.arange(len(terms)) - starts[docs]
    return terms[order], docs[order], places[order]


def _begins(*columns: Ints) -> Ints:
    """Where a run of equal rows begins."""
    new = np.zeros(len(columns[0]), bool)
    new[0] = True
    for column in columns:
        new[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(new)


def _differences(docs: Ints, blocks: Ints) -> list[int]:
    """Each passage less the one before it; the first of a block itself."""
    differences = np.diff(docs, prepend=0)
    differences[blocks] = docs[blocks]
    return [*differences.tolist()]


Values = Callable[[int, int], Any]
"""Those of the postings from one place up to another, as Whoosh keeps them in a block."""


def _values(kind: PostingKind, begins: Ints, frequencies: Ints, places: Ints) -> Values:
    if kind == "presence":
        return lambda start, end: None
    if kind == "frequencies":
        packed = frequencies.astype(">u4").tobytes()
        return lambda start, end: packed[4 * start : 4 * end]
    encoded = [_position(place) for place in places[begins].tolist()]
    for at in np.flatnonzero(frequencies > 1).tolist():
        begin = int(begins[at])
        encoded[at] = _positions(tuple(places[begin : begin + int(frequencies[at])].tolist()))
    return lambda start, end: tuple(encoded[start:end])


@lru_cache(maxsize=2**16)
def _position(place: int) -> bytes:
    return _positions((place,))


@lru_cache(maxsize=2**16)
def _positions(places: tuple[int, ...]) -> bytes:
    return bytes(Positions().encode(places))


class _Encoder:
    """Blocks of one field's postings, all of which lie in the same arrays."""

    def __init__(
        self, differences: list[int], docs: Ints, frequencies: Ints, blocks: Ints,
        shortest: Ints, longest: Ints, values: Values,
    ) -> None:  # fmt: skip
        self._differences = differences
        self._docs = docs.tolist()
        self._weights = frequencies.astype(np.float64).tolist()
        self._starts = [*blocks.tolist(), len(docs)]
        self._least = np.minimum.reduceat(frequencies, blocks).tolist()
        self._most = np.maximum.reduceat(frequencies, blocks).tolist()
        self._shortest, self._longest = shortest.tolist(), longest.tolist()
        self._values = values

    def term(self, key: bytes, start: int, end: int, blocks: range) -> TermPostings:
        one = slice(blocks.start, blocks.stop)
        return TermPostings(
            key, sum(self._weights[start:end]), end - start,
            min(self._shortest[one]), max(self._longest[one]), float(max(self._most[one])),
            self._docs[start], self._docs[end - 1],
            tuple(map(self._block, blocks)),
        )  # fmt: skip

    def _block(self, at: int) -> bytes:
        start, end = self._starts[at], self._starts[at + 1]
        weights: float | tuple[float, ...] | None = None
        if self._least[at] != self._most[at]:
            weights = tuple(self._weights[start:end])
        elif self._most[at] != 1:
            weights = float(self._most[at])
        body = dumps(
            (tuple(self._differences[start:end]), weights, self._values(start, end)), _PICKLE
        )
        level = 1 if len(body) >= _WORTH_COMPRESSING else 0
        if level:
            body = zlib.compress(body, level)
        lengths = length_byte(self._shortest[at]), length_byte(self._longest[at])
        header = (end - start, self._docs[end - 1], float(self._most[at]), level, *lengths)
        return dumps(header, _PICKLE) + body


@lru_cache(maxsize=2**16)
def length_byte(length: int) -> int:
    """As Whoosh rounds a field's length to a byte."""
    return int(length_to_byte(length))
