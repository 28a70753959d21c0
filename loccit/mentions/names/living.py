"""Names of species, genera and orders, which are no names here: told by the words around them."""

import re
from collections.abc import Iterator, Sequence

from loccit.mentions.names import words
from loccit.mentions.names.spans import Span

_RANKED = re.compile(rf"(?:\b(?:{words.RANKS})s?\b[\s—–:(]+(?:[A-Z]\w+(?:, | and |, and ))*\Z)")
_LIVING = re.compile(rf"\b(?:{words.LIVING})\b")
_RANK_BEHIND = re.compile(
    rf"(?: (?:is|are|was|were) (?:an?|the) (?:[\w-]+ ){{0,2}}| )(?:{words.RANKS})s?\b"
    r"| [a-z]{3,}(?:us|um|is|a|ii|ae|ens|oides)\b(?=[^.]{0,200}\bspecies\b)"
)
"""Which words say that a name is one of a kind of living things."""


def ranked(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """The names among the spans that are of a kind of living things.

    >>> list(ranked("The genus Selkirkia has two species.", [(10, 19, "person")]))
    ['Selkirkia']
    """
    if not _LIVING.search(text):
        return
    for start, end, type in spans:
        one_word = type != "group" and text[start:end].isalpha()
        before = text[max(0, start - 60) : start]
        if one_word and (_RANKED.search(before) or _RANK_BEHIND.match(text, end)):
            yield text[start:end]
