"""Which matches make a page, in what order: the best first, without sorting what isn't shown.

Ties are broken by rank: the place of a passage in the order of documents, then of numbers.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loccit.engines.engine import Request

Places = NDArray[np.int64]
Keys = NDArray[np.float64]
Owners = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Chosen:
    """`which` of the matches, in order; `others` and `documents` as `Hit` and `Matches` say."""

    which: Places
    others: list[int]
    documents: int | None = None


Ranks = Callable[[Places], Places]
"""Gives the ranks of some of the matches."""


def page(keys: Keys, ranks: Ranks, owners: Callable[[], Owners], request: Request) -> Chosen:
    """Of matches sorted by `keys`, lowest first; `owners` gives the documents of all of them."""
    if request.by == "document":
        return _by_document(keys, ranks, owners(), request)
    which = best(keys, ranks, request.first + request.size)[request.first :]
    return Chosen(which, [0] * len(which))


def best(keys: Keys, ranks: Ranks, most: int) -> Places:
    """Places of the lowest keys, at most so many, in order."""
    if most <= 0:
        return np.empty(0, np.int64)
    candidates = np.arange(len(keys))
    if most < len(keys):
        edge = np.partition(keys, most - 1)[most - 1]
        candidates = np.flatnonzero(keys <= edge)
    return candidates[np.lexsort((ranks(candidates), keys[candidates]))][:most]


def _by_document(keys: Keys, ranks: Ranks, owners: Owners, request: Request) -> Chosen:
    """The documents of the best matches, each with its best few; only those are sorted."""
    if not len(keys):
        return Chosen(np.empty(0, np.int64), [], 0)
    counts = np.bincount(owners)
    there = np.flatnonzero(counts)
    lowest = np.full(len(counts), np.inf)
    np.minimum.at(lowest, owners, keys)
    shown = best(lowest[there], there.__getitem__, request.first + request.size)[request.first :]
    place = np.full(len(counts), -1)
    place[there[shown]] = np.arange(len(shown))
    own = np.flatnonzero(place[owners] >= 0)
    own = own[np.lexsort((ranks(own), keys[own], place[owners[own]]))]
    of = place[owners[own]]
    inside = np.arange(len(own)) - np.searchsorted(of, of)
    which = own[inside < request.each]
    return Chosen(which, (counts[owners[which]] - 1).tolist(), len(there))
