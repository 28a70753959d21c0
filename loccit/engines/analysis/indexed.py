"""A text as it is indexed. Stretches that are met again, as most are, are read once."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from loccit.engines.analysis.capitals import eased
from loccit.engines.analysis.chunks import stretches
from loccit.engines.analysis.reading import CAPITAL, LOUD, SIMPLE, Reading, read_anew
from loccit.engines.analysis.stems import term

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
    written = {key for each in found for key in each.written}
    if small is not text:
        as_typed = (_kept[stretch].written for stretch in stretches(text))
        written |= {LOUD + key for each in as_typed for key in each if key.isupper()}
    return Analysed(
        [term for each in found for term in each.terms],
        [word for each in found for word in each.words],
        [term for each in found for term in each.also],
        written,
    )


class _Indexed(NamedTuple):
    terms: tuple[str, ...]
    words: tuple[str, ...]
    also: tuple[str, ...] = ()
    written: tuple[str, ...] = ()


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
        one, other = self[match[1]], self[match[2]]
        joined = term(one.words[0] + other.words[0])
        written = (*one.written, *other.written)
        return _Indexed(one.terms + other.terms, one.words + other.words, (joined,), written)


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
        return _Indexed((typed,), (typed,))
    if small == typed:
        return _Indexed((term(small),), (small,))
    if len(typed) > 1 and typed[1:] == small[1:]:
        stem = term(small)
        return _Indexed((stem,), (small,), (), (CAPITAL + stem,))
    if len(typed) > 1 and typed.isupper():
        return _Indexed((small,), (small,), (), (typed,))
    return None


def _of(every: tuple[Reading, ...]) -> _Indexed:
    pieces = [piece for each in every for piece in each.pieces]
    also = [part.term for each in every for part in each.parts]
    also += [each.joined for each in every if each.joined]
    return _Indexed(
        tuple(piece.term for piece in pieces),
        tuple(piece.word for piece in pieces),
        tuple(also),
        tuple(key for each in every for key in each.written),
    )
