"""A first line that is the title: the file has its name, with fewer letters at most."""

import re
import unicodedata

from loccit.indexer.headings import marked

_FIRST = re.compile(r"\s*(?P<line>[^\r\n]+)(?:\r\n|\r|\n)[ \t]*(?:\r|\n|\Z)")
_LONGEST = 120
_SPELLED = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "ß": "ss"}
_PLAIN = {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}


def title(text: str, name: str) -> str:
    """The first line of a text if it stands alone, is short and has the letters and digits of
    the file's `name`, which may lack those that aren't ASCII; else "".

    >>> title("Lorenz Bäumer\\n\\nHe is a jeweller.", "lorenz-b-umer")
    'Lorenz Bäumer'
    >>> title("Lorenz Bäumer\\nHe is.", "lorenz-b-umer"), title("A jeweller\\n\\nHe is.", "lorenz")
    ('', '')
    """
    match = _FIRST.match(text)
    if match is None or len(match["line"].strip()) > _LONGEST:
        return ""
    line = match["line"].strip()
    words = marked(line) or line
    return words if _has_name(_letters(words), _letters(name)) else ""


def _has_name(line: str, name: str) -> bool:
    """Whether the name is the line, some of its letters plain, spelled in two, or missing.

    >>> [_has_name("bäumer", name) for name in ("bäumer", "baumer", "baeumer", "bumer", "umer")]
    [True, True, True, True, False]
    """
    if 2 * len(name) < len(line) or not name:
        return False
    reached = {0}
    for letter in line:
        ways = _ways(letter)
        reached = {at + len(way) for at in reached for way in ways if name.startswith(way, at)}
    return len(name) in reached


def _ways(letter: str) -> tuple[str, ...]:
    """How a file's name may have a letter."""
    if letter.isascii():
        return (letter,)
    plain = "".join(each for each in unicodedata.normalize("NFKD", letter) if each.isascii())
    ways = {letter, "", plain, _PLAIN.get(letter, ""), _SPELLED.get(letter, "")}
    return tuple(sorted(ways))


def _letters(words: str) -> str:
    folded = unicodedata.normalize("NFC", words).lower()
    return "".join(each for each in folded if each.isalnum())
