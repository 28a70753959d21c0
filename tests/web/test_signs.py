"""No control character of a text comes out raw, and each text keeps its own direction."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from selectolax.lexbor import LexborHTMLParser

import loccit
from loccit.web.app import create_app

TEXT = "The raid\x1b[31m of سورية\x07 and\x01 חומס began\x9b in\x0b 2012\x7f.[48]"
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
ADDRESSES = [
    "/search?q=raid", "/search?q=raid%1b[31m%00", "/documents", "/documents/war",
    "/passages/war/1",
    "/search.csv?q=raid", "/search.bib?q=raid", "/search.ris?q=raid", "/search.atom?q=raid",
    "/search.jsonl?q=raid", "/api/search?q=raid",
    "/passages/war/1.csl.json", "/passages/war/1.txt", "/passages/war/1.bib", "/passages/war/1.ris",
    "/search?q=%07",
    "/%1b[31m",
]  # fmt: skip


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    home = tmp_path_factory.mktemp("home")
    (home / "seeds").mkdir()
    (home / "seeds" / "war.txt").write_text(TEXT, encoding="utf-8", newline="")
    (home / "seeds" / "war.toml").write_text('title = "War \\u001b[31m حرب (1)"', encoding="utf-8")
    loccit.build(home / "seeds", home / "index", model="", workers=1)
    return create_app(Path(home / "index")).test_client()


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_control_character_comes_out(client: FlaskClient, address: str) -> None:
    text = client.get(address).get_data(as_text=True)
    assert text
    assert not CONTROL.search(text)


def test_a_cell_shows_signs_for_them(client: FlaskClient) -> None:
    text = client.get("/search.csv?q=raid").get_data(as_text=True)
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["text"].startswith("The raid␛[31m of سورية␇ and␁")


def test_json_gives_the_text_as_it_is(client: FlaskClient) -> None:
    line = client.get("/search.jsonl?q=raid").get_data(as_text=True)
    assert json.loads(line)["text"] == TEXT
    assert client.get("/api/search?q=raid").get_json()["results"][0]["text"] == TEXT


ISOLATED = [
    ("/search?q=raid", ".passage-title bdi"),
    ("/search?q=raid", "blockquote.passage-text[dir=auto]"),
    ("/search?q=raid", ".facets .facet-name[dir=auto]"),
    ("/documents", "#documents .facet-name[dir=auto]"),
    ("/documents/war", "h1[dir=auto]"),
    ("/passages/war/1", ".crumbs bdi"),
    ("/passages/war/1", "#reference-text bdi"),
]


@pytest.mark.parametrize(("address", "where"), ISOLATED)
def test_a_text_keeps_its_direction_to_itself(
    client: FlaskClient, address: str, where: str
) -> None:
    page = LexborHTMLParser(client.get(address).get_data(as_text=True))
    assert page.css_first(where) is not None
