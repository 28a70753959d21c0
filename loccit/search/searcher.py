"""Search on one page: parse, ask the engine, cut snippets, count, help where little is found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine, Filter, Group, Hit, Matches, Request, Sort
from loccit.engines.query import And, Between, Has, Or, Query
from loccit.model.mentions import Citation, Date, Entity
from loccit.search.facets import ASKED, facets, quoted
from loccit.search.help.changes import nothing
from loccit.search.help.most_words import FEW, most_words
from loccit.search.help.names_meant import names_meant
from loccit.search.help.spelling import spellings
from loccit.search.highlights import Match
from loccit.search.query import dates
from loccit.search.query.parser import parse
from loccit.search.results import Parsed, Result, ResultPage
from loccit.search.snippets import snippet

MOST_RESULTS = 100
"""On one page."""
DEEPEST = 10_000
"""How far down the matches pages go."""
SECONDS = 2.0
"""That a search may take."""
STOPPED = (
    f"The search was stopped after {SECONDS:g} seconds, before it had found everything: ask for"
    " fewer words, or for longer beginnings of words."
)

T = TypeVar("T")


def search(
    engine: Engine,
    typed: str,
    page: int = 1,
    size: int = 10,
    sort: Sort = "score",
    explain: bool = False,
    group: Group = "spread",
) -> ResultPage:
    """The passages that answer what was typed; `page` counts from 1, both are kept in limits."""
    until = Deadline.within(SECONDS)
    size = max(1, min(size, MOST_RESULTS))
    asked = page
    page = max(1, min(page, DEEPEST // size))
    parsed = parse(typed, engine, until)
    request = _request(parsed, page, size, sort, explain, group, until)
    matches = _in_time(lambda: engine.search(request), None)
    found = ResultPage(
        parsed, 0, (), (), page, size, sort, engine.manifest, group=group, notices=(STOPPED,)
    )
    if matches is None:
        return found
    found = replace(
        found,
        total=matches.total,
        documents=matches.documents,
        results=tuple(_result(hit, parsed) for hit in matches.hits),
        facets=facets(parsed, matches, engine),
        when=matches.facets["when"],
        notices=tuple(_notices(page, asked, size, matches)),
    )
    return _with_help(engine, found, request, matches)


def _request(
    parsed: Parsed, page: int, size: int, sort: Sort, explain: bool, group: Group, until: Deadline
) -> Request:
    filters = tuple(Filter(named, query) for named, query in parsed.filters)
    first = (page - 1) * size
    return Request(parsed.query, filters, sort, first, size, ASKED, explain, group, until)


def _in_time(ask: Callable[[], T], otherwise: T) -> T:
    try:
        return ask()
    except OutOfTime:
        return otherwise


def _notices(page: int, asked: int, size: int, matches: Matches) -> Iterator[str]:
    shown = matches.total if matches.documents is None else matches.documents
    if page < asked and shown > page * size:
        yield (
            f"Pages go down to the first {DEEPEST:,} passages; this is the last, page {page:,}."
            " Narrow the search to see others."
        )
    elif shown and not matches.hits:
        yield f"There is no page {asked:,}: the last is page {-(-shown // size):,}."


def _with_help(engine: Engine, found: ResultPage, request: Request, matches: Matches) -> ResultPage:
    """What is only possible, and on the first page what to ask instead; left out if time is up."""
    parsed, until = found.parsed, request.until
    possible = _in_time(lambda: _possible(engine, found, request), 0)
    if found.page > 1:
        return replace(found, possible=possible)
    return replace(
        found,
        possible=possible,
        most=_in_time(lambda: tuple(_most(engine, parsed, matches, until)), ()),
        names=_in_time(lambda: tuple(names_meant(engine, parsed)), ()),
        spellings=_in_time(lambda: tuple(spellings(engine, parsed.tree, until)), ()),
        nothing=None if matches.total else nothing(engine, parsed.tree, until),
    )


def every(engine: Engine, typed: str, sort: Sort = "score", since: int = 0) -> Iterator[Hit]:
    """All passages that answer what was typed, in order, each read as it is asked for.

    Of those added after `since` (seconds since 1970) if it is given. Raises OutOfTime, at once.
    """
    until = Deadline.within(SECONDS)
    parsed = parse(typed, engine, until)
    until.check()
    filters = tuple(Filter(group, query) for group, query in parsed.filters)
    if since:
        filters += (Filter("added", Between("added", since + 1, None)),)
    return engine.every(Request(parsed.query, filters, sort, until=until))


def _most(engine: Engine, parsed: Parsed, matches: Matches, until: Deadline) -> Iterator[Result]:
    """Passages with most of the words, where those with all are few and stand on this page."""
    if matches.total < FEW and len(matches.hits) == matches.total:
        found = {hit.passage.id for hit in matches.hits}
        for hit in most_words(engine, parsed, found, until):
            yield _result(hit, parsed)


def _result(hit: Hit, parsed: Parsed) -> Result:
    passage = hit.passage
    cut = snippet(passage.text, parsed.highlights, tuple(_filtered(hit, parsed)))
    possible = not all(dates.is_certain(passage.dates(), days) for days in parsed.dated)
    others = f"{parsed.typed} doc:{quoted(passage.document)}".strip() if hit.others else ""
    return Result(
        passage, hit.score, cut.pieces, possible, cut.start, hit.explanation, hit.others, others
    )


def _filtered(hit: Hit, parsed: Parsed) -> Iterator[Match]:
    """The names and dates of the passage that the search narrows by."""
    names = {value for part in parsed.parts if part.kind == "named" for value in part.values}
    asked = [query for group, query in parsed.filters if group == "cite"]
    document = hit.passage.document
    for mention in hit.passage.mentions:
        match mention:
            case Citation(start, end, _, int(number)) if _cited(document, number, asked):
                yield Match(start, end, -1, "cite")
            case Entity(start, end, name) if name in names:
                yield Match(start, end, -1, "name")
            case Date(start, end, interval=interval) if interval:
                if any(dates.overlaps(interval, days) for days in parsed.dated):
                    yield Match(start, end, -1, "date")


def _cited(document: str, number: int, asked: Sequence[Query]) -> bool:
    """Whether a filter names the number, alone or in a range."""
    match asked:
        case []:
            return False
        case [Between("cite", low, high), *rest]:
            inside = (low is None or low <= number) and (high is None or number <= high)
            return inside or _cited(document, number, rest)
        case [Has("cited", value), *rest]:
            return value == f"{document}#{number}" or _cited(document, number, rest)
        case [Or(parts) | And(parts), *rest]:
            return _cited(document, number, [*parts, *rest])
        case [_, *rest]:
            return _cited(document, number, rest)
    return False


def _possible(engine: Engine, found: ResultPage, request: Request) -> int:
    """How many passages don't fall for certain in all the dates that were asked for."""
    if not found.parsed.dated:
        return 0
    asked = tuple(Filter("date", dates.certain(days)) for days in found.parsed.dated)
    certain = replace(request, filters=request.filters + asked, size=0, facets=())
    return found.total - engine.search(certain).total
