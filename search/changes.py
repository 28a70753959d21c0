"""Nothing found: which part stops the search, and the smallest changes that find something."""

import re
from collections.abc import Iterator
from time import monotonic

from engines.engine import Engine, Filter, Request
from search import syntax
from search.query_parser import parse
from search.results import Alone, Change, Nothing
from search.spelling import spellings
from search.syntax import Fielded, Negated, Node, Word, written

MOST_CHANGES = 5
SECONDS = 0.3
"""Within which changes are tried."""
MOST_ALONE = 16
"""Parts that are counted alone."""


def nothing(engine: Engine, tree: Node | None) -> Nothing:
    """For a search that finds nothing; counts are real, tried within SECONDS."""
    until = monotonic() + SECONDS
    parts = syntax.required(tree)
    alone = tuple(_alone(engine, part) for part in parts[:MOST_ALONE] if monotonic() < until)
    tried: dict[str, tuple[int, Change]] = {}
    for step, label, search in _candidates(engine, tree, alone):
        if monotonic() > until:
            break
        if search not in tried:
            tried[search] = (step, Change(label, search, count(engine, search)))
    finding = [(step, change) for step, change in tried.values() if change.total]
    finding.sort(key=lambda each: (each[0], -each[1].total))
    return Nothing(alone, tuple(change for _, change in finding[:MOST_CHANGES]))


def count(engine: Engine, typed: str) -> int:
    """How many passages a search finds."""
    parsed = parse(typed, engine)
    filters = tuple(Filter(group, query) for group, query in parsed.filters)
    return engine.search(Request(parsed.query, filters, size=0)).total


def _alone(engine: Engine, part: Node) -> Alone:
    search = written(part)
    return Alone(_label(engine, part), search, count(engine, search))


def _label(engine: Engine, part: Node) -> str:
    read = parse(written(part), engine).parts
    label = " or ".join(each.label for each in read)
    return f"without {label}" if isinstance(part, Negated) else label


def _candidates(
    engine: Engine, tree: Node | None, alone: tuple[Alone, ...]
) -> Iterator[tuple[int, str, str]]:
    """Changes: how far they go from what was typed, in words, and as a search."""
    for spelling in spellings(engine, tree):
        yield 0, spelling.label, spelling.search
    parts = syntax.required(tree)
    for label, wider in _wider(parts):
        yield 1, label, written(wider)
    if len(parts) > 1:
        for label, rest in _left_out(engine, parts, alone):
            yield 2, label, written(rest)
        for label, either in _any_word(parts):
            yield 3, label, written(either)


def _wider(parts: tuple[Node, ...]) -> Iterator[tuple[str, Node]]:
    """A day's month, a month's year, a year's decade."""
    for part in parts:
        if isinstance(part, Fielded) and part.name in ("date", "within"):
            value = part.part.text if isinstance(part.part, Word) else ""
            for wider in _around(value):
                instead = Fielded(part.name, Word(wider))
                rest = [instead if each is part else each for each in parts]
                yield f"Widen the date to {wider.replace('..', '–')}", syntax.all_of(rest)


def _around(value: str) -> Iterator[str]:
    """
    >>> list(_around("2012-10-06"))
    ['2012-10', '2012', '2010..2019']
    """
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return
    while "-" in value:
        value = value.rpartition("-")[0]
        yield value
    yield f"{value[:3]}0..{value[:3]}9"


def _left_out(
    engine: Engine, parts: tuple[Node, ...], alone: tuple[Alone, ...]
) -> Iterator[tuple[str, Node]]:
    for part in parts:
        rest = [each for each in parts if each is not part]
        yield f"Leave out “{_label(engine, part)}”", syntax.all_of(rest)
    living = [part for part, found in zip(parts, alone, strict=False) if found.total]
    if living and len(parts) - len(living) > 1:
        yield "Leave out the parts that nothing matches", syntax.all_of(living)


def _any_word(parts: tuple[Node, ...]) -> Iterator[tuple[str, Node]]:
    words: list[Node] = [part for part in parts if isinstance(part, Word)]
    others = [part for part in parts if not isinstance(part, Word)]
    if len(words) > 1:
        yield "Any of the words", syntax.all_of([syntax.any_of(words), *others])
        if others:
            yield "Any of the words, nothing else", syntax.any_of(words)
