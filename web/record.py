"""What stands below a passage, a line a kind: its dates, its citations, its names.

How many chips a line has room for is reckoned in letters, once for a wide window and once for a
narrow one; the page hides by width what its line has no room for, and a disclosure has the rest.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TypeVar

from flask import url_for

from loccit.model.documents import Document, Passage
from loccit.model.mentions import Date, Entity, EntityType, Role
from loccit.model.names import Name
from loccit.search.chips import Chip, Chips
from loccit.search.cited import CitedSource, Listed, cited_as, citing, sources
from loccit.web.addresses import citation_address, name_address, search_address
from loccit.web.words import KINDS, date_search, date_shape, note

T = TypeVar("T")
WIDE, NARROW = 78, 30
"""Letters that a line has room for beside its heading and what opens the rest."""
MOST = 60
"""Chips of one kind; a passage's own page has all of them."""
_AROUND, _LONGEST = 7, 30
"""Letters' width of a chip around its text, and of a text that is not cut."""
_OPENER = 11
"""Letters' width of what opens the rest, where there is no rest."""


@dataclass(frozen=True, slots=True)
class Chipped:
    """A date, citation or name: `narrow` is the address of the search narrowed by it, or, where
    it is `chosen`, without it; "" where nothing can be searched for.

    `page` is where its second link leads, which `page_title` says. `note` is the reason for a
    date, `shape` its glyph, `inferred` the year that isn't in the text.
    """

    text: str
    narrow: str
    chosen: bool
    page: str
    page_title: str
    shape: str = ""
    inferred: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """The chips of one kind: the first `wide`, in a narrow window the first `narrow`, are shown.

    `role` is that of citations, "" for other lines; `beyond` are not drawn at all.
    """

    heading: str
    chips: tuple[Chipped, ...]
    wide: int
    narrow: int
    role: str = ""
    beyond: int = 0

    @property
    def noted(self) -> tuple[Chipped, ...]:
        return tuple(each for each in self.chips if each.note)

    @property
    def total(self) -> int:
        return len(self.chips) + self.beyond


@dataclass(frozen=True, slots=True)
class Records:
    """What stands below the passages of one search; `lead` is the address of another.

    The name `apart` is left out: the page is about it.
    """

    chips: Chips
    lead: Callable[[str], str]
    document: Callable[[str], Document | None]
    apart: Name | None = None

    def lines(self, passage: Passage) -> Iterator[Line]:
        dates = {(passage.text[d.start : d.end], d.value): d for d in reversed(passage.dates())}
        ordered = sorted(dates.values(), key=lambda date: date.start)
        yield from _line(("Date", "Dates"), ordered, partial(self._dated, passage))
        cited = citing(passage)
        for role, headings in _ROLES.items():
            labels = list(dict.fromkeys(cited_as(each) for each in cited if each.role == role))
            yield from _line(headings, labels, partial(self.cited, passage.document), role)
        named = [each for each in passage.entities() if not self._is_apart(each)]
        for kind, names in by_kind(named):
            yield from _line(KINDS[kind], names, partial(self._named, kind))

    def sources(self, passage: Passage) -> tuple[CitedSource, ...]:
        """What the passage cites, where no search has found that out."""
        return sources(passage, Listed(self.document(passage.document)))

    def in_role(self, cited: Iterable[CitedSource], role: str) -> list[CitedSource]:
        return [each for each in cited if role in each.roles]

    def is_contiguous(self, passage: Passage) -> bool:
        """Whether the passage before is the text before."""
        document = self.document(passage.document)
        return document is not None and document.contiguous

    def cited(self, document: str, label: str) -> Chipped:
        chip = self.chips.citing(document, label)
        page = citation_address(document, label)
        return Chipped(label, self._address(chip), chip.chosen, page, f"About citation [{label}]")

    def _dated(self, passage: Passage, date: Date) -> Chipped:
        text = passage.text[date.start : date.end]
        inferred = date.value[:4] if date.reading == "inferred" else ""
        found = date_search(date)
        if not found:
            return Chipped(text, "", False, "", "", "none", inferred, note(date))
        chip = self.chips.dated(found.removeprefix("date:"), date.interval)
        title = f"All passages dated {text} {inferred}".rstrip()
        return Chipped(
            text, self._address(chip), chip.chosen, search_address(found), title,
            date_shape(date), inferred, note(date),
        )  # fmt: skip

    def _named(self, kind: EntityType, name: str) -> Chipped:
        chip = self.chips.named(kind, name)
        page = name_address(kind, name)
        return Chipped(name, self._address(chip), chip.chosen, page, f"About {name}")

    def _is_apart(self, entity: Entity) -> bool:
        own = self.apart
        return own is not None and (entity.type, entity.name) == (own.type, own.name)

    def _address(self, chip: Chip) -> str:
        return self.lead(chip.search) if chip.search else url_for("pages.home")


_ROLES: dict[Role, tuple[str, str]] = {
    "here": ("Cites", "Cites"),
    "before": ("Citation just before", "Citations just before"),
}


def _line(
    headings: tuple[str, str], things: Sequence[T], chipped: Callable[[T], Chipped], role: str = ""
) -> Iterator[Line]:
    if things:
        chips = tuple(map(chipped, things[:MOST]))
        lengths = [min(_LONGEST, len(each.text + each.inferred)) + _AROUND for each in chips]
        heading = headings[len(things) > 1]
        over = max(0, len(heading) - 10)
        wide, narrow = (fitting(lengths, room - over) for room in (WIDE, NARROW))
        yield Line(heading, chips, wide, narrow, role, len(things) - len(chips))


def fitting(lengths: Sequence[int], room: int) -> int:
    """How many of `lengths`, at least one, have room; all of them if they fill it alone.

    >>> fitting([10, 10, 10], 25), fitting([10, 10, 20], 20), fitting([90], 20)
    (3, 2, 1)
    """
    if sum(lengths) <= room + _OPENER:
        return len(lengths)
    taken = 0
    for at, length in enumerate(lengths):
        taken += length
        if taken > room:
            return max(1, at)
    return len(lengths)


def by_kind(entities: Iterable[Entity]) -> list[tuple[EntityType, list[str]]]:
    """The names in a passage by their kind, each once."""
    order = list(KINDS)
    ranked = sorted(entities, key=lambda entity: order.index(entity.type))
    kinds = groupby(ranked, key=lambda entity: entity.type)
    return [(kind, list(dict.fromkeys(each.name for each in group))) for kind, group in kinds]
