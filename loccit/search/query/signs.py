"""Signs as people type them: wide letters and quotation marks of many kinds as plain ones, and
commas and slashes between words for spaces."""

import re
from collections.abc import Iterator

from loccit.engines.analysis.numbers import value

_QUOTATION_MARKS = "„‟«»〝〞〟「」『』﹁﹂＂"
_PLAIN = {
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, _QUOTATION_MARKS), '"'),
    0x3000: " ",
    0x2212: "-",
}
_OUTSIDE = re.compile(r"([\"“”][^\"“”]*[\"“”])|[^\"“”]+")
_BETWEEN = re.compile(
    r"[;،؛、…—|]+|,+(?!\d)|(?<!\d),+|/+(?!\d)|(?<!\d)/+|(?<=[^\W\d_])\++(?=[^\W\d_])|[,/]{2,}"
)
_CLOSING = re.compile(r"(?<=[^\s?!؟‽…。])[?!؟‽…。]+\Z|(?<=[^\W\d_]{2})\.\Z")
_OPENING = re.compile(r"(?:[?!؟‽。]|(?<=[^\W\d_]{3})\.)\s+(?=\S)")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z+.-]*://|www\.|\S+@\S+\.\S+\Z", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{4,}(?:,\d{4,})+\Z")


def plain(typed: str) -> str:
    """With plain signs, at the same places; within plain quotation marks all stays as it is.

    >>> plain("ｄａｔｅ：２０１２　«air strikes»")
    'date:2012 "air strikes"'
    """
    return _OUTSIDE.sub(lambda match: match[1] or match[0].translate(_PLAIN), typed)


def without_closing(word: str) -> str:
    """Without what closes a sentence, which is no part of a word or a wildcard.

    >>> [without_closing(each) for each in ("count?", "wom?n?!", "swim*?", "U.S.", "Inc.", "?")]
    ['count', 'wom?n', 'swim*', 'U.S.', 'Inc', '?']
    """
    return _CLOSING.sub("", word)


def sentences(typed: str) -> frozenset[int]:
    """Where sentences begin, but the first.

    >>> sorted(sentences("Can frogs count? Which study of the U.S. tested it?"))
    [17]
    """
    return frozenset(match.end() for match in _OPENING.finditer(typed))


def side_by_side(text: str) -> Iterator[tuple[int, int]]:
    """Where the words are that a part has without spaces between; numbers and addresses are one.

    >>> [("Homs,troops/250,000"[a:b]) for a, b in side_by_side("Homs,troops/250,000")]
    ['Homs', 'troops', '250,000']
    """
    if _ADDRESS.match(text) or value(text):
        yield 0, len(text)
        return
    between = re.compile(",") if _NUMBERS.match(text) else _BETWEEN
    begins = [0, *(match.end() for match in between.finditer(text))]
    ends = [*(match.start() for match in between.finditer(text)), len(text)]
    words = [
        (begin, end)
        for begin, end in zip(begins, ends, strict=True)
        if any(map(str.isalnum, text[begin:end]))
    ]
    yield from words or [(0, len(text))]
