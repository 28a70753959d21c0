"""Words that point to a citation before: `Ibid.`, `op. cit.`, `loc. cit.`"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_POINTER = re.compile(
    r"\b(?:(?:ibid(?:em)?|ib)\b\.?(?!\w)|(?:op|loc)\.?\s?cit\b\.?|opere\scitato|loco\scitato)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"([^\W\d_][^\W\d_'’-]+(?:[-'’][^\W\d_]+)?),?\s\Z")
_HINTS = ("ibid", "Ibid", "IBID", "ib.", "Ib.", " cit", ".cit", "Cit", "CIT")
"""Without one of these a text has no pointer: most are read no further."""
_PAGE = re.compile(r",?\s?(?:p|\d)")


@dataclass(frozen=True, slots=True)
class Pointer:
    """`text[start:end]` points to the citation before, to that by `author` if it names one."""

    start: int
    end: int
    words: str
    author: str


def found(text: str) -> Iterator[Pointer]:
    """The pointers of a text, in order.

    >>> [(each.words, each.author) for each in found("(Hartwell, loc. cit.) and Ibid., p. 40")]
    [('loc. cit.', 'Hartwell'), ('Ibid.', '')]
    """
    if not any(hint in text for hint in _HINTS):
        return
    for match in _POINTER.finditer(text):
        if match[0].lower().rstrip(".") == "ib" and not _is_ib(text, match):
            continue
        author = _AUTHOR.search(text, max(0, match.start() - 40), match.start())
        named = author[1] if author and author[1][0].isupper() else ""
        yield Pointer(match.start(), match.end(), match[0], named)


def is_pointer(words: str) -> bool:
    return _POINTER.fullmatch(words) is not None


def _is_ib(text: str, match: re.Match[str]) -> bool:
    """Whether `ib.` is the pointer: before a page."""
    return (
        match[0].endswith(".") and re.match(r",?\s?(?:p|\d)", text[match.end() :][:4]) is not None
    )
