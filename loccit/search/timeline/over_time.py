"""A search over time: what its timeline draws, and where each label of it leads."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine, FacetRequest
from loccit.model import calendar, cells
from loccit.model.mentions import Interval
from loccit.search import narrowing
from loccit.search.query.parsed import Parsed
from loccit.search.query.syntax import written
from loccit.search.timeline import when as counts
from loccit.search.timeline.plot import Plot, Slot, Window, plot, window
from loccit.search.timeline.when import When

EARLIER, LATER = "earlier", "later"


@dataclass(frozen=True, slots=True)
class OverTime:
    """`search` gives the search with other dates (`narrowing.dating`), "" for none; `drills` are
    where the labels lead.

    They are all of the plot's if they can stand under it, else those that hold something.
    """

    plot: Plot
    drills: tuple[Slot, ...]
    search: Callable[[str], str]
    is_narrowed: bool = False
    """Whether the search asks for dates."""
    outside: tuple[Slot, ...] = ()
    """Before and after the plot, where anything would be drawn there."""


def over_time(engine: Engine, parsed: Parsed, when: When, until: Deadline) -> OverTime | None:
    """None where there is nothing to draw; `when` are the counts for the search.

    Raises OutOfTime beyond `until`.
    """
    shown = window(when.dated_years(), asked(parsed))
    if shown is None:
        return None
    (complete,) = completed(engine, ((parsed, when),), shown, until)
    return drills(parsed, plot(complete, shown), complete)


def completed(
    engine: Engine, of: Sequence[tuple[Parsed, When]], shown: Window, until: Deadline
) -> tuple[When, ...]:
    """The counts with all that the window draws: asked for where they weren't.

    Only where more months were counted than one asks for beforehand, or days are drawn that
    nobody asked for.
    """
    months, days = _missing(of, shown)
    if not (months or days):
        return tuple(when for _, when in of)
    facets = (*((months,) if months else ()), *((days,) if days else ()))
    answers = engine.answer([parsed.request(facets=facets) for parsed, _ in of], until)
    return tuple(
        replace(
            when,
            months=matches.facets["when_month"] if months else when.months,
            days=matches.facets["when_day"] if days else when.days,
        )
        for (_, when), matches in zip(of, answers, strict=True)
    )


def _missing(
    of: Sequence[tuple[Parsed, When]], shown: Window
) -> tuple[FacetRequest | None, FacetRequest | None]:
    draws_months, draws_days = shown.level in ("month", "day"), shown.level == "day"
    is_cut = draws_months and not all(when.months.is_whole for _, when in of)
    has_days = all(when.days is not None for _, when in of)
    months = counts.drawn("month", shown.days) if is_cut else None
    return months, counts.drawn("day", shown.days) if draws_days and not has_days else None


def drills(parsed: Parsed, drawn: Plot, when: When) -> OverTime:
    """The plot with where each of its labels leads."""
    labelled = tuple(slot for slot in drawn.drills if drawn.is_aligned or not slot.is_empty)
    search = narrowing.dating(parsed.tree)
    outside = tuple(_outside(parsed, drawn, when))
    return OverTime(drawn, labelled, search, search("") != written(parsed.tree), outside)


def _outside(parsed: Parsed, drawn: Plot, when: When) -> Iterator[Slot]:
    """Nothing, where the search asks for dates: what lies outside of them was not asked for."""
    if asked(parsed) is not None:
        return
    days = drawn.window.days
    first, last = calendar.civil(days.first)[0], calendar.civil(days.last)[0]
    if before := when.before(first):
        yield Slot(EARLIER, Interval(cells.EARLIEST, days.first - 1), total=before)
    if after := when.after(last):
        yield Slot(LATER, Interval(days.last + 1, cells.LATEST), total=after)


def asked(parsed: Parsed) -> Interval | None:
    """The days that all the dates of a search have, None where it asks for none."""
    if not parsed.dated:
        return None
    first = max(each.first for each in parsed.dated)
    return Interval(first, max(first, min(each.last for each in parsed.dated)))
