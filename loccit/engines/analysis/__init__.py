"""Text to terms: done once, here, so that every engine indexes the same terms.

`chunks` finds stretches that hold words, `joints` what hyphens, apostrophes and full stops make of
them, `scripts` the words of scripts that set none apart; `reading` puts it together, `folding` and
`stems` make terms, and `indexed` is what an index takes of a text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from loccit.engines.analysis.capitals import eased
from loccit.engines.analysis.chunks import placed, stretches
from loccit.engines.analysis.folding import fold
from loccit.engines.analysis.indexed import Analysed, analysed
from loccit.engines.analysis.reading import CAPITAL, LOUD, Piece, Reading, readings
from loccit.engines.analysis.spellings import others
from loccit.engines.analysis.stems import term, word

__all__ = [
    "CAPITAL", "LOUD", "Analysed", "Piece", "Reading", "Token", "analysed", "beside", "fold",
    "is_shouted", "others", "read", "spans", "term", "terms", "tokens", "word", "words",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A term and the stretch of text it was read from; `written` are the signs and capitals that
    a search may insist on."""

    term: str
    start: int
    end: int
    written: tuple[str, ...] = ()


def read(text: str) -> Iterator[Reading]:
    """The words of `text`, as written, each placed in its stretch."""
    for stretch in stretches(text):
        yield from readings(stretch)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of `text` appear; punctuation and underscores divide them."""
    for token in tokens(text):
        yield token.start, token.end


def tokens(text: str) -> Iterator[Token]:
    """The words of `text`, in order, as terms.

    >>> [token.term for token in tokens("The courts' holdings")]
    ['the', 'court', 'hold']
    """
    for at, stretch in placed(eased(text)):
        for each in readings(stretch):
            for piece in each.pieces:
                yield Token(piece.term, at + piece.start, at + piece.end, each.strict)


def beside(text: str) -> Iterator[Token]:
    """What else words of `text` are found by, each with all that it is found in."""
    for at, stretch in placed(eased(text)):
        for each in readings(stretch):
            for part in each.parts:
                yield Token(part.term, at + part.start, at + part.end)
            if each.joined:
                yield Token(each.joined, at + each.start, at + each.end)


def terms(text: str) -> list[str]:
    return analysed(text).terms


def words(text: str) -> list[str]:
    return analysed(text).words


def is_shouted(text: str) -> bool:
    """Whether its capitals say nothing, since it is a line in capitals."""
    return eased(text) is not text
