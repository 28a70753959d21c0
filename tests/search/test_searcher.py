"""Searching as a whole, over the engine: what is found, what is only possible, when it falls."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.engine import Engine
from loccit.search import as_json
from loccit.search.pages import DEEPEST
from loccit.search.searcher import MOST_RESULTS, STOPPED, search
from loccit.search.timeline.timeline import Month, Year, timeline
from tests.engines.made import PEACE, WARS, built, passage


@pytest.fixture(scope="module", params=["whoosh", "memory"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    opened = built(request.param, tmp_path_factory.mktemp("searcher") / "gen-1")
    yield opened
    opened.close()


def ids(engine: Engine, typed: str) -> list[str]:
    return sorted(result.passage.id for result in search(engine, typed, NEVER).results)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("raids", ["peace/one#1", "wars#1"]),
        ("town -raid", ["wars#2"]),
        ("raid OR truce", ["peace/one#1", "wars#1"]),
        ('"air strikes"', ["wars#2"]),
        ("cite:48", ["wars#1", "wars#2"]),
        ("cite:49..", ["wars#1"]),
        ("cite:none", ["peace/one#1", "wars#3"]),
        ("org:fsa", ["wars#1"]),
        ("entity:NATO", ["peace/one#1", "wars#2"]),
        ("date:2012-10", ["wars#1", "wars#2"]),
        ("within:2012-10", ["wars#1"]),
        ("within:2012", ["wars#1", "wars#2"]),
        ("date:october", ["wars#1"]),
        ("date:none", ["peace/one#1"]),
        ("before:0001", ["wars#3"]),
        ("after:2011", ["wars#1", "wars#2"]),
        ("date:-0043..0001", ["wars#3"]),
        ('date:"44 BC"', ["wars#3"]),
        ('date:"the 2010s"', ["wars#1", "wars#2"]),
        ("2012", ["wars#1", "wars#2"]),
        ("doc:wars town", ["wars#1", "wars#2"]),
        ("the town", ["peace/one#1", "wars#1", "wars#2"]),
        ('"the town"', ["peace/one#1", "wars#1", "wars#2"]),
        ('"force town"~3', ["wars#1"]),
        ('"force town"~1', []),
        ("=raid", ["wars#1"]),
        ("=raids", []),
        ("=naively", []),
        ("=naïvely", ["wars#2"]),
        ("naively", ["wars#2"]),
        ("rai*", ["wars#1"]),
        ("*ruce", ["peace/one#1"]),
        ("r?id", ["wars#1"]),
        ("trice~", ["peace/one#1"]),
        ("title:wars", ["wars#1", "wars#2", "wars#3"]),
        ("section:raid", ["peace/one#1"]),
        ("(air truce) OR talks", ["wars#3"]),
        ("(air OR truce) town", ["peace/one#1", "wars#2"]),
        ("town -(raid OR truce)", ["wars#2"]),
        ("place:(Idlib OR Homs)", ["wars#1"]),
        ("like:wars#1", ["peace/one#1", "wars#2"]),
        ("source:ministry", ["wars#1", "wars#2"]),
        ("report ministry", ["wars#1", "wars#2"]),
        ("ministry report", ["wars#1", "wars#2"]),
        ("ministry", ["wars#1", "wars#2"]),
        ("citations:2..", ["wars#1"]),
        ("[49]", ["wars#1"]),
    ],
)
def test_finds(engine: Engine, typed: str, expected: list[str]) -> None:
    assert ids(engine, typed) == expected


def test_tells_certain_from_possible(engine: Engine) -> None:
    page = search(engine, "date:2012-10", NEVER)
    assert (page.total, page.possible) == (2, 1)
    assert {r.passage.id: r.possible for r in page.results} == {"wars#1": False, "wars#2": True}
    assert search(engine, "date:2012", NEVER).possible == 0
    assert search(engine, "town", NEVER).possible == 0


def test_the_timeline_keeps_how_well_dates_are_known_apart(engine: Engine) -> None:
    found = timeline(engine, "", NEVER)
    assert found.months == (Month("-0043-03", 1, 0), Month("2012-10", 1, 0))
    assert found.years == (Year("-0043", 1, 0, 0), Year("2012", 1, 0, 1))
    assert (found.undated, found.yearless, found.decades) == (1, 0, 0)
    assert timeline(engine, "truce", NEVER).years == ()


def test_the_oldest_and_the_newest_come_first_the_undated_last(engine: Engine) -> None:
    oldest = [r.passage.id for r in search(engine, "", NEVER, sort="oldest").results]
    assert oldest == ["wars#3", "wars#2", "wars#1", "peace/one#1"]


@pytest.mark.parametrize(("page", "size"), [(0, 0), (-5, -5), (10**9, 10**9), (1, 10**6)])
def test_paging_is_kept_in_limits(engine: Engine, page: int, size: int) -> None:
    found = search(engine, "town", NEVER, page=page, size=size)
    assert 1 <= found.size <= MOST_RESULTS
    assert found.page * found.size <= DEEPEST
    assert found.total == 3


def test_beyond_the_last_page_the_last_is_named(engine: Engine) -> None:
    found = search(engine, "town", NEVER, page=7, size=2)
    assert (found.results, found.total, found.pages) == ((), 3, 2)
    assert found.notices == ("There is no page 7; the last is page 2.",)
    assert search(engine, "town", NEVER, page=2, size=2).notices == ()
    assert search(engine, "absent", NEVER, page=7).notices == ()


def test_a_search_that_takes_too_long_is_stopped_and_says_so(engine: Engine) -> None:
    found = search(engine, "town", Deadline.within(-1))
    assert (found.total, found.results, found.nothing) == (0, (), None)
    assert found.notices == (STOPPED,)
    assert as_json.result_page(found)["notices"] == [STOPPED]


def test_each_document_once(engine: Engine) -> None:
    found = search(engine, "town", NEVER, size=1, grouping="document")
    assert (found.total, found.documents, found.pages) == (3, 2, 2)
    (result,) = found.results
    assert (result.passage.id, result.others) == ("wars#1", 1)
    assert search(engine, result.others_search, NEVER).total == 2
    second = search(engine, "town", NEVER, page=2, size=1, grouping="document")
    assert [r.passage.id for r in second.results] == ["peace/one#1"]


def test_no_document_floods_the_first_page_unless_asked(tmp_path: Path) -> None:
    flood = [passage("wars", number, "raid raid") for number in range(1, 21)]
    other = [passage("peace/one", 1, "a raid that was told of at some length, and in many words")]
    engine = built("whoosh", tmp_path / "gen-1", [(WARS, flood), (PEACE, other)])
    shown = [r.passage.document for r in search(engine, "raid", NEVER, size=4).results]
    assert shown.count("peace/one") == 1
    asked = search(engine, "raid", NEVER, size=4, grouping="passage")
    assert {r.passage.document for r in asked.results} == {"wars"}
    pages = [search(engine, "raid", NEVER, page=page, size=4).results for page in range(1, 7)]
    assert len({r.passage.id for page in pages for r in page}) == 21
    engine.close()
