"""A small vocabulary to read searches with: four names, some words, one passage."""

from collections.abc import Sequence

from loccit.engines.deadline import Deadline
from loccit.engines.engine import Expansion
from loccit.engines.lexicon import Lexicon
from loccit.engines.name_table import NameTable
from loccit.model.addresses import Address
from loccit.model.documents import Passage
from loccit.model.names import Form, Name

NAMES = NameTable(
    (
        Name("Islamic State", "organisation", (Form("ISIL", 3), Form("ISIS", 1))),
        Name("Idlib", "place", (Form("Idlib", 2),)),
        Name("Georgia", "place", (Form("Georgia", 1),)),
        Name("Georgia", "person", (Form("Georgia", 1),)),
    )
)
WORDS = {"raid": 9, "raided": 2, "raids": 4, "syria": 7, "syrian": 8, "the": 20, "turkey": 5}
LEXICON = Lexicon(tuple(WORDS), tuple(WORDS.values()))


class Known:
    def named(self, form: str, most: int) -> tuple[Name, ...]:
        return NAMES.having(form, most)

    def words_matching(self, pattern: str, most: int) -> Expansion:
        return LEXICON.matching(pattern, most)

    def words_near(self, word: str, distance: int, most: int) -> Expansion:
        return LEXICON.near(word, distance, most)

    def frequencies(self, field: str, values: Sequence[str], until: Deadline) -> tuple[int, ...]:
        return tuple(WORDS.get(value, 0) if field == "words" else 0 for value in values)

    def passage(self, address: Address, until: Deadline) -> Passage | None:
        if address.number != 3:
            return None
        return Passage(str(address), address.document, 3, "", 0, "", "", "The raid on Turkey")
