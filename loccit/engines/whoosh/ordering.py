"""Which matches make a page, in what order: the best first, without sorting what isn't shown.

Matches come by document and number, so that a stable sort breaks ties by them.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loccit.engines.engine import Request

Places = NDArray[np.int64]
Keys = NDArray[np.float64]
Owners = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Page:
    """`which` of the matches, in order; `others` and `documents` as `Hit` and `Matches` say."""

    which: Places
    others: list[int]
    documents: int | None = None


def page(keys: Keys, owners: Owners, request: Request) -> Page:
    """Of matches sorted by `keys`, lowest first; `owners` are their documents, ascending."""
    if request.group == "document":
        return _by_document(keys, owners, request)
    last = request.first + request.size
    spread = request.group == "spread" and request.sort == "score" and request.size
    if not spread or not len(owners) or owners[0] == owners[-1] or len(keys) <= request.size:
        which = _best(keys, last)[request.first :]
    else:
        which = _spread(keys, owners, request.size, last)[request.first :]
    return Page(which, [0] * len(which))


def _best(keys: Keys, most: int) -> Places:
    """Places of the lowest keys, at most so many, in order."""
    if most <= 0:
        return np.empty(0, np.int64)
    candidates = np.arange(len(keys))
    if most < len(keys):
        edge = np.partition(keys, most - 1)[most - 1]
        candidates = np.flatnonzero(keys <= edge)
    return candidates[np.argsort(keys[candidates], kind="stable")][:most]


def _by_document(keys: Keys, owners: Owners, request: Request) -> Page:
    """Each document by its best match."""
    if not len(keys):
        return Page(np.empty(0, np.int64), [], 0)
    begins = np.flatnonzero(np.diff(owners, prepend=-1))
    counts = np.diff(begins, append=len(owners))
    best = np.minimum.reduceat(keys, begins)
    at_best = np.flatnonzero(keys == np.repeat(best, counts))
    groups = np.searchsorted(begins, at_best, "right") - 1
    firsts = at_best[np.flatnonzero(np.diff(groups, prepend=-1))]
    chosen = _best(best, request.first + request.size)[request.first :]
    return Page(firsts[chosen], (counts[chosen] - 1).tolist(), len(begins))


def _spread(keys: Keys, owners: Owners, size: int, last: int) -> Places:
    """The first `last` in order, at most half of the first `size` of one document."""
    first = _first_page(keys, owners, size)
    if last <= size:
        return first
    held_back = np.setdiff1d(_best(keys, last), first, assume_unique=True)
    ordered = held_back[np.argsort(keys[held_back], kind="stable")]
    return np.concatenate((first, ordered))[:last]


def _first_page(keys: Keys, owners: Owners, size: int) -> Places:
    """Documents that have their half are left out, until the page is full or none is left.

    Two documents fill it, so that there are three rounds at most.
    """
    most = -(-size // 2)
    left = np.arange(len(keys))
    full: list[int] = []
    taken: list[int] = []
    while len(left):
        counts: Counter[int] = Counter()
        fresh: list[int] = []
        for at in left[_best(keys[left], size)].tolist():
            owner = int(owners[at])
            if counts[owner] < most:
                counts[owner] += 1
                fresh.append(at)
        own = [at for at in fresh if counts[int(owners[at])] >= most]
        saturated = {int(owners[at]) for at in own}
        if len(taken) + len(fresh) >= size or not saturated:
            taken += fresh
            break
        taken += own
        full += saturated
        left = left[~np.isin(owners[left], full)]
    candidates = np.array(sorted(taken), np.int64)
    chosen = candidates[_best(keys[candidates], size)]
    missing = size - len(chosen)
    if missing:
        rest = np.setdiff1d(np.arange(len(keys)), chosen, assume_unique=True)
        chosen = np.concatenate((chosen, rest[_best(keys[rest], missing)]))
    ascending = np.sort(chosen)
    return ascending[np.argsort(keys[ascending], kind="stable")]
