"""A field is a row and a function: engines, facets, searches and the help then know it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from loccit import engines
from loccit.engines import field_table
from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine, FacetRequest, Request
from loccit.engines.field_table import FIELDS, Field, Typed
from loccit.engines.passage_values import Held
from loccit.engines.query import IntRange, KeywordTerm, MatchAll
from loccit.search.query.fields import search_field, search_fields
from loccit.search.searcher import search
from tests.engines.made import built


def initial(held: Held) -> list[str]:
    return [held.passage.text[:1]]


def length(held: Held) -> list[int]:
    return [len(held.passage.text.split())]


INITIAL = Field(
    "initial", "keyword", initial, facet=True, title="First letters",
    typed=Typed("initial", "beginning with", "initial:A", "its first letter", "document"),
)  # fmt: skip
LENGTH = Field(
    "length", "integer", length, facet=True, title="Lengths",
    typed=Typed("length", "as long as", "length:3..9", "how many words it has", "document"),
)  # fmt: skip


@pytest.fixture(params=list(engines.ENGINES))
def engine(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Engine]:
    monkeypatch.setattr(field_table, "FIELDS", (*FIELDS, INITIAL, LENGTH))
    opened = built(request.param, tmp_path / "gen-1")
    yield opened
    opened.close()


def test_a_row_and_a_function_make_a_field(engine: Engine) -> None:
    asked = (FacetRequest("initial", 9), FacetRequest("length", 9))
    everything, one, short = engine.answer(
        [
            Request(MatchAll(), facets=asked),
            Request(KeywordTerm("initial", "R")),
            Request(IntRange("length", None, 6)),
        ],
        NEVER,
    )
    assert everything.facets["initial"].counts == {"A": 2, "R": 1, "T": 1}
    assert sum(everything.facets["length"].counts.values()) == 4
    assert [hit.passage.id for hit in one.hits] == ["wars#1"]
    assert [hit.passage.id for hit in short.hits] == ["peace/one#1"]


def test_a_reader_asks_for_it_and_narrows_by_it(engine: Engine) -> None:
    page = search(engine, "town initial:A", NEVER)
    assert [(part.heading, part.label) for part in page.parsed.parts] == [
        ("All of the words", "town"),
        ("beginning with", "A"),
    ]
    letters, lengths = (
        next(facet for facet in page.facets if facet.field == name)
        for name in ("initial", "length")
    )
    assert letters.title == "First letters"
    assert {value.label: (value.count, value.chosen) for value in letters.values} == {
        "A": (2, True),
        "R": (1, False),
    }
    other = next(value for value in letters.values if value.label == "R")
    assert other.search == "town initial:(A OR R)"
    for value in lengths.values:
        assert search(engine, value.search, NEVER).total == value.count


@pytest.mark.parametrize("typed", ["length:x", "length:9..3"])
def test_what_it_cannot_read_is_a_problem(engine: Engine, typed: str) -> None:
    assert len(search(engine, typed, NEVER).parsed.problems) == 1


def test_the_help_lists_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(field_table, "FIELDS", (*FIELDS, INITIAL))
    assert "initial" in [each.name for each in search_fields()]
    monkeypatch.undo()
    assert search_field("initial") is None


def test_names_of_fields_and_of_what_is_typed_are_distinct() -> None:
    names = [row.name for row in FIELDS]
    typed = [name for each in search_fields() for name in (each.name, *each.other)]
    assert len(set(names)) == len(names)
    assert len(set(typed)) == len(typed)
