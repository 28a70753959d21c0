"""Names together, compared searches and sources: the same as counted by hand."""

from collections.abc import Callable, Iterator
from math import log
from pathlib import Path
from random import Random

import pytest

from loccit.engines.deadline import NEVER, Deadline, OutOfTime
from loccit.engines.engine import Engine
from loccit.model.addresses import CitationAddress
from loccit.model.documents import Document, Passage, Reference
from loccit.model.mentions import Citation, Entity, EntityType
from loccit.search.about.compare import compared
from loccit.search.about.source import source
from loccit.search.about.together import MOST, surprise, together
from loccit.search.facets import values
from loccit.search.query.parser import parse
from loccit.search.timeline.timeline import timeline
from tests.engines.made import built, passage

PEOPLE = [f"Name{number}" for number in range(30)]
REPORT = "A Report on Things, Human Rights Watch, 2013"
ONE = Document("one", "One", references=(Reference(1, REPORT), Reference(7, REPORT.upper())))
TWO = Document("two", "Two", references=(Reference(3, f"  {REPORT} "), Reference(1, "Another")))


def made(document: str) -> list[Passage]:
    rng = Random(document)
    found = []
    for number in range(1, 41):
        names = rng.sample(PEOPLE, 3)
        words = "raid" if rng.random() < 0.4 else "truce"
        text = f"The {words} of {' and '.join(names)} in {2000 + number % 9}.[{number % 8}]"
        types: tuple[EntityType, ...] = ("person", "place")
        marks = [
            Entity(text.index(name), text.index(name) + len(name), name, types[int(name[4:]) % 2])
            for name in names
        ]
        cited = Citation(text.index("["), len(text), str(number % 8), number % 8, "here")
        found.append(passage(document, number, text, *marks, cited))
    return found


HELD = {document.id: made(document.id) for document in (ONE, TWO)}
ALL = [each for passages in HELD.values() for each in passages]


@pytest.fixture(scope="module", params=["memory", "whoosh"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    place: Path = tmp_path_factory.mktemp("together") / "gen-1"
    opened = built(request.param, place, [(ONE, HELD["one"]), (TWO, HELD["two"])])
    yield opened
    opened.close()


def names(passage: Passage) -> set[str]:
    return {entity.name for entity in passage.entities()}


def ratio(here: int, everywhere: int, total: int, passages: int) -> float:
    """Dunning's formula as he writes it, by likelihoods of two binomials and of one."""

    def likelihood(k: int, n: int, p: float) -> float:
        return (k * log(p) if k else 0.0) + ((n - k) * log(1 - p) if n > k else 0.0)

    k1, n1, k2, n2 = here, total, everywhere - here, passages - total
    whole = (k1 + k2) / (n1 + n2)
    apart = likelihood(k1, n1, k1 / n1) + likelihood(k2, n2, k2 / n2)
    return 2 * (apart - likelihood(k1, n1, whole) - likelihood(k2, n2, whole))


@pytest.mark.parametrize(
    ("here", "everywhere", "total", "passages"),
    [(10, 12, 40, 100), (3, 3, 40, 100), (1, 1, 5, 1000), (40, 50, 40, 100)],
)
def test_surprise_is_dunnings_ratio(here: int, everywhere: int, total: int, passages: int) -> None:
    found = surprise(here, everywhere, total, passages)
    assert found == pytest.approx(ratio(here, everywhere, total, passages))


def test_a_name_that_is_rarer_there_is_no_surprise() -> None:
    assert surprise(1, 50, 40, 100) == 0


def test_names_are_counted_where_the_search_finds(engine: Engine) -> None:
    found = together(engine, parse("raid", engine, NEVER), "count", NEVER)
    raids = [each for each in ALL if "raid" in each.text]
    assert found.total == len(raids)
    assert len(found.names) == MOST
    for name in found.names:
        assert name.count == sum(name.name in names(each) for each in raids)
        assert name.everywhere == sum(name.name in names(each) for each in ALL)
    counts = [name.count for name in found.names]
    assert counts == sorted(counts, reverse=True)


def test_the_most_surprising_come_first(engine: Engine) -> None:
    found = together(engine, parse("raid", engine, NEVER), "surprise", NEVER)
    expected = sorted((name.surprise for name in found.names), reverse=True)
    assert [name.surprise for name in found.names] == expected


def test_pairs_are_those_of_the_passages_found(engine: Engine) -> None:
    found = together(engine, parse("raid", engine, NEVER), "count", NEVER)
    raids = [names(each) for each in ALL if "raid" in each.text]
    met = {(pair.one, pair.other): pair.count for pair in found.pairs}
    for one, first in enumerate(found.names):
        for other, second in enumerate(found.names):
            if one < other:
                both = sum({first.name, second.name} <= each for each in raids)
                assert met.get((one, other), 0) == both


def test_what_the_search_names_is_left_out(engine: Engine) -> None:
    found = together(engine, parse("person:Name2", engine, NEVER), "count", NEVER)
    assert found.total
    assert "Name2" not in {name.name for name in found.names}


@pytest.mark.parametrize(
    "looked", [lambda engine, over: together(engine, parse("raid", engine, NEVER), "count", over),
               lambda engine, over: compared(engine, "raid", "truce", over),
               lambda engine, over: values(
                   engine, parse("raid", engine, NEVER), "person", "", 1, over),
               lambda engine, over: timeline(engine, "raid", over)],
)  # fmt: skip
def test_looking_closer_stops_in_time(
    engine: Engine, looked: Callable[[Engine, Deadline], object]
) -> None:
    with pytest.raises(OutOfTime):
        looked(engine, Deadline(0.0))


def test_nothing_found_has_no_names(engine: Engine) -> None:
    assert together(engine, parse("absent", engine, NEVER), "count", NEVER).names == ()


def test_a_source_is_found_under_all_its_numbers(engine: Engine) -> None:
    found = source(engine, CitationAddress("one", "1"), 1, NEVER)
    assert found is not None
    assert [(each.document.id, each.labels) for each in found.listed] == [
        ("one", ("1", "7")),
        ("two", ("3",)),
    ]
    cited = {("one", 1), ("one", 7), ("two", 3)}
    expected = [each for each in ALL if (each.document, each.number % 8) in cited]
    assert found.total == len(expected)


@pytest.mark.parametrize(("document", "number"), [("one", 2), ("absent", 1)])
def test_no_source_where_none_is_listed(engine: Engine, document: str, number: int) -> None:
    assert source(engine, CitationAddress(document, str(number)), 1, NEVER) is None


def test_compared_searches_share_a_window(engine: Engine) -> None:
    found = compared(engine, "raid", "truce", NEVER)
    assert [side.total for side in found.sides] == [
        sum(word in each.text for each in ALL) for word in ("raid", "truce")
    ]
    assert compared(engine, "raid", "", NEVER).sides[1].over_time is None
    assert compared(engine, "", "", NEVER).rows == ()
