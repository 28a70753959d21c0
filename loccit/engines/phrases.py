"""Phrases: whether terms appear in order with few words between them."""

from collections.abc import Sequence


def count(positions: Sequence[Sequence[int]], slop: int) -> int:
    """How many times the words appear in order with at most `slop` others between them in all.

    `positions[i]` are those of the phrase's word i, ascending. Occurrences are counted by
    where they begin.

    >>> count([[0, 5], [1, 8]], 0), count([[0, 5], [1, 8]], 2), count([[3], [2]], 5)
    (1, 2, 0)
    """
    return sum(_begins(start, positions, slop) for start in positions[0])


def _begins(start: int, positions: Sequence[Sequence[int]], slop: int) -> bool:
    at = start
    for following in positions[1:]:
        later = next((position for position in following if position > at), None)
        if later is None:
            return False
        at = later
    return at - start - (len(positions) - 1) <= slop
