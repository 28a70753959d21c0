"""What reading a search asks of an index: its names, its words, a passage to compare with."""

from collections.abc import Sequence
from typing import Protocol

from loccit.engines.lexicon import Lexicon
from loccit.model.documents import Passage
from loccit.model.names import Name


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
