"""While a search is being typed: the fields, names, documents and words that it may go on to.

Names and titles are met at any of their words; with one letter mistyped too, where nothing begins
as typed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine, Expansion
from loccit.model.documents import Document
from loccit.model.mentions import ENTITY_TYPES, EntityType
from loccit.model.names import Name
from loccit.search import narrowing
from loccit.search.facets import quoted
from loccit.search.query import fields
from loccit.search.query.stop_words import is_stop_word
from loccit.search.query.syntax import written

MOST = 10
_MOST_NAMES = 5
_MOST_DOCUMENTS = 3
_LONGEST = 200
"""Characters at the end of what was typed that are looked at."""
_LONGEST_NAME = 4
"""Words at the end of what was typed that may begin a name."""
_SHORTEST_MISTYPED = 4
"""Letters; in fewer a slip can't be told from another beginning."""
_FIELD = r"(?P<minus>-?)(?:(?P<field>[^\W\d_]+):)?"
_LAST = re.compile(_FIELD + r"(?P<value>[^\s\"“”()|:]*)\Z")
_QUOTED = re.compile(_FIELD + r"[\"“](?P<value>[^\"“”]*)\Z")
_LAST_WORD = re.compile(r"(?<![^\s(\"“|'’-])[^\W_]+\Z")
_WORDS = re.compile(r"[^\s\"“”()|:]+")

