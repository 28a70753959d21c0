"""Columns: what sorting, ranges, lengths and facets need of every passage, as numpy arrays.

Built while writing and read whole when a generation is opened: a few bytes a passage for each
field, so that no search reads stored passages beyond its page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from engines.counts import Counts
from engines.errors import IndexDamaged
from engines.fields import Fields
from engines.schema import TEXT_FIELDS, FacetField, IntegerField, TextField

Docs = NDArray[np.int64]
_FEW = 8
"""Where fewer than one passage in so many matches, values are gathered passage by passage."""
UNDATED = np.iinfo(np.int64).max
FACETS: tuple[FacetField, ...] = get_args(FacetField)


@dataclass(frozen=True)
class Values:
    """A field of several values a passage: passage d has those of `ids[starts[d]:starts[d + 1]]`.

    `docs[i]` is the passage of `ids[i]`, and `values[id]` what an id stands for.
    """

    starts: Docs
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
    """A field of integers: passage `docs[i]` has `values[i]`."""

    docs: Docs
    values: Docs


@dataclass(frozen=True, slots=True)
class Columns:
    """`lengths` are numbers of terms; `first_day` is UNDATED where there is none."""

    lengths: Mapping[TextField, Docs]
    integers: dict[IntegerField, Integers]
    facets: dict[FacetField, Values]
    first_day: Docs


class Collector:
    """Gathers the columns as passages are written, in the order of their document numbers."""

    def __init__(self) -> None:
        self._lengths: dict[str, list[int]] = {field: [] for field in TEXT_FIELDS}
        self._pairs: dict[str, tuple[list[int], list[int]]] = {}
        self._values: dict[str, dict[str, int]] = {field: {} for field in FACETS}
        self.size = 0

    def add(self, fields: Fields) -> None:
        for field in TEXT_FIELDS:
            self._lengths[field].append(len(fields.texts.get(field, ())))
        for name, numbers in fields.integers.items():
            self._pair(name, numbers)
        for facet in FACETS:
            values = fields.facet(facet)
            known = self._values[facet]
            self._pair(f"facet_{facet}", [known.setdefault(v, len(known)) for v in values])
        self.size += 1

    def _pair(self, name: str, values: Iterable[int]) -> None:
        docs, kept = self._pairs.setdefault(name, ([], []))
        for value in values:
            docs.append(self.size)
            kept.append(value)

    def write(self, path: Path) -> None:
        arrays: dict[str, Any] = {
            f"length_{field}": np.array(lengths, np.int64)
            for field, lengths in self._lengths.items()
        }
        for name, (docs, values) in self._pairs.items():
            arrays[f"{name}_docs"] = np.array(docs, np.int64)
            arrays[f"{name}_values"] = np.array(values, np.int64)
        for facet, known in self._values.items():
            text = "\n".join(value.replace("\n", " ") for value in known)
            arrays[f"facet_{facet}_names"] = np.frombuffer(
                text.encode("utf-8", "surrogatepass"), np.uint8
            )
        np.savez(path, **arrays)


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
        if f"{field}_docs" in arrays
    }
    first_day = np.full(size, UNDATED, np.int64)
    if "first_day" in integers:
        first_day[integers["first_day"].docs] = integers["first_day"].values
    lengths: dict[TextField, Docs] = {field: arrays[f"length_{field}"] for field in TEXT_FIELDS}
    if len(lengths["terms"]) != size:
        raise ValueError("lengths are not those of the passages")
    facets = {
        facet: _values(arrays, facet, size) for facet in FACETS if f"facet_{facet}_docs" in arrays
    }
    return Columns(lengths, integers, facets, first_day)


def _values(arrays: dict[str, Any], facet: FacetField, size: int) -> Values:
    text = arrays[f"facet_{facet}_names"].tobytes().decode("utf-8", "surrogatepass")
    docs, ids = (arrays[f"facet_{facet}_{each}"].astype(np.int32) for each in ("docs", "values"))
    starts = np.searchsorted(docs, np.arange(size + 1)).astype(np.int64)
    return Values(starts, docs, ids, text.split("\n"))
