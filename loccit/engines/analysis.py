"""Text to terms: done once, here, so that every engine indexes the same terms."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u0900-\u0903\u093a-\u094f])*")
_stemmer = Stemmer.Stemmer("english")


@dataclass(frozen=True, slots=True)
class Token:
    """A term and the stretch of text it was read from."""

    term: str
    start: int
    end: int


def fold(text: str) -> str:
    """Case and accents away, for comparing; of any script.

    >>> fold("Émile ÇELİK"), fold("Straße")
    ('emile celik', 'strasse')
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=200_000)
def term(word: str) -> str:
    """The form in which `word` is indexed in `terms`: folded, Snowball's English stem.

    >>> term("Courts"), term("court"), term("naïvely")
    ('court', 'court', 'naiv')
    """
    return str(_stemmer.stemWord(fold(word))) or word


@lru_cache(maxsize=200_000)
def word(text: str) -> str:
    """The form in which a word is indexed in `words`: unstemmed, case folded, accents kept.

    >>> word("Naïvely")
    'naïvely'
    """
    return unicodedata.normalize("NFC", text.casefold())


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of `text` appear; punctuation and underscores divide them."""
    for match in _WORD.finditer(text):
        yield match.span()


def tokens(text: str) -> Iterator[Token]:
    """The words of `text`, in order, as terms.

    >>> [token.term for token in tokens("The courts' holdings")]
    ['the', 'court', 'hold']
    """
    for start, end in spans(text):
        yield Token(term(text[start:end]), start, end)


def terms(text: str) -> list[str]:
    return [term(each) for each in _WORD.findall(text)]


def words(text: str) -> list[str]:
    return [word(each) for each in _WORD.findall(text)]
