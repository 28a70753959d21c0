"""Code between backticks, in which a bracket is an index or a list."""

import re
from collections.abc import Iterator

_TICKS = re.compile(r"`+")
_FENCE = 3
"""Backticks of which code may hold an empty line."""


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Markdown's code: from some backticks to the next as many, in order."""
    ticks = list(_TICKS.finditer(text)) if "`" in text else []
    latest: dict[int, int] = {}
    closing: list[int | None] = []
    for at in range(len(ticks) - 1, -1, -1):
        closing.append(latest.get(len(ticks[at][0])))
        latest[len(ticks[at][0])] = at
    closing.reverse()
    at = 0
    while at < len(ticks):
        end = closing[at]
        start = ticks[at].end()
        if end is None or (
            len(ticks[at][0]) < _FENCE and "\n\n" in text[start : ticks[end].start()]
        ):
            at += 1
        else:
            yield start, ticks[end].start()
            at = end + 1


def outside(text: str, matches: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those of the `matches`, in order, that don't begin in code."""
    code = [*quoted(text), (len(text) + 1, len(text) + 1)]
    at = 0
    for match in matches:
        while code[at][1] <= match.start():
            at += 1
        if match.start() < code[at][0]:
            yield match
