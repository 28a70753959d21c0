"""Columns: what sorting, ranges, lengths and facets need of every passage, as numpy arrays.

Made when a generation is written and read whole when it is opened: a few bytes a passage for each
field, so that no search reads stored passages beyond its page.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from loccit.engines import analysis, field_table
from loccit.engines.engine import FacetCounts, FacetRequest
from loccit.engines.errors import IndexDamaged
from loccit.engines.sealing import Sealed
from loccit.engines.whoosh.gathering import Flat

Docs = NDArray[np.int64]
Lengths = NDArray[np.int32]
_FEW = 8
"""Where fewer than one passage in so many matches, values are gathered passage by passage."""
_SPARSE = 8
"""Where there are that many times more values than what is counted, those met are sorted rather
than all counted."""
UNDATED = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class _Counts:
    """`counts[i]` passages have the value of `ids[i]`; `ids` ascend, and none is counted 0."""

    ids: Docs
    counts: Docs

    def of(self, ids: Docs) -> "_Counts":
        """Those of `ids`, which ascend, that are counted."""
        which = np.flatnonzero(np.isin(self.ids, ids, assume_unique=True))
        return _Counts(self.ids[which], self.counts[which])


def _having(counts: Docs) -> _Counts:
    ids = np.flatnonzero(counts)
    return _Counts(ids, counts[ids])


@dataclass(frozen=True)
class FacetColumn:
    """A field of several values a passage: passage d has those of `ids[starts[d]:starts[d + 1]]`.

    `docs[i]` is the passage of `ids[i]`, and `values[id]` what an id stands for; they ascend.
    """

    starts: NDArray[np.int32]
    docs: NDArray[np.int32]
    ids: NDArray[np.int32]
    values: list[str]

    @cached_property
    def totals(self) -> Docs:
        """How many passages have each value."""
        return np.bincount(self.ids, minlength=len(self.values)).astype(np.int64)

    @cached_property
    def _folded(self) -> list[str]:
        return [analysis.fold(value) for value in self.values]

    def place(self, value: str) -> int:
        """The id of a value; -1 for one that no passage has."""
        at = bisect_left(self.values, value)
        return at if at < len(self.values) and self.values[at] == value else -1

    def places(self, values: Iterable[str]) -> Docs:
        """The ids of those values that some passage has."""
        known = sorted({at for value in values if (at := self.place(value)) >= 0})
        return np.array(known, np.int64)

    def facet(self, asked: FacetRequest, docs: Docs) -> FacetCounts:
        """As was asked for, over the passages `docs` (ascending)."""
        every = self._counts(docs)
        fitting = every
        if asked.only is not None:
            fitting = fitting.of(self.places(asked.only))
        if asked.containing:
            fitting = fitting.of(self._containing(fitting.ids, asked.containing))
        shown = self._most(fitting, asked.most)
        if asked.among:
            among = every.of(self.places(asked.among))
            for at, count in zip(among.ids.tolist(), among.counts.tolist(), strict=True):
                shown.setdefault(self.values[at], count)
        return FacetCounts(shown, len(fitting.ids), len(docs))

    def _containing(self, fitting: Docs, containing: Sequence[str]) -> Docs:
        sought = [analysis.fold(each) for each in containing]
        folded = self._folded
        return np.array(
            [at for at in fitting.tolist() if any(each in folded[at] for each in sought)], np.int64
        )

    def _most(self, fitting: _Counts, most: int) -> dict[str, int]:
        """The most frequent with their counts, then by value, without sorting the others."""
        if most <= 0:
            return {}
        ids, counts = fitting.ids, fitting.counts
        if most < len(ids):
            edge = np.partition(counts, len(ids) - most)[len(ids) - most]
            above, at = np.flatnonzero(counts > edge), np.flatnonzero(counts == edge)
            kept = np.concatenate((above, at[: most - len(above)]))
            ids, counts = ids[kept], counts[kept]
        order = np.lexsort((ids, -counts))
        values = map(self.values.__getitem__, ids[order].tolist())
        return dict(zip(values, counts[order].tolist(), strict=True))

    def _counts(self, docs: Docs) -> _Counts:
        """How many of the passages have each value, of those that one has."""
        size = len(self.starts) - 1
        if len(docs) == size:
            return self._all
        ids = self.ids[self._pairs(docs, size)]
        if len(ids) * _SPARSE < len(self.values):
            ordered = np.sort(ids).astype(np.int64)
            begins = np.flatnonzero(np.diff(ordered, prepend=-1))
            return _Counts(ordered[begins], np.diff(begins, append=len(ordered)))
        return _having(np.bincount(ids, minlength=len(self.values)))

    @cached_property
    def _all(self) -> _Counts:
        return _having(self.totals)

    def _pairs(self, docs: Docs, size: int) -> NDArray[np.bool_] | Docs:
        """Which of `ids` belong to `docs`: by their ranges if few, else by a mask."""
        if len(docs) * _FEW > size:
            mask = np.zeros(size, bool)
            mask[docs] = True
            return mask[self.docs]
        first = self.starts[docs]
        lengths = self.starts[docs + 1] - first
        before = np.cumsum(lengths) - lengths
        pairs = np.repeat(first - before, lengths)
        pairs += np.arange(len(pairs))
        return pairs


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """A field of numbers: passage `docs[i]` has `values[i]`; `docs` ascend."""

    docs: Lengths
    values: Docs


@dataclass(frozen=True)
class Columns:
    """`lengths` are numbers of terms; `first_day` is UNDATED and `first_seen` 0 where there is
    none. `words_counts[i]` passages have `words[i]`, unstemmed.
    """

    lengths: Mapping[str, Lengths]
    numbers: Mapping[str, NumberColumn]
    facets: Mapping[str, FacetColumn]
    first_day: Docs
    first_seen: Docs
    number: Docs
    """Of each passage in its document."""
    words: list[str]
    words_counts: Lengths
    sampled: frozenset[str] = frozenset()
    """The documents whose passages don't follow each other in their text."""

    def headings(self, docs: Docs) -> Docs:
        """The heading of each of the passages, as its place among the values; -1 for none."""
        column = self.facets["heading"]
        places = np.append(column.ids, -1)
        first = column.starts[docs]
        held = column.starts[docs + 1] > first
        return np.where(held, places[first], -1)

    @property
    def owners(self) -> NDArray[np.int32]:
        """Each passage's document, as its place among the documents by id."""
        return self.facets["document"].ids

    @cached_property
    def beside(self) -> tuple[Docs, Docs]:
        """The passage before and the one after each in its document, so many as there are
        passages where there is none; none in a sample of a document."""
        size = len(self.number)
        order = np.argsort(self.ranks)
        owners = self.owners[order]
        whole = np.array([each not in self.sampled for each in self.facets["document"].values])
        joined = (owners[1:] == owners[:-1]) & whole[owners][1:]
        before, after = np.full(size, size), np.full(size, size)
        before[order[1:][joined]] = order[:-1][joined]
        after[order[:-1][joined]] = order[1:][joined]
        return before, after

    @cached_property
    def ranks(self) -> Docs:
        """Each passage's place in the order of documents, then of numbers.

        By columns, so that passages may be kept in any order.
        """
        order = np.lexsort((self.number, self.owners))
        ranks = np.empty(len(order), np.int64)
        ranks[order] = np.arange(len(order))
        return ranks


