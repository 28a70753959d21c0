"""What the home page is made of, and the fields that the help lists."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loccit.engines.engine import Engine, Request
from loccit.engines.field_table import FacetField
from loccit.engines.query import Everything
from loccit.model.mentions import EntityType
from loccit.search.facets import TITLES
from loccit.search.query.fields import FIELDS, SearchField
from loccit.search.searcher import search
from loccit.search.timeline.over_time import OverTime, search_over_time
from loccit.web.words import name_search

MOST_DOCUMENTS = 8
_YEAR = re.compile(r"[dmy](-?\d{4})\Z")


@dataclass(frozen=True, slots=True)
class Example:
    """A search to try, with what it finds."""

    search: str
    gloss: str
    total: int


def examples(engine: Engine) -> tuple[Example, ...]:
    """Three searches that this index answers: a name, a year, and what carries no citation."""
    counted = engine.search(
        Request(Everything(), size=0, facets=("organisation", "place", "person", "when"))
    ).facets
    tried = []
    kinds: tuple[EntityType, ...] = ("organisation", "place", "person")
    for kind in kinds:
        for name, _ in counted[kind].most(1):
            tried.append((name_search(kind, name), f"A name, here of the kind {kind}"))
        if tried:
            break
    years = _years(counted["when"])
    if years:
        tried.append((f"date:{max(sorted(years), key=years.__getitem__)}", "Dated to one year"))
    tried.append(("cite:none", "Passages that carry no citation"))
    return tuple(Example(q, gloss, search(engine, q, size=1).total) for q, gloss in tried)


def _years(when: Mapping[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for value, count in when.items():
        match = _YEAR.match(value)
        if match:
            found[match[1]] = found.get(match[1], 0) + count
    return found


def whole(engine: Engine) -> OverTime | None:
    """The timeline of the whole index."""
    return search_over_time(engine, "")


def browse(engine: Engine) -> list[tuple[FacetField, str]]:
    """The facets that the index has values for, with their titles."""
    kinds = [field for field in TITLES if field not in ("cite", "cited", "cites", "document")]
    counted = engine.search(Request(Everything(), size=0, facets=tuple(kinds))).facets
    return [(field, TITLES[field]) for field in kinds if len(counted[field])]


def help_fields() -> tuple[SearchField, ...]:
    return tuple(FIELDS.values())
