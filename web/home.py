"""What the home page and the forms of the margin are made of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from engines.engine import Engine, Request
from engines.query import Everything
from engines.schema import Document
from mentions.types import EntityType
from search.fields import FIELDS, SearchField
from search.searcher import search
from web.words import name_search

MOST_DOCUMENTS = 20
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


def sources(engine: Engine) -> dict[str, Document]:
    return {document.id: document for document in engine.documents()[:MOST_DOCUMENTS]}


def narrowed(q: str, form: Mapping[str, str]) -> str:
    """The search with the dates of the from/to form, in place of those it had."""
    first, last = (form.get(name, "").strip().replace(" ", "") for name in ("from", "to"))
    kept = " ".join(part for part in q.split() if not part.startswith("date:"))
    if not first and not last:
        return kept
    return f"{kept} date:{first}..{last}".strip()


def help_fields() -> tuple[SearchField, ...]:
    return tuple(FIELDS.values())
