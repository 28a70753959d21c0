"""The fields that a search can name: one table for the parser, its messages and the help."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from loccit.engines import analysis
from loccit.engines.field_table import TextField
from loccit.engines.query import Between, Has, Phrase, Query, Term, any_of
from loccit.model.mentions import ENTITY_TYPES, EntityType, Interval
from loccit.model.names import Name
from loccit.search.query import dates
from loccit.search.query.reading import Reading, Unread
from loccit.search.query.similar import like
from loccit.search.query.vocabulary import Vocabulary
from loccit.search.results import PartKind

_NUMBERS = re.compile(r"(\d{1,9})?(\.\.)?(\d{1,9})?\Z")


@dataclass(frozen=True, slots=True)
class SearchField:
    """`group` is the facet whose counts leave the field's filters out."""

    name: str
    group: str
    kind: PartKind
    heading: str
    example: str
    gloss: str
    read: Callable[[str, Vocabulary], Reading]


def _cite(value: str, _: Vocabulary) -> Reading:
    if value.casefold() in ("none", "any"):
        low, high = (0, 0) if value.casefold() == "none" else (1, None)
        return Reading(Between("cites", low, high), value.casefold(), (value.casefold(),))
    if "#" in value:
        return _cited(value)
    match = _NUMBERS.match(value)
    low_text, dots, high_text = match.groups() if match else (None, None, None)
    if not (low_text or high_text) or (low_text and high_text and not dots):
        raise Unread(
            f"“{value}” is not a citation number: after cite: comes a number, a range such as"
            " 320..329, any or none"
        )
    low_number = int(low_text) if low_text else None
    high_number = int(high_text) if high_text else None
    if not dots:
        return Reading(
            Between("cite", low_number, low_number), f"[{low_number}]", (low_text or "",)
        )
    if low_number is not None and high_number is not None and low_number > high_number:
        raise Unread(f"the range {value} runs backwards")
    return Reading(
        Between("cite", low_number, high_number), f"[{low_text or '…'}]–[{high_text or '…'}]"
    )


def _cited(value: str) -> Reading:
    """A number of one document: `document#48`."""
    document, _, number = value.rpartition("#")
    if not document or not re.fullmatch(r"[0-9]{1,9}", number):
        raise Unread(f"“{value}” is not a citation: after cite: comes 48, or document#48")
    asked = f"{document}#{int(number)}"
    return Reading(Has("cited", asked), f"[{int(number)}] of {document}", (asked,))


def _citations(value: str, _: Vocabulary) -> Reading:
    match = _NUMBERS.match(value)
    low, dots, high = match.groups() if match else (None, None, None)
    if not (low or high) or (low and high and not dots):
        raise Unread(f"“{value}” is not a number of citations: try citations:3 or citations:3..")
    first, last = (int(end) if end else None for end in (low, high if dots else low))
    if first is not None and last is not None and first > last:
        raise Unread(f"the range {value} runs backwards")
    label = f"{low or 'up to'}–{high or 'more'}" if dots else str(low)
    return Reading(Between("cites", first, last), label, _kind_of_count(first, last))


def _kind_of_count(first: int | None, last: int | None) -> tuple[str, ...]:
    """The facet's value that just these numbers are."""
    kinds = {(0, 0): "none", (1, 1): "one", (2, None): "several"}
    kind = kinds.get((first or 0, last))
    return (kind,) if kind else ()


def _text(field: TextField) -> Callable[[str, Vocabulary], Reading]:
    def reading(value: str, _: Vocabulary) -> Reading:
        terms = tuple(analysis.terms(value))
        if not terms:
            raise Unread(f"“{value}” has no letter or digit to search for")
        query: Query = Term(field, terms[0]) if len(terms) == 1 else Phrase(field, terms)
        return Reading(query, value)

    return reading


def _date(
    read: Callable[[str], Query], days: Callable[[str], Interval] | None = None
) -> Callable[[str, Vocabulary], Reading]:
    def reading(value: str, _: Vocabulary) -> Reading:
        try:
            label = value.replace("..", "–")
            query = read(value)
            asked = days(value) if days and dates.has_year(value) else None
            return Reading(query, label, (value,), asked)
        except dates.UnreadDate as error:
            raise Unread(str(error)) from error

    return reading


