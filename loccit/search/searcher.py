"""Search on one page: parse, ask the engine, cut snippets, count, help where little is found.

A page is one round trip to the engine, one more where little is found, and at most three in all.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Cursor, Engine, Filter, Hit, Request, Sort
from loccit.engines.query import IntRange
from loccit.search.help.little import helped
from loccit.search.pages import DEEPEST, Place, Wanted
from loccit.search.query.parser import parse
from loccit.search.results import Grouping, ResultPage, Spelled

MOST_RESULTS = 100
"""On one page."""
SECONDS = 2.0
"""That a request may take; whoever takes it in makes the deadline and hands it down."""
STOPPED = (
    f"The search was stopped after {SECONDS:g} seconds, before everything was found. Try fewer"
    " words, or longer beginnings of words."
)

T = TypeVar("T")


def search(
    engine: Engine,
    typed: str,
    until: Deadline,
    *,
    page: int = 1,
    size: int = 10,
    sort: Sort = "score",
    explain: bool = False,
    grouping: Grouping = "spread",
    spelled: Spelled = "likely",
) -> ResultPage:
    """The passages that answer what was typed; `page` counts from 1, both are kept in limits.

    What finds nothing and has exactly one likely mending is searched for as mended, unless it is
    to be `spelled` as typed; the page then says so. Never raises OutOfTime: a page that was
    stopped says so and shows what it has.
    """
    size = max(1, min(size, MOST_RESULTS))
    shown = max(1, min(page, DEEPEST // size))
    place = Place(shown, page, size, sort, explain, grouping)
    wanted = Wanted(parse(typed, engine, until), place)
    answers = in_time(lambda: engine.answer(wanted.requests, until))
    if answers is None:
        return wanted.empty(engine, STOPPED)
    made = wanted.made(engine, answers)
    return made if made.total and shown > 1 else helped(engine, made, place, spelled, until)


def in_time(ask: Callable[[], T]) -> T | None:
    """None where time ran out."""
    try:
        return ask()
    except OutOfTime:
        return None


def every(
    engine: Engine,
    typed: str,
    until: Deadline,
    *,
    sort: Sort = "score",
    since: int = 0,
    after: Cursor | None = None,
) -> Iterator[Hit]:
    """All passages that answer what was typed, as it is spelled, in order, each read as it is
    asked for.

    Of those first seen after `since` (seconds since 1970) if it is given, and behind the place
    `after`. Raises OutOfTime, at once.
    """
    parsed = parse(typed, engine, until)
    until.check()
    filters = parsed.filters
    if since:
        filters += (Filter("first_seen", IntRange("first_seen", since + 1, None)),)
    tiers = parsed.tiers if sort == "score" else ()
    return engine.every(Request(parsed.query, filters, sort, after=after, tiers=tiers), until)
