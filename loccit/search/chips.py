"""What a passage has, to narrow a search by, as a facet does: its dates, names and citations."""

from dataclasses import dataclass
from functools import cache

from loccit.engines import field_table
from loccit.model.addresses import CitationAddress
from loccit.model.mentions import EntityType
from loccit.search import narrowing
from loccit.search.facets import Offer
from loccit.search.query.parsed import Parsed


@dataclass(frozen=True, slots=True)
class Chip:
    """`search` is the search narrowed; where it is already (`chosen`), the search without it."""

    search: str
    chosen: bool


class Chips:
    """Those of one search; `in_one` says that all it finds is in one document, so that the
    number of a citation says which is meant."""

    def __init__(self, parsed: Parsed, in_one: bool = False) -> None:
        self._parsed = parsed
        self._in_one = in_one
        self._dating = narrowing.dating(parsed.tree)
        self._offer = cache(self._of)

    def named(self, type: EntityType, name: str) -> Chip:
        return self._chip(type, name)

    def citing(self, document: str, label: str) -> Chip:
        address = CitationAddress(document, label)
        chosen = self._offer("cite").chosen
        if str(address) in chosen:
            return self._chip("cite", str(address))
        if self._in_one and (address.number is not None or label in chosen):
            return self._chip("cite", label)
        return self._chip("cite", str(address))

    def dated(self, value: str) -> Chip:
        """`value` as it follows `date:`; it takes the place of dates that were asked for."""
        chosen = narrowing.is_dated(self._parsed.tree, value)
        return Chip(self._dating("" if chosen else value), chosen)

    def _of(self, field: str) -> Offer:
        return Offer.of(self._parsed, field_table.named(field))

    def _chip(self, field: str, value: str) -> Chip:
        offered = self._offer(field).value(value, 0, value)
        return Chip(offered.search, offered.chosen)
