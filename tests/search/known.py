"""A small vocabulary to read searches with: four names, some words, one passage."""

from collections.abc import Sequence

from loccit.engines.lexicon import Lexicon
from loccit.model.documents import Passage
from loccit.model.names import Form, Name

NAMES = (
    Name("Islamic State", "organisation", (Form("ISIL", 3), Form("ISIS", 1))),
    Name("Idlib", "place", (Form("Idlib", 2),)),
    Name("Georgia", "place", (Form("Georgia", 1),)),
    Name("Georgia", "person", (Form("Georgia", 1),)),
)
WORDS = {"raid": 9, "raided": 2, "raids": 4, "syria": 7, "syrian": 8, "the": 20, "turkey": 5}


class Known:
    def names(self, prefix: str = "") -> Sequence[Name]:
        return NAMES

    def lexicon(self) -> Lexicon:
        return Lexicon(tuple(WORDS), tuple(WORDS.values()))

    def passage(self, id: str) -> Passage | None:
        document, _, number = id.rpartition("#")
        if number != "3":
            return None
        return Passage(id, document, 3, "", 0, "", "", "The raid on Turkey")
