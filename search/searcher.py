"""Search on one page: parse, ask the engine, cut snippets, count, help where little is found."""

from collections.abc import Iterator, Sequence

from engines.engine import Engine, Filter, Hit, Matches, Request, Sort
from engines.query import And, Between, Has, Or, Query
from mentions.types import Citation, Date, Entity
from search import dates
from search.changes import nothing
from search.facets import ASKED, facets
from search.highlights import Match
from search.most_words import FEW, most_words
from search.query_parser import parse
from search.results import Parsed, Result, ResultPage
from search.snippets import snippet
from search.spelling import spellings

MOST_RESULTS = 100
"""On one page."""
DEEPEST = 10_000
"""How far down the matches pages go."""


def search(
    engine: Engine,
    typed: str,
    page: int = 1,
    size: int = 10,
    sort: Sort = "score",
    explain: bool = False,
) -> ResultPage:
    """The passages that answer what was typed; `page` counts from 1, both are kept in limits."""
    size = max(1, min(size, MOST_RESULTS))
    page = max(1, min(page, DEEPEST // size))
    parsed = parse(typed, engine)
    matches = _asked(engine, parsed, page, size, sort, explain)
    return ResultPage(
        parsed,
        matches.total,
        tuple(_result(hit, parsed) for hit in matches.hits),
        facets(parsed, matches, engine),
        page,
        size,
        sort,
        engine.manifest,
        matches.total - _certain(engine, parsed) if parsed.dated else 0,
        tuple(_most(engine, parsed, matches)) if page == 1 else (),
        tuple(spellings(engine, parsed.tree)) if page == 1 else (),
        matches.facets["when"],
        None if matches.total else nothing(engine, parsed.tree),
    )


def _asked(
    engine: Engine, parsed: Parsed, page: int, size: int, sort: Sort, explain: bool
) -> Matches:
    filters = tuple(Filter(group, query) for group, query in parsed.filters)
    first = (page - 1) * size
    return engine.search(Request(parsed.query, filters, sort, first, size, ASKED, explain))


def _most(engine: Engine, parsed: Parsed, matches: Matches) -> Iterator[Result]:
    """Passages with most of the words, where those with all are few and stand on this page."""
    if matches.total < FEW and len(matches.hits) == matches.total:
        found = {hit.passage.id for hit in matches.hits}
        for hit in most_words(engine, parsed, found):
            yield _result(hit, parsed)


def _result(hit: Hit, parsed: Parsed) -> Result:
    passage = hit.passage
    cut = snippet(passage.text, parsed.highlights, tuple(_filtered(hit, parsed)))
    possible = not all(dates.is_certain(passage.dates(), days) for days in parsed.dated)
    return Result(passage, hit.score, cut.pieces, possible, cut.start, hit.explanation)


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


def _certain(engine: Engine, parsed: Parsed) -> int:
    """How many passages fall for certain in all the dates that were asked for."""
    asked = tuple(Filter("date", dates.certain(days)) for days in parsed.dated)
    filters = tuple(Filter(group, query) for group, query in parsed.filters)
    return engine.search(Request(parsed.query, filters + asked, size=0)).total
