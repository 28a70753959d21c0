"""Nothing found: which part stops the search, and the smallest changes that find something."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from loccit.engines import analysis
from loccit.engines.deadline import NEVER, Deadline, OutOfTime
from loccit.engines.engine import Engine, Filter, Request
from loccit.search.help.spelling import spellings
from loccit.search.query import fields, syntax
from loccit.search.query.parser import needed, parse
from loccit.search.query.syntax import Fielded, Negated, Node, Quoted, Word, written
from loccit.search.results import Alone, Change, Nothing

MOST_CHANGES = 5
SECONDS = 0.3
"""Within which changes are tried."""
MOST_ALONE = 16
"""Parts that are counted alone."""


def nothing(engine: Engine, tree: Node | None, until: Deadline = NEVER) -> Nothing:
    """For a search that finds nothing; counts are real, tried within SECONDS, before `until`."""
    until = min(until, Deadline.within(SECONDS))
    tree = needed(tree)
    parts = {written(part): part for part in syntax.required(tree) if _is_read(engine, part)}
    alone: list[Alone] = []
    tried: dict[str, tuple[int, Change]] = {}
    with suppress(OutOfTime):
        for search, part in list(parts.items())[:MOST_ALONE]:
            alone.append(Alone(_label(engine, part), search, count(engine, search, until)))
        for step, label, search in _candidates(engine, tuple(parts.values()), alone, until):
            if search not in tried:
                tried[search] = (step, Change(label, search, count(engine, search, until)))
    finding = [(step, change) for step, change in tried.values() if change.total]
    finding.sort(key=lambda each: (each[0], -each[1].total))
    return Nothing(tuple(alone), tuple(change for _, change in finding[:MOST_CHANGES]))


def count(engine: Engine, typed: str, until: Deadline = NEVER) -> int:
    """How many passages a search finds; raises OutOfTime."""
    parsed = parse(typed, engine, until)
    filters = tuple(Filter(group, query) for group, query in parsed.filters)
    return engine.search(Request(parsed.query, filters, size=0, until=until)).total


def _is_read(engine: Engine, part: Node) -> bool:
    return any(each.kind != "unread" for each in parse(written(part), engine).parts)


def _label(engine: Engine, part: Node) -> str:
    read = parse(written(part), engine).parts
    label = read[0].label if len(read) == 1 else written(part)
    return f"without {label}" if isinstance(part, Negated) and len(read) == 1 else label


def _quoted(label: str) -> str:
    return label if label.startswith("“") and label.endswith("”") else f"“{label}”"


def _candidates(
    engine: Engine, parts: tuple[Node, ...], alone: Sequence[Alone], until: Deadline
) -> Iterator[tuple[int, str, str]]:
    """Changes: how far they go from what was typed, in words, and as a search."""
    if not parts:
        return
    for spelling in spellings(engine, syntax.all_of(list(parts)), until):
        yield 0, spelling.label, spelling.search
    for part in parts:
        for label, instead in _wider(part):
            rest = [instead if each is part else each for each in parts]
            yield 1, label, written(syntax.all_of(rest))
    if len(parts) > 1:
        for label, rest_of_them in _left_out(engine, parts, alone):
            yield 2, label, written(rest_of_them)
        for label, either in _any_word(parts):
            yield 3, label, written(either)


def _wider(part: Node) -> Iterator[tuple[str, Node]]:
    """What a part may have been meant as, or what is around it."""
    match part:
        case Fielded("date" | "within" as name, Word(value)):
            for wider in _around(value):
                label = f"Widen the date to {wider.replace('..', '–')}"
                yield label, Fielded(name, Word(wider))
        case Fielded(name, Word(value) | Quoted(value)) if _is_named(name):
            yield f"“{value}” as words", _as_words(value)
        case Word(text) if text.startswith("=") and len(text) > 1:
            yield f"“{text[1:]}” in any form", _as_words(text[1:])
        case Quoted(text, exact=True):
            yield f"“{text}” in any form", Quoted(text)
        case Quoted(text) if len(words := analysis.words(text)) > 1:
            yield f"The words of “{text}”, anywhere", syntax.all_of([Word(each) for each in words])
        case Word(text) if re.fullmatch(r"\d{1,9}", text):
            yield f"Citation [{text}]", Fielded("cite", Word(text))


def _is_named(field: str) -> bool:
    known = fields.field(field)
    return known is not None and known.kind == "named"


def _as_words(text: str) -> Node:
    """In small letters, in which AND, OR and NOT are words."""
    return Word(text.casefold()) if text.isalnum() else Quoted(text)


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
    engine: Engine, parts: tuple[Node, ...], alone: Sequence[Alone]
) -> Iterator[tuple[str, Node]]:
    for part in parts:
        rest = [each for each in parts if each is not part]
        yield f"Leave out {_quoted(_label(engine, part))}", syntax.all_of(rest)
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
