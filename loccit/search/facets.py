"""Counts to narrow by: each value with the search that choosing it, or leaving it, would be.

Values of one facet are alternatives: choosing a second one finds passages with either. A count is
what choosing the value alone would show, so a facet doesn't feel what was chosen of itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from loccit.engines import analysis, field_table
from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine, FacetCounts, FacetRequest, Matches
from loccit.engines.field_table import Field
from loccit.model.addresses import CitationAddress
from loccit.search import narrowing
from loccit.search.query.parsed import Parsed, Part
from loccit.search.results import Facet, FacetValue

MOST_VALUES = 10
"""Of one facet beside the results, the most frequent; `values` has the rest, in pages."""
VALUES_ON_A_PAGE = 200
DEEPEST = 50_000
"""Values that pages go down to."""
_MOST_TITLES = 1_000
"""Documents whose titles hold what values are filtered by."""
_SOURCED = (
    ("0", "none", "Uncited"),
    ("1", "one", "One citation"),
    ("2..", "several", "Two or more"),
)


def asked(parsed: Parsed) -> tuple[FacetRequest, ...]:
    """What to count for the facets beside the results."""
    return tuple(_request(parsed, row) for row in field_table.offered())


def _request(parsed: Parsed, row: Field) -> FacetRequest:
    if row.name == "cites":
        return FacetRequest("cites", 0, among=("0", "1"))
    return FacetRequest(row.name, MOST_VALUES, among=tuple(chosen(parsed, row)))


def facets(parsed: Parsed, matches: Matches, engine: Engine) -> tuple[Facet, ...]:
    """The facets that have a value, in the order of the table of fields."""
    every = (
        _facet(parsed, row, matches.facets[row.name], engine) for row in _rows(parsed, matches)
    )
    return tuple(facet for facet in every if facet.values)


def values(
    engine: Engine, parsed: Parsed, field: str, containing: str, page: int, until: Deadline
) -> Facet:
    """One page, from 1, of the values of one facet whose words hold `containing`, by frequency."""
    row = field_table.named(field)
    first = (page - 1) * VALUES_ON_A_PAGE
    most = min(first + VALUES_ON_A_PAGE, DEEPEST)
    request = _containing(engine, row, containing, most)
    (matches,) = engine.answer([parsed.request(facets=(request,))], until)
    counts = matches.facets[field]
    offer = _Offer.of(parsed, row)
    ranked = list(counts.counts.items())[first:most]
    shown = tuple(offer.value(each, count, _label(row, each, engine)) for each, count in ranked)
    return Facet(field, row.title, shown, min(counts.distinct, DEEPEST))


def _containing(engine: Engine, row: Field, containing: str, most: int) -> FacetRequest:
    """Documents are shown by their titles, so these are what is filtered."""
    if not containing:
        return FacetRequest(row.name, most)
    if row.name in ("document", "work"):
        return FacetRequest(row.name, most, only=tuple(_titled(engine, containing)))
    if row.name == "cited":
        numbered = containing.replace("[", "#").rstrip("]")
        titled = [f"{id}#" for id in _titled(engine, containing)]
        return FacetRequest(row.name, most, containing=(numbered, *titled))
    return FacetRequest(row.name, most, containing=(containing,))


def _titled(engine: Engine, containing: str) -> list[str]:
    sought = analysis.fold(containing)
    return [
        document.id for document in engine.documents() if sought in analysis.fold(document.title)
    ][:_MOST_TITLES]


def _rows(parsed: Parsed, matches: Matches) -> Iterator[Field]:
    """Citation numbers belong to their document: across documents both are named."""
    documents = {
        value for part in parsed.parts if part.field == "document" for value in part.values
    }
    number = len(documents) or matches.facets["document"].distinct
    with_document = number > 1 or any(
        CitationAddress.read(value) for value in chosen(parsed, field_table.named("cited"))
    )
    for row in field_table.offered():
        if row.name != ("cite" if with_document else "cited"):
            yield row


def _facet(parsed: Parsed, row: Field, counts: FacetCounts, engine: Engine) -> Facet:
    """The most frequent values, and those that were chosen."""
    offer = _Offer.of(parsed, row)
    if row.name == "cites":
        sourced = tuple(_sourced(offer, counts))
        return Facet(row.name, row.title, sourced, len(sourced))
    ordered = list(counts.counts)
    if row.name in ("cite", "cited"):
        ordered.sort(key=_in_order)
    shown = tuple(offer.value(v, counts.counts[v], _label(row, v, engine)) for v in ordered)
    return Facet(row.name, row.title, shown, counts.distinct)


def chosen(parsed: Parsed, row: Field) -> dict[str, Part]:
    """The values that the search chooses, each with the part that does."""
    name = row.name if row.typed else row.narrows
    parts = [part for part in reversed(parsed.parts) if part.field == name]
    return {value: part for part in parts for value in part.values}


@dataclass(frozen=True, slots=True)
class _Offer:
    """Of one facet: `chosen` are the parts that chose a value, `choose` a search that does."""

    chosen: dict[str, Part]
    choose: Callable[[str], str]

    @classmethod
    def of(cls, parsed: Parsed, row: Field) -> "_Offer":
        return cls(chosen(parsed, row), narrowing.choosing(parsed.tree, typed(row)))

    def value(self, value: str, count: int, label: str, asked: str = "") -> FacetValue:
        """`asked` is what to type for the value, where that isn't the value itself."""
        part = self.chosen.get(value)
        search = part.without if part else self.choose(asked or value)
        return FacetValue(value, label, count, part is not None, search)


def typed(row: Field) -> str:
    """What a reader types to ask for a value of the facet."""
    own = row.typed or field_table.named(row.narrows).typed
    return own.name if own else row.name


def _in_order(cited: str) -> tuple[str, bool, int, str]:
    """Of a number, or of an address: by document, then number, labels last."""
    address = CitationAddress.read(cited)
    if address is None:
        return "", False, int(cited), ""
    return address.document, address.number is None, address.number or 0, address.label


def _sourced(offer: _Offer, counts: FacetCounts) -> Iterator[FacetValue]:
    """What carries no citation is worth knowing, so it is there even at zero."""
    of = {"none": counts.counts.get("0", 0), "one": counts.counts.get("1", 0)}
    of["several"] = counts.passages - sum(of.values())
    for asked, kind, label in _SOURCED:
        if of[kind] or kind == "none":
            yield offer.value(kind, of[kind], label, asked)


def _label(row: Field, value: str, engine: Engine) -> str:
    match row.name:
        case "document" | "work":
            return _title(value, engine)
        case "cite":
            return f"[{value}]"
        case "cited":
            address = CitationAddress.read(value)
            return f"[{address.label}] {_title(address.document, engine)}" if address else value
        case _:
            return value


def _title(document: str, engine: Engine) -> str:
    held = engine.document(document)
    return held.title if held else document


def quoted(value: str) -> str:
    """A value as the query language writes it; a quotation mark inside can't be written.

    >>> quoted("Idlib"), quoted("Free Syrian Army")
    ('Idlib', '"Free Syrian Army"')
    """
    plain = value.replace('"', " ")
    return plain if plain.isalnum() else f'"{plain}"'
