"""Where little or nothing is found: what to ask instead, in one more round trip to the engine.

Where nothing is found, what follows from the answers takes a third: the one likely mending of
the search, or what is left of it when the parts that nothing matches are gone.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine, Matches, Request
from loccit.search.help.mended import mended
from loccit.search.help.most_words import MostWords
from loccit.search.help.names_meant import names_meant
from loccit.search.help.nothing import Nothing
from loccit.search.help.spelling import Mendings
from loccit.search.pages import Place
from loccit.search.results import NothingFound, ResultPage, Spelled


def helped(
    engine: Engine, page: ResultPage, place: Place, spelled: Spelled, until: Deadline
) -> ResultPage:
    """The page with names that its words may mean, other spellings, passages with most of the
    words, and where nothing was found why; or the page of the one likely mending.

    What there is no time for is left out.
    """
    if not page.total:
        page = replace(page, nothing=NothingFound())
    try:
        page = replace(page, names=tuple(names_meant(engine, page.parsed)))
        return _Help.of(engine, page, place, spelled, until).given(spelled)
    except OutOfTime:
        return page


@dataclass(frozen=True, slots=True)
class _Help:
    """What is asked for one page, all together."""

    engine: Engine
    page: ResultPage
    place: Place
    until: Deadline
    most: MostWords
    mendings: Mendings
    nothing: Nothing | None

    @classmethod
    def of(
        cls, engine: Engine, page: ResultPage, place: Place, spelled: Spelled, until: Deadline
    ) -> "_Help":
        parsed, total = page.parsed, page.total
        mendings = Mendings(engine, parsed, total, until)
        read_as = mendings.likeliest if not total and spelled == "likely" else None
        most = MostWords(read_as or parsed, total, place.explain)
        nothing = None if total else Nothing(engine, parsed.tree, mendings, until)
        return cls(engine, page, place, until, most, mendings, nothing)

    def given(self, spelled: Spelled) -> ResultPage:
        """Raises OutOfTime."""
        asked = [self.most.requests, self.mendings.requests]
        asked += [self.nothing.requests] if self.nothing else []
        most, spellings, *rest = self._answers(asked)
        offers = self.mendings.answered(spellings)
        page = replace(self.page, spellings=offers.spellings)
        if self.nothing and offers.one and spelled == "likely":
            with suppress(OutOfTime):
                return mended(self.engine, page, offers.one, self.place, self.until)
        page = replace(
            page,
            most=self.most.results(self.engine, most, page.results),
            most_read_as=None if self.most.parsed is page.parsed else self.most.parsed,
        )
        if self.nothing:
            with suppress(OutOfTime):
                return replace(page, nothing=self.nothing.answered(rest[0], offers.tried))
        return page

    def _answers(self, asked: Sequence[Sequence[Request]]) -> list[list[Matches]]:
        """The answers to each of these, all asked for at once."""
        requests = [request for each in asked for request in each]
        answers = iter(self.engine.answer(requests, self.until) if requests else ())
        return [[next(answers) for _ in each] for each in asked]
