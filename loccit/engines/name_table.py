"""The names of an index, found by how any word of their forms begins; case and accents ignored."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from loccit.engines import analysis
from loccit.engines.beginnings import Beginnings, folded
from loccit.engines.engine import NameList
from loccit.model.mentions import EntityType
from loccit.model.names import Name

_AFTER = "\U0010ffff"


class NameTable:
    """Sorted by folded form, so that a prefix costs what it finds, not what there is."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = tuple(names)
        self._place = {(name.type, name.name): at for at, name in enumerate(self._names)}
        pairs = sorted(
            (folded, at)
            for at, name in enumerate(self._names)
            for folded in {analysis.fold(form) for form in name.spellings}
        )
        self._folded = [folded for folded, _ in pairs]
        self._at = [at for _, at in pairs]

    def of(self, type: EntityType, name: str) -> Name | None:
        at = self._place.get((type, name))
        return None if at is None else self._names[at]

    def beginning(self, prefix: str, first: int, most: int) -> NameList:
        """Names with a form that begins with `prefix`, in the order given."""
        folded = analysis.fold(prefix)
        places = sorted(self._between(folded, folded + _AFTER))
        shown = places[first : first + most]
        return NameList(tuple(self._names[at] for at in shown), len(places))

    def most(
        self, begun: str, most: int, types: Sequence[EntityType] = (), nearly: bool = False
    ) -> tuple[Name, ...]:
        """At most so many names with a form in which `begun` begins at a word, of these types if
        any are given: those with the most mentions first, then by name. With `nearly`, one letter
        of it may be mistyped."""
        among = np.isin(self._types, types) if types else np.ones(len(self._names), np.bool_)
        if not folded(begun):
            places = [int(at) for at in np.flatnonzero(among)[: max(0, most)]]
        elif nearly:
            places = self._beginnings.nearly(begun, most, among)
        else:
            places = self._beginnings.best(begun, most, among)
        return tuple(self._ranked[at] for at in places)

    def having(self, form: str, most: int) -> tuple[Name, ...]:
        """At most so many names with just this form, in the order given."""
        folded = analysis.fold(form)
        places = sorted(self._between(folded, folded + "\0"))
        return tuple(self._names[at] for at in places[:most])

    def _between(self, low: str, high: str) -> set[int]:
        first = bisect_left(self._folded, low)
        return set(self._at[first : bisect_left(self._folded, high, first)])

    @cached_property
    def _ranked(self) -> list[Name]:
        return sorted(self._names, key=lambda name: (-name.mentions, name.name, name.type))

    @cached_property
    def _types(self) -> np.ndarray[tuple[int], np.dtype[np.str_]]:
        return np.array([name.type for name in self._ranked], np.str_)

    @cached_property
    def _beginnings(self) -> Beginnings:
        return Beginnings(
            (form, at)
            for at, name in enumerate(self._ranked)
            for form in dict.fromkeys(name.spellings)
        )
