"""What is offered while a search is typed."""

from collections.abc import Iterator

import pytest

from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine
from loccit.model.documents import Document
from loccit.model.mentions import Entity
from loccit.model.names import Form, Name
from loccit.search.searcher import search
from loccit.search.suggestions import MOST, suggest
from tests.engines.made import built, passage


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    opened = built("whoosh", tmp_path_factory.mktemp("suggestions") / "gen-1")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "kind", "label", "completed"),
    [
        ("ra", "word", "raid", "raid "),
        ("town ra", "word", "raid", "town raid "),
        ("town -ra", "word", "raid", "town -raid "),
        ("(town OR ra", "word", "raid", "(town OR raid "),
        ("NAI", "word", "naïvely", "naïvely "),
        ("fsa", "name", "Free Syrian Army", 'org:"Free Syrian Army" '),
        ("raid free syr", "name", "Free Syrian Army", 'raid org:"Free Syrian Army" '),
        ("raid idl", "name", "Idlib", "raid place:Idlib "),
        ("place:id", "name", "Idlib", "place:Idlib "),
        ("entity:", "name", "Idlib", "entity:Idlib "),
        ('org:"Free', "name", "Free Syrian Army", 'org:"Free Syrian Army" '),
        ("cit", "field", "cite:", "cite:"),
        ("raid pla", "field", "place:", "raid place:"),
        ("doc:w", "document", "The wars", "doc:wars "),
        ("doc:the", "document", "The wars", "doc:wars "),
    ],
)
def test_offers(engine: Engine, typed: str, kind: str, label: str, completed: str) -> None:
    offered = [(s.kind, s.label, s.search) for s in suggest(engine, typed, NEVER)]
    assert (kind, label, completed) in offered


@pytest.mark.parametrize("typed", ["", "   ", "raid ", "nosuch:x", "zzz", '"', "x" * 5000, "\x00"])
def test_offers_nothing_where_nothing_fits(engine: Engine, typed: str) -> None:
    assert suggest(engine, typed, NEVER) == ()


@pytest.mark.parametrize("typed", ["r", "t", "place:", "entity:", "a b c d e f g", "ra"])
def test_what_is_offered_can_be_searched_and_is_not_much(engine: Engine, typed: str) -> None:
    offered = suggest(engine, typed, NEVER)
    assert len(offered) <= MOST
    for suggestion in offered:
        if suggestion.kind != "field":
            assert not search(engine, suggestion.search, NEVER).parsed.problems


def test_counts_are_of_passages(engine: Engine) -> None:
    assert {s.label: s.count for s in suggest(engine, "fre", NEVER)}["Free Syrian Army"] == 1
    assert {s.label: s.count for s in suggest(engine, "tow", NEVER)}["town"] == 3
    assert {s.label: s.count for s in suggest(engine, "doc:", NEVER)} == {"The wars": 3, "Peace": 1}


LINCOLN = Entity(0, 1, "Abraham Lincoln", "person")
CITY = Entity(0, 1, "Lincoln", "place")


@pytest.fixture(scope="module", params=["whoosh", "memory"])
def presidents(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    held = [
        (Document("abraham-lincoln", "Abraham Lincoln"),
         [passage("abraham-lincoln", n, "He spoke.", LINCOLN) for n in (1, 2, 3)]),
        (Document("nebraska", "Towns of Nebraska"),
         [passage("nebraska", n, "Roads meet.", CITY) for n in (1, 2)]),
    ]  # fmt: skip
    names = (
        Name("Abraham Lincoln", "person", (Form("Lincoln", 3), Form("Abraham Lincoln", 1))),
        Name("Lincoln", "place", (Form("Lincoln", 9),)),
        Name("Linz", "place", (Form("Linz", 1),)),
    )
    opened = built(request.param, tmp_path_factory.mktemp("presidents") / "gen-1", held, names)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("linc", [("name", "Abraham Lincoln", 3, 'person:"Abraham Lincoln" '),
                  ("name", "Lincoln", 2, "place:Lincoln "),
                  ("document", "Abraham Lincoln", 3, 'doc:"abraham-lincoln" ')]),
        ("he said licoln", [("name", "Abraham Lincoln", 3, 'he said person:"Abraham Lincoln" '),
                            ("name", "Lincoln", 2, "he said place:Lincoln "),
                            ("document", "Abraham Lincoln", 3,
                             'he said doc:"abraham-lincoln" ')]),
        ("abrahma linc", [("name", "Abraham Lincoln", 3, 'person:"Abraham Lincoln" ')]),
        ("neb", [("document", "Towns of Nebraska", 2, "doc:nebraska ")]),
        ("place:lnic", [("name", "Lincoln", 2, "place:Lincoln ")]),
        ("doc:linclon", [("document", "Abraham Lincoln", 3, 'doc:"abraham-lincoln" ')]),
        ('person:"abraham li', [("name", "Abraham Lincoln", 3, 'person:"Abraham Lincoln" ')]),
        ('roads "abraham li', [("name", "Abraham Lincoln", 3,
                                'roads person:"Abraham Lincoln" ')]),
        ("roadds", [("word", "roads", 2, "roads ")]),
        ("spoek", [("word", "spoke", 3, "spoke ")]),
        ("linoln", [("name", "Abraham Lincoln", 3, 'person:"Abraham Lincoln" ')]),
        ("lin", [("name", "Abraham Lincoln", 3, 'person:"Abraham Lincoln" ')]),
    ],
)  # fmt: skip
def test_any_word_of_a_name_or_title_is_met_also_with_a_slip(
    presidents: Engine, typed: str, offered: list[tuple[str, str, int, str]]
) -> None:
    found = [(s.kind, s.label, s.count, s.search) for s in suggest(presidents, typed, NEVER)]
    assert found[: len(offered)] == offered


def test_a_quoted_value_that_is_begun_is_no_second_field(presidents: Engine) -> None:
    searches = [s.search for s in suggest(presidents, 'person:"abraham li', NEVER)]
    assert searches == ['person:"Abraham Lincoln" ']
    assert suggest(presidents, '"he spoke" linc', NEVER)
    assert suggest(presidents, '"he spoke"', NEVER) == ()
