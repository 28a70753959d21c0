"""What a passage has, to narrow a search by: its dates, names and citations.

Each result has what was chosen already, so that one more of the same kind has to be there too;
as an alternative, which a second value of a facet is, it would only widen the search.
"""

from dataclasses import dataclass
from functools import cache

from loccit.engines import field_table
from loccit.model.addresses import CitationAddress
from loccit.model.mentions import EntityType, Interval
from loccit.search import narrowing
from loccit.search.facets import chosen, typed
from loccit.search.query.parsed import Parsed, Part
from loccit.search.query.syntax import written


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
        self._written = written(parsed.tree)
        self._dates = narrowing.dates(parsed.tree)
        self._dating = narrowing.dating(parsed.tree)
        self._chosen = cache(self._chosen_of)

    def named(self, type: EntityType, name: str) -> Chip:
        return self._chip(type, name)

    def citing(self, document: str, label: str) -> Chip:
        address = CitationAddress(document, label)
        among = self._chosen("cite")
        known = address.number is not None or label in among
        alone = self._in_one and known and str(address) not in among
        return self._chip("cite", label if alone else str(address))

    def dated(self, value: str, days: Interval | None) -> Chip:
        """`value` as it follows `date:`; within the dates that were asked for it replaces them."""
        if self._dates == (narrowing.narrowed("", "date", value),):
            return Chip(self._dating(""), True)
        if days and self._are_around(days):
            return Chip(self._dating(value), False)
        return Chip(narrowing.narrowed(self._written, "date", value), False)

    def _are_around(self, days: Interval) -> bool:
        asked = self._parsed.dated
        around = all(each.first <= days.first and days.last <= each.last for each in asked)
        return around and len(asked) == len(self._dates)

    def _chosen_of(self, field: str) -> dict[str, Part]:
        return chosen(self._parsed, field_table.named(field))

    def _chip(self, field: str, value: str) -> Chip:
        part = self._chosen(field).get(value)
        if part:
            return Chip(part.without, True)
        name = typed(field_table.named(field))
        return Chip(narrowing.narrowed(self._written, name, value), False)
