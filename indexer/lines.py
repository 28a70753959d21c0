"""What a text's lines are: a sample of unrelated lines, paragraphs, or parts of wrapped prose."""

import re
from collections.abc import Sequence
from itertools import pairwise

from loccit.indexer import headings
from loccit.indexer.dated_lines import is_entry
from loccit.indexer.sidecar import Cut
from loccit.mentions.sentences import sentences

_BREAK = re.compile(r"\r\n|\r|\n")
_LONGEST_OF_A_SAMPLE = 1500
_WIDE = 200
"""Code points; longer lines are not wrapped ones."""
_OPENING_MARKER = re.compile(r"\s*\[[^\[\]\s]{1,10}\]")
_POINTING_BACK = re.compile(
    r"(?:He|She|It|They|His|Her|Its|Their|This|That|These|Those|Such|Both|However|Later|Then"
    r"|Afterwards?|Meanwhile|Also|Moreover|Furthermore|Thus|Therefore|Thereafter|Here"
    r"|Subsequently|Eventually|Finally|Nevertheless|Instead|After (?:that|this)|Since then"
    r"|At the time|As a result|In addition|The (?:latter|former|same|following|next)"
    r"|(?:In|On|During|At|By|From)"
    r" (?:this|that|these|those|his|her|their|its|the (?:same|following|next)))\b"
)
_FEWEST_OF_A_SAMPLE = 10


def taken_as(text: str) -> Cut:
    """How a text is cut without a word from the sidecar; docs/formats.md tells it in words.

    >>> taken_as("One came.[4]\\nTwo went.\\n"), taken_as("One came.\\n\\nTwo\\nwent.")
    ('paragraphs', 'prose')
    >>> taken_as("[4] One came.\\n[5] Two went.\\n")
    'lines'
    """
    lines = _BREAK.split(text.strip())
    if len(lines) < 2 or not all(map(str.strip, lines)):
        return "prose"
    if _opens_with_markers(lines) and _are_ended(lines):
        return "lines"
    if are_entries(lines, max(map(len, lines))):
        return "paragraphs"
    own = headings.of_lines(lines)
    told = [line for line, heading in zip(lines, own, strict=True) if not heading]
    if _are_ended(told):
        return "lines" if len(told) == len(lines) and _are_unrelated(lines) else "paragraphs"
    return "paragraphs" if _is_wide(lines) or _is_unbroken(lines) else "prose"


def _is_wide(lines: Sequence[str]) -> bool:
    """Whether most of the text stands in lines longer than wrapped ones are."""
    return 2 * sum(len(line) for line in lines if len(line) > _WIDE) > sum(map(len, lines))


def _is_unbroken(lines: Sequence[str]) -> bool:
    """Whether half of the lines or more end as sentences, or with a colon, and no other runs on
    into the next."""
    width = max(map(len, lines))
    ended = sum(headings.is_ended(line) or line.rstrip().endswith(":") for line in lines)
    return 2 * ended >= len(lines) and not any(
        headings.is_broken(above, below, width if width <= _WIDE else 0)
        for above, below in pairwise(lines)
    )


def are_entries(lines: Sequence[str], width: int) -> bool:
    """Whether the lines are a chronology's, not wrapped prose in which dates open lines.

    `width` is that of the text's longest line.

    >>> are_entries(["1914 War begins", "1918 Peace"], 15)
    True
    >>> are_entries(["It was not before the last weeks of", "1918 that peace was made."], 35)
    False
    """
    return headings.is_chronology(lines) and not any(
        not is_entry(below)
        and not below.lstrip()[0].isupper()
        and headings.runs_on(above, below, width)
        for above, below in pairwise(lines)
    )


def _are_ended(lines: Sequence[str]) -> bool:
    return sum(map(headings.is_ended, lines)) >= 0.9 * len(lines) > 0


def _opens_with_markers(lines: Sequence[str]) -> bool:
    """Whether one in five lines opens with the marker of a sentence that isn't there."""
    opening = sum(_OPENING_MARKER.match(line) is not None for line in lines)
    return max(map(len, lines)) <= _LONGEST_OF_A_SAMPLE and opening >= 0.2 * len(lines)


def _are_unrelated(lines: Sequence[str]) -> bool:
    """Whether they are single sentences, of which next to none points back."""
    if len(lines) < _FEWEST_OF_A_SAMPLE or max(map(len, lines)) > _LONGEST_OF_A_SAMPLE:
        return False
    if sum(_POINTING_BACK.match(line) is not None for line in lines) >= 0.1 * len(lines):
        return False
    single = sum(sum(1 for _ in sentences(line.strip())) == 1 for line in lines)
    return single >= 0.9 * len(lines)
