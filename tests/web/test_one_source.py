"""A work on the page of works and what cites it: one count, and a name without pages."""

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from loccit.engines.generations import InService
from loccit.indexer.build import build
from loccit.web.app import create_app
from tests.web.conftest import PLAIN, seeds

SIDECARS = {
    "one": """[references]
1 = "Donald (1996), pp. 20–22."
2 = "[[#Donald|Donald (1996)]], p. 20."
3 = "Donald (1996), p. 36."
4 = "Oates (1994), p. 7."
5 = "{{cite book|author=Ira Orr|title=A History of Rain|publisher=Penguin|year=1998|page=20}}"
6 = "{{cite book|author=Ira Orr|title=A History of Rain|publisher=Penguin|year=1998|page=33}}"
7 = "{{Greenwood&Earnshaw2nd}}"
8 = "{{harvnb|Rand|1992|p=3}}"
9 = "{{harvnb|Rand|1992|p=4}}"
""",
    "two": """[references]
1 = "{{cite book|author=Ira Orr|title=A History of Rain|publisher=Penguin|year=1998|page=71}}"
2 = "Donald (1996), p. 1."
3 = "{{Greenwood&Earnshaw2nd}}"
""",
}
TEXTS = {
    "one": "It rained on him.[1][2] It was wet.[3]\n\nHe left it.[3][4] It dripped down.[5]\n\n"
    "It went on again.[6][7] So they said.[8][9]\n",
    "two": "It rained here too.[1][2]\n\nIt was no metal.[3]\n",
}


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    place = tmp_path_factory.mktemp("works")
    folder = seeds(place / "seeds", **TEXTS)
    for name, sidecar in SIDECARS.items():
        (folder / f"{name}.toml").write_text(sidecar)
    build([folder], place / "index", PLAIN)
    app = create_app(place / "index")
    app.testing = True
    with app.test_client() as client:
        yield client
    in_service: InService = app.extensions["loccit"]
    in_service.engine().close()


def test_the_two_counts_agree(visitor: FlaskClient) -> None:
    row = r'href="(/sources/[^"]+)">What cites it.*?"number">([\d,]+)<.*?"number">(\d+)<'
    rows = re.findall(row, visitor.get("/works").text)
    assert len(rows) >= 6
    for address, passages, documents in rows:
        page = visitor.get(address).text
        assert re.search(rf"\b{passages} passages? cites? it", page), address
        listed = page[page.index('id="listed-h"') :]
        assert listed[: listed.index("</table>")].count('<th scope="row">') == int(documents)


@pytest.mark.parametrize(
    ("named", "pages"),
    [("Donald (1996)", "20–22"), ("Rand (1992)", "p. 3"), ("Oates (1994), p. 7.", "none")],
)
def test_short_references_are_shown_without_the_pages_that_differ(
    visitor: FlaskClient, named: str, pages: str
) -> None:
    page = visitor.get("/works").text
    assert named in page
    assert pages not in page


def test_what_cites_a_short_reference_lists_all_its_pages(visitor: FlaskClient) -> None:
    page = visitor.get("/sources/one/1").text
    assert ">Donald (1996)</h1>" in page
    assert "Cited with different pages; as [1]:" in page
    assert all(f"[{number}]" in page for number in (1, 2, 3))
    assert "2 passages cite it" in page


def test_a_template_without_words_is_said_to_be_one(visitor: FlaskClient) -> None:
    assert "Wiki template “Greenwood&amp;earnshaw2nd”" in visitor.get("/works").text
