"""Counts to narrow by: each value with the search that choosing it, or leaving it, would be.

Values of one facet are alternatives: choosing a second one finds passages with either. A count is
what choosing the value alone would show, so a facet doesn't feel what was chosen of itself.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from loccit.engines import analysis
from loccit.engines.counts import Counts
from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.engine import Engine, Filter, Matches, Request
from loccit.engines.field_table import FacetField
from loccit.search import narrowing
from loccit.search.results import Facet, FacetValue, Parsed, Part

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
MOST_VALUES = 10
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
    offer = _Offer.of(parsed, field)
    shown = tuple(
        offer.value(value, count, _label(field, value, engine))
        for value, count in ranked[first : first + VALUES_ON_A_PAGE]
    )
    return Facet(field, TITLES[field], shown, len(ranked))


def _fields(parsed: Parsed, matches: Matches) -> Iterator[FacetField]:
    """Citation numbers belong to their document: across documents both are named."""
    asked = {value for part in parsed.parts if part.field == "document" for value in part.values}
    across = len(asked or matches.facets["document"]) > 1
    for field in TITLES:
        if field != ("cite" if across else "cited"):
            yield field


def _facet(parsed: Parsed, field: FacetField, counts: Counts, engine: Engine, most: int) -> Facet:
    """The foremost values, and those that were chosen."""
    offer = _Offer.of(parsed, field)
    if field == "cites":
        sourced = tuple(_sourced(offer, counts))
        return Facet(field, TITLES[field], sourced, len(sourced))
    ranked = dict(counts.most(most))
    ranked |= {value: counts[value] for value in offer.chosen if value in counts}
    ordered = sorted(ranked, key=_in_order) if field in ("cite", "cited") else list(ranked)
    shown = tuple(offer.value(v, ranked[v], _label(field, v, engine)) for v in ordered)
    return Facet(field, TITLES[field], shown, len(counts))


@dataclass(frozen=True, slots=True)
class _Offer:
    """Of one facet: `chosen` are the parts that chose a value, `choose` a search that does."""

    chosen: dict[str, Part]
    choose: Callable[[str], str]

    @classmethod
    def of(cls, parsed: Parsed, field: FacetField) -> "_Offer":
        group = "cite" if field == "cited" else field
        parts = [part for part in reversed(parsed.parts) if part.field == group]
        chosen = {value: part for part in parts for value in part.values}
        return cls(chosen, narrowing.choosing(parsed.tree, _QUERY_FIELD.get(field, field)))

    def value(self, value: str, count: int, label: str, asked: str = "") -> FacetValue:
        """`asked` is what to type for the value, where that isn't the value itself."""
        part = self.chosen.get(value)
        search = part.without if part else self.choose(asked or value)
        return FacetValue(value, label, count, part is not None, search)


def _in_order(cited: str) -> tuple[str, int]:
    document, _, number = cited.rpartition("#")
    return document, int(number)


def _sourced(offer: _Offer, counts: Counts) -> Iterator[FacetValue]:
    """What carries no citation is worth knowing, so it is there even at zero."""
    of = {"none": counts.get("0", 0), "one": counts.get("1", 0)}
    of["several"] = sum(counts.values()) - sum(of.values())
    for asked, kind, label in _SOURCED:
        if of[kind] or kind == "none":
            yield offer.value(kind, of[kind], label, asked)


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
