"""Two searches over time, in one window, so that they can be drawn to one scale."""

from dataclasses import dataclass

from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.engine import Engine, Filter, Request
from loccit.search.query.parser import parse
from loccit.search.results import Parsed
from loccit.search.timeline.over_time import OverTime, asked, drills
from loccit.search.timeline.plot import Slot, plot, window, years_counted


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


def compared(engine: Engine, one: str, other: str, until: Deadline = NEVER) -> Compared:
    """Both drawn over the days that the two fill together, or that the first asks for.

    Raises OutOfTime beyond `until`.
    """
    parsed = parse(one, engine, until), parse(other, engine, until)
    counted = [_counted(engine, each, until) for each in parsed]
    typed = [each.typed.strip() for each in parsed]
    days = asked(parsed[0]) or asked(parsed[1])
    shown = (when for (_, when), text in zip(counted, typed, strict=True) if text)
    found = window(years_counted(*shown), days)
    sides = [
        Side(
            each.typed,
            total if each.typed else 0,
            drills(engine, each, plot(when, found), years_counted(when), until)
            if found and each.typed
            else None,
        )
        for each, (total, when) in zip(parsed, counted, strict=True)
    ]
    return Compared((sides[0], sides[1]))


def _counted(engine: Engine, parsed: Parsed, until: Deadline) -> tuple[int, dict[str, int]]:
    filters = tuple(Filter(group, query) for group, query in parsed.filters)
    matches = engine.search(Request(parsed.query, filters, size=0, facets=("when",), until=until))
    return matches.total, dict(matches.facets["when"])
