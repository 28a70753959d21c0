"""The page of what a search that finds nothing most likely means, in one round trip."""

from dataclasses import replace

from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine
from loccit.search.help.most_words import MostWords
from loccit.search.help.names_meant import names_meant
from loccit.search.pages import Place, Wanted
from loccit.search.query.parser import parse
from loccit.search.results import ResultPage, Spelling


def mended(
    engine: Engine, nothing: ResultPage, spelling: Spelling, place: Place, until: Deadline
) -> ResultPage:
    """The page of `spelling`, in place of the one that found `nothing`; raises OutOfTime."""
    wanted = Wanted(parse(spelling.search, engine, until), place)
    most = MostWords(wanted.parsed, spelling.total or 0, place.explain)
    extra = most.requests if place.page == 1 else ()
    answers = engine.answer((*wanted.requests, *extra), until)
    page = wanted.made(engine, answers)
    return replace(
        page,
        instead_of=nothing.typed,
        spellings=nothing.spellings,
        names=tuple(names_meant(engine, wanted.parsed)),
        most=most.results(engine, answers[len(wanted.requests) :], page.results),
    )
