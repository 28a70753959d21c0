"""Words of English that say little by themselves: indexed, but never required beside others."""

from collections.abc import Iterable

from loccit.engines import analysis

WORDS = """
a about above after again against all also am an and any are as at be because been before being
below between both but by can cannot could did do does doing down during each either else ever
every few for from further had has have having he her here hers herself him himself his how however
i if in into is it its itself just least less let like many may me might mine more most much must my
myself neither no nor not of off often on once one only onto or other others our ours ourselves out
over own per rather same shall she should since so some such than that the their theirs them
themselves then there these they this those though through thus to too toward towards under until
unto up upon us very via was we were what when where whether which while who whom whose why will
with within without would yet you your yours yourself yourselves
"""
"""Articles, pronouns, prepositions, conjunctions, auxiliaries, adverbs of degree and place."""

STOP_WORDS = frozenset(analysis.terms(WORDS))
"""As terms, to compare with those of a search."""


def is_stop_word(text: str) -> bool:
    """
    >>> is_stop_word("The"), is_stop_word("raid"), is_stop_word("D'or")
    (True, False, False)
    """
    return text.isalpha() and analysis.term(text) in STOP_WORDS


def content(terms: Iterable[str]) -> tuple[str, ...]:
    """The distinct terms without stop words, or all of them where nothing else would remain.

    >>> content(["the", "raid", "the"]), content(["the", "who"])
    (('raid',), ('the', 'who'))
    """
    distinct = tuple(dict.fromkeys(terms))
    return tuple(term for term in distinct if term not in STOP_WORDS) or distinct
