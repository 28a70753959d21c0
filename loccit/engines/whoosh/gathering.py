"""What a run of passages is indexed under, gathered as arrays: one column for each field."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loccit.engines import field_table
from loccit.engines.field_table import Indexed

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Flat:
    """A field of a run of passages: its i-th passage has `lengths[i]` of the `ids`, in order.

    `values[id]` is what an id stands for, in the order in which the values were met.
    """

    values: list[str]
    ids: Ints
    lengths: Ints

    @classmethod
    def joined(cls, flats: Sequence["Flat"]) -> "Flat":
        """Of the runs one after another."""
        known: dict[str, int] = {}
        ids = []
        for flat in flats:
            new = [known.setdefault(value, len(known)) for value in flat.values]
            ids.append(np.array(new, np.int64)[flat.ids] if new else flat.ids)
        lengths = np.concatenate([flat.lengths for flat in flats])
        return cls(list(known), np.concatenate(ids), lengths)

    @property
    def docs(self) -> Ints:
        """The passage of each of `ids`."""
        return np.repeat(np.arange(len(self.lengths)), self.lengths)


class _Gathered:
    def __init__(self) -> None:
        self._known: defaultdict[str, int] = defaultdict()
        self._known.default_factory = self._known.__len__
        self._ids: list[int] = []
        self._docs: list[int] = []
        self._counts: list[int] = []

    def add(self, doc: int, values: Sequence[str]) -> None:
        known = self._known
        self._ids += [known[value] for value in values]
        self._docs.append(doc)
        self._counts.append(len(values))

    def flat(self, size: int) -> Flat:
        lengths = np.zeros(size, np.int64)
        lengths[self._docs] = self._counts
        return Flat(list(self._known), np.array(self._ids, np.int64), lengths)


class Gathering:
    """Numbers are gathered as their digits."""

    def __init__(self) -> None:
        self._fields = {row.name: _Gathered() for row in field_table.FIELDS}
        self._size = 0

    def add(self, indexed: Indexed) -> None:
        for text, terms in indexed.texts.items():
            self._fields[text].add(self._size, terms)
        for keyword, values in indexed.keywords.items():
            self._fields[keyword].add(self._size, values)
        for name, numbers in indexed.numbers.items():
            self._fields[name].add(self._size, list(map(str, numbers)))
        self._size += 1

    def flats(self) -> dict[str, Flat]:
        return {name: each.flat(self._size) for name, each in self._fields.items()}
