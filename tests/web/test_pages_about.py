"""The pages of a name, a citation and a document, over a real index."""

import html
import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from loccit.engines.generations import InService
from loccit.indexer.build import build
from loccit.indexer.settings import Settings
from loccit.web.app import create_app

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
        'title = "One & all"\n[references]\n1 = "A <i>report</i>, Human Rights Watch"\n'
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
    assert "named 3 times in 3 passages of 3" in page
    rows = re.findall(r'<tr><th scope="row"><a [^>]*>([^<]+)</a></th><td>([^<]+)</td>', page)
    assert ("ISIL", "an alias") in rows
    assert "<mark>ISIS</mark>" in page
    assert "United Nations" in page
    assert ">2012<" in page


def test_a_citation_shows_its_source_and_whom_it_supports(visitor: FlaskClient) -> None:
    page = html.unescape(visitor.get("/citations/wars/one/1").text)
    assert "A <i>report</i>, Human Rights Watch" in page
    assert "appears in 2 passages" in page
    assert "[1] supports “ISIL came to Homs on 6 May 2012.”" in page
    assert "[1] opens this passage: it belongs to the text before it, which may be" in page
    assert "&lt;i&gt;report" in visitor.get("/citations/wars/one/1").text


@pytest.mark.parametrize(
    ("number", "expected"),
    [(2, "the source of [2] is not known here"), (4, "No passage cites it")],
)
def test_a_citation_without_one_side(visitor: FlaskClient, number: int, expected: str) -> None:
    assert expected in visitor.get(f"/citations/wars/one/{number}").text


def test_a_dangerous_address_is_no_link(visitor: FlaskClient) -> None:
    assert 'href="javascript' not in visitor.get("/citations/wars/one/3").text
    assert 'href="javascript' not in visitor.get("/documents/wars/one").text


def test_a_document_shows_its_passages_and_references(visitor: FlaskClient) -> None:
    page = visitor.get("/documents/wars/one").text
    assert '<h1 class="page-title">One &amp; all</h1>' in page
    assert page.count('<li class="passage">') == 3
    assert "Never cited" in page
    assert "There is no page 9" in visitor.get("/documents/wars/one?page=9").text


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
    for link in {html.unescape(found) for found in re.findall(r'href="([^"]*)"', page)}:
        if "://" not in link:
            answer = visitor.get(link.partition("#")[0] or start)
            assert answer.status_code == 200, link
            answer.close()


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
