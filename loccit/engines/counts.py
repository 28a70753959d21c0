"""How many passages have each value of a field: a mapping over arrays, read as it is needed."""

from collections.abc import ItemsView, Iterator, Mapping, Sequence, ValuesView
from functools import cached_property

import numpy as np
from numpy.typing import NDArray


class Counts(Mapping[str, int]):
    """`counted[i]` passages have `values[i]`, ascending; values that none has are not there."""

    def __init__(self, values: Sequence[str], counted: NDArray[np.int64]) -> None:
        self._values = values
        self._counted = counted
        self._there = np.flatnonzero(counted)

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> "Counts":
        values = sorted(counts)
        return cls(values, np.array([counts[value] for value in values], np.int64))

    def most(self, most: int) -> tuple[tuple[str, int], ...]:
        """The most frequent values with their counts, then by value; at most so many.

        >>> Counts(["a", "b", "c", "d"], np.array([2, 2, 0, 3])).most(2)
        (('d', 3), ('a', 2))
        """
        there = self._there
        if 0 < most < len(there):
            counted = self._counted[there]
            edge = np.partition(counted, len(there) - most)[len(there) - most]
            above = there[counted > edge]
            there = np.concatenate((above, there[counted == edge][: most - len(above)]))
        pairs = [(self._values[at], int(self._counted[at])) for at in there.tolist()]
        return tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[: max(0, most)])

    def beside(self, whole: "Counts") -> tuple[list[str], NDArray[np.int64], NDArray[np.int64]]:
        """The values that are there, their counts here, and their counts in `whole`."""
        values = [self._values[at] for at in self._there.tolist()]
        here = self._counted[self._there]
        if whole._values is self._values:
            return values, here, whole._counted[self._there]
        return values, here, np.array([whole.get(value, 0) for value in values], np.int64)

    @cached_property
    def _dict(self) -> dict[str, int]:
        return {self._values[at]: int(self._counted[at]) for at in self._there.tolist()}

    def __getitem__(self, value: str) -> int:
        return self._dict[value]

    def items(self) -> ItemsView[str, int]:
        return self._dict.items()

    def values(self) -> ValuesView[int]:
        return self._dict.values()

    def __iter__(self) -> Iterator[str]:
        return iter(self._dict)

    def __len__(self) -> int:
        return len(self._there)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and self._dict == dict(other)

    __hash__ = None  # type: ignore[assignment]
