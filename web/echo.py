"""What was typed, cut where something about it is to be marked."""

from collections.abc import Iterator
from typing import Literal

from loccit.search.results import ResultPage

Mark = Literal["", "missing", "problem"]
_LONGEST = 400
"""A longer search is not echoed: its problems are said with their places."""


def echo(page: ResultPage) -> tuple[tuple[str, Mark], ...]:
    """Runs of the typed text: what couldn't be read, and what nothing matches, apart.

    Joined they are the text; empty if that is too long.
    """
    return tuple(_runs(page)) if len(page.typed) <= _LONGEST else ()


def _runs(page: ResultPage) -> Iterator[tuple[str, Mark]]:
    at = 0
    for start, end, mark in sorted(_marked(page)):
        if start < at or start >= end:
            continue
        if at < start:
            yield page.typed[at:start], ""
        yield page.typed[start:end], mark
        at = end
    if at < len(page.typed):
        yield page.typed[at:], ""


def _marked(page: ResultPage) -> Iterator[tuple[int, int, Mark]]:
    for problem in page.parsed.problems:
        yield problem.start, problem.end, "problem"
    causes = {cause.label for cause in page.nothing.causes} if page.nothing else set()
    for part in page.parsed.parts:
        if part.label in causes:
            yield part.start, part.end, "missing"
