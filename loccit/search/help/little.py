"""Where little or nothing is found: what to ask instead, in one more round trip to the engine."""

from dataclasses import replace

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine
from loccit.search.help import most_words
from loccit.search.help.names_meant import names_meant
from loccit.search.help.nothing import Nothing
from loccit.search.help.spelling import finding, spellings
from loccit.search.query.parser import understood
from loccit.search.results import NothingFound, ResultPage, Spelling
from loccit.search.shown import Shown


def helped(engine: Engine, page: ResultPage, until: Deadline) -> ResultPage:
    """The first page with names that its words may mean, other spellings, passages with most of
    the words, and where nothing was found why; what there is no time for is left out."""
    if not page.total:
        page = replace(page, nothing=NothingFound())
    try:
        page = replace(page, names=tuple(names_meant(engine, page.parsed)))
        return _asked(engine, page, spellings(engine, page.parsed.tree, until), until)
    except OutOfTime:
        return page


def _asked(
    engine: Engine, page: ResultPage, spelled: tuple[Spelling, ...], until: Deadline
) -> ResultPage:
    most = most_words.request(page.parsed, page.total)
    counts = [understood(each.tree, engine, until).request() for each in spelled]
    nothing = None if page.total else Nothing(engine, page.parsed.tree, spelled, until)
    requests = [*([most] if most else []), *counts, *(nothing.requests if nothing else ())]
    if not requests:
        return page
    answers = engine.answer(requests, until)
    if most:
        hits = most_words.others(answers.pop(0), page.results)
        page = replace(page, most=tuple(map(Shown(engine, page.parsed).of, hits)))
    totals = [matches.total for matches in answers[: len(spelled)]]
    page = replace(page, spellings=finding(spelled, totals))
    if nothing is None:
        return page
    return replace(page, nothing=nothing.answered(answers[len(spelled) :]))
