"""Text to terms: done once, here, so that every engine indexes the same terms.

`chunks` finds stretches that hold words, `joints` what hyphens, apostrophes and full stops make of
them, `scripts` the words of scripts that set none apart; `reading` puts it together, `folding` and
`stems` make terms.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from loccit.engines.analysis.capitals import eased
from loccit.engines.analysis.chunks import placed, stretches
from loccit.engines.analysis.folding import fold
from loccit.engines.analysis.reading import (
    CAPITAL,
    LOUD,
    SIMPLE,
    Piece,
    Reading,
    read_anew,
    readings,
)
from loccit.engines.analysis.stems import term, word

__all__ = [
    "CAPITAL", "LOUD", "Analysed", "Piece", "Reading", "Token", "analysed", "beside", "fold", "is_shouted",
    "read", "spans", "term", "terms", "tokens", "word", "words",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A term and the stretch of text it was read from; `written` are the signs and capitals that
    a search may insist on."""

    term: str
    start: int
    end: int
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text as it is indexed: `terms` and `words` of each place, in order; `also` what else its
    words are found by, without a place; `written` how they are written."""

    terms: list[str]
    words: list[str]
    also: list[str]
    written: set[str]


def analysed(text: str) -> Analysed:
    """
    >>> read = analysed("The U.S. court's co-operation")
    >>> read.terms, read.also, sorted(read.written)
    (['the', 'us', 'court', 'co', 'oper'], ['cooper'], ['US', '^the'])
    """
    small = eased(text)
    found = [_kept[stretch] for stretch in stretches(small)]
    written = {key for each in found for key in each[3]}
    if small is not text:
        as_typed = (_kept[stretch][3] for stretch in stretches(text))
        written |= {LOUD + key for each in as_typed for key in each if key.isupper()}
    return Analysed(
        [term for each in found for term in each[0]],
        [word for each in found for word in each[1]],
        [term for each in found for term in each[2]],
        written,
    )


_Indexed = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]


class _Stretches(dict[str, _Indexed]):
    """What stretches are indexed by, those met last."""

    def __missing__(self, stretch: str) -> _Indexed:
        found = _quickly(stretch) or _of(read_anew(stretch))
        if len(self) >= _MOST_KEPT:
            self.clear()
        if len(stretch) <= _LONGEST_KEPT:
            self[stretch] = found
        return found


def _quickly(stretch: str) -> _Indexed | None:
    """As `_of(read_anew(stretch))`, of words that are small but for the first letter, and numbers.

    Most words of a text are, so that a collection is read three times as fast.
    """
    simple = SIMPLE.fullmatch(stretch)
    if simple is None:
        return None
    typed: str = simple[1]
    small = typed.lower()
    if typed.isdigit():
        return (typed,), (typed,), (), ()
    if small == typed:
        return (term(small),), (small,), (), ()
    if len(typed) > 1 and typed[1:] == small[1:]:
        stem = term(small)
        return (stem,), (small,), (), (CAPITAL + stem,)
    return None


_MOST_KEPT, _LONGEST_KEPT = 200_000, 60
_kept = _Stretches()


def _of(every: tuple[Reading, ...]) -> _Indexed:
    pieces = [piece for each in every for piece in each.pieces]
    also = [part.term for each in every for part in each.parts]
    also += [each.joined for each in every if each.joined]
    return (
        tuple(piece.term for piece in pieces),
        tuple(piece.word for piece in pieces),
        tuple(also),
        tuple(key for each in every for key in each.written),
    )


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
