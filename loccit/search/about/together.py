"""The names that occur together with what a search finds, and with each other.

How surprising a name is beside a search is the log-likelihood ratio of Dunning (1993,
"Accurate methods for the statistics of surprise and coincidence"): twice the difference that
knowing of the search makes to the likelihood of the name's counts. Above 10.8, chance alone
would bring it about in fewer than one of a thousand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from loccit.engines.counts import Counts
from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.engine import Engine, Filter, Request
from loccit.engines.query import Everything, Has
from loccit.model.mentions import ENTITY_TYPES, EntityType
from loccit.search.results import Parsed

Order = Literal["surprise", "count"]
MOST = 20
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Companion:
    """A name in `count` of the passages found and in `everywhere` of the index's.

    `surprise` is the log-likelihood ratio, 0 where the name is no more frequent there than
    elsewhere.
    """

    name: str
    type: EntityType
    count: int
    everywhere: int
    surprise: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two of the companions, by their place among them, in `count` of the passages found."""

    one: int
    other: int
    count: int


@dataclass(frozen=True, slots=True)
class Together:
    """Of `total` passages found: the foremost names, and how often they stand with each other."""

    total: int
    companions: tuple[Companion, ...]
    pairs: tuple[Pair, ...]


def together(
    engine: Engine, parsed: Parsed, order: Order = "surprise", until: Deadline = NEVER
) -> Together:
    """At most MOST names; those that the search itself asks for are left out.

    Raises OutOfTime beyond `until`.
    """
    filters = tuple(Filter(group, query) for group, query in parsed.filters)
    # A group of its own for each filter: every one of them counts here.
    own = tuple(Filter("", each.query) for each in filters)
    found = engine.search(Request(parsed.query, own, size=0, facets=ENTITY_TYPES, until=until))
    whole = engine.search(Request(Everything(), size=0, facets=ENTITY_TYPES))
    asked = {(p.field, value) for p in parsed.parts if p.kind == "named" for value in p.values}
    companions = [
        companion
        for type in ENTITY_TYPES
        for companion in _of_type(type, found.facets[type], whole.facets[type],
                                  found.total, engine.manifest.passages, order)
        if not {(type, companion.name), ("entity", companion.name)} & asked
    ]  # fmt: skip
    companions.sort(key=lambda each: (-_weight(each, order), -each.count, each.name))
    foremost = tuple(companions[:MOST])
    return Together(found.total, foremost, tuple(_pairs(engine, parsed, own, foremost, until)))


def _weight(companion: Companion, order: Order) -> float:
    return companion.surprise if order == "surprise" else companion.count


def _of_type(
    type: EntityType, found: Counts, whole: Counts, total: int, passages: int, order: Order
) -> Iterator[Companion]:
    """The foremost names of one type, with room for those that the search asks for."""
    names, here, everywhere = found.beside(whole)
    surprises = surprise(here, everywhere, total, passages)
    keys = surprises if order == "surprise" else here.astype(np.float64)
    for at in np.argsort(-keys, kind="stable")[: 2 * MOST].tolist():
        yield Companion(names[at], type, int(here[at]), int(everywhere[at]), float(surprises[at]))


def surprise(
    here: NDArray[np.int64], everywhere: NDArray[np.int64], total: int, passages: int
) -> Floats:
    """The log-likelihood ratio of each name: in `here` of `total` passages that were found, and
    in `everywhere` of all `passages`; 0 for names that are rarer where the search finds.

    >>> surprise(np.array([10, 1]), np.array([10, 90]), 10, 100).round(1).tolist()
    [65.0, 0.0]
    """
    outside = passages - total
    cells = np.array(
        [here, total - here, everywhere - here, outside - (everywhere - here)], np.float64
    )
    rows = np.array([total, total, outside, outside], np.float64)[:, None]
    columns = np.array([everywhere, passages - everywhere] * 2, np.float64)
    expected = rows * columns / max(1, passages)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(cells > 0, cells * np.log(cells / expected), 0.0)
    return np.where(cells[0] > expected[0], np.maximum(0.0, 2 * terms.sum(axis=0)), 0.0)


def _pairs(
    engine: Engine,
    parsed: Parsed,
    own: tuple[Filter, ...],
    names: tuple[Companion, ...],
    until: Deadline,
) -> Iterator[Pair]:
    """Two names at a time, most frequent first; those that never meet are left out."""
    met = []
    with_one = {}
    for at, name in enumerate(names):
        one = (*own, Filter("", Has(name.type, name.name)))
        with_one[at] = engine.search(
            Request(parsed.query, one, size=0, facets=ENTITY_TYPES, until=until)
        ).facets
    for one_at, other_at in combinations(range(len(names)), 2):
        other = names[other_at]
        count = with_one[one_at][other.type].get(other.name, 0)
        if count:
            met.append(Pair(one_at, other_at, count))
    yield from sorted(met, key=lambda pair: (-pair.count, pair.one, pair.other))
