"""One page of results: what it asks of the engine, and the page that the answers make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loccit.engines.engine import Engine, Filter, Hit, Matches, Request, Sort
from loccit.search import diversify, facets
from loccit.search.query import dates
from loccit.search.query.parsed import Parsed
from loccit.search.results import Grouping, ResultPage
from loccit.search.shown import Shown
from loccit.search.timeline import when
from loccit.search.timeline.over_time import asked as days_asked

DEEPEST = 10_000
"""How far down the matches pages go."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which page of a search, and how: `page` counts from 1; `asked` is the one asked for, which
    may be beyond the last that can be shown."""

    page: int
    asked: int
    size: int
    sort: Sort
    explain: bool
    grouping: Grouping


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one page of a search asks of the engine."""

    parsed: Parsed
    place: Place

    @property
    def requests(self) -> tuple[Request, ...]:
        """The first counts facets; where the page spreads, the second is for the best documents;
        where dates are asked for, the last is for what falls in them for certain."""
        asked = self._page
        requests = diversify.requests(asked) if self._spreads else (asked,)
        certain = (_certain(asked, self.parsed),) if self.parsed.dated else ()
        return (*requests, *certain)

    @property
    def _spreads(self) -> bool:
        """Whether the page keeps one document from filling it."""
        ranked = self.place.sort == "score" and not self.parsed.tiers
        return ranked and self.place.grouping == "spread"

    @property
    def _page(self) -> Request:
        parsed, place = self.parsed, self.place
        return Request(
            query=parsed.query,
            filters=parsed.filters,
            sort=place.sort,
            first=(place.page - 1) * place.size,
            size=place.size,
            facets=(*facets.asked(parsed), *when.facets(days_asked(parsed))),
            explain=place.explain,
            by="document" if place.grouping == "document" else None,
            tiers=parsed.tiers if place.sort == "score" else (),
        )

    def empty(self, engine: Engine, *notices: str) -> ResultPage:
        """The page without results."""
        return ResultPage(
            parsed=self.parsed,
            total=0,
            results=(),
            facets=(),
            page=self.place.page,
            size=self.place.size,
            sort=self.place.sort,
            manifest=engine.manifest,
            grouping=self.place.grouping,
            notices=notices,
        )

    def made(self, engine: Engine, answers: Sequence[Matches]) -> ResultPage:
        """The page, out of the answers to `requests`."""
        matches, hits = answers[0], self._hits(answers)
        return replace(
            self.empty(engine),
            total=matches.total,
            possible=self._possible(answers),
            documents=matches.documents,
            results=tuple(map(Shown(engine, self.parsed).of, hits)),
            facets=facets.facets(self.parsed, matches, engine),
            when=when.counted(matches),
            notices=tuple(_notices(self.place, matches, hits)),
        )

    def _hits(self, answers: Sequence[Matches]) -> tuple[Hit, ...]:
        if not self._spreads:
            return answers[0].hits
        return diversify.diversified(self._page, answers[0], answers[1])

    def _possible(self, answers: Sequence[Matches]) -> int:
        """How many passages don't fall for certain in all the dates that were asked for."""
        return answers[0].total - answers[-1].total if self.parsed.dated else 0


def _certain(asked: Request, parsed: Parsed) -> Request:
    certain = tuple(Filter("date", dates.certain(days)) for days in parsed.dated)
    return Request(asked.query, asked.filters + certain, size=0)


def _notices(place: Place, matches: Matches, hits: tuple[Hit, ...]) -> Iterator[str]:
    total = matches.total if matches.documents is None else matches.documents
    if place.page < place.asked and total > place.page * place.size:
        yield (
            f"Pages go down to the first {DEEPEST:,} passages; this is the last, page"
            f" {place.page:,}. Narrow the search to see others."
        )
    elif total and not hits:
        yield f"There is no page {place.asked:,}; the last is page {-(-total // place.size):,}."
