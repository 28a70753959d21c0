"""Counts to narrow by: each value with the search that choosing it, or leaving it, would be."""

from collections.abc import Mapping

from engines.engine import Engine, Matches
from engines.schema import FacetField
from search.results import Facet, FacetValue, Parsed, Part

TITLES: dict[FacetField, str] = {
    "person": "People",
    "organisation": "Organisations",
    "place": "Places",
    "group": "Groups",
    "event": "Events",
    "cite": "Citations",
    "document": "Documents",
}
ASKED: tuple[FacetField, ...] = (*TITLES, "cites")
_QUERY_FIELD: dict[FacetField, str] = {"organisation": "org", "document": "doc"}
MOST_VALUES = 100
"""Of one facet, the most frequent; the pages show them in steps."""


def facets(parsed: Parsed, matches: Matches, engine: Engine) -> tuple[Facet, ...]:
    """The facets that have a value, in the order of the page."""
    found = []
    for field, title in TITLES.items():
        ranked = list(matches.facets[field].most(MOST_VALUES))
        if field == "cite":
            ranked = _uncited(matches.facets["cites"]) + sorted(
                ranked, key=lambda item: int(item[0])
            )
        values = tuple(_value(parsed, field, value, count, engine) for value, count in ranked)
        if values:
            found.append(Facet(field, title, values))
    return tuple(found)


def _uncited(cites: Mapping[str, int]) -> list[tuple[str, int]]:
    """Always among the values, even at zero: what carries no citation is worth knowing."""
    return [("none", cites.get("0", 0))]


def _value(parsed: Parsed, field: FacetField, value: str, count: int, engine: Engine) -> FacetValue:
    part = _chosen(parsed, field, value)
    added = f"{parsed.typed} {_QUERY_FIELD.get(field, field)}:{quoted(value)}".strip()
    search = part.without if part else added
    return FacetValue(value, _label(field, value, engine), count, part is not None, search)


def _chosen(parsed: Parsed, field: FacetField, value: str) -> Part | None:
    return next((p for p in parsed.parts if p.field == field and value in p.values), None)


def _label(field: FacetField, value: str, engine: Engine) -> str:
    if field == "document":
        document = engine.document(value)
        return document.title if document else value
    if field == "cite":
        return "Uncited" if value == "none" else f"[{value}]"
    return value


def quoted(value: str) -> str:
    """A value as the query language writes it; a quotation mark inside can't be written.

    >>> quoted("Idlib"), quoted("Free Syrian Army")
    ('Idlib', '"Free Syrian Army"')
    """
    plain = value.replace('"', " ")
    return plain if plain.isalnum() else f'"{plain}"'
