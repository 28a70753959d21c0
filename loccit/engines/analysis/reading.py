"""What a stretch of text says: its words one after another, and in which other ways each is found.

A word is a piece with its place. Beside the pieces stand what they make together (`cooperation` of
co-operation), what they are made of, and how it is written: capitals and signs, which a search may
insist on (US and us, $5 and 5).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from loccit.engines.analysis import scripts
from loccit.engines.analysis.chunks import chunks
from loccit.engines.analysis.joints import Unit, units
from loccit.engines.analysis.stems import folded, term, word

_LONGEST_KEPT = 60
"""Code points of a stretch whose reading is kept."""
_PLURAL = re.compile(r"([^\W\d_]{2,}|[^\W\d_]+\d+)s\Z")
_COUNTED = re.compile(r"(\d+)s\Z")
SIMPLE = re.compile(
    r"[\"'(\[“‘]*([A-Za-z]+|\d+)(?:(?<=[A-Za-z])['’][sS])?[.,;:!?)\]\"'”’]*", re.ASCII
)
"""A word or number as most are, which needn't be looked into; read as any other would be."""
CAPITAL = "^"
"""Before the stem of a word that begins with a capital, among what says how words are written."""

LOUD = "!"
"""Before a word of a line in capitals, which may be an abbreviation or not."""


class Piece(NamedTuple):
    """A word at a place of its own: `stretch[start:end]`."""

    term: str
    word: str
    start: int
    end: int


class Reading(NamedTuple):
    """Of a word, or several that belong together. `joined` is the term of what its pieces make
    together, "" if nothing; `parts` are what a piece is made of; `written` is how it is written,
    and `strict` what of that a search insists on that is written so."""

    pieces: tuple[Piece, ...]
    joined: str = ""
    parts: tuple[Piece, ...] = ()
    written: tuple[str, ...] = ()
    strict: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[str, ...]:
        return tuple(piece.term for piece in self.pieces)

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    @property
    def capitals(self) -> bool:
        """Whether it is an abbreviation, or a word in capitals."""
        return any(each.isupper() for each in self.strict)


def readings(stretch: str) -> tuple[Reading, ...]:
    """In order; none is without a piece."""
    return _kept(stretch) if len(stretch) <= _LONGEST_KEPT else read_anew(stretch)


def read_anew(stretch: str) -> tuple[Reading, ...]:
    """The readings of a stretch that isn't met often enough to be kept."""
    if simple := SIMPLE.fullmatch(stretch):
        return (_of_unit(Unit(simple[1], *simple.span(1)), ""),)
    return tuple(_readings(stretch))


_kept = lru_cache(maxsize=50_000)(read_anew)


def _readings(stretch: str) -> Iterator[Reading]:
    for chunk in chunks(stretch):
        every = list(units(chunk["body"], chunk.start("body")))
        before, after = chunk["before"] or "", (chunk["after"] or "").strip()
        *first, last = _runs(every) or [[]]
        if not last:
            continue
        for each in first:
            yield _signed(_of_run(each), before, "")
            before = ""
        yield _signed(_of_run(last), before, after)


def _runs(every: Sequence[Unit]) -> list[list[Unit]]:
    """Words that a hyphen, an apostrophe or a slash holds together."""
    runs: list[list[Unit]] = []
    for unit in every:
        if runs and unit.holds:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return runs


def _of_run(run: Sequence[Unit]) -> Reading:
    read = [_of_unit(each, run[at - 1].text if at else "") for at, each in enumerate(run)]
    if len(read) == 1:
        return read[0]
    pieces = tuple(piece for each in read for piece in each.pieces)
    parts = tuple(part for each in read for part in each.parts)
    written = tuple(key for each in read for key in each.written)
    strict = tuple(key for each in read for key in each.strict)
    slashed = run[1].joint == "/"
    if slashed and len(run) == 2 and all(len(each.text) <= 2 for each in run):
        key = "/".join(each.text for each in run)
        return Reading(pieces, "", parts, (*written, key), (*strict, key))
    numbers = all(each.text.isdecimal() for each in run)
    joined = "" if slashed or numbers else term("".join(piece.word for piece in pieces))
    return Reading(pieces, joined, parts, written, strict)


def _of_unit(unit: Unit, before: str) -> Reading:
    parts = tuple(_piece(text, start, end) for text, start, end in unit.parts)
    text = unit.bare
    if not scripts.is_plain(text):
        return _unspaced(unit)
    if text[-1] == "s":
        text = _singular(text, before)
    if len(text) > 1 and text.isupper():
        small = folded(text)
        key = (small.upper(),) if text.isalpha() else ()
        return Reading((Piece(small, word(text), unit.start, unit.end),), "", parts, key, key)
    piece = _piece(text, unit.start, unit.end)
    return Reading((piece,), "", parts, (CAPITAL + piece.term,) if text[0].isupper() else ())


def _singular(text: str, before: str) -> str:
    """Of capitals: IEDs, B52s, F-16s; other words as they are."""
    plural = _PLURAL.match(text)
    if plural and plural[1].isupper():
        return plural[1]
    counted = _COUNTED.match(text) if before.isupper() else None
    return counted[1] if counted else text


def _unspaced(unit: Unit) -> Reading:
    """Of scripts that set no words apart; a single letter is found too, and what a long word
    begins and ends with."""
    text, at = unit.text, unit.start
    words = list(scripts.words(text))
    within = [*scripts.letters(text), *(each for one in words for each in scripts.edges(text, one))]
    pieces = tuple(_piece(text[a:b], at + a, at + b) for a, b in words)
    parts = (_piece(text[a:b], at + a, at + b) for a, b in dict.fromkeys(within))
    own = {*pieces}
    return Reading(pieces, "", tuple(each for each in parts if each not in own))


def _piece(text: str, start: int, end: int) -> Piece:
    return Piece(term(text), word(text), start, end)


def _signed(reading: Reading, before: str, after: str) -> Reading:
    """With the signs that are typed with it: of C++ and C# they make another word, elsewhere a
    search that has them insists on them."""
    if not before and not after:
        return reading
    first, last = reading.pieces[0], reading.pieces[-1]
    if after in ("+", "++", "#"):
        if len(last.term) == 1 and last.term.isalpha():
            signed = Piece(last.term + after, last.word + after, last.start, last.end + len(after))
            return Reading((*reading.pieces[:-1], signed), "", reading.parts)
        keys = [last.word + after]
    else:
        keys = [f"{after}{last.word}"] if after else []
    keys += [f"{before.strip()}{first.word}"] if before else []
    return reading._replace(written=(*reading.written, *keys), strict=(*reading.strict, *keys))
