"""A text as its letters and digits alone, so that titles compare however they are divided.

"Word re-ordering", "Word Reordering" and "Word reorder-\\ning" are the same letters.
"""

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Compact:
    """`letters` are folded; `places[i]` is where letter `i` is in the text, `starts` and `ends`
    are the letters that words begin with, and those that they end before."""

    letters: str
    places: tuple[int, ...]
    starts: tuple[int, ...]
    ends: frozenset[int]

    @property
    def words(self) -> int:
        return len(self.starts)


def compact(text: str) -> Compact:
    """
    >>> one = compact("Re-ordering, in Łódź")
    >>> one.letters, one.starts
    ('reorderinginlodz', (0, 2, 10, 12))
    """
    letters: list[str] = []
    places: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        starts.append(len(letters))
        for at in range(*match.span()):
            for letter in folded(text[at]):
                letters.append(letter)
                places.append(at)
        ends.append(len(letters))
    return Compact("".join(letters), tuple(places), tuple(starts), frozenset(ends))


def folded(text: str) -> str:
    """Case and accents away, letters and digits alone.

    >>> folded("Straße"), folded("Øre")
    ('strasse', 'ore')
    """
    if text.isascii():
        return text.lower() if text.isalnum() else "".join(filter(str.isalnum, text.lower()))
    spread = unicodedata.normalize("NFKD", text).casefold().translate(_KEYBOARD)
    return "".join(each for each in spread if each.isalnum())


_KEYBOARD = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
                           "ı": "i", "ħ": "h"})  # fmt: skip
"""Letters that Unicode doesn't take apart, as a keyboard without them has them."""
