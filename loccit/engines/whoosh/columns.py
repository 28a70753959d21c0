"""Columns: what sorting, ranges, lengths and facets need of every passage, as numpy arrays.

Made when a generation is written and read whole when it is opened: a few bytes a passage for each
field, so that no search reads stored passages beyond its page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from loccit.engines.counts import Counts
from loccit.engines.errors import IndexDamaged
from loccit.engines.field_table import TEXT_FIELDS, FacetField, IntegerField, TextField
from loccit.engines.whoosh.gathering import Flat

Docs = NDArray[np.int64]
Lengths = NDArray[np.int32]
_FEW = 8
"""Where fewer than one passage in so many matches, values are gathered passage by passage."""
UNDATED = np.iinfo(np.int64).max
FACETS: tuple[FacetField, ...] = get_args(FacetField)


@dataclass(frozen=True)
class Values:
    """A field of several values a passage: passage d has those of `ids[starts[d]:starts[d + 1]]`.

    `docs[i]` is the passage of `ids[i]`, and `values[id]` what an id stands for.
    """

    starts: NDArray[np.int32]
    docs: NDArray[np.int32]
    ids: NDArray[np.int32]
    values: list[str]

    @cached_property
    def _totals(self) -> Docs:
        return np.bincount(self.ids, minlength=len(self.values)).astype(np.int64)

    def counts(self, docs: Docs) -> Counts:
        """How many of the passages `docs` (ascending) have each value."""
        size = len(self.starts) - 1
        if len(docs) == size:
            return Counts(self.values, self._totals)
        counted = np.bincount(self.ids[self._pairs(docs, size)], minlength=len(self.values))
        return Counts(self.values, counted)

    def _pairs(self, docs: Docs, size: int) -> NDArray[np.bool_] | Docs:
        """Which of `ids` belong to `docs`: by their ranges if few, else by a mask."""
        if len(docs) * _FEW > size:
            mask = np.zeros(size, bool)
            mask[docs] = True
            return mask[self.docs]
        lengths = self.starts[docs + 1] - self.starts[docs]
        first = np.repeat(self.starts[docs] - np.cumsum(lengths) + lengths, lengths)
        return first + np.arange(len(first))


@dataclass(frozen=True, slots=True)
class Integers:
    """A field of integers: passage `docs[i]` has `values[i]`; `docs` ascend."""

    docs: Lengths
    values: Docs


@dataclass(frozen=True, slots=True)
class Columns:
    """`lengths` are numbers of terms; `first_day` is UNDATED and `added` 0 where there is none.

    `words_counts[i]` passages have `words[i]`, unstemmed.
    """

    lengths: Mapping[TextField, Lengths]
    integers: dict[IntegerField, Integers]
    facets: dict[FacetField, Values]
    first_day: Docs
    added: Docs
    words: list[str]
    words_counts: Lengths


def write(path: Path, flats: Mapping[str, Flat], words: Sequence[tuple[bytes, int]]) -> None:
    """The columns of all passages, and the list of unstemmed words with their frequencies."""
    arrays: dict[str, Any] = {
        f"length_{field}": flats[field].lengths.astype(np.int32) for field in TEXT_FIELDS
    }
    for field in get_args(IntegerField):
        flat = flats[field]
        numbers = np.array([int(value) for value in flat.values], np.int64)
        arrays[f"{field}_docs"] = flat.docs.astype(np.int32)
        arrays[f"{field}_values"] = numbers[flat.ids] if len(numbers) else numbers
    for facet in FACETS:
        flat = flats[facet]
        values, ranks = _ascending([value.replace("\n", " ") for value in flat.values])
        arrays[f"facet_{facet}_lengths"] = flat.lengths.astype(np.int32)
        arrays[f"facet_{facet}_ids"] = ranks[flat.ids]
        text = "\n".join(values)
        arrays[f"facet_{facet}_names"] = _bytes(text.encode("utf-8", "surrogatepass"))
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


def read(path: Path, size: int) -> Columns:
    """The columns of `size` passages; raises IndexDamaged."""
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        return _columns(arrays, size)
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise IndexDamaged(path.parent.parent, f"{path.name} can't be read") from error
    except Exception as error:  # zipfile's own error class is no ValueError
        raise IndexDamaged(path.parent.parent, f"{path.name} is damaged") from error


def _columns(arrays: dict[str, Any], size: int) -> Columns:
    integers: dict[IntegerField, Integers] = {
        field: Integers(arrays[f"{field}_docs"], arrays[f"{field}_values"])
        for field in get_args(IntegerField)
    }
    first_day = _one_each(integers["first_day"], size, UNDATED)
    added = _one_each(integers["added"], size, 0)
    lengths: dict[TextField, Lengths] = {field: arrays[f"length_{field}"] for field in TEXT_FIELDS}
    if len(lengths["terms"]) != size:
        raise ValueError("lengths are not those of the passages")
    facets: dict[FacetField, Values] = {facet: _values(arrays, facet) for facet in FACETS}
    counts = arrays["words_counts"]
    words = arrays["words"].tobytes().decode("utf-8").split("\n") if len(counts) else []
    return Columns(lengths, integers, facets, first_day, added, words, counts)


def _one_each(field: Integers, size: int, missing: int) -> Docs:
    """The single value that each passage has of the field."""
    found = np.full(size, missing, np.int64)
    found[field.docs] = field.values
    return found


def _values(arrays: dict[str, Any], facet: FacetField) -> Values:
    text = arrays[f"facet_{facet}_names"].tobytes().decode("utf-8", "surrogatepass")
    lengths = arrays[f"facet_{facet}_lengths"]
    starts = np.concatenate(([0], np.cumsum(lengths))).astype(np.int32)
    docs = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    return Values(starts, docs, arrays[f"facet_{facet}_ids"], text.split("\n"))
