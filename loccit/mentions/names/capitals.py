"""Lines in capitals, as a recogniser can read them: the words in the case of a title."""

import re

_LINE = re.compile(r"^(?=.*[^\W\d_])[^\n]*$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{2,}(?:'[^\W\d_]+)?")
_SMALL = frozenset(
    "a an and as at but by for from in into is of on or over that the to under was with".split()
)
_FEWEST = 3
"""Words in capitals of a line; fewer are abbreviations or a name."""


def eased(text: str) -> str:
    """`text` with the lines that have no small letter in the case of a title, length unchanged.

    >>> eased("BARACK OBAMA MET US IN BERLIN.")
    'Barack Obama Met Us in Berlin.'
    >>> eased("NATO AND"), eased("Then NATO, THE EU AND THE UN.")
    ('NATO AND', 'Then NATO, THE EU AND THE UN.')
    """
    return _LINE.sub(_line, text)


def _line(match: re.Match[str]) -> str:
    line = match[0]
    if any(c.islower() for c in line) or len(_WORD.findall(line)) < _FEWEST:
        return line
    return _WORD.sub(_word, line)


def _word(match: re.Match[str]) -> str:
    word = match[0]
    lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in word)
    return lowered if lowered in _SMALL else word[0] + lowered[1:]
