"""A document's text cut into passages: a line each, or a few sentences of prose each.

Without a word from the sidecar a text is taken as lines when it has at least two, none blank
between them, none longer than 1,500 characters, and nine in ten end as sentences do; hard-wrapped
prose and paragraphs with blank lines between them are prose.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loccit.indexer.sidecar import Cut
from loccit.mentions.sentences import sentences

LENGTH = 600
"""Of a passage of prose in code points, about: sentences are added up to it, never cut."""
_LONGEST_LINE = 1500

_LINE = re.compile(r"[^\r\n]+")
_PARAGRAPH = re.compile(r"\S(?:[^\r\n]|\r?\n(?!\s*(?:\r?\n|\Z))|\r(?!\n))*")
_HEADING = re.compile(r"(?:#{1,6}\s+(?P<hash>.+?)\s*#*|={2,6}\s*(?P<wiki>[^=\n]+?)\s*={2,6})\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:\[[^\[\]]{1,40}\])*\Z")


@dataclass(frozen=True, slots=True)
class Cutting:
    """A passage's place in the document, `offset` in code points; `section` is its heading."""

    offset: int
    text: str
    section: str = ""


def taken_as(text: str) -> Cut:
    """`lines` or `prose`, by the rule above.

    >>> taken_as("One came.[4]\\nTwo went.\\n"), taken_as("One came.\\n\\nTwo\\nwent.")
    ('lines', 'prose')
    """
    lines = text.strip().splitlines()
    if len(lines) < 2 or max(map(len, lines)) > _LONGEST_LINE or not all(map(str.strip, lines)):
        return "prose"
    ended = sum(bool(_SENTENCE_END.search(line.rstrip()[-120:])) for line in lines)
    return "lines" if ended >= 0.9 * len(lines) else "prose"


def cut(text: str, how: Cut) -> Iterator[Cutting]:
    """The passages of `text` in order; `text[offset:offset+len(passage.text)] == passage.text`.

    >>> [(c.offset, c.text) for c in cut(" One.\\n\\nTwo.", "lines")]
    [(1, 'One.'), (7, 'Two.')]
    """
    return _lines(text) if how == "lines" else _prose(text)


def _lines(text: str) -> Iterator[Cutting]:
    for match in _LINE.finditer(text):
        yield from _trimmed(text, *match.span())


def _prose(text: str) -> Iterator[Cutting]:
    section = ""
    for match in _PARAGRAPH.finditer(text):
        heading = _heading(match[0])
        if heading:
            section = heading
            continue
        for start, end in _few_sentences(match[0]):
            yield from _trimmed(text, match.start() + start, match.start() + end, section)


def _heading(paragraph: str) -> str:
    """The heading that the paragraph is, "" if it is none.

    >>> _heading("== Events of 2013 =="), _heading("Aftermath"), _heading("It ended.")
    ('Events of 2013', 'Aftermath', '')
    """
    plain = paragraph.strip()
    marked = _HEADING.match(plain)
    if marked:
        return marked["hash"] or marked["wiki"]
    alone = len(plain) <= 80 and "\n" not in plain and not re.search(r"[.!?…,;:\]\"”]\Z", plain)
    return plain if alone and plain[:1].isupper() and len(plain.split()) <= 10 else ""


def _few_sentences(paragraph: str) -> Iterator[tuple[int, int]]:
    start = last = 0
    for _, end in sentences(paragraph):
        if end - start > LENGTH and last > start:
            yield start, last
            start = last
        last = end
    if last > start:
        yield start, last


def _trimmed(text: str, start: int, end: int, section: str = "") -> Iterator[Cutting]:
    stretch = text[start:end]
    trimmed = stretch.strip()
    if trimmed:
        yield Cutting(start + len(stretch) - len(stretch.lstrip()), trimmed, section)
