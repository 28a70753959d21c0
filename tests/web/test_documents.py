"""The list of documents, and a document's outline and own search, over a real index."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from loccit.engines.generations import InService
from loccit.indexer.build import build
from loccit.web.app import create_app
from tests.web.conftest import PLAIN, seeds
from tests.web.reading import all_of, attribute, hrefs, passages, texts, total

WAR = "".join(
    f"== Part {part} ==\n\n" + "It went on with much noise in the old town. " * 30 + "\n\n"
    for part in range(1, 16)
)
OLD = "Origins\nThe town is old. It fell.\n\n1812 campaign\nIn 1812 the <b>town</b> fell.\n"


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    place = tmp_path_factory.mktemp("documents")
    many = {f"report-{n}": f"Report {n} is about towns.\n" for n in range(230)}
    folder = seeds(place / "seeds", war=WAR, old=OLD, **many)
    (folder / "old.toml").write_text('title = "Émile & the town"')
    build([folder], place / "index", PLAIN)
    app = create_app(place / "index")
    with app.test_client() as client:
        yield client
    in_service: InService = app.extensions["loccit"]
    in_service.engine().close()


def test_documents_are_listed_by_title_with_their_passages(visitor: FlaskClient) -> None:
    page = visitor.get("/documents").text
    listed = texts(page, "#documents .facet-name")
    assert len(listed) == 200
    assert listed[:3] == ["Émile & the town", "Report 0", "Report 1"]
    assert hrefs(page, "#documents a")[0] == "/documents/old"
    assert "232 documents, by title" in texts(page, ".title-block p")[0]
    second = visitor.get("/documents?page=2").text
    assert texts(second, "#documents .facet-name")[-1] == "War"
    assert len(texts(second, "#documents .facet-name")) == 32


@pytest.mark.parametrize(
    ("asked", "found"), [("EMILE", 1), ("report-22", 11), ("t 22", 11), ("zzz", 0), ("", 200)]
)
def test_documents_are_filtered_by_title_or_id(
    visitor: FlaskClient, asked: str, found: int
) -> None:
    page = visitor.get("/documents", query_string={"containing": asked}).text
    assert len(texts(page, "#documents .facet-name")) == found
    assert ("No document has this in its title" in page) == (found == 0)


@pytest.mark.parametrize("query", ["?page=99", "?page=x", "?containing=%00%ff"])
def test_any_request_for_documents_is_answered(visitor: FlaskClient, query: str) -> None:
    assert visitor.get(f"/documents{query}").status_code == 200


def test_an_outline_leads_to_the_first_passage_of_each_section(visitor: FlaskClient) -> None:
    page = visitor.get("/documents/old").text
    assert texts(page, ".outline .facet-name") == ["Origins", "1812 campaign"]
    first = visitor.get(hrefs(page, ".outline a")[1]).text
    assert "1812 campaign" in texts(first, "h1")[0]
    assert "Passage 2 of 2" in texts(first, ".crumbs")[0]
    long = visitor.get("/documents/war").text
    assert texts(long, ".outline .facet-name") == [f"Part {n}" for n in range(1, 16)]
    assert texts(long, ".outline summary") == ["3 more"]
    assert not all_of(visitor.get("/documents/report-1").text, ".outline")


@pytest.mark.parametrize(
    ("typed", "asked", "found"),
    [
        ("town", "town doc:old", 2),
        ("", "doc:old", 2),
        ('"the town', '"the town" doc:old', 2),
        ("town OR noise", "town OR noise doc:old", 2),
        ("noise", "noise doc:old", 0),
    ],
)
def test_its_box_searches_within_the_document(
    visitor: FlaskClient, typed: str, asked: str, found: int
) -> None:
    (form,) = all_of(visitor.get("/documents/old").text, "form.search-in")
    sent = {
        attribute(node, "name"): attribute(node, "value") or typed for node in form.css("input")
    }
    answer = visitor.get("/search", query_string=sent)
    assert answer.status_code == 303
    results = visitor.get(answer.headers["Location"]).text
    assert attribute(all_of(results, "#q")[0], "value") == asked
    assert total(results) == found


def test_a_facets_page_says_what_it_narrows(visitor: FlaskClient) -> None:
    page = visitor.get("/facets/document?q=town").text
    assert texts(page, "h1") == ["Documents in the passages for town"]
    assert texts(page, "title")[0].startswith("Documents in the passages for town")
    assert texts(visitor.get("/facets/document").text, "h1") == ["Documents in all passages"]


def test_one_page_has_no_number(visitor: FlaskClient) -> None:
    one = visitor.get("/search?q=doc:old").text
    assert len(passages(one)) == 2
    assert "Page 1" not in texts(one, "main")[0]
    assert "Page 1 of" in texts(visitor.get("/search?q=towns").text, "main")[0]


@pytest.mark.parametrize("address", ["/documents/none", "/nothing", "/facets/none?q=town"])
def test_what_is_not_there_leaves_the_box_empty(visitor: FlaskClient, address: str) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 404
    assert attribute(all_of(answer.text, "#q")[0], "value") == ""
