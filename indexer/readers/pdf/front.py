"""What stands before a document's text: title, authors, where they work. What is raised there
says where an author works, not what a sentence rests on."""

import re
from collections.abc import Sequence

from loccit.indexer.readers.pdf.groups import Group, alike, groups
from loccit.indexer.readers.pdf.lines import Line

ABSTRACT = frozenset(
    "abstract summary synopsis introduction overview preface foreword contents zusammenfassung "
    "résumé resumen".split()
)
_FIRST_SECTION = re.compile(r"(?:1|I)\.?\s+[A-Z][a-z]")
LEAST_LETTERS = 120
"""A paragraph of so many letters is text."""
LEAST_LINES = 3


def front(groups: Sequence[Group], body: float) -> int:
    """How many groups stand before the text: none if the first page has no larger title."""
    if not any(group[0].size > 1.05 * body for group in groups[:6]):
        return 0
    for at, group in enumerate(groups):
        if group[0].sheet > groups[0][0].sheet or _begins(group, body):
            return at
    return len(groups) if groups and groups[-1][0].sheet == groups[0][0].sheet else 0


def _begins(group: Group, body: float) -> bool:
    words = group[0].text.strip(" .:—-0123456789").casefold()
    letters = sum(len(line.text) for line in group)
    first = words.split(".", 1)[0].split(":", 1)[0].split("—", 1)[0].strip()
    long = letters >= LEAST_LETTERS and len(group) >= LEAST_LINES and _is_prose(group)
    numbered = bool(_FIRST_SECTION.match(group[0].text))
    return first in ABSTRACT or numbered or (long and alike(group[0].size, body))


def _is_prose(group: Group) -> bool:
    """Sentences rather than names: most words of names begin with a capital."""
    words = [word for line in group for word in line.text.split() if word[0].isalpha()]
    return sum(word[0].islower() for word in words) * 2 > len(words)


def front_lines(pages: Sequence[Sequence[Line]], body: float) -> frozenset[int]:
    """The identities of the lines that stand before the text."""
    first = next((list(page) for page in pages if page), [])
    found = groups([first])
    return frozenset(id(line) for group in found[: front(found, body)] for line in group)
