"""The documents of an index, by title, and found by how any word of their titles or ids begins."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from loccit.engines import analysis
from loccit.engines.beginnings import Beginnings, folded
from loccit.engines.engine import DocumentList
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

    def by_title(self, containing: str, first: int, most: int) -> DocumentList:
        """At most so many by their titles, then by id, from the `first`; of those whose title or
        id holds the text."""
        sought = analysis.fold(containing)
        holding = [each for folded, each in self._by_title if sought in folded]
        return DocumentList(tuple(holding[first : first + max(0, most)]), len(holding))

    @cached_property
    def _by_title(self) -> list[tuple[str, Document]]:
        """Each with its folded title and id."""
        folded = [(analysis.fold(f"{each.title}\n{each.id}"), each) for each in self._ranked]
        return sorted(folded, key=lambda pair: (pair[0].partition("\n")[0], pair[1].id))

    @cached_property
    def _beginnings(self) -> Beginnings:
        return Beginnings(
            (text, at) for at, each in enumerate(self._ranked) for text in (each.title, each.id)
        )
