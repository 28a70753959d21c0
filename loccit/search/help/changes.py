"""The smallest changes to a search that finds nothing, as trees."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loccit.engines import analysis
from loccit.engines.engine import Matches
from loccit.search.query import fields, syntax
from loccit.search.query.parsed import Parsed
from loccit.search.query.syntax import Fielded, Node, Quoted, Word


@dataclass(frozen=True, slots=True)
class Candidate:
    """A change: how far it goes from what was typed, in words, and as a tree."""

    step: int
    label: str
    tree: Node


@dataclass(frozen=True, slots=True)
class Tried:
    """A change with what it finds."""

    candidate: Candidate
    parsed: Parsed
    matches: Matches


def candidates(parts: Sequence[Node], labels: Sequence[str]) -> Iterator[Candidate]:
    """Of the parts of a search that all have to match, each with what it is called."""
    for part in parts:
        for label, instead in _wider(part):
            rest = [instead if each is part else each for each in parts]
            yield Candidate(1, label, syntax.all_of(rest))
    if len(parts) > 1:
        for part, label in zip(parts, labels, strict=True):
            kept = [each for each in parts if each is not part]
            yield Candidate(2, f"Leave out {_quoted(label)}", syntax.all_of(kept))
        for label, either in _any_word(parts):
            yield Candidate(3, label, either)


def without_the_dead(
    parts: Sequence[Node], totals: Sequence[int], mended: Sequence[Node | None]
) -> Candidate | None:
    """Without the parts that nothing matches by themselves, or with these as they are `mended`.

    None where no part is left, or where fewer than two are dealt with: that is tried already.
    """
    dead = [other for other, total in zip(mended, totals, strict=True) if not total]
    living = [
        part if total else other
        for part, other, total in zip(parts, mended, totals, strict=True)
        if total or other
    ]
    kept = [part for part in living if part is not None]
    if not kept or len(dead) < 2 or None not in dead:
        return None
    tree = syntax.all_of(kept)
    if any(dead):
        return Candidate(1, f"Search for “{syntax.written(tree)}”", tree)
    return Candidate(2, "Leave out the parts that nothing matches", tree)


def _quoted(label: str) -> str:
    return label if label.startswith("“") and label.endswith("”") else f"“{label}”"


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
    known = fields.search_field(field)
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


def _any_word(parts: Sequence[Node]) -> Iterator[tuple[str, Node]]:
    words: list[Node] = [part for part in parts if isinstance(part, Word)]
    others = [part for part in parts if not isinstance(part, Word)]
    if len(words) > 1:
        yield "Any of the words", syntax.all_of([syntax.any_of(words), *others])
        if others:
            yield "Any of the words, nothing else", syntax.any_of(words)
