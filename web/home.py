"""What the home page is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from loccit.engines import field_table
from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine, FacetCounts, FacetRequest, Matches
from loccit.engines.query import MatchAll
from loccit.model.mentions import EntityType
from loccit.search import narrowing
from loccit.search.query.parsed import Parsed
from loccit.search.query.parser import understood
from loccit.search.query.syntax import Fielded, Node, Word, all_of, written
from loccit.search.timeline.over_time import OverTime, over_time
from loccit.search.timeline.when import When, counted, facets

MOST_DOCUMENTS = 8
_KINDS: tuple[EntityType, ...] = ("organisation", "place", "person")
"""Of which examples are."""
_LOOKED_AT = 20
_MOST_NAMES = 2
_STRAY = 200
"""A facet with values in one passage of so many, or fewer, isn't worth a page to browse."""
_LONGEST_TITLE = 5
"""Words of a title that makes an example."""
_SEVERAL = 3
"""Passages from which a date makes an example."""


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
        asked = (*(FacetRequest(row.name, _LOOKED_AT) for row in rows), *facets(None))
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
        if is_listed and _says_much(matches.facets[row.name], matches.total):
            yield row.name, row.title


def _says_much(facet: FacetCounts, passages: int) -> bool:
    """Whether it has many values, or more than a stray passage has one."""
    return facet.distinct > _LOOKED_AT or sum(facet.counts.values()) * _STRAY > passages


def _examples(engine: Engine, matches: Matches, when: When, until: Deadline) -> tuple[Example, ...]:
    """Searches to begin with: plain words, two names, a date, and what carries no citation."""
    tried = [*_words(engine, matches), *_names(engine, matches), *_dates(when), *_uncited()]
    parsed = [understood(tree, engine, until) for tree, _ in tried]
    answers = engine.answer([each.request() for each in parsed], until)
    return tuple(
        Example(written(tree), gloss, answer.total)
        for (tree, gloss), answer in zip(tried, answers, strict=True)
        if answer.total
    )


def _words(engine: Engine, matches: Matches) -> Iterator[tuple[Node, str]]:
    """The title of the longest document that is a few plain words."""
    for id in matches.facets["document"].counts:
        document = engine.document(id)
        words = document.title.split() if document else []
        if 0 < len(words) <= _LONGEST_TITLE and all(map(str.isalpha, words)):
            yield all_of([Word(each.lower()) for each in words]), "Words, as you would ask anyone"
            return


def _names(engine: Engine, matches: Matches) -> Iterator[tuple[Node, str]]:
    """The most frequent name of each of two kinds that can't be mistaken: of several words, in
    several passages, else of a word that is no name of another kind."""
    best = [
        (-matches.facets[kind].counts[name], kind, name)
        for kind in _KINDS
        if (name := _unmistaken(engine, matches.facets[kind].counts))
    ]
    for _, kind, name in sorted(best)[:_MOST_NAMES]:
        yield narrowing.named(kind, name), f"A name (here, of type {kind})"


def _unmistaken(engine: Engine, counts: Mapping[str, int]) -> str | None:
    long = [name for name in counts if len(name.split()) > 1]
    several = [name for name in long if counts[name] > 1]
    if several:
        return several[0]
    clear = (name for name in counts if len(engine.named(name, 2)) == 1)
    return next(clear, None) or next(iter(long), None)


def _dates(when: When) -> Iterator[tuple[Node, str]]:
    """The month with the most passages, where it has several, else the year."""
    for level in ("month", "year"):
        cells = {cell.cell: when.count("any", cell.cell) for cell, _ in when.cells(level)}
        if cells:
            best = max(sorted(cells), key=cells.__getitem__)
            if cells[best] >= _SEVERAL:
                yield Fielded("date", Word(best)), f"Dated to one {level}"
                return


def _uncited() -> Iterator[tuple[Node, str]]:
    yield Fielded("cite", Word("none")), "Passages without a citation"
