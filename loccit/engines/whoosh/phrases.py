"""Phrases over arrays: counted as `engines/phrases.py` does, for all documents at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_PLACES = 2**32
"""More than a passage has positions: a place is `document * _PLACES + position`."""


def places(
    docs: NDArray[np.int64], starts: NDArray[np.int64], at: NDArray[np.int32]
) -> NDArray[np.int64]:
    """The positions `at[starts[i]:starts[i + 1]]` of each document `docs[i]`, ascending."""
    return np.repeat(docs * _PLACES, np.diff(starts)) + at


def counts(
    words: Sequence[NDArray[np.int64]], docs: NDArray[np.int64], slop: int
) -> NDArray[np.float64]:
    """How often the words appear in order in each of `docs`, at most `slop` others between them.

    `words[i]` are the places of the phrase's word i.
    """
    begun = words[0]
    at = begun
    for following in words[1:]:
        later = np.searchsorted(following, at, "right")
        there = later < len(following)
        begun, at = begun[there], following[later[there]]
        same = at // _PLACES == begun // _PLACES
        begun, at = begun[same], at[same]
    fits = begun[at - begun - (len(words) - 1) <= slop]
    counted = np.bincount(np.searchsorted(docs, fits // _PLACES), minlength=len(docs))
    return counted.astype(np.float64)
