"""What is offered while a search is typed."""

from collections.abc import Iterator

import pytest

from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine
from loccit.search.searcher import search
from loccit.search.suggestions import MOST, suggest
from tests.engines.made import built


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
    offered = [(s.kind, s.label, s.search) for s in suggest(engine, typed)]
    assert (kind, label, completed) in offered


@pytest.mark.parametrize("typed", ["", "   ", "raid ", "nosuch:x", "zzz", '"', "x" * 5000, "\x00"])
def test_offers_nothing_where_nothing_fits(engine: Engine, typed: str) -> None:
    assert suggest(engine, typed) == ()


@pytest.mark.parametrize("typed", ["r", "t", "place:", "entity:", "a b c d e f g", "ra"])
def test_what_is_offered_can_be_searched_and_is_not_much(engine: Engine, typed: str) -> None:
    offered = suggest(engine, typed)
    assert len(offered) <= MOST
    for suggestion in offered:
        if suggestion.kind != "field":
            assert not search(engine, suggestion.search, NEVER).parsed.problems


def test_counts_are_of_mentions_and_passages(engine: Engine) -> None:
    assert {s.label: s.count for s in suggest(engine, "fre")}["Free Syrian Army"] == 3
    assert {s.label: s.count for s in suggest(engine, "tow")}["town"] == 3
