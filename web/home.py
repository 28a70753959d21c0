"""What the home page is made of, and the fields that the help lists."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from loccit.engines import field_table
from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine, FacetRequest, Matches
from loccit.engines.query import MatchAll
from loccit.model.calendar import year_text
from loccit.model.mentions import EntityType
from loccit.search import narrowing
from loccit.search.query.fields import SearchField, search_fields
from loccit.search.query.parsed import Parsed
from loccit.search.query.parser import understood
from loccit.search.query.syntax import Fielded, Node, Word, written
from loccit.search.timeline.over_time import OverTime, over_time
from loccit.search.timeline.when import When, counted, facets

MOST_DOCUMENTS = 8
_KINDS: tuple[EntityType, ...] = ("organisation", "place", "person")
"""Of which the first that the index has names an example."""


@dataclass(frozen=True, slots=True)
class Example:
    """A search to try, with what it finds."""

    search: str
    gloss: str
    total: int


@dataclass(frozen=True, slots=True)
class Home:
    """Examples that this index answers, the facets it has values for, with their titles, and its
    timeline; `stopped` where time ran out before all of it was there."""

    examples: tuple[Example, ...] = ()
    browse: tuple[tuple[str, str], ...] = ()
    over_time: OverTime | None = None
    stopped: bool = False


def home(engine: Engine, until: Deadline) -> Home:
    page = Home()
    try:
        rows = field_table.offered()
        asked = (*(FacetRequest(row.name, 1) for row in rows), *facets(None))
        (matches,) = engine.answer([_EVERYTHING.request(facets=asked)], until)
        when = counted(matches)
        page = replace(page, browse=tuple(_browse(matches)))
        page = replace(page, over_time=over_time(engine, _EVERYTHING, when, until))
        return replace(page, examples=_examples(engine, matches, when, until))
    except OutOfTime:
        return replace(page, stopped=True)


_EVERYTHING = Parsed("", MatchAll())


def _browse(matches: Matches) -> Iterator[tuple[str, str]]:
    for row in field_table.offered():
        is_listed = row.kind == "keyword" and row.name not in ("cited", "document")
        if is_listed and matches.facets[row.name].distinct:
            yield row.name, row.title


def _examples(engine: Engine, matches: Matches, when: When, until: Deadline) -> tuple[Example, ...]:
    """Three searches: a name, a year, and what carries no citation."""
    tried = list(_tried(matches, when))
    parsed = [understood(tree, engine, until) for tree, _ in tried]
    answers = engine.answer([each.request() for each in parsed], until)
    return tuple(
        Example(written(tree), gloss, answer.total)
        for (tree, gloss), answer in zip(tried, answers, strict=True)
    )


def _tried(matches: Matches, when: When) -> Iterator[tuple[Node, str]]:
    named = ((kind, name) for kind in _KINDS for name in matches.facets[kind].counts)
    for kind, name in list(named)[:1]:
        yield narrowing.named(kind, name), f"A name (here, of type {kind})"
    years = when.dated_years()
    if years:
        year = year_text(max(sorted(years), key=years.__getitem__))
        yield Fielded("date", Word(year)), "Dated to one year"
    yield Fielded("cite", Word("none")), "Passages without a citation"


def help_fields() -> tuple[SearchField, ...]:
    return search_fields()
