"""The stem of a word: Snowball's English one, of the word as it is spelled in America."""

from functools import lru_cache

import Stemmer

from loccit.engines.analysis.folding import fold, fold_case
from loccit.engines.analysis.spellings import american

_stemmer = Stemmer.Stemmer("english")
_NO_STEMS = frozenset(
    "am an as at be by do go he if in is it me my no of on or so to up us we".split()
)
"""Words of grammar, which other words aren't forms of: `ins` and `İnş` are no `in`."""


@lru_cache(maxsize=200_000)
def stem(plain: str) -> str:
    """Of a word that is folded."""
    found: str = _stemmer.stemWord(american(plain))
    return plain if found in _NO_STEMS else found


def term(word: str) -> str:
    """The form in which `word` is indexed in `terms`: folded, and its stem.

    >>> term("Courts"), term("court"), term("naïvely"), term("ins")
    ('court', 'court', 'naiv', 'ins')
    """
    return stem(fold(word)) or word


def word(text: str) -> str:
    """The form in which a word is indexed in `words`: unstemmed, case folded, accents kept.

    >>> word("Naïvely")
    'naïvely'
    """
    return fold_case(text) or text


def folded(text: str) -> str:
    """Folded and not stemmed: of abbreviations."""
    return fold(text) or text
