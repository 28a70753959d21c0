"""Words of a search that are a spelling of a name: they stand for all its spellings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from loccit.engines import analysis
from loccit.engines.analysis import CAPITAL
from loccit.engines.query import KeywordTerm
from loccit.model.names import Name
from loccit.search.query.stop_words import is_stop_word
from loccit.search.query.syntax import Node, Word
from loccit.search.query.vocabulary import Lookup

Named = Callable[[str], tuple[Name, ...]]
"""What gives the names of a spelling."""

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
                before = run[at - 1].text if at else ""
                names = _meant(words, before, lookup)
                if names:
                    yield SpelledName(words, names)
                    at = end
                    break
            else:
                at += 1


def _meant(words: tuple[Word, ...], before: str, lookup: Lookup) -> tuple[Name, ...]:
    """The names of just this spelling that are mentioned most; not those of another person, whose
    surname follows the given name `before`, nor any where it is rather a word."""
    if all(is_stop_word(each.text) for each in words):
        return ()
    names = lookup.named(" ".join(each.text for each in words))
    if names and len(words) == 1:
        if _is_plain(words[0].text, lookup):
            return ()
        names = tuple(each for each in names if not is_another(each, before, lookup.named))
    if not names:
        return ()
    ranked = sorted(names, key=lambda name: (-name.mentions, name.name))[:MOST]
    return tuple(each for each in ranked if each.mentions * _SHARE >= ranked[0].mentions)


def is_another(name: Name, before: str, named: Named) -> bool:
    """Whether the given name `before` a surname is none of the person's of that `name`: Mary
    Lincoln isn't Abraham Lincoln."""
    if name.type != "person" or not before or is_stop_word(before):
        return False
    given = analysis.fold(before)
    own = {word for spelling in name.spellings for word in analysis.fold(spelling).split()}
    return given not in own and any(each.type == "person" for each in named(before))


def _is_plain(text: str, lookup: Lookup) -> bool:
    """Whether it is typed in small letters and the index has it in these more often."""
    if not text.islower() or not text.isalpha():
        return False
    term = analysis.term(text)
    capitals = (CAPITAL + term, text.upper())
    named = sum(lookup.having("written", each) for each in capitals)
    return lookup.having("terms", term) > 2 * named
