"""A name on one page: its forms with their reasons, its passages, its times, its company."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine, FacetRequest, Filter, Matches
from loccit.engines.query import KeywordTerm, MatchAll
from loccit.model.documents import Passage
from loccit.model.mentions import ENTITY_TYPES, EntityType
from loccit.model.names import Name
from loccit.search import narrowing
from loccit.search.query.parsed import Parsed
from loccit.search.query.vocabulary import MOST_NAMES
from loccit.search.timeline.over_time import OverTime, over_time
from loccit.search.timeline.when import When, counted, facets

MOST_COMPANIONS = 20
SIZE = 10
"""Passages on one page."""


@dataclass(frozen=True, slots=True)
class Companion:
    """A name in the same passages, and in how many of them."""

    name: str
    type: EntityType
    count: int


@dataclass(frozen=True, slots=True)
class NamePage:
    """`total` passages name it, `mentions` times in all; `passages` are one page of them.

    `others` are names of which its own is a form too. Where time ran out, `stopped` is set, and
    only what comes from the table of names is there.
    """

    name: Name
    others: tuple[Name, ...]
    page: int
    total: int = 0
    passages: tuple[Passage, ...] = ()
    when: When | None = None
    over_time: OverTime | None = None
    companions: tuple[Companion, ...] = ()
    stopped: bool = False

    @property
    def mentions(self) -> int:
        return self.name.mentions

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // SIZE))


def named(engine: Engine, type: str, name: str, page: int, until: Deadline) -> NamePage | None:
    """The page of a canonical name, by its type; None if the index has none such."""
    known = next((engine.name_of(each, name) for each in ENTITY_TYPES if each == type), None)
    if known is None:
        return None
    others = tuple(each for each in engine.named(name, MOST_NAMES) if each != known)
    about = NamePage(known, others, page)
    try:
        return _searched(engine, about, until)
    except OutOfTime:
        return replace(about, stopped=True)


def _searched(engine: Engine, about: NamePage, until: Deadline) -> NamePage:
    name = about.name
    only = Parsed(
        "", MatchAll(), (Filter("", KeywordTerm(name.type, name.name)),),
        tree=narrowing.named(name.type, name.name),
    )  # fmt: skip
    company = tuple(FacetRequest(type, MOST_COMPANIONS + 1) for type in ENTITY_TYPES)
    counts = (
        *company,
        *facets(None),
    )
    request = only.request(first=(about.page - 1) * SIZE, size=SIZE, facets=counts)
    (matches,) = engine.answer([request], until)
    when = counted(matches)
    return replace(
        about,
        total=matches.total,
        passages=tuple(hit.passage for hit in matches.hits),
        when=when,
        over_time=over_time(engine, only, when, until),
        companions=tuple(_companions(matches, name))[:MOST_COMPANIONS],
    )


def _companions(matches: Matches, name: Name) -> list[Companion]:
    """The names in the same passages, the most frequent first."""
    companions = [
        Companion(other, type, count)
        for type in ENTITY_TYPES
        for other, count in matches.facets[type].counts.items()
        if (type, other) != (name.type, name.name)
    ]
    return sorted(companions, key=lambda each: (-each.count, each.name))


@dataclass(frozen=True, slots=True)
class NameHere:
    """A name as a passage has it: `written` there, `also` elsewhere, in so many `passages`."""

    name: str
    type: EntityType
    written: tuple[str, ...]
    also: tuple[str, ...]
    passages: int


def names_here(
    engine: Engine, passage: Passage, until: Deadline, most: int = 40
) -> tuple[NameHere, ...]:
    """The first `most` names of a passage, in the order in which they are there.

    Raises OutOfTime beyond `until`.
    """
    written: dict[tuple[EntityType, str], dict[str, None]] = {}
    for entity in passage.entities():
        forms = written.setdefault((entity.type, entity.name), {})
        forms[passage.text[entity.start : entity.end]] = None
    first = dict(list(written.items())[:most])
    having = _having(engine, tuple(first), until)
    return tuple(_here(engine, key, tuple(forms), having[key]) for key, forms in first.items())


def _having(
    engine: Engine, names: Sequence[tuple[EntityType, str]], until: Deadline
) -> dict[tuple[EntityType, str], int]:
    """In how many passages each name is."""
    counts: dict[tuple[EntityType, str], int] = {}
    for type in ENTITY_TYPES:
        own = tuple(name for kind, name in names if kind == type)
        for name, count in zip(own, engine.frequencies(type, own, until), strict=True):
            counts[type, name] = count
    return counts


def _here(
    engine: Engine, key: tuple[EntityType, str], written: tuple[str, ...], passages: int
) -> NameHere:
    type, name = key
    known = engine.name_of(type, name)
    forms = [form.form for form in known.forms if form.count] if known else []
    also = tuple(form for form in forms if form not in written)
    return NameHere(name, type, written, also, passages)
