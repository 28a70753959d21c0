"""Two searches over time, in one window, so that they can be drawn to one scale."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine, Matches
from loccit.search.query.parsed import Parsed
from loccit.search.query.parser import parse
from loccit.search.timeline.over_time import OverTime, asked, completed, drills
from loccit.search.timeline.plot import Slot, Window, plot, window
from loccit.search.timeline.when import When, counted, facets


@dataclass(frozen=True, slots=True)
class Side:
    """One of the searches: what was typed, how many passages it finds, and when they fall."""

    typed: str
    total: int
    over_time: OverTime | None


@dataclass(frozen=True, slots=True)
class Compared:
    """The two sides, in the order in which they were typed; `most` is their highest bar."""

    sides: tuple[Side, Side]

    @property
    def most(self) -> int:
        return max((s.over_time.plot.highest for s in self.sides if s.over_time), default=0)

    @property
    def rows(self) -> tuple[tuple[Slot, Slot], ...]:
        """Each slot in which either side has something."""
        one, other = (side.over_time for side in self.sides)
        if one is None or other is None:
            return ()
        pairs = zip(one.plot.slots, other.plot.slots, strict=True)
        return tuple(pair for pair in pairs if not (pair[0].is_empty and pair[1].is_empty))


def compared(engine: Engine, one: str, other: str, until: Deadline) -> Compared:
    """Both drawn over the days that the two fill together, or that the first asks for.

    Raises OutOfTime beyond `until`.
    """
    parsed = [parse(one, engine, until), parse(other, engine, until)]
    days = asked(parsed[0]) or asked(parsed[1])
    matches = engine.answer([each.request(facets=facets(days)) for each in parsed], until)
    whens = [counted(each) for each in matches]
    typed = [(each, when) for each, when in zip(parsed, whens, strict=True) if each.typed.strip()]
    shown = window(_together(when for _, when in typed), days)
    if shown is None:
        sides = [Side(each.typed, _total(each, of), None)
                 for each, of in zip(parsed, matches, strict=True)]  # fmt: skip
        return Compared((sides[0], sides[1]))
    whens = list(completed(engine, tuple(zip(parsed, whens, strict=True)), shown, until))
    sides = [
        Side(each.typed, _total(each, of), _drawn(each, when, shown))
        for each, of, when in zip(parsed, matches, whens, strict=True)
    ]
    return Compared((sides[0], sides[1]))


def _total(parsed: Parsed, matches: Matches) -> int:
    return matches.total if parsed.typed else 0


def _drawn(parsed: Parsed, when: When, shown: Window) -> OverTime | None:
    return drills(parsed, plot(when, shown), when) if parsed.typed else None


def _together(whens: Iterable[When]) -> dict[int, int]:
    years: Counter[int] = Counter()
    for when in whens:
        years.update(when.dated_years())
    return dict(years)
