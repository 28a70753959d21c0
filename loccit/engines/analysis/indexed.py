"""A text as it is indexed. Stretches that are met again, as most are, are read once."""

import re
from dataclasses import dataclass
from itertools import chain

from loccit.engines.analysis.capitals import eased
from loccit.engines.analysis.chunks import stretches
from loccit.engines.analysis.reading import CAPITAL, LOUD, SIMPLE, Reading, read_anew
from loccit.engines.analysis.stems import stem, term

_all = chain.from_iterable
_MOST_KEPT, _LONGEST_KEPT = 200_000, 60
_COMPOUND = re.compile(r"[\"'(\[“‘]*([A-Za-z]+)-([A-Za-z][a-z]*)[.,;:!?)\]\"'”’]*")


@dataclass(frozen=True, slots=True)
class Analysed:
    """`terms` and `words` of each place, in order; `also` what else the words are found by, without
    a place; `written` how they are written."""

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
    ways = {way for each in found if each[3] for way in each[3]}
    if small is not text:
        as_typed = (_kept[stretch][3] for stretch in stretches(text))
        ways |= {LOUD + key for each in as_typed for key in each if key.isupper()}
    return Analysed(
        [*_all([each[0] for each in found])],
        [*_all([each[1] for each in found])],
        [term for each in found if each[2] for term in each[2]],
        ways,
    )


_Terms = tuple[str, ...]
_Indexed = tuple[_Terms, _Terms, _Terms, _Terms]
"""Terms, words, also, written: plain tuples, which the collector of garbage leaves alone."""


class _Stretches(dict[str, _Indexed]):
    """What stretches are indexed by, as many as are kept."""

    def __missing__(self, stretch: str) -> _Indexed:
        found = _plain(stretch) or self._compound(stretch) or _of(read_anew(stretch))
        if len(self) >= _MOST_KEPT:
            self.clear()
        if len(stretch) <= _LONGEST_KEPT:
            self[stretch] = found
        return found

    def _compound(self, stretch: str) -> _Indexed | None:
        """Of two plain words with a hyphen, as `_of(read_anew(stretch))`."""
        match = _COMPOUND.fullmatch(stretch)
        if match is None:
            return None
        terms, words, _, ways = self[match[1]]
        others, last, _, more = self[match[2]]
        return terms + others, words + last, (term(words[0] + last[0]),), ways + more


_kept = _Stretches()


def _plain(stretch: str) -> _Indexed | None:
    """Of a word in small letters but for the first, in capitals, or a number, as
    `_of(read_anew(stretch))`: most are one of these, and this is told sooner."""
    simple = SIMPLE.fullmatch(stretch)
    if simple is None:
        return None
    typed: str = simple[1]
    small = typed.lower()
    if typed.isdigit():
        return (typed,), (typed,), (), ()
    if small == typed:
        return (stem(small),), (small,), (), ()
    if len(typed) > 1 and typed[1:] == small[1:]:
        found = stem(small)
        return (found,), (small,), (), (CAPITAL + found,)
    if len(typed) > 1 and typed.isupper():
        return (small,), (small,), (), (typed,)
    return None


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
