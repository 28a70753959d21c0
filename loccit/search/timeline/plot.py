"""What a timeline draws of a search's dates: which stretch of time, cut how finely, with counts.

Dates known to the day, to the month and only to the year are counted apart, and none is drawn
more precisely than it is known.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loccit.model import calendar, cells, date_cells
from loccit.model.date_cells import CENTURY, DECADE, NONE, YEARLESS, Level
from loccit.model.mentions import Interval
from loccit.search.timeline.when import MOST_YEARS_OF_MONTHS, When

_MOST_YEARS: tuple[tuple[Level, int], ...] = (
    ("month", MOST_YEARS_OF_MONTHS),
    ("year", 60),
    ("decade", 600),
    ("century", 6_000),
)
"""How many years each level draws at the most."""
_MOST_LABELS = 6
_MOST_CENTURIES = 12
"""Under which a label stands each; of more, each millennium has one."""
_TAIL = 100
"""One date in so many may lie before what is drawn, and one behind it."""
_FEWEST = 30
"""Dates from which on one may."""
_SHORTER = 2 / 3
"""Of the whole stretch: what is left without the tails is drawn if it is no longer."""
_WIDER: dict[Level, Level] = {
    "day": "month",
    "month": "year",
    "year": "decade",
    "decade": "century",
    "century": "century",
    "millennium": "millennium",
}


@dataclass(frozen=True, slots=True)
class Slot:
    """The passages dated to `cell`: to days in it, to months in it, and to years in it.

    A passage counts once in each of the three that it has a date for, and once in `total`; what
    is known less precisely than the cell is not among them.
    """

    cell: str
    days: Interval
    by_day: int = 0
    by_month: int = 0
    by_year: int = 0
    total: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.by_day or self.by_month or self.by_year)

    @property
    def value(self) -> str:
        """What follows `date:` to ask for it."""
        if self.cell[-1].isdigit():
            return self.cell
        first, last = (calendar.civil(day)[0] for day in (self.days.first, self.days.last))
        return f"{_end(first, calendar.FIRST_YEAR)}..{_end(last, calendar.LAST_YEAR)}"


def _end(year: int, open: int) -> str:
    return "" if year == open else calendar.year_text(year)


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring slots under one label; `slot` counts what is known of the whole."""

    slot: Slot
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time in whole blocks of slots of one level."""

    level: Level
    days: Interval


@dataclass(frozen=True, slots=True)
class Plot:
    """`blocks` are in order and without gaps; the other numbers are not drawn.

    `broader` are passages dated only to the year of a plot of days.
    """

    window: Window
    blocks: tuple[Block, ...]
    broader: int
    decades: int
    centuries: int
    yearless: int
    undated: int

    @property
    def level(self) -> Level:
        return self.window.level

    @property
    def slots(self) -> Iterator[Slot]:
        for block in self.blocks:
            yield from block.slots

    @property
    def highest(self) -> int:
        """The greatest count that a bar of the plot stands for."""
        return max((max(s.by_day + s.by_month, s.by_year) for s in self.slots), default=0)

    @property
    def drills(self) -> tuple[Slot, ...]:
        """What to look at more closely: the blocks, or the slots of a single one."""
        labelled = tuple(block.slot for block in self.blocks)
        return labelled if len(labelled) > 1 else self.blocks[0].slots

    @property
    def is_aligned(self) -> bool:
        """Whether `drills` are few enough, and wide alike, to stand under the plot as its
        labels."""
        widths = {len(block.slots) for block in self.blocks}
        return len(self.drills) <= _MOST_LABELS and len(widths) == 1


def window(years: Mapping[int, int], asked: Interval | None) -> Window | None:
    """The stretch that dates in those `years` fill, kept to the days that were asked for.

    None where nothing can be drawn. Where nothing was asked for and a few dates, one in a hundred
    at each end, lie so far off that the rest would be drawn coarsely or small, the stretch is that
    of the rest.
    """
    if not years:
        return None
    days = calendar.year_interval(min(years), max(years))
    if asked is not None:
        days = Interval(max(days.first, asked.first), min(days.last, asked.last))
        return _rounded(days) if days.first <= days.last else None
    whole, most = _rounded(days), _rounded(_without_tails(years))
    has_many = sum(years.values()) >= _TAIL and whole.level != "month"
    is_shorter = has_many and _length(most.days) <= _SHORTER * _length(whole.days)
    return most if most.level != whole.level or is_shorter else whole


def _without_tails(years: Mapping[int, int]) -> Interval:
    """The years without the earliest and the latest that hold one in `_TAIL` each."""
    dates = sum(years.values())
    allowed = max(dates // _TAIL, int(dates >= _FEWEST))
    first, last = (_behind_tail(ordered, years, allowed)
                   for ordered in (sorted(years), sorted(years, reverse=True)))  # fmt: skip
    return calendar.year_interval(min(first, last), max(first, last))


def _behind_tail(ordered: Sequence[int], years: Mapping[int, int], allowed: int) -> int:
    for year in ordered:
        allowed -= years[year]
        if allowed < 0:
            return year
    return ordered[-1]


def _length(days: Interval) -> int:
    return days.last - days.first + 1


def plot(when: When, drawn: Window) -> Plot:
    """One search's counts, in the window."""
    blocks = tuple(
        Block(_slot(when, cell, days), tuple(_slots(when, drawn.level, _within(days, drawn))))
        for cell, days in date_cells.between(_labelled(drawn), drawn.days)
    )
    beside = map(when.beside, (DECADE, CENTURY, YEARLESS, NONE))
    year = blocks[0].slot.cell[:-3]
    broader = when.count("year", year) if drawn.level == "day" else 0
    return Plot(drawn, blocks, broader, *beside)


def _within(days: Interval, drawn: Window) -> Interval:
    return Interval(max(days.first, drawn.days.first), min(days.last, drawn.days.last))


def _labelled(drawn: Window) -> Level:
    """The level of what stands under one label."""
    years = calendar.civil(drawn.days.last)[0] - calendar.civil(drawn.days.first)[0]
    if drawn.level == "century" and years > 100 * _MOST_CENTURIES:
        return "millennium"
    return _WIDER[drawn.level]


def _rounded(days: Interval) -> Window:
    (first, first_month, _), (last, last_month, _) = map(calendar.civil, (days.first, days.last))
    if (first, first_month) == (last, last_month):
        return Window("day", calendar.month_interval(first, first_month))
    span = last - first + 1
    level: Level = next((each for each, most in _MOST_YEARS if span <= most), "millennium")
    size = {"month": 1, "year": 10, "decade": 100, "century": 100, "millennium": 1000}[level]
    start, end = cells.years_around(first, size)[0], cells.years_around(last, size)[1]
    return Window(level, calendar.year_interval(start, end))


def _slots(when: When, level: Level, days: Interval) -> Iterator[Slot]:
    for cell, own in date_cells.between(level, days):
        yield _slot(when, cell, own)


def _slot(when: When, cell: str, days: Interval) -> Slot:
    return Slot(cell, days, *when.counts(cell))
