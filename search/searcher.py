"""Search on one page: parse, ask the engine, cut snippets, count."""

from engines.engine import Engine, Filter, Hit, Request, Sort
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
    results = tuple(_result(hit, parsed) for hit in matches.hits)
    counted = facets(parsed, matches, engine)
    return ResultPage(parsed, matches.total, results, counted, page, size, sort, engine.manifest)


def _result(hit: Hit, parsed: Parsed) -> Result:
    cut = snippet(hit.passage.text, parsed.highlights)
    return Result(hit.passage, hit.score, cut.pieces, cut.start)
