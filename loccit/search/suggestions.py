"""While a search is being typed: the fields, names and words that it may go on to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from loccit.engines import analysis
from loccit.engines.engine import Engine
from loccit.model.mentions import ENTITY_TYPES, EntityType
from loccit.model.names import Name
from loccit.search import narrowing
from loccit.search.facets import quoted
from loccit.search.query import fields
from loccit.search.query.stop_words import STOP_WORDS
from loccit.search.query.syntax import written

MOST = 10
_MOST_NAMES = 5
_LONGEST = 200
"""Characters at the end of what was typed that are looked at."""
_LONGEST_NAME = 4
"""Words at the end of what was typed that may begin a name."""
_LAST = re.compile(r"(?P<minus>-?)(?:(?P<field>[^\W\d_]+):)?\"?(?P<value>[^\s\"“”()|:]*)\Z")
_WORDS = re.compile(r"[^\s\"“”()|:]+")

SuggestionKind = Literal["field", "name", "word", "document"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`search` is the whole search with it in place; `count` the mentions or passages, 0 unknown.

    `note` says what it is: a name's type, a field's meaning.
    """

    kind: SuggestionKind
    label: str
    note: str
    count: int
    search: str


def suggest(engine: Engine, typed: str, most: int = MOST) -> tuple[Suggestion, ...]:
    """What the end of `typed` may go on to: fields, then names, then words, likeliest first."""
    match = _LAST.search(typed[-_LONGEST:])
    if match is None or not (match["value"] or match["field"]):
        return ()
    before = typed[: len(typed) - len(match[0])] + match["minus"]
    if match["field"] is None:
        suggestions = [
            *_fields(match["value"], before),
            *_names(engine, typed),
            *_words(engine, match["value"], before),
        ]
    else:
        known = fields.search_field(match["field"].lower())
        suggestions = [*_values(engine, known, match["value"], before)] if known else []
    return tuple(suggestions[:most])


def _fields(prefix: str, before: str) -> Iterator[Suggestion]:
    for field in fields.search_fields():
        if field.name.startswith(prefix.lower()) and len(prefix) > 1:
            yield Suggestion("field", f"{field.name}:", field.gloss, 0, f"{before}{field.name}:")


def _names(engine: Engine, typed: str) -> Iterator[Suggestion]:
    """Names that the last words begin, of the most words first."""
    words = list(_WORDS.finditer(typed, max(0, len(typed) - _LONGEST)))[-_LONGEST_NAME:]
    if not words or words[-1].end() != len(typed):
        return
    given: set[Name] = set()
    for word in words:
        begun = typed[word.start() :]
        before = typed[: word.start()]
        for name in engine.most_named(begun, _MOST_NAMES):
            if name not in given and not before.endswith(("-", ":")):
                given.add(name)
                yield _named(name, before, name.type)


def _named(name: Name, before: str, type: EntityType) -> Suggestion:
    search = f"{before}{written(narrowing.named(type, name.name))} "
    return Suggestion("name", name.name, type, name.mentions, search)


def _words(engine: Engine, prefix: str, before: str) -> Iterator[Suggestion]:
    if prefix and prefix.isalnum():
        begun = engine.words_beginning(prefix, MOST)
        for word, count in zip(begun.words, begun.counts, strict=True):
            if word not in STOP_WORDS:
                yield Suggestion("word", word, "word", count, f"{before}{word} ")


def _values(
    engine: Engine, field: fields.SearchField, prefix: str, before: str
) -> Iterator[Suggestion]:
    """The values that a field may have."""
    if field.kind == "named":
        types = [type for type in ENTITY_TYPES if field.facet in ("entity", type)]
        for name in engine.most_named(prefix, 4 * MOST):
            if name.type in types:
                suggestion = _named(name, before, name.type)
                search = f"{before}{field.name}:{quoted(name.name)} "
                yield replace(suggestion, search=search)
    elif field.name == "doc":
        folded = analysis.fold(prefix)
        for document in engine.documents():
            if any(
                analysis.fold(text).startswith(folded) for text in (document.id, document.title)
            ):
                search = f"{before}doc:{quoted(document.id)} "
                yield Suggestion("document", document.title, document.id, 0, search)