def write(path: Path, flats: Mapping[str, Flat], words: Sequence[tuple[bytes, int]]) -> None:
    """The columns of all passages, and the list of unstemmed words with their frequencies."""
    arrays: dict[str, Any] = {
        f"length_{row.name}": flats[row.name].lengths.astype(np.int32)
        for row in field_table.texts()
    }
    for row in field_table.numbers():
        flat = flats[row.name]
        numbers = np.array([int(value) for value in flat.values], np.int64)
        arrays[f"{row.name}_docs"] = flat.docs.astype(np.int32)
        arrays[f"{row.name}_values"] = numbers[flat.ids] if len(numbers) else numbers
    for row in field_table.facets():
        flat = flats[row.name]
        values, ranks = _ascending([value.replace("\n", " ") for value in flat.values])
        arrays[f"facet_{row.name}_lengths"] = flat.lengths.astype(np.int32)
        arrays[f"facet_{row.name}_ids"] = ranks[flat.ids]
        text = "\n".join(values)
        arrays[f"facet_{row.name}_names"] = _bytes(text.encode("utf-8", "surrogatepass"))
    arrays["words"] = _bytes(b"\n".join(word for word, _ in words))
    arrays["words_counts"] = np.array([count for _, count in words], np.int32)
    np.savez(path, **arrays)


def _ascending(values: list[str]) -> tuple[list[str], NDArray[np.int32]]:
    """The values in order, and for each given one its place there."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = np.empty(len(values), np.int32)
    ranks[order] = np.arange(len(values), dtype=np.int32)
    return [values[at] for at in order], ranks


def _bytes(text: bytes) -> NDArray[np.uint8]:
    return np.frombuffer(text, np.uint8)


def read(sealed: Sealed, name: str) -> Columns:
    """The columns of all passages; raises IndexDamaged."""
    content = sealed.read(name)
    try:
        with np.load(BytesIO(content), allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        return _columns(arrays, sealed.manifest.passages)
    except Exception as error:  # arrays that aren't ours raise whatever they happen to mean
        raise IndexDamaged(sealed.folder.parent, f"its file {name} can't be read") from error


def _columns(arrays: dict[str, Any], size: int) -> Columns:
    numbers = {
        row.name: NumberColumn(arrays[f"{row.name}_docs"], arrays[f"{row.name}_values"])
        for row in field_table.numbers()
    }
    lengths: dict[str, Lengths] = {
        row.name: arrays[f"length_{row.name}"] for row in field_table.texts()
    }
    if len(lengths["terms"]) != size:
        raise ValueError("lengths are not those of the passages")
    counts = arrays["words_counts"]
    return Columns(
        lengths=lengths,
        numbers=numbers,
        facets={row.name: _facet(arrays, row.name) for row in field_table.facets()},
        first_day=_one_each(numbers["first_day"], size, UNDATED),
        first_seen=_one_each(numbers["first_seen"], size, 0),
        number=_one_each(numbers["number"], size, 0),
        words=arrays["words"].tobytes().decode("utf-8").split("\n") if len(counts) else [],
        words_counts=counts,
    )


def _one_each(column: NumberColumn, size: int, missing: int) -> Docs:
    """The single value that each passage has of the field."""
    values = np.full(size, missing, np.int64)
    values[column.docs] = column.values
    return values


def _facet(arrays: dict[str, Any], name: str) -> FacetColumn:
    text = arrays[f"facet_{name}_names"].tobytes().decode("utf-8", "surrogatepass")
    lengths = arrays[f"facet_{name}_lengths"]
    starts = np.concatenate(([0], np.cumsum(lengths))).astype(np.int32)
    docs = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    return FacetColumn(starts, docs, arrays[f"facet_{name}_ids"], text.split("\n"))
