"""Words of a search that are a spelling of a name: they stand for all its spellings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loccit.engines.query import KeywordTerm
from loccit.model.names import Name
from loccit.search.query.stop_words import is_stop_word
from loccit.search.query.syntax import Node, Word
from loccit.search.query.vocabulary import Lookup

MOST = 3
"""Names that words stand for at most, those with the most mentions."""
_SHARE = 3
"""A name with fewer mentions than the most frequent one by so many times isn't meant."""
_MOST_WORDS = 12
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class SpelledName:
    """Words beside each other that are a spelling of `names`."""

    words: tuple[Word, ...]
    names: tuple[Name, ...]

    @property
    def spelling(self) -> str:
        return " ".join(each.text for each in self.words)

    @property
    def values(self) -> tuple[KeywordTerm, ...]:
        return tuple(KeywordTerm(each.type, each.name) for each in self.names)


def spelled_names(required: Sequence[Node], lookup: Lookup) -> tuple[SpelledName, ...]:
    """The longest runs of the words that have to match which are a spelling of a name."""
    return tuple(_found(list(_runs(required)), lookup))


def _runs(required: Sequence[Node]) -> Iterator[list[Word]]:
    """Words beside each other, a few at most in all."""
    run: list[Word] = []
    for node in required[:_MOST_WORDS]:
        if isinstance(node, Word):
            run.append(node)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _found(runs: Sequence[list[Word]], lookup: Lookup) -> Iterator[SpelledName]:
    for run in runs:
        at = 0
        while at < len(run):
            for end in range(min(len(run), at + _LONGEST), at, -1):
                words = tuple(run[at:end])
                names = _meant(words, lookup)
                if names:
                    yield SpelledName(words, names)
                    at = end
                    break
            else:
                at += 1


def _meant(words: tuple[Word, ...], lookup: Lookup) -> tuple[Name, ...]:
    """The names of just this spelling that are mentioned most."""
    if all(is_stop_word(each.text) for each in words):
        return ()
    names = lookup.named(" ".join(each.text for each in words))
    ranked = sorted(names, key=lambda name: (-name.mentions, name.name))[:MOST]
    return tuple(each for each in ranked if each.mentions * _SHARE >= ranked[0].mentions)
