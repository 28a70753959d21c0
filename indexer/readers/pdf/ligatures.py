"""Ligatures that a font keeps to itself: "scienti�c" is "scientific", as the words show."""

import re
from collections.abc import Sequence
from dataclasses import replace

from loccit.indexer.readers.pdf.sheets import UNKNOWN, Piece, Sheet
from loccit.mentions.names.known_words import SHORTEST, known_words

LIGATURES = ("fi", "ff", "fl", "ffi", "ffl")

_BROKEN = re.compile(rf"[^\W\d_]*{UNKNOWN}[^\W\d_]*")


def mended(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets with ligatures put where exactly one makes a known word of what is broken."""
    return [_sheet(sheet) if sheet.unknown else sheet for sheet in sheets]


def _sheet(sheet: Sheet) -> Sheet:
    pieces = tuple(_piece(piece) if UNKNOWN in piece.text else piece for piece in sheet.pieces)
    unknown = sum(piece.text.count(UNKNOWN) for piece in pieces)
    return replace(sheet, pieces=pieces, unknown=unknown)


def _piece(piece: Piece) -> Piece:
    return replace(piece, text=_BROKEN.sub(lambda match: whole(match[0]), piece.text))


def whole(word: str) -> str:
    """A word with a ligature for UNKNOWN; as it is where none or several would do.

    >>> whole("scienti�c"), whole("work�ows"), whole("E�ective"), whole("x�y")
    ('scientific', 'workflows', 'Effective', 'x�y')
    """
    if word.count(UNKNOWN) != 1 or len(word) < SHORTEST - 1:
        return word
    scores = {
        ligature: _known_around(word.casefold(), ligature, word.index(UNKNOWN))
        for ligature in LIGATURES
    }
    best = max(scores, key=lambda ligature: scores[ligature])
    sure = scores[best] and list(scores.values()).count(scores[best]) == 1
    return word.replace(UNKNOWN, best) if sure else word


def _known_around(word: str, ligature: str, at: int) -> int:
    """How long the longest known word is that lies around the ligature; 0 for none."""
    read = word.replace(UNKNOWN, ligature)
    known = known_words()
    return max(
        (
            end - start
            for start in range(at + 1)
            for end in range(at + len(ligature), len(read) + 1)
            if (start == 0 or end == len(read)) and end - start >= SHORTEST
            if read[start:end] in known
        ),
        default=0,
    )
