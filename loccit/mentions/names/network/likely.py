"""Spans of names with how likely each type is, out of the likelihoods of the words' labels."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from loccit.mentions.names.network.tokens import LABELS
from loccit.model.mentions import ENTITY_TYPES, EntityType

_BEGINS = [LABELS.index(f"B-{type}") for type in ENTITY_TYPES]
_GOES_ON = [LABELS.index(f"I-{type}") for type in ENTITY_TYPES]
_NONE = LABELS.index("O")


class Likely(NamedTuple):
    """A name from word `first` to before `last`; `types` are likelihoods, 0 to 1, by type."""

    first: int
    last: int
    types: dict[EntityType, float]


def names(labels: NDArray[np.float32]) -> Iterator[Likely]:
    """The names among words whose labels are so likely: an array of words by `LABELS`.

    A word is of a name where none is less likely than two in five; it begins one where beginning
    is likelier than going on. The type is that of all its words together.
    """
    begins, goes_on = labels[:, _BEGINS], labels[:, _GOES_ON]
    inside = labels[:, _NONE] < 0.4
    first = inside & (begins.sum(axis=1) >= goes_on.sum(axis=1))
    first[1:] |= inside[1:] & ~inside[:-1]
    first[:1] = inside[:1]
    by_type = begins + goes_on
    for start in np.flatnonzero(first).tolist():
        end = start + 1
        while end < len(labels) and inside[end] and not first[end]:
            end += 1
        share = by_type[start:end].mean(axis=0)
        types = dict(zip(ENTITY_TYPES, (share / share.sum()).tolist(), strict=True))
        yield Likely(start, end, types)
