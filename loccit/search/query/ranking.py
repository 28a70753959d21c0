"""What weighs in beside the words: where they stand, what the passage is, what was asked.

The factors are measured one by one: docs/accuracy.md.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from loccit.engines.query import KeywordTerm, Phrase, Preferred, Query, Term, all_of, any_of
from loccit.search.query.meaning import Highlight
from loccit.search.query.spelled_names import SpelledName

OPENING = 3.0
"""Of the passage that opens a document whose title has all the words."""
IN_ORDER = 1.05
"""Of a passage with two words that follow each other in the search, in that order, with at most
one between."""
AS_TYPED = 1.1
"""Of a passage with all the words just as they were typed, stop words among them."""
WHOLE_NAME = 1.2
"""Of a passage with the name that the whole search is a spelling of."""
ANSWERING = 1.2
"""Of a passage with a person, a place, a date or a number, where the search asks for one."""
CITING = 0.01
"""Of a passage that only cites a source with the words: it comes below those that have them."""
_SOURCE_SLOP = 8
"""Other words that may stand in a source between an author, a year and a title."""
_MOST_PAIRS = 12
_MOST_TYPED = 8
"""Words of a search that are looked for as typed."""
_QUESTIONS = {
    "who": re.compile(r"(?:by\s+)?who(?:m|se)?\b", re.IGNORECASE),
    "when": re.compile(
        r"when\b|(?:in\s+)?(?:what|which)\s+(?:year|date|day|month|century)\b", re.IGNORECASE
    ),
    "where": re.compile(
        r"where\b|(?:in\s+)?(?:what|which)\s+(?:country|city|town|place|state|village)\b",
        re.IGNORECASE,
    ),
    "how many": re.compile(
        r"how\s+(?:many|much|long|big|large|tall|high|deep|wide|old|far|fast|heavy|often|common)\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """What weighs in: the search's `words` as terms, in order, without stop words; the names that
    the whole of it spells; the question that it is, "" if none."""

    words: tuple[str, ...]
    names: tuple[KeywordTerm, ...] = ()
    question: str = ""
    typed: tuple[str, ...] = ()
    """All the words in order, with the stop words, where there are any."""

    @classmethod
    def of(
        cls, typed: str, marks: Iterable[Highlight], names: Sequence[SpelledName],
        in_order: tuple[str, ...] = (),
    ) -> Self:  # fmt: skip
        own = [mark for mark in marks if not mark.other]
        every = dict.fromkeys(term for mark in own for term in mark.terms)
        common = {term for mark in own for term in mark.common}
        words = tuple(term for term in every if term not in common) or tuple(every)
        whole = [each for each in names if each.spelling == " ".join(typed.split())]
        values = tuple(value for each in whole for value in each.values)
        return cls(words, values, asked(typed), in_order)

    def or_citing(self, query: Query) -> Query:
        """The query, or passages that cite a source with several of the words in that order."""
        if len(self.words) < 2:
            return query
        citing = Phrase("source", self.words, _SOURCE_SLOP)
        lowered = Preferred(citing, citing, CITING, "cites a source with the words")
        return any_of(query, lowered)

    def ranked(self, query: Query) -> Query:
        """The query, with what is preferred."""
        for by, factor, why in self._preferences():
            query = Preferred(query, by, factor, why)
        return query

    def _preferences(self) -> Iterator[tuple[Query, float, str]]:
        if self.words:
            opening = all_of(*(Term("opening", each) for each in self.words))
            yield opening, OPENING, "opens a document with that title"
        for pair in list(pairwise(self.words))[:_MOST_PAIRS]:
            yield Phrase("terms", pair, 1), IN_ORDER, f"{' '.join(pair)} in order"
        if len(self.typed) in range(2, _MOST_TYPED + 1):
            yield Phrase("terms", self.typed), AS_TYPED, "the words as typed"
        for name in self.names:
            yield name, WHOLE_NAME, f"the name {name.value}"
        if self.question:
            asked_for = KeywordTerm("answers", self.question)
            yield asked_for, ANSWERING, f"may answer {self.question}"


def asked(typed: str) -> str:
    """The question that a search is, by how it begins.

    >>> asked("When did it land?"), asked("how many came"), asked("whole numbers")
    ('when', 'how many', '')
    """
    opening = typed.lstrip(' "“¿(')
    return next((name for name, form in _QUESTIONS.items() if form.match(opening)), "")
