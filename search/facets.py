"""Counts to narrow by: each value with the search that choosing it, or leaving it, would be.

Values of one facet are alternatives: choosing a second one finds passages with either. A count is
what choosing the value alone would show, so a facet doesn't feel what was chosen of itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from engines import analysis
from engines.counts import Counts
from engines.deadline import NEVER, Deadline
from engines.engine import Engine, Filter, Matches, Request
from engines.schema import FacetField
from search import narrowing
from search.results import Facet, FacetValue, Parsed, Part

TITLES: dict[FacetField, str] = {
    "person": "People",
    "organisation": "Organisations",
    "place": "Places",
    "group": "Groups",
    "event": "Events",
    "other": "Other names",
    "cites": "How well sourced",
    "cite": "Citations",
    "cited": "Citations",
    "document": "Documents",
    "heading": "Sections",
}
ASKED: tuple[FacetField, ...] = (*TITLES, "when")
_QUERY_FIELD: dict[FacetField, str] = {
    "organisation": "org",
    "document": "doc",
    "cites": "citations",
    "cited": "cite",
}
MOST_VALUES = 15
"""Of one facet beside the results, the most frequent; `values` has the rest, in pages."""
VALUES_ON_A_PAGE = 200
_SOURCED = (
    ("0", "none", "Uncited"),
    ("1", "one", "One citation"),
    ("2..", "several", "Two or more"),
)


def facets(parsed: Parsed, matches: Matches, engine: Engine) -> tuple[Facet, ...]:
    """The facets that have a value, in the order of the page."""
    found = []
    for field in _fields(parsed, matches):
        facet = _facet(parsed, field, matches.facets[field], engine, MOST_VALUES)
        if facet.values:
            found.append(facet)
    return tuple(found)


def values(
    engine: Engine,
    parsed: Parsed,
    field: FacetField,
    containing: str = "",
    page: int = 1,
    until: Deadline = NEVER,
) -> Facet:
    """One page of all the values of one facet whose words hold `containing`, by frequency."""
    filters = tuple(Filter(group, query) for group, query in parsed.filters)
    matches = engine.search(Request(parsed.query, filters, size=0, facets=(field,), until=until))
    counts: Mapping[str, int] = matches.facets[field]
    if containing:
        sought = analysis.fold(containing)
        counts = {
            value: count
            for value, count in counts.items()
            if sought in analysis.fold(_label(field, value, engine))
        }
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    first = (page - 1) * VALUES_ON_A_PAGE
    shown = (
        _value(parsed, field, value, count, engine)
        for value, count in ranked[first : first + VALUES_ON_A_PAGE]
    )
    return Facet(field, TITLES[field], tuple(shown), len(ranked))


def _fields(parsed: Parsed, matches: Matches) -> Iterator[FacetField]:
    """Citation numbers belong to their document: across documents both are named."""
    asked = {value for part in parsed.parts if part.field == "document" for value in part.values}
    across = len(asked or matches.facets["document"]) > 1
    for field in TITLES:
        if field != ("cite" if across else "cited"):
            yield field


def _facet(parsed: Parsed, field: FacetField, counts: Counts, engine: Engine, most: int) -> Facet:
    if field == "cites":
        sourced = tuple(_sourced(parsed, counts))
        return Facet(field, TITLES[field], sourced, len(sourced))
    ranked = list(counts.most(most))
    if field in ("cite", "cited"):
        ranked.sort(key=lambda item: _in_order(item[0]))
    shown = tuple(_value(parsed, field, value, count, engine) for value, count in ranked)
    return Facet(field, TITLES[field], shown, len(counts))


def _in_order(cited: str) -> tuple[str, int]:
    document, _, number = cited.rpartition("#")
    return document, int(number)


def _sourced(parsed: Parsed, counts: Counts) -> Iterator[FacetValue]:
    """What carries no citation is worth knowing, so it is there even at zero."""
    of = {"none": counts.get("0", 0), "one": counts.get("1", 0)}
    of["several"] = sum(counts.values()) - sum(of.values())
    for asked, kind, label in _SOURCED:
        if of[kind] or kind == "none":
            value = _value(parsed, "cites", asked, of[kind], None)
            part = _chosen(parsed, "cites", kind)
            yield replace(
                value, value=kind, label=label, chosen=part is not None,
                search=part.without if part else value.search,
            )  # fmt: skip


def _value(
    parsed: Parsed, field: FacetField, value: str, count: int, engine: Engine | None
) -> FacetValue:
    part = _chosen(parsed, field, value)
    name = _QUERY_FIELD.get(field, field)
    search = part.without if part else narrowing.chosen(parsed.tree, name, value)
    label = _label(field, value, engine) if engine else value
    return FacetValue(value, label, count, part is not None, search)


def _chosen(parsed: Parsed, field: FacetField, value: str) -> Part | None:
    group = "cite" if field == "cited" else field
    return next((p for p in parsed.parts if p.field == group and value in p.values), None)


def _label(field: FacetField, value: str, engine: Engine) -> str:
    match field:
        case "document":
            return _title(value, engine)
        case "cite":
            return f"[{value}]"
        case "cited":
            document, _, number = value.rpartition("#")
            return f"[{number}] {_title(document, engine)}"
        case _:
            return value


def _title(document: str, engine: Engine) -> str:
    found = engine.document(document)
    return found.title if found else document


def quoted(value: str) -> str:
    """A value as the query language writes it; a quotation mark inside can't be written.

    >>> quoted("Idlib"), quoted("Free Syrian Army")
    ('Idlib', '"Free Syrian Army"')
    """
    plain = value.replace('"', " ")
    return plain if plain.isalnum() else f'"{plain}"'
