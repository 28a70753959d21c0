"""The names of an index, found by how any of their forms begins; case and accents ignored."""

from bisect import bisect_left
from collections.abc import Sequence
from heapq import nsmallest

from loccit.engines import analysis
from loccit.model.names import Name

_AFTER = "\U0010ffff"


class NameList:
    """Sorted by folded form, so that a prefix costs what it finds, not what there is."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = tuple(names)
        self._counts = [sum(form.count for form in name.forms) for name in self._names]
        pairs = sorted(
            (folded, at)
            for at, name in enumerate(self._names)
            for folded in {analysis.fold(each) for each in _forms(name)}
        )
        self._folded = [folded for folded, _ in pairs]
        self._at = [at for _, at in pairs]

    def beginning(self, prefix: str) -> tuple[Name, ...]:
        """Names with a form that begins with `prefix`, in the order given."""
        return tuple(self._names[at] for at in sorted(self._found(prefix)))

    def most(self, prefix: str, most: int) -> tuple[Name, ...]:
        """At most so many of them, those with the most mentions first, then by name."""
        best = nsmallest(most, self._found(prefix), self._rank)
        return tuple(self._names[at] for at in best)

    def _found(self, prefix: str) -> set[int]:
        folded = analysis.fold(prefix)
        first = bisect_left(self._folded, folded)
        last = bisect_left(self._folded, folded + _AFTER)
        return set(self._at[first:last])

    def _rank(self, at: int) -> tuple[int, str, str]:
        name = self._names[at]
        return -self._counts[at], name.name, name.type


def _forms(name: Name) -> tuple[str, ...]:
    return (name.name, *(form.form for form in name.forms))
