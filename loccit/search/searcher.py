"""Search on one page: parse, ask the engine, cut snippets, count, help where little is found.

A page is one round trip to the engine, and one more where little is found.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Cursor, Engine, Filter, Hit, Matches, Request, Sort
from loccit.engines.query import IntRange
from loccit.search import diversify, facets
from loccit.search.help.little import helped
from loccit.search.query import dates
from loccit.search.query.parsed import Parsed
from loccit.search.query.parser import parse
from loccit.search.results import Grouping, ResultPage
from loccit.search.shown import Shown
from loccit.search.timeline import when
from loccit.search.timeline.over_time import asked as days_asked

MOST_RESULTS = 100
"""On one page."""
DEEPEST = 10_000
"""How far down the matches pages go."""
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
) -> ResultPage:
    """The passages that answer what was typed; `page` counts from 1, both are kept in limits.

    Never raises OutOfTime: a page that was stopped says so and shows what it has.
    """
    size = max(1, min(size, MOST_RESULTS))
    asked = page
    page = max(1, min(page, DEEPEST // size))
    parsed = parse(typed, engine, until)
    empty = ResultPage(
        parsed=parsed,
        total=0,
        results=(),
        facets=(),
        page=page,
        size=size,
        sort=sort,
        manifest=engine.manifest,
        grouping=grouping,
        notices=(STOPPED,),
    )
    wanted = _Wanted.of(parsed, page, size, sort, explain, grouping)
    answers = in_time(lambda: engine.answer(wanted.requests, until))
    if answers is None:
        return empty
    hits, matches = wanted.hits(answers), answers[0]
    shown = Shown(engine, parsed)
    results = replace(
        empty,
        total=matches.total,
        possible=wanted.possible(answers),
        documents=matches.documents,
        results=tuple(map(shown.of, hits)),
        facets=facets.facets(parsed, matches, engine),
        when=when.counted(matches),
        notices=tuple(_notices(page, asked, size, matches, hits)),
    )
    return helped(engine, results, until) if page == 1 else results


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What one page asks of the engine: `requests` begin with the one that counts facets."""

    page: Request
    requests: tuple[Request, ...]
    spreads: bool
    """Whether the second request is the one for the best documents."""
    dated: bool
    """Whether the last request is for what falls in the dates for certain."""

    @classmethod
    def of(
        cls, parsed: Parsed, page: int, size: int, sort: Sort, explain: bool, grouping: Grouping
    ) -> "_Wanted":
        counts = (*facets.asked(parsed), *when.facets(days_asked(parsed)))
        asked = Request(
            query=parsed.query,
            filters=parsed.filters,
            sort=sort,
            first=(page - 1) * size,
            size=size,
            facets=counts,
            explain=explain,
            by="document" if grouping == "document" else None,
            tiers=parsed.tiers if sort == "score" else (),
        )
        spreads = grouping == "spread" and sort == "score" and not asked.tiers
        requests = diversify.requests(asked) if spreads else (asked,)
        certain = (_certain(asked, parsed),) if parsed.dated else ()
        return cls(asked, (*requests, *certain), spreads, bool(parsed.dated))

    def hits(self, answers: list[Matches]) -> tuple[Hit, ...]:
        if not self.spreads:
            return answers[0].hits
        return diversify.diversified(self.page, answers[0], answers[1])

    def possible(self, answers: list[Matches]) -> int:
        """How many passages don't fall for certain in all the dates that were asked for."""
        return answers[0].total - answers[-1].total if self.dated else 0


def _certain(asked: Request, parsed: Parsed) -> Request:
    certain = tuple(Filter("date", dates.certain(days)) for days in parsed.dated)
    return Request(asked.query, asked.filters + certain, size=0)


def in_time(ask: Callable[[], T]) -> T | None:
    """None where time ran out."""
    try:
        return ask()
    except OutOfTime:
        return None


def _notices(
    page: int, asked: int, size: int, matches: Matches, hits: tuple[Hit, ...]
) -> Iterator[str]:
    total = matches.total if matches.documents is None else matches.documents
    if page < asked and total > page * size:
        yield (
            f"Pages go down to the first {DEEPEST:,} passages; this is the last, page {page:,}."
            " Narrow the search to see others."
        )
    elif total and not hits:
        yield f"There is no page {asked:,}; the last is page {-(-total // size):,}."


def every(
    engine: Engine,
    typed: str,
    until: Deadline,
    *,
    sort: Sort = "score",
    since: int = 0,
    after: Cursor | None = None,
) -> Iterator[Hit]:
    """All passages that answer what was typed, in order, each read as it is asked for.

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
