"""What reading a search asks of an index: its names, its words, a passage to compare with."""

from collections.abc import Sequence
from typing import Protocol

from engines.lexicon import Lexicon
from engines.schema import Name, Passage


class Vocabulary(Protocol):
    """Any open engine is one."""

    def names(self, prefix: str = "") -> Sequence[Name]: ...

    def lexicon(self) -> Lexicon: ...

    def passage(self, id: str) -> Passage | None: ...


class NoVocabulary:
    """That of an index without a passage."""

    def names(self, prefix: str = "") -> Sequence[Name]:
        return ()

    def lexicon(self) -> Lexicon:
        return Lexicon((), ())

    def passage(self, id: str) -> Passage | None:
        return None
