"""What reading a search asks of an index: its names, its words, a passage to compare with."""

from collections.abc import Callable, Sequence
from typing import Protocol

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Expansion
from loccit.model.addresses import Address
from loccit.model.documents import Passage
from loccit.model.names import Name
from loccit.search.query.meaning import Unread

MOST_EXPANSIONS = 1000
"""Words that all wildcards and fuzzy words of one search stand for together."""
MOST_NAMES = 50
"""Names that one form may stand for."""


class Vocabulary(Protocol):
    """Any open engine is one."""

    def named(self, form: str, most: int) -> tuple[Name, ...]: ...

    def words_matching(self, pattern: str, most: int) -> Expansion: ...

    def words_near(self, word: str, distance: int, most: int) -> Expansion: ...

    def frequencies(
        self, field: str, values: Sequence[str], until: Deadline
    ) -> tuple[int, ...]: ...

    def passage(self, address: Address, until: Deadline) -> Passage | None: ...


class NoVocabulary:
    """That of an index without a passage."""

    def named(self, form: str, most: int) -> tuple[Name, ...]:
        return ()

    def words_matching(self, pattern: str, most: int) -> Expansion:
        return Expansion((), (), False)

    def words_near(self, word: str, distance: int, most: int) -> Expansion:
        return Expansion((), (), False)

    def frequencies(self, field: str, values: Sequence[str], until: Deadline) -> tuple[int, ...]:
        return (0,) * len(values)

    def passage(self, address: Address, until: Deadline) -> Passage | None:
        return None


class Lookup:
    """Looks things up for one search, within its limits."""

    def __init__(self, vocabulary: Vocabulary, until: Deadline) -> None:
        self._vocabulary = vocabulary
        self._until = until
        self._left = MOST_EXPANSIONS
        self._having: dict[tuple[str, str], int] = {}

    def named(self, form: str) -> tuple[Name, ...]:
        return self._vocabulary.named(form, MOST_NAMES)

    def wild(self, pattern: str) -> Expansion:
        return self._expanded(lambda most: self._vocabulary.words_matching(pattern, most))

    def fuzzy(self, word: str, distance: int) -> Expansion:
        return self._expanded(lambda most: self._vocabulary.words_near(word, distance, most))

    def _expanded(self, expand: Callable[[int], Expansion]) -> Expansion:
        """Raises Unread where no time is left."""
        if self._until.over:
            raise Unread("the search ran out of time before this part was looked up")
        expansion = expand(self._left)
        self._left -= len(expansion.words)
        return expansion

    def frequencies(self, words: Sequence[str]) -> dict[str, int]:
        """How many passages have each of the unstemmed words."""
        counts = self._vocabulary.frequencies("words", words, self._until)
        return dict(zip(words, counts, strict=True))

    def having(self, field: str, value: str) -> int:
        """How many passages have the value, 0 where no time is left to find out."""
        if (field, value) not in self._having:
            try:
                counts = self._vocabulary.frequencies(field, (value,), self._until)
            except OutOfTime:
                return 0
            self._having[field, value] = counts[0]
        return self._having[field, value]

    def passage(self, address: Address) -> Passage | None:
        return self._vocabulary.passage(address, self._until)
