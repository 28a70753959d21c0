"""Did you mean: the search with its misspelled words mended, all of them together.

What a mending finds is counted in the round trip that asks for everything else; so is whether its
words stand together, which makes a doubtful one likely.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from loccit.engines import analysis
from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine, FacetRequest, Matches, Request
from loccit.engines.query import Term
from loccit.model.mentions import ENTITY_TYPES
from loccit.search.help.changes import Candidate, Tried
from loccit.search.help.misspelled import Meant, Misspelled, misspelled
from loccit.search.query import syntax
from loccit.search.query.parsed import Parsed
from loccit.search.query.parser import understood
from loccit.search.query.syntax import Leaf, Node, Quoted, Word
from loccit.search.results import Spelling

MOST = 12
"""Mendings that are counted."""
MOST_OFFERED = 3
_MARGIN = 2.5
"""Odds by which the likeliest mending leaves another behind, so that it isn't offered."""
_MOST_TOGETHER = 2.5
"""Odds that standing together adds at most."""
_NAMES = 5


@dataclass(frozen=True, slots=True)
class _Mending:
    """Misspelled words, each with what it is taken as, and the search that this makes."""

    words: tuple[tuple[Misspelled, Meant], ...]
    tree: Node
    parsed: Parsed

    @property
    def spelling(self) -> Spelling:
        if len(self.words) > 1:
            return Spelling("", "", self.tree)
        ((word, meant),) = self.words
        return Spelling(word.text, meant.text, self.tree)


@dataclass(frozen=True, slots=True)
class Offers:
    """Likely mendings that find something, the likeliest first; `one` where there is just one."""

    spellings: tuple[Spelling, ...] = ()
    tried: tuple[Tried, ...] = ()
    one: Spelling | None = None


class Mendings:
    """What to ask about the spelling of a search, and what to offer by the answers."""

    def __init__(self, engine: Engine, parsed: Parsed, total: int, until: Deadline) -> None:
        """Of a search that finds `total` passages; raises OutOfTime."""
        self._engine, self._until = engine, until
        self._tree = parsed.tree
        self._words = tuple(misspelled(engine, parsed.tree, total, until))
        self._whole = tuple(self._mended(chosen) for chosen in self._choices())
        self._each = tuple(self._by_themselves()) if len(self._words) > 1 else ()
        rest = parsed.tree
        for leaf in {id(each.leaf): each.leaf for each in self._words}.values():
            rest = syntax.without(rest, leaf)
        self._rest = understood(rest, engine, until)

    def _choices(self) -> list[tuple[Meant, ...]]:
        """What the words may be meant as together, the likeliest first."""
        if not self._words:
            return []
        each = max(1, round(MOST ** (1 / len(self._words))))
        choices = product(*(word.meant[:each] for word in self._words))
        return sorted(choices, key=lambda meant: -sum(one.odds for one in meant))[:MOST]

    def _by_themselves(self) -> Iterator[_Mending]:
        for word in self._words:
            yield self._taken(((word, word.meant[0]),))

    def _mended(self, meant: Sequence[Meant]) -> _Mending:
        return self._taken(tuple(zip(self._words, meant, strict=True)))

    def _taken(self, words: tuple[tuple[Misspelled, Meant], ...]) -> _Mending:
        tree = _respelled(self._tree, words)
        return _Mending(words, tree, understood(tree, self._engine, self._until))

    @property
    def likeliest(self) -> Parsed | None:
        """The search with its misspelled words as they are most likely meant, whether that finds
        anything or not; None where all are doubtful."""
        tree = self.of_part(self._tree) if self._tree else None
        return understood(tree, self._engine, self._until) if tree else None

    def of_part(self, part: Node) -> Node | None:
        """A part of the search with its words as they are most likely meant."""
        leaves = {id(leaf) for leaf in syntax.leaves(part)}
        words = tuple(
            (word, word.meant[0])
            for word in self._words
            if id(word.leaf) in leaves and word.meant[0].odds >= 0
        )
        return _respelled(part, words) if words else None

    @property
    def requests(self) -> tuple[Request, ...]:
        if not self._words:
            return ()
        doubted = (_names_with(word) for word in self._doubted)
        counted = (each.parsed.request(size=1) for each in (*self._whole, *self._each))
        return (self._rest.request(), *doubted, *counted)

    @property
    def _doubted(self) -> tuple[Misspelled, ...]:
        return tuple(word for word in self._words if word.term)

    def answered(self, answers: Sequence[Matches]) -> Offers:
        """Out of the answers to `requests`."""
        if not self._words:
            return Offers()
        rest, *found = answers
        named = {
            word.text
            for word, matches in zip(self._doubted, found, strict=False)
            if any(_has_word(name, word.text) for name in _names(matches))
        }
        counted = found[len(self._doubted) :]
        whole = sorted(
            self._likely(self._whole, counted, named, rest.total), key=lambda one: -one.odds
        )
        each = list(self._likely(self._each, counted[len(self._whole) :], named, rest.total))
        likely = [one for one in whole if one.odds >= whole[0].odds - _MARGIN] or each
        offered = [*likely[:MOST_OFFERED], *(each if likely is not each else ())]
        return Offers(
            tuple(one.spelling for one in offered),
            tuple(one.tried for one in offered),
            likely[0].spelling if len(likely) == 1 else None,
        )

    def _likely(
        self, mendings: Sequence[_Mending], counted: Sequence[Matches], named: set[str], rest: int
    ) -> Iterator["_Likely"]:
        """Those that find something and are likely."""
        found = (
            _Likely(mending, matches, self._together(mending, matches.total, rest))
            for mending, matches in zip(mendings, counted, strict=False)
            if matches.total and not any(word.text in named for word, _ in mending.words)
        )
        yield from (one for one in found if one.is_likely)

    def _together(self, mending: _Mending, total: int, rest: int) -> float:
        """The odds that the words stand with the rest of the search by more than chance.

        The logarithm of how many times more often, from 0 to what it adds at most.
        """
        required = syntax.required(self._tree)
        if not all(any(word.leaf is each for each in required) for word, _ in mending.words):
            return 0.0
        passages = max(1, self._engine.manifest.passages)
        expected = rest * math.prod(meant.having / passages for _, meant in mending.words)
        return min(_MOST_TOGETHER, max(0.0, math.log((total + 0.5) / (expected + 0.5))))


