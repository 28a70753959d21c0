"""The help and the home page offer what finds something in the index that they are about."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.engine import Engine
from loccit.indexer.build import build
from loccit.model.documents import Document, Passage
from loccit.model.mentions import Entity, Mention
from loccit.model.names import Form, Name
from loccit.search.forms import FORMS, examples
from loccit.search.query.fields import search_fields
from loccit.web.app import create_app
from loccit.web.home import home
from tests.engines.made import built, day, named, passage, year
from tests.web.conftest import PLAIN, seeds
from tests.web.reading import all_of, attribute, number, rows, texts, total


def test_each_example_finds_what_it_says(client: FlaskClient) -> None:
    page = client.get("/help").text
    links = all_of(page, "tbody tr th a")
    assert len(links) > 25
    for row in all_of(page, "tbody tr"):
        cells = [" ".join(cell.text().split()) for cell in row.css("th, td")]
        linked = row.css("th a")
        assert bool(linked) == (cells[2] != "–")
        if linked:
            answer = client.get(attribute(linked[0], "href"))
            assert total(answer.text) == number(cells[2]), cells
            assert not all_of(answer.text, ".problems"), cells


def test_every_form_and_every_field_is_there(client: FlaskClient) -> None:
    shown = rows(client.get("/help").text)
    assert len(shown) >= sum(len(group.forms) for group in FORMS)
    typed = " ".join(row[0] for row in shown)
    for field in search_fields():
        assert f"{field.name}:" in typed
    headings = texts(client.get("/help").text, "caption")
    assert headings[: len(FORMS)] == [group.heading for group in FORMS]


def test_an_index_of_nearly_nothing_has_a_help_and_a_home(tmp_path: Path) -> None:
    build([seeds(tmp_path / "seeds", a="1\n")], tmp_path / "index", PLAIN)
    visitor = create_app(tmp_path / "index").test_client()
    page = visitor.get("/help").text
    assert len(rows(page)) >= sum(len(group.forms) for group in FORMS)
    assert "air strikes" in texts(page, "code")
    assert visitor.get("/").status_code == 200


@pytest.fixture(params=["whoosh", "memory"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def engine(name: str, place: Path, *held: Sequence[Mention]) -> Engine:
    """A passage for each of these lists of mentions."""
    passages: list[Passage] = [
        passage("war", n, f"It went on for the {n}th time.", *own) for n, own in enumerate(held, 1)
    ]
    entities = {
        (each.name, each.type): Name(each.name, each.type, (Form(each.name, 1),))
        for own in held
        for each in own
        if isinstance(each, Entity)
    }
    return built(
        name, place / "gen-1", [(Document("war", "War"), passages)], tuple(entities.values())
    )


OF = "organisation"


@pytest.mark.parametrize(
    ("held", "offered"),
    [
        ([[named("Commons", OF)], [named("Commons", OF)], [named("Commons", "place")],
          [named("Red Cross", OF)], [named("Red Cross", OF)]], ['org:"Red Cross"']),
        ([[named("NATO", OF)], [named("NATO", OF)], [named("Red Cross", OF)]], ["org:NATO"]),
        ([[named("Georgia", "place")], [named("Georgia", "person")]], []),
        ([[named("Georgia", "place")], [named("Georgia", "person")],
          [named("New York", "place")]], ['place:"New York"']),
        ([[day("2012-10-06")]] * 3 + [[year(2012)]] * 5, ["date:2012-10"]),
        ([[day("2012-10-06")]] * 2 + [[year(1999)]] * 3, ["date:1999"]),
        ([[day("2012-10-06")], [year(1999)]], []),
        ([[]], []),
    ],
)  # fmt: skip
def test_what_to_try_first_is_unmistaken_and_finds_several(
    name: str, tmp_path: Path, held: list[list[Mention]], offered: list[str]
) -> None:
    opened = engine(name, tmp_path, *held)
    page = home(opened, NEVER)
    assert [each.search for each in page.examples] == ["war", *offered, "cite:none"]
    assert all(each.total for each in page.examples)
    opened.close()


def test_out_of_time_the_help_still_has_every_form(name: str, tmp_path: Path) -> None:
    opened = engine(name, tmp_path, [])
    late = [len(group.examples) for group in examples(opened, Deadline.within(-1))]
    assert late[: len(FORMS)] == [len(group.forms) for group in FORMS]
    opened.close()