def _named(types: tuple[EntityType, ...]) -> Callable[[str, Vocabulary], Reading]:
    def reading(value: str, vocabulary: Vocabulary) -> Reading:
        known = vocabulary.names(value)
        found = [name for name in known if name.type in types and _stands(name, value)]
        taken = tuple(dict.fromkeys(name.name for name in found))
        if not found:
            return Reading(any_of(*(Has(type, value) for type in types)), value, (value,))
        query = any_of(*(Has(name.type, name.name) for name in found))
        return Reading(query, " or ".join(taken), taken)

    return reading


def _stands(name: Name, value: str) -> bool:
    asked = analysis.fold(value)
    return any(analysis.fold(form) == asked for form in _forms(name))


def _forms(name: Name) -> Iterator[str]:
    yield name.name
    for form in name.forms:
        yield form.form


def _like(value: str, vocabulary: Vocabulary) -> Reading:
    passage = vocabulary.passage(value)
    if passage is None:
        raise Unread(f"there is no passage “{value[:80]}”: after like: comes document#number")
    return Reading(like(passage, vocabulary.lexicon()), value)


def _heading(value: str, _: Vocabulary) -> Reading:
    return Reading(Has("heading", value), value, (value,))


def _document(value: str, _: Vocabulary) -> Reading:
    return Reading(Has("document", value), value, (value,))


def _table() -> Iterator[SearchField]:
    yield SearchField(
        "cite", "cite", "citing", "citing", "cite:48",
        "a citation number, document#48 for one document's, a range (cite:40..60), any or none",
        _cite,
    )  # fmt: skip
    yield SearchField(
        "citations", "cites", "citing", "with citations", "citations:3..",
        "how many citations stand in it: a number or a range", _citations,
    )  # fmt: skip
    yield SearchField(
        "source", "source", "citing", "citing a source with", 'source:"Human Rights Watch"',
        "words of the text of a source that it cites", _text("source"),
    )  # fmt: skip
    for name, heading, example, gloss, read, days in (
        ("date", "dated", "date:2012-10", "a date that falls then or may: 2012, 2012..2014, "
         'october, "early July 2012", none', dates.asked, dates.interval),
        ("within", "dated within", "within:2012", "a date that falls wholly then", dates.within,
         None),
        ("before", "dated before", "before:2015", "a date before that day, month or year",
         dates.before, dates.days_before),
        ("after", "dated after", "after:2015", "a date after that day, month or year", dates.after,
         dates.days_after),
    ):  # fmt: skip
        yield SearchField(name, "date", "dated", heading, example, gloss, _date(read, days))
    for name, type, heading in (
        ("person", "person", "person"),
        ("org", "organisation", "organisation"),
        ("place", "place", "place"),
        ("group", "group", "group"),
        ("event", "event", "event"),
        ("other", "other", "other name"),
    ):
        types = tuple(each for each in ENTITY_TYPES if each == type)
        gloss = f"a name of that type ({type}), in any of its spellings"
        example = f'{name}:"Free Syrian Army"' if name == "org" else f"{name}:Name"
        yield SearchField(name, type, "named", heading, example, gloss, _named(types))
    yield SearchField(
        "entity", "entity", "named", "named", 'entity:"Free Syrian Army"',
        "a name of any type", _named(ENTITY_TYPES),
    )  # fmt: skip
    yield SearchField(
        "title", "", "words", "in the title", 'title:"civil war"',
        "words of the document's title", _text("title"),
    )  # fmt: skip
    yield SearchField(
        "section", "", "words", "in the heading", "section:history",
        "words of the heading that it stands under", _text("section"),
    )  # fmt: skip
    yield SearchField(
        "heading", "heading", "document", "under the heading", 'heading:"Early life"',
        "the whole heading that it stands under, as written", _heading,
    )  # fmt: skip
    yield SearchField(
        "like", "", "document", "like the passage", "like:syrian-civil-war#3",
        "a passage: others that share its rarest words", _like,
    )  # fmt: skip
    yield SearchField(
        "doc", "document", "document", "in", "doc:syrian-civil-war", "one document", _document
    )


FIELDS: dict[str, SearchField] = {field.name: field for field in _table()}

ALIASES = {"organisation": "org", "organization": "org", "name": "entity", "document": "doc"}


def field(name: str) -> SearchField | None:
    return FIELDS.get(ALIASES.get(name, name))