@dataclass(frozen=True, slots=True)
class _Likely:
    """A mending with what it finds, and the odds that standing together adds."""

    mending: _Mending
    matches: Matches
    together: float

    @property
    def odds(self) -> float:
        return sum(meant.odds for _, meant in self.mending.words) + self.together

    @property
    def is_likely(self) -> bool:
        return all(meant.odds + self.together >= 0 for _, meant in self.mending.words)

    @property
    def spelling(self) -> Spelling:
        return replace(self.mending.spelling, total=self.matches.total)

    @property
    def tried(self) -> Tried:
        candidate = Candidate(0, self.spelling.label, self.mending.tree)
        return Tried(candidate, self.mending.parsed, self.matches)


def _names_with(word: Misspelled) -> Request:
    """For names in the passages that have the word, which may be a part of one."""
    types = (FacetRequest(type, _NAMES, containing=(word.text,)) for type in ENTITY_TYPES)
    return Request(Term("terms", word.term), size=0, facets=tuple(types))


def _names(matches: Matches) -> Iterator[str]:
    for type in ENTITY_TYPES:
        yield from matches.facets[type].counts


def _has_word(name: str, word: str) -> bool:
    return analysis.fold(word) in map(analysis.fold, analysis.words(name))


def _respelled(tree: Node | None, words: Sequence[tuple[Misspelled, Meant]]) -> Node:
    """The search with the words, some of which may be of the same phrase, as they are meant."""
    assert tree is not None
    for leaf in {id(word.leaf): word.leaf for word, _ in words}.values():
        text = leaf.text
        for word, meant in reversed(words):
            if word.leaf is leaf:
                text = text[: word.start] + meant.text + text[word.end :]
        tree = syntax.replaced(tree, leaf, _as(leaf, text))
    return tree


def _as(leaf: Leaf, text: str) -> Leaf:
    """The leaf with another text, quoted where it has more than one word."""
    if isinstance(leaf, Quoted):
        return replace(leaf, text=text)
    return Word(text) if " " not in text else Quoted(text)
