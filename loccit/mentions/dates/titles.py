"""Days that are a part of a title: Night of January 16th, "The Fourth of July"."""

import re

from loccit.mentions.dates.tagged import Tagged

_CAPITALS = re.compile(
    r"\w(?:'s)?[,)]?\s+(?:The|(?:(?:Night|Morning|Evening|Afternoon|Eve|Dawn|Day"
    r"|Born)\s+(?:of|on|for|before|after|since|till|until)(?:\s+[Tt]he)?))\s+\Z"
)
"""In the middle of a sentence: starred in Born on the."""
_OPENING_THE = re.compile(r"\w(?:'s)?[,)]?\s+\Z")
_MARKS = {'"': '"', "“": "”", "«": "»", "‘": "’", "*": "*", "_": "_"}
_LONGEST = 60
"""Code points to either side of a date in which its title is quoted."""
_SMALL = frozenset("a an the of on in at to for from and or but by with as is".split())
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NTH = re.compile(r"\d+(?:st|nd|rd|th)?\Z")


def is_in_title(text: str, tagged: Tagged) -> bool:
    """Whether the words around a day make it a part of a title, by capitals or in quotation marks.

    >>> from loccit.mentions.dates.rules import single
    >>> texts = "in Night of January 16th she", "the night of January 16th"
    >>> [is_in_title(text, next(single(text))) for text in texts]
    [True, False]
    """
    since = max(0, tagged.start - _LONGEST)
    if text.startswith("The ", tagged.start) and _OPENING_THE.search(text, since, tagged.start):
        return True
    return bool(_CAPITALS.search(text, since, tagged.start)) or _is_quoted(text, tagged, since)


def _is_quoted(text: str, tagged: Tagged, since: int) -> bool:
    """Whether it stands in quotation marks, or marks of emphasis, with words as in a title only."""
    for opening, closing in _MARKS.items():
        begins = text.rfind(opening, since, tagged.start)
        ends = text.find(closing, tagged.end, tagged.end + _LONGEST)
        if begins >= 0 and ends >= 0 and _is_marked(text, begins, ends):
            words = text[begins + 1 : tagged.start] + text[tagged.end : ends]
            return _is_title(words) and (bool(_WORD.search(words)) or tagged.spec.day is not None)
    return False


def _is_marked(text: str, begins: int, ends: int) -> bool:
    """Whether the two marks open and close what stands between them, on one line."""
    opens = not text[begins + 1].isspace() and not text[max(0, begins - 1) : begins].isalnum()
    return opens and not text[ends - 1].isspace() and "\n" not in text[begins:ends]


def _is_title(words: str) -> bool:
    """Whether each word begins with a capital, small words aside, and no sentence ends.

    >>> _is_title("Born on the"), _is_title("The council met on"), _is_title("")
    (True, False, True)
    """
    if re.search(r"[.!?;:,]", words):
        return False
    return all(
        word[0].isupper() or word in _SMALL or _NTH.match(word) for word in _WORD.findall(words)
    )
