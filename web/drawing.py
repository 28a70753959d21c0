"""Timelines as shapes: where each bar stands, how high it is and what it says.

What is known to the day stands on the base line, what is known to the month upon it. What is
known only to the year is never drawn as if it were a month: beside months it fills a lane of
whole years, and beside years it hangs below the line.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from loccit.search.timeline.over_time import EARLIER, LATER, OverTime
from loccit.search.timeline.plot import Block, Plot, Slot
from loccit.web.addresses import search_address
from loccit.web.when import cell

HEIGHT = 38.0
"""Of a drawing, in its own units; a slot is one unit wide."""
_BASE, _LANE = 30.0, 33.0
_HANGING_BASE = 24.0
_MOST_LINES = 13


Lead = Callable[[str], str]
"""The address of the search for a date."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle; `kind` names its style, `address` is where it leads."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    title: str = ""
    address: str = ""

    @property
    def place(self) -> Markup:
        """As attributes of a `rect`."""
        return Markup(
            f'x="{self.x:.2f}" y="{self.y:.2f}" width="{self.width:.2f}" height="{self.height:.2f}"'
        )


@dataclass(frozen=True, slots=True)
class Row:
    """Of the table: what it is called, where it leads, its three counts as written."""

    name: str
    address: str
    numbers: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Beyond:
    """What lies outside of a drawing: how much, and where it leads."""

    count: str
    address: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """`lines` are the left ends of the blocks, and the right end of the last."""

    width: int
    base: float
    lines: tuple[int, ...]
    bars: tuple[Bar, ...]
    counts: tuple[tuple[str, str, int], ...]
    """Style, words and number of each kind of knowledge that the level tells apart."""
    rows: tuple[Row, ...]
    beside: tuple[tuple[str, str], ...]
    """What is not drawn: in words, with the date that finds it ("" where none does)."""
    earlier: tuple[Beyond, ...]
    """What lies before the drawing, if anything does, and what behind it."""
    later: tuple[Beyond, ...]
    summary: str


def timeline(times: OverTime, most: int = 0, address: Lead = search_address) -> Drawing:
    """`most` is the count that fills the height, by default the plot's own highest; `address`
    makes one of a search.
    """
    plot = times.plot
    lead = cache(lambda value: address(times.search(value)))
    hanging = plot.level not in ("day", "month")
    base = _HANGING_BASE if hanging else _BASE
    lines = [0]
    for block in plot.blocks:
        lines.append(lines[-1] + len(block.slots))
    bars = [*_bars(plot, base, most, lead), *([] if hanging else _lanes(plot, lines, lead))]
    counts = tuple(_counts(plot))
    said = ", ".join(f"{number} {words}" for _, words, number in counts)
    first, last = (cell(each.slot.cell) for each in (plot.blocks[0], plot.blocks[-1]))
    stretch = first if first == last else f"{first} to {last}"
    return Drawing(
        lines[-1], base, tuple(lines) if len(lines) <= _MOST_LINES else (0, lines[-1]),
        tuple(bars), counts, tuple(_row(slot, lead) for slot in _rows(plot)), tuple(_beside(times)),
        _beyond(times, EARLIER, lead), _beyond(times, LATER, lead),
        f"Passages by {plot.level}, {stretch}: {said}.",
    )  # fmt: skip


def _beyond(times: OverTime, which: str, lead: Lead) -> tuple[Beyond, ...]:
    slots = (slot for slot in times.outside if slot.cell == which)
    return tuple(Beyond(f"{slot.total:,}", lead(slot.value)) for slot in slots)


def _bars(plot: Plot, base: float, most: int, lead: Lead) -> Iterator[Bar]:
    unit = (base if base == _HANGING_BASE else base - 1) / max(1, most or plot.highest)
    below = (HEIGHT - base) / max(1, most or plot.highest)
    for at, slot in enumerate(plot.slots):
        title = f"{cell(slot.cell)}: {_said(slot)}"
        top = base
        for kind, count in (("tl-day", slot.by_day), ("tl-month", slot.by_month)):
            if count:
                top -= count * unit
                yield Bar(kind, at + 0.08, top, 0.84, count * unit, title, lead(slot.value))
        if slot.by_year and base == _HANGING_BASE:
            yield Bar(
                "tl-year", at + 0.08, base, 0.84, slot.by_year * below, title, lead(slot.value)
            )


def _lanes(plot: Plot, lines: list[int], lead: Lead) -> Iterator[Bar]:
    """Under months, a lane of years; under days, a lane of the month."""
    for left, block in zip(lines, plot.blocks, strict=False):
        count = _lane(plot, block)
        kind = "tl-year" if count else "tl-year-empty"
        title = f"{cell(block.slot.cell)}: {count} no closer" if count else ""
        width = len(block.slots) - 0.3
        yield Bar(kind, left + 0.15, _LANE, width, HEIGHT - _LANE, title, lead(block.slot.value))


def _lane(plot: Plot, block: Block) -> int:
    return block.slot.by_month if plot.level == "day" else block.slot.by_year


def _said(slot: Slot) -> str:
    known = ((slot.by_day, "day"), (slot.by_month, "month"), (slot.by_year, "year"))
    return ", ".join(f"{count} to the {unit}" for count, unit in known if count)


def _counts(plot: Plot) -> Iterator[tuple[str, str, int]]:
    """Sums over the plot's blocks, in which a passage counts once for each."""
    whole = [block.slot for block in plot.blocks]
    yield "key-day", "to the day", sum(slot.by_day for slot in whole)
    yield "key-month", "to the month", sum(slot.by_month for slot in whole)
    if plot.level != "day":
        yield "key-year", "only to the year", sum(slot.by_year for slot in whole)


def _beside(times: OverTime) -> Iterator[tuple[str, str]]:
    plot = times.plot
    for count, words in (
        (plot.broader, "only to the year"),
        (plot.decades + plot.centuries, "to a decade or a century"),
        (plot.yearless, "with a date but no year"),
    ):
        if count:
            yield f"{count:,} {words}", ""
    if plot.undated:
        yield f"{plot.undated:,} with no date", "none"


def _row(slot: Slot, lead: Lead) -> Row:
    day, month, year = (
        f"{count:,}" if count else "–" for count in (slot.by_day, slot.by_month, slot.by_year)
    )
    return Row(cell(slot.cell), lead(slot.value), (day, month, year))


def _rows(plot: Plot) -> Iterator[Slot]:
    """The table's rows: a block before its slots where it has something of its own."""
    for block in plot.blocks:
        if len(block.slots) > 1 and _lane(plot, block) and plot.level in ("day", "month"):
            own = block.slot
            by_month = own.by_month if plot.level == "day" else 0
            yield Slot(own.cell, own.days, 0, by_month, own.by_year)
        yield from (slot for slot in block.slots if not slot.is_empty)
