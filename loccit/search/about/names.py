"""A name on one page: its forms with their reasons, its passages, its times, its company."""

from dataclasses import dataclass

from loccit.engines import analysis
from loccit.engines.engine import Engine, Filter, Request
from loccit.engines.field_table import FacetField
from loccit.engines.query import Everything, Has
from loccit.model.documents import Passage
from loccit.model.mentions import ENTITY_TYPES, EntityType
from loccit.model.names import Name
from loccit.search.timeline.counted import Timeline, counted

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
    """`total` passages name it, `mentions` times in all; `passages` are one page of them."""

    name: Name
    total: int
    passages: tuple[Passage, ...]
    page: int
    timeline: Timeline
    companions: tuple[Companion, ...]

    @property
    def mentions(self) -> int:
        return sum(form.count for form in self.name.forms)

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // SIZE))


def named(engine: Engine, type: str, name: str, page: int = 1) -> NamePage | None:
    """The page of a canonical name, by its type; None if the index has none such."""
    found = next((n for n in engine.names(name) if (n.type, n.name) == (type, name)), None)
    if found is None:
        return None
    only = (Filter("", Has(found.type, found.name)),)
    facets: tuple[FacetField, ...] = (*ENTITY_TYPES, "when")
    first = (page - 1) * SIZE
    matches = engine.search(Request(Everything(), only, first=first, size=SIZE, facets=facets))
    companions = [
        Companion(other, kind, count)
        for kind in ENTITY_TYPES
        for other, count in matches.facets[kind].most(MOST_COMPANIONS + 1)
        if (kind, other) != (found.type, found.name)
    ]
    companions.sort(key=lambda each: (-each.count, each.name))
    return NamePage(
        found,
        matches.total,
        tuple(hit.passage for hit in matches.hits),
        page,
        counted(matches.facets["when"]),
        tuple(companions[:MOST_COMPANIONS]),
    )


def readings(engine: Engine, form: str) -> tuple[Name, ...]:
    """The names that a form, in any capitals, may stand for."""
    asked = analysis.fold(form)
    return tuple(
        name
        for name in engine.names(form)
        if any(analysis.fold(each) == asked for each in (name.name, *(f.form for f in name.forms)))
    )


@dataclass(frozen=True, slots=True)
class NameHere:
    """A name as a passage has it: `written` there, `also` elsewhere, in so many `passages`."""

    name: str
    type: EntityType
    written: tuple[str, ...]
    also: tuple[str, ...]
    passages: int


def names_here(engine: Engine, passage: Passage, most: int = 40) -> tuple[NameHere, ...]:
    """The first `most` names of a passage, in the order in which they stand."""
    written: dict[tuple[EntityType, str], dict[str, None]] = {}
    for entity in passage.entities():
        forms = written.setdefault((entity.type, entity.name), {})
        forms[passage.text[entity.start : entity.end]] = None
    return tuple(
        _here(engine, type, name, tuple(forms))
        for (type, name), forms in list(written.items())[:most]
    )


def _here(engine: Engine, type: EntityType, name: str, written: tuple[str, ...]) -> NameHere:
    known = next((n for n in engine.names(name) if (n.type, n.name) == (type, name)), None)
    forms = [form.form for form in known.forms if form.count] if known else []
    also = tuple(form for form in forms if form not in written)
    total = engine.search(Request(Has(type, name), size=0)).total
    return NameHere(name, type, written, also, total)
