"""Numbers of lines in the margin of a manuscript: printed to talk about it, not part of it."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from loccit.indexer.readers.pdf.sheets import Piece

LEAST = 6
"""So many numbers that grow by one step, one below the other, are lines'."""
STEPS = frozenset((1, 2, 5, 10))
ALIGNED = 3.0
"""Points within which they begin or end at one place."""
CLOSE = 0.8
"""Words that follow a number within so many ems are what it numbers."""
OTHERS = 0.2
"""So much of what else stands at that place, by its count against theirs, makes them a column
of a table."""


def without_line_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a sheet without numbers in a margin that count its lines."""
    numbers = [piece for piece in pieces if piece.text.isdecimal() and len(piece.text) < 5]
    if len(numbers) < LEAST:
        return list(pieces)
    gone: set[int] = set()
    for edge in ("x1", "x0"):
        places = defaultdict[int, list[Piece]](list)
        for piece in numbers:
            place = round(getattr(piece, edge) / ALIGNED)
            places[place].append(piece)
        for found in places.values():
            if _counts_lines(found) and not (_is_cell(found, pieces) or _are_labels(found, pieces)):
                gone.update(id(piece) for piece in found)
    return [piece for piece in pieces if id(piece) not in gone]


def _counts_lines(numbers: Sequence[Piece]) -> bool:
    """Whether numbers grow by one step from top to bottom."""
    if len(numbers) < LEAST:
        return False
    values = [int(piece.text) for piece in sorted(numbers, key=lambda piece: piece.y)]
    steps = {after - before for before, after in pairwise(values)}
    return len(steps) == 1 and steps <= STEPS


def _is_cell(numbers: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether other words stand above or below the numbers."""
    left = min(piece.x0 for piece in numbers)
    right = max(piece.x1 for piece in numbers)
    others = sum(piece.x0 < right and piece.x1 > left for piece in pieces) - len(numbers)
    return others > OTHERS * len(numbers)


def _are_labels(numbers: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether words follow most numbers closely, as they follow those of a list."""
    followed = sum(
        any(
            abs(piece.y - number.y) < 0.6 * piece.size
            and -0.1 <= piece.x0 - number.x1 < CLOSE * piece.size
            for piece in pieces
        )
        for number in numbers
    )
    return 2 * followed > len(numbers)