SuggestionKind = Literal["field", "name", "word", "document"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`search` is the whole search with it in place; `count` the passages it is in, 0 unknown.

    `note` says what it is: a name's type, a field's meaning.
    """

    kind: SuggestionKind
    label: str
    note: str
    count: int
    search: str


@dataclass(frozen=True, slots=True)
class _Begun:
    """What may be the beginning of a name or a title, and what was typed before it; `nearly`
    where what nearly begins so will do if nothing else does."""

    text: str
    before: str
    nearly: bool = False


def suggest(
    engine: Engine, typed: str, until: Deadline, most: int = MOST
) -> tuple[Suggestion, ...]:
    """What the end of `typed` may go on to: fields, names, documents, words, likeliest first.

    Raises OutOfTime beyond `until`.
    """
    match = _last(typed)
    if match is None or not (match["value"] or match["field"]):
        return ()
    before = typed[: len(typed) - len(match[0])] + match["minus"]
    if match["field"] is not None:
        known = fields.search_field(match["field"].lower())
        value = _Begun(match["value"], before, nearly=True)
        return tuple(_values(engine, known, value, until))[:most] if known else ()
    starts = list(_starts(typed, match))
    begun = [
        *(_fields(match["value"], before) if match.re is _LAST else ()),
        *_names(engine, starts, until),
        *_documents(engine, starts, until),
    ]
    words = list(_words(typed, lambda word: engine.words_beginning(word, MOST)))
    if begun or not starts:
        return (*begun, *words)[:most]
    nearly = [replace(starts[-1], nearly=True)]
    near = [*_names(engine, nearly, until), *_documents(engine, nearly, until)]
    if words:
        return (*words[: most - len(near)], *near)[:most]
    return (*near, *_words(typed, lambda word: _near(engine, word)))[:most]


def _last(typed: str) -> re.Match[str] | None:
    """The part of a search that is being typed: to an open quotation mark, or the last word."""
    end = typed[-_LONGEST:]
    is_open = end.count('"') % 2 == 1 or end.rfind("“") > end.rfind("”")
    return (_QUOTED if is_open else _LAST).search(end)


def _starts(typed: str, last: re.Match[str]) -> Iterator[_Begun]:
    """Where a name may begin, most words first: at an open quotation mark, or at one of the last
    words. Several words are told from a slip by themselves."""
    if last.re is _QUOTED:
        if not last["minus"]:
            yield _Begun(last["value"], typed[: len(typed) - len(last[0])], nearly=True)
        return
    words = list(_WORDS.finditer(typed, max(0, len(typed) - _LONGEST)))[-_LONGEST_NAME:]
    if words and words[-1].end() == len(typed):
        for word in words:
            before = typed[: word.start()]
            if not before.endswith(("-", ":")):
                yield _Begun(typed[word.start() :], before, nearly=word is not words[-1])


def _fields(prefix: str, before: str) -> Iterator[Suggestion]:
    for field in fields.search_fields():
        if field.name.startswith(prefix.lower()) and len(prefix) > 1:
            yield Suggestion("field", f"{field.name}:", field.gloss, 0, f"{before}{field.name}:")


def _found(begun: _Begun, ask: Callable[[str, bool], Sequence[T]]) -> Sequence[T]:
    exact = ask(begun.text, False)
    long_enough = sum(map(str.isalnum, begun.text)) >= _SHORTEST_MISTYPED
    return exact or (ask(begun.text, True) if begun.nearly and long_enough else ())


def _named(
    engine: Engine, begun: _Begun, most: int, types: Sequence[EntityType], until: Deadline
) -> list[tuple[Name, int]]:
    """Names with how many passages have each, the most first."""
    named = _found(begun, lambda text, nearly: engine.most_named(text, most, types, nearly))
    counts: dict[Name, int] = {}
    for type in dict.fromkeys(name.type for name in named):
        own = [name for name in named if name.type == type]
        counted = engine.frequencies(type, [name.name for name in own], until)
        counts |= zip(own, counted, strict=True)
    return sorted(((name, counts[name]) for name in named), key=lambda each: -each[1])


def _names(engine: Engine, starts: Iterable[_Begun], until: Deadline) -> list[Suggestion]:
    given: dict[Name, Suggestion] = {}
    for start in starts:
        for name, count in _named(engine, start, _MOST_NAMES, (), until):
            search = f"{start.before}{written(narrowing.named(name.type, name.name))} "
            given.setdefault(name, Suggestion("name", name.name, name.type, count, search))
    return list(given.values())[:_MOST_NAMES]


def _documents(
    engine: Engine, starts: Iterable[_Begun], until: Deadline, most: int = _MOST_DOCUMENTS
) -> list[Suggestion]:
    given: dict[Document, Suggestion] = {}
    for start in starts:
        titled = _found(start, lambda text, nearly: engine.titled(text, most, nearly))
        counts = engine.frequencies("document", [each.id for each in titled], until)
        for document, count in zip(titled, counts, strict=True):
            search = f"{start.before}doc:{quoted(document.id)} "
            offered = Suggestion("document", document.title, "document", count, search)
            given.setdefault(document, offered)
    return list(given.values())[:most]


def _words(typed: str, ask: Callable[[str], Expansion]) -> Iterator[Suggestion]:
    """Words that the last one may go on to."""
    last = _LAST_WORD.search(typed, max(0, len(typed) - _LONGEST))
    if last is not None:
        found = ask(last[0])
        for word, count in zip(found.words, found.counts, strict=True):
            if not is_stop_word(word):
                yield Suggestion("word", word, "word", count, f"{typed[: last.start()]}{word} ")


def _near(engine: Engine, word: str) -> Expansion:
    """Words that are spelled nearly so."""
    return engine.words_near(word, 1, MOST if len(word) >= _SHORTEST_MISTYPED else 0)


def _values(
    engine: Engine, field: fields.SearchField, begun: _Begun, until: Deadline
) -> Iterator[Suggestion]:
    """The values that a field may have."""
    if field.kind == "named":
        types = [type for type in ENTITY_TYPES if field.facet in ("entity", type)]
        for name, count in _named(engine, begun, MOST, types, until):
            search = f"{begun.before}{field.name}:{quoted(name.name)} "
            yield Suggestion("name", name.name, name.type, count, search)
    elif field.name == "doc":
        yield from _documents(engine, [begun], until, MOST)
