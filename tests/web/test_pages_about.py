"""The pages of a name, a citation and a document, over a real index."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from loccit.engines.generations import InService
from loccit.indexer.build import build
from loccit.indexer.settings import Settings
from loccit.web.app import create_app
from tests.web.reading import all_of, links, rows, texts
from tests.web.test_site import status

TEXT = """ISIL came to Homs on 6 May 2012.[1] It left.[2]
[1] ISIS fought; the UN watched <b>it</b>.[3]
The ISIL left in 2013.
"""


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    place = tmp_path_factory.mktemp("about")
    folder = place / "seeds" / "wars"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_text(TEXT)
    (folder / "one.toml").write_text(
        'title = "One & all"\n[references]\n1 = "A <x>report</x>, Human Rights Watch"\n'
        '3 = { text = "B", address = "javascript:alert(1)" }\n4 = "Never cited"\n'
    )
    settings = Settings("", 1, dates=place / "d.toml", aliases=place / "a.toml")
    build([place / "seeds"], place / "index", settings)
    app = create_app(place / "index")
    with app.test_client() as client:
        yield client
    in_service: InService = app.extensions["loccit"]
    in_service.engine().close()


def test_a_name_shows_its_forms_with_reasons(visitor: FlaskClient) -> None:
    page = visitor.get("/names/organisation/Islamic State").text
    (shown,) = texts(page, "main")
    assert "named 3 times in 3 passages of 3" in shown
    assert ("ISIL", "an alias") in [row[:2] for row in rows(page)]
    assert "ISIS" in texts(page, "mark")
    assert "United Nations" in shown
    assert "2012" in shown


def test_a_citation_shows_its_source_and_whom_it_supports(visitor: FlaskClient) -> None:
    page = visitor.get("/citations/wars/one/1").text
    (shown,) = texts(page, "main")
    assert "A <x>report</x>, Human Rights Watch" in shown
    assert "appears in 2 passages" in shown
    assert "[1] supports “ISIL came to Homs on 6 May 2012.”" in shown
    assert "[1] opens this passage: it belongs to the text before it, which may be" in shown
    assert not all_of(page, "i")


@pytest.mark.parametrize(
    ("number", "expected"),
    [(2, "the source of [2] is not known here"), (4, "No passage cites it")],
)
def test_a_citation_without_one_side(visitor: FlaskClient, number: int, expected: str) -> None:
    (shown,) = texts(visitor.get(f"/citations/wars/one/{number}").text, "main")
    assert expected in shown


def test_a_dangerous_address_is_no_link(visitor: FlaskClient) -> None:
    for address in ("/citations/wars/one/3", "/documents/wars/one"):
        page = visitor.get(address).text
        assert links(page)
        assert not any(link.startswith("javascript") for link in links(page))


def test_a_document_shows_its_passages_and_references(visitor: FlaskClient) -> None:
    page = visitor.get("/documents/wars/one").text
    assert texts(page, "h1.page-title") == ["One & all"]
    assert len(all_of(page, "li.passage")) == 3
    assert any("Never cited" in text for text in texts(page, "main"))
    beyond = visitor.get("/documents/wars/one?page=9").text
    assert any("There is no page 9" in text for text in texts(beyond, "main"))


@pytest.mark.parametrize(
    "address",
    ["/names/organisation/Nobody", "/names/thing/Islamic State", "/citations/wars/one/99",
     "/citations/none/1", "/documents/none", "/citations/wars/one/x",
     "/citations/wars/one/99999999999999999999", "/names/organisation/%00"],
)  # fmt: skip
def test_what_is_not_there_is_404(visitor: FlaskClient, address: str) -> None:
    assert visitor.get(address).status_code == 404


@pytest.mark.parametrize(
    "start", ["/names/organisation/Islamic State", "/citations/wars/one/1", "/documents/wars/one",
              "/passages/wars/one/2"],
)  # fmt: skip
def test_every_link_leads_somewhere(visitor: FlaskClient, start: str) -> None:
    page = visitor.get(start).text
    for link in set(links(page)):
        if "://" not in link and not link.startswith("#"):
            assert status(visitor, link) == 200, link


@pytest.mark.parametrize(
    ("typed", "expected"),
    [('source:"Human Rights"', 2), ("source:rights", 2), ("source:report source:b", 1),
     ("citations:2..", 2), ("citations:0", 1), ("citations:1", 0), ("citations:..0", 1),
     ("entity:daesh", 3), ("org:\"islamic state\"", 3)],
)  # fmt: skip
def test_citations_sources_and_names_are_searched(
    visitor: FlaskClient, typed: str, expected: int
) -> None:
    found = visitor.get("/api/search", query_string={"q": typed}).get_json()
    assert (found["problems"], found["total"]) == ([], expected)


def test_without_a_model_a_search_for_a_name_says_so(client: FlaskClient) -> None:
    said = "built without a model for names"
    assert said in client.get("/").text
    assert said in client.get("/search?q=place:Rome").text
    assert said not in client.get("/search?q=raid").text
