"""Words of English that say little by themselves: indexed, but not required beside others.

They are told by the word as typed, not by its stem: mines aren't mine, nor is the willing will.
"""

from collections.abc import Iterator, Sequence

from loccit.engines import analysis
from loccit.search.query import syntax
from loccit.search.query.syntax import Fielded, Negated, Node, Word

WORDS = frozenset(
    """
a about above after again against all also am an and any are as at be because been before being
below between both but by can cannot could did do does doing down during each either else ever
every few for from further had has have having he her here hers herself him himself his how however
i if in into is it its itself just least less let like many may me might mine more most much must my
myself neither no nor not of off often on once one only onto or other others our ours ourselves out
over own per rather same shall she should since so some such than that the their theirs them
themselves then there these they this those though through thus to too toward towards under until
unto up upon us very via was we were what when where whether which while who whom whose why will
with within without would yet you your yours yourself yourselves
""".split()
)
"""Articles, pronouns, prepositions, conjunctions, auxiliaries, adverbs of degree and place."""
_ALSO_NAMES = frozenset("down like mine more will".split())
"""Of people, where they begin a search with a capital and another word with one follows."""


def is_stop_word(text: str) -> bool:
    """
    >>> is_stop_word("The"), is_stop_word("raid"), is_stop_word("mines"), is_stop_word("d'or")
    (True, False, False, False)
    """
    return text.isalpha() and text.lower() in WORDS


def content(text: str) -> tuple[str, ...]:
    """The distinct terms of a text without stop words, or all where nothing else would remain.

    >>> content("the mines, the mine and the mining"), content("the who")
    (('mine',), ('the', 'who'))
    """
    tokens = tuple(analysis.tokens(text))
    kept = (t.term for t in tokens if not is_stop_word(text[t.start : t.end]))
    return tuple(dict.fromkeys(kept)) or tuple(dict.fromkeys(token.term for token in tokens))


def dropped(tree: Node | None) -> tuple[Word, ...]:
    """The stop words of a search that needn't be there, though something else is asked for.

    A word with a capital inside a search is meant (Theresa May, WHO staff); so is what is excluded.

    >>> from loccit.search.query.syntax import all_of
    >>> [each.text for each in dropped(all_of([*map(Word, ("The", "fall", "of", "US", "us"))]))]
    ['The', 'of', 'us']
    """
    plain = tuple(_plain(tree))
    is_loud = analysis.is_shouted(" ".join(word.text for word in plain))
    return tuple(
        word for at, word in enumerate(plain) if is_stop_word(word.text)
        and (is_loud or _is_small(word.text, at, plain))
    )  # fmt: skip


def _is_small(text: str, at: int, plain: Sequence[Word]) -> bool:
    """Whether its capital, if it has one, is only that of a sentence's first word."""
    if text.islower():
        return True
    if (at and not plain[at].opens) or text == "May" or (len(text) > 1 and text.isupper()):
        return False
    followed = len(plain) > at + 1 and plain[at + 1].text[:1].isupper()
    return text.lower() not in _ALSO_NAMES or not followed


def _plain(tree: Node | None) -> Iterator[Word]:
    """The words without a field that aren't excluded, in order."""
    match tree:
        case syntax.All(parts) | syntax.Any(parts):
            for part in parts:
                yield from _plain(part)
        case Word():
            yield tree
        case None | Negated() | Fielded() | syntax.Quoted():
            return
