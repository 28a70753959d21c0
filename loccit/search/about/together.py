"""The names that occur together with what a search finds, and with each other.

How surprising a name is beside a search is the log-likelihood ratio of Dunning (1993,
"Accurate methods for the statistics of surprise and coincidence"): twice the difference that
knowing of the search makes to the likelihood of the name's counts. Above 10.8, chance alone
would bring it about in fewer than one of a thousand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log
from typing import Literal

from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine, FacetRequest, Filter, Matches, Request
from loccit.engines.query import KeywordTerm
from loccit.model.mentions import ENTITY_TYPES, EntityType
from loccit.search.query.parsed import Parsed

Order = Literal["surprise", "count"]
MOST = 20
_MOST_WEIGHED = 1_000
"""Names of each type, the most frequent beside the search, whose surprise is weighed: a rarer one
can't be among the most surprising of so many."""


@dataclass(frozen=True, slots=True)
class CoOccurrence:
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
    """Two of the names, by their place among them, in `count` of the passages found."""

    one: int
    other: int
    count: int


@dataclass(frozen=True, slots=True)
class Together:
    """Of `total` passages found: the top names, and how often they are with each other."""

    total: int
    names: tuple[CoOccurrence, ...]
    pairs: tuple[Pair, ...]


def together(engine: Engine, parsed: Parsed, order: Order, until: Deadline) -> Together:
    """At most MOST names; those that the search itself asks for are left out.

    Raises OutOfTime beyond `until`.
    """
    # A tag of its own for no filter: every one of them counts here.
    own = tuple(Filter("", each.query) for each in parsed.filters)
    facets = tuple(FacetRequest(type, _MOST_WEIGHED) for type in ENTITY_TYPES)
    (matches,) = engine.answer([Request(parsed.query, own, size=0, facets=facets)], until)
    asked = {(p.field, value) for p in parsed.parts if p.field for value in p.values}
    weighed = [
        each
        for type in ENTITY_TYPES
        for each in _weighed(engine, type, matches, until)
        if not {(type, each.name), ("entity", each.name)} & asked
    ]
    weighed.sort(key=lambda each: (-_weight(each, order), -each.count, each.name))
    top = tuple(weighed[:MOST])
    return Together(matches.total, top, tuple(_pairs(engine, parsed, own, top, until)))


def _weight(name: CoOccurrence, order: Order) -> float:
    return name.surprise if order == "surprise" else name.count


def _weighed(
    engine: Engine, type: EntityType, matches: Matches, until: Deadline
) -> Iterator[CoOccurrence]:
    counts = matches.facets[type].counts
    everywhere = engine.frequencies(type, tuple(counts), until)
    for (name, count), whole in zip(counts.items(), everywhere, strict=True):
        ratio = surprise(count, whole, matches.total, engine.manifest.passages)
        yield CoOccurrence(name, type, count, whole, ratio)


def surprise(here: int, everywhere: int, total: int, passages: int) -> float:
    """The log-likelihood ratio of a name in `here` of the `total` passages that were found, and
    in `everywhere` of all `passages`; 0 for a name that is rarer where the search finds.

    >>> round(surprise(10, 10, 10, 100), 1), surprise(1, 90, 10, 100)
    (65.0, 0.0)
    """
    outside = passages - total
    if here * passages <= total * everywhere:
        return 0.0
    cells = (
        (here, total, everywhere),
        (total - here, total, passages - everywhere),
        (everywhere - here, outside, everywhere),
        (outside - (everywhere - here), outside, passages - everywhere),
    )
    terms = (n * log(n * passages / (row * column)) for n, row, column in cells if n > 0)
    return max(0.0, 2 * sum(terms))


def _pairs(
    engine: Engine, parsed: Parsed, own: tuple[Filter, ...], names: Sequence[CoOccurrence],
    until: Deadline,
) -> list[Pair]:  # fmt: skip
    """Two names at a time, most frequent first; those that are never together are left out."""
    facets = tuple(
        FacetRequest(type, 0, among=tuple(each.name for each in names if each.type == type))
        for type in ENTITY_TYPES
    )
    narrowed = [
        Request(
            parsed.query,
            (*own, Filter("", KeywordTerm(name.type, name.name))),
            size=0,
            facets=facets,
        )
        for name in names
    ]
    answers = engine.answer(narrowed, until) if narrowed else []
    pairs = [
        Pair(one, other, count)
        for one, other in combinations(range(len(names)), 2)
        if (count := _count(answers[one], names[other]))
    ]
    return sorted(pairs, key=lambda pair: (-pair.count, pair.one, pair.other))


def _count(matches: Matches, name: CoOccurrence) -> int:
    return matches.facets[name.type].counts.get(name.name, 0)
