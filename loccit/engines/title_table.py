"""The documents of an index, found by how any word of their titles or ids begins."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from loccit.engines.beginnings import Beginnings, folded
from loccit.model.documents import Document


class TitleTable:
    """`passages` are how many each document has, by its id."""

    def __init__(self, documents: Sequence[Document], passages: Mapping[str, int]) -> None:
        self._ranked = sorted(documents, key=lambda each: (-passages.get(each.id, 0), each.id))

    def most(self, begun: str, most: int, nearly: bool = False) -> tuple[Document, ...]:
        """At most so many of which `begun` begins at a word of the title or the id: those with
        the most passages first, then by id. With `nearly`, one letter of it may be mistyped."""
        if not folded(begun):
            return tuple(self._ranked[: max(0, most)])
        find = self._beginnings.nearly if nearly else self._beginnings.best
        return tuple(self._ranked[at] for at in find(begun, most))

    @cached_property
    def _beginnings(self) -> Beginnings:
        return Beginnings(
            (text, at) for at, each in enumerate(self._ranked) for text in (each.title, each.id)
        )
