"""Search on one page: parse, ask the engine, cut snippets, count."""

from engines.engine import Engine, Filter, Hit, Request, Sort
from search import dates
from search.facets import ASKED, facets
from search.query_parser import parse
from search.results import Parsed, Result, ResultPage
from search.snippets import snippet

MOST_RESULTS = 100
"""On one page."""
DEEPEST = 10_000
"""How far down the matches pages go."""


def search(
    engine: Engine, typed: str, page: int = 1, size: int = 10, sort: Sort = "score"
) -> ResultPage:
    """The passages that answer what was typed; `page` counts from 1, both are kept in limits."""
    size = max(1, min(size, MOST_RESULTS))
    page = max(1, min(page, DEEPEST // size))
    parsed = parse(typed, engine.names)
    matches = engine.search(
        Request(
            parsed.query,
            tuple(Filter(group, query) for group, query in parsed.filters),
            sort,
            (page - 1) * size,
            size,
            ASKED,
        )
    )
    possible = matches.total - _certain(engine, parsed) if parsed.dated else 0
    results = tuple(_result(hit, parsed) for hit in matches.hits)
    counted = facets(parsed, matches, engine)
    return ResultPage(
        parsed, matches.total, results, counted, page, size, sort, engine.manifest, possible
    )


def _result(hit: Hit, parsed: Parsed) -> Result:
    cut = snippet(hit.passage.text, parsed.highlights)
    dated = hit.passage.dates()
    possible = not all(dates.is_certain(dated, days) for days in parsed.dated)
    return Result(hit.passage, hit.score, cut.pieces, possible, cut.start)


def _certain(engine: Engine, parsed: Parsed) -> int:
    """How many passages fall for certain in all the dates that were asked for."""
    asked = tuple(Filter("date", dates.certain(days)) for days in parsed.dated)
    filters = tuple(Filter(group, query) for group, query in parsed.filters)
    return engine.search(Request(parsed.query, filters + asked, size=0)).total
