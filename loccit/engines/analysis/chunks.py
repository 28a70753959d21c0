"""Where a text may hold words: stretches that are read by themselves, whatever stands beside them.

Words are letters with their marks, as Unicode's word boundaries (UAX 29) have them; what joins two
of them (an apostrophe, a hyphen, also at a line's end, a full stop, the commas of a number) and the
signs that belong to a word (C++, $5, § 12) stay with them, for `reading` to say what they make.
"""

import re
from collections.abc import Iterator

from loccit.engines.analysis.characters import APOSTROPHE, CURRENCY, HYPHEN, SECTION, SHARE, WORD

_SPACE = r"[ \u00a0\u2009\u202f]"
GROUPED = (
    rf"(?<!\D\d\d\d{_SPACE})\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,3}}(?!{_SPACE}\d)(?![\w.,]?\d)(?!\w)"
)
"""A number whose thousands are set apart; a longer row of numbers is a table's."""
_LINE_END = r"[ \t]*\r?\n[ \t]*"
JOINT = (
    rf"(?:{APOSTROPHE}|{HYPHEN}(?:{_LINE_END})?|(?<=\u00ad){_LINE_END}|[.．·]|(?<=\d)[,/٬٫](?=\d)"
    r"|(?<=[\u05d0-\u05ea])[\"”](?=[\u05d0-\u05ea]))"
)
_BEFORE = rf"[{CURRENCY}{SECTION}]\s?(?=\d)|(?<!\S)\.(?=[^\W\d_])"
_AFTER = rf"\+\+?(?![\w+])|#(?![\w#])|(?<=\d)[ \u00a0\u202f]?[{SHARE}{CURRENCY}](?!\w)"
_CHUNK = re.compile(
    rf"(?P<before>{_BEFORE})?(?P<body>{GROUPED}|{WORD}(?:{JOINT}{WORD})*)(?P<after>{_AFTER})?"
)
_ACROSS = re.compile(
    rf"\d[ \u00a0\u2009\u202f](?:\d\d\d|[{SHARE}{CURRENCY}])|[{CURRENCY}{SECTION}]\s\d"
    rf"|[\u00ad{HYPHEN[1:]}{_LINE_END}"
)
"""Where a chunk may go beyond white space."""
_BLACK = re.compile(r"\S+")
_BESIDE_SPACE = (
    ", ", ". ", "; ", ": ", ") ", "? ", "! ", '" ', "” ", ' "', " (", " “", " – ", " — ",
)  # fmt: skip
"""No part of a word: without them fewer stretches differ."""


def _bare(text: str) -> str:
    """With spaces for signs beside spaces; every word stays in its place."""
    for sign in _BESIDE_SPACE:
        text = text.replace(sign, " " * len(sign))
    return text


def stretches(text: str) -> list[str]:
    """Parts of a text that may be read by themselves, in order."""
    text = _bare(text)
    if _ACROSS.search(text):
        return [match[0] for match in _CHUNK.finditer(text)]
    return text.split()


def placed(text: str) -> Iterator[tuple[int, str]]:
    """`stretches`, each with where it begins."""
    text = _bare(text)
    by = _CHUNK if _ACROSS.search(text) else _BLACK
    for match in by.finditer(text):
        yield match.start(), match[0]


def chunks(stretch: str) -> Iterator[re.Match[str]]:
    """With the groups `before`, `body` and `after`."""
    return _CHUNK.finditer(stretch)
