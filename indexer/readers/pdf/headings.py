"""Which groups of lines are headings, and of which level."""

import re
from collections import Counter
from collections.abc import Sequence

from loccit.indexer.readers.pdf.groups import Group, alike
from loccit.indexer.readers.pdf.rows import is_table

LARGER = 1.08
"""A heading is set at least this many times as large as the body, or bold, or in capitals."""
MOST_LETTERS = 220
MOST_LINES = 4
MOST_LEVELS = 6

_LETTER = re.compile(r"[^\W\d_]{2}")


def levels(groups: Sequence[Group], body: float) -> list[int]:
    """The level of each group from 1, by the sizes that headings have; 0 for text."""
    styles = [_style(group, body) for group in groups]
    ranked = sorted({style for style in styles if style}, reverse=True)
    rank = {style: min(at + 1, MOST_LEVELS) for at, style in enumerate(ranked)}
    return [rank[style] if style else 0 for style in styles]


def chapters(groups: Sequence[Group], levels: Sequence[int]) -> list[tuple[int, str]]:
    """The headings of the highest level that comes more than once, by sheet."""
    counts = Counter(level for level in levels if level)
    main = min((level for level, count in counts.items() if count > 1), default=1)
    return [
        (group[0].sheet, " ".join(line.text for line in group))
        for group, level in zip(groups, levels, strict=True)
        if level == main
    ]


def _style(group: Group, body: float) -> tuple[float, bool] | None:
    """Size and weight of a heading, None for what is none."""
    line = group[0]
    text = " ".join(line.text for line in group)
    if (
        is_table(group)
        or len(text) > MOST_LETTERS
        or len(group) > MOST_LINES
        or not _LETTER.search(text)
    ):
        return None
    if line.size >= LARGER * body:
        return (round(line.size, 1), line.bold)
    if not (alike(line.size, body) or line.size > body) or text.endswith((".", ",", ";")):
        return None
    capitals = text.isupper() and len(group) <= 2 and len(text) > 3
    if line.bold or (capitals and not line.fixed):
        return (round(max(line.size, body), 1), line.bold)
    return None
