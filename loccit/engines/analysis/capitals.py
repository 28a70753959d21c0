"""Lines in capitals, whose words are no abbreviations."""

import re

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST, _LONG = 3, 5
"""Words that such a line has at least, and the letters of the longest of them: `NATO, EU, UN` is
a list of abbreviations."""


def eased(text: str) -> str:
    """`text` with the lines that have no small letter in small letters, its length unchanged.

    >>> eased("ALEPPO FALLS AGAIN"), eased("NATO, EU, UN"), eased("Then NATO, THE EU AND OTHERS.")
    ('aleppo falls again', 'NATO, EU, UN', 'Then NATO, THE EU AND OTHERS.')
    """
    if text.isupper():
        return _line(text)
    if "\n" not in text:
        return text
    lines = text.split("\n")
    if not any(map(str.isupper, lines)):
        return text
    return "\n".join(_line(line) if line.isupper() else line for line in lines)


def _line(line: str) -> str:
    words = _WORD.findall(line)
    capitals = [each for each in words if each.isupper()]
    if len(capitals) < _FEWEST or len(capitals) < len(words):
        return line
    if max(map(len, capitals)) < _LONG:
        return line
    small = line.lower()
    return small if len(small) == len(line) else line
