"""The API: what it answers, how it refuses, and that its description says so."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from loccit.web.api.api import OPERATIONS
from loccit.web.exports.exports import FILES
from tests.web.reading import addresses, all_of, attribute, handlers, links


def got(client: FlaskClient, address: str) -> dict[str, Any]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.get_json()
    return found


def test_it_answers_as_the_page_does(client: FlaskClient) -> None:
    found = got(client, "/api/search?q=raid+doc:hard&size=2")
    assert (found["total"], len(found["results"]), found["size"]) == (3, 2, 2)
    first = found["results"][0]
    assert {"id", "document", "title", "score", "snippet", "text", "mentions"} <= set(first)
    assert [part["label"] for part in found["read_as"]] == ["raid", "hard"]


def test_a_misspelled_query_is_answered_as_mended(client: FlaskClient) -> None:
    found = got(client, "/api/search?q=raidd+doc:hard")
    assert (found["query"], found["searched_instead"]) == ("raidd doc:hard", "raid doc:hard")
    assert (found["total"], len(found["results"]), found["nothing_found"]) == (3, 3, None)
    assert found["did_you_mean"] == [
        {"word": "raidd", "instead": "raid", "search": "raid doc:hard", "total": 3}
    ]
    typed = got(client, "/api/search?q=raidd+doc:hard&spelled=as-typed")
    assert (typed["query"], typed["searched_instead"], typed["total"]) == (
        "raidd doc:hard",
        None,
        0,
    )
    assert typed["did_you_mean"] == found["did_you_mean"]
    assert "spelled=as-typed" in typed["links"]["html"]
    assert got(client, "/api/search?q=raid")["searched_instead"] is None


def test_passages_with_most_of_the_words_are_a_list_of_their_own(client: FlaskClient) -> None:
    found = got(client, "/api/search?q=raid+citation+zebra&explain=1")
    assert (found["total"], found["results"]) == (0, [])
    assert found["most_words_read_as"] is None
    first = found["most_words"][0]
    assert (first["id"], first["missing"]) == ("hard#3", ["zebra"])
    for each in found["most_words"]:
        parts = [part["score"] for part in each["explanation"]]
        assert sum(parts) == pytest.approx(each["score"])
    mended = got(client, "/api/search?q=raidd+zebra+citation")
    assert mended["most_words_read_as"] == "raid zebra citation"
    assert [each["id"] for each in mended["most_words"]] == [
        each["id"] for each in found["most_words"]
    ]
    exported = client.get("/search.jsonl?q=raid+citation+zebra").text
    assert exported == ""


def test_the_timeline_is_data(client: FlaskClient) -> None:
    found = got(client, "/api/timeline?q=raid")
    assert {"cell": "2014", "by_day": 30, "by_month": 0, "by_year": 0} in found["years"]
    assert {"months", "years", "decades", "centuries", "yearless", "undated"} == set(found)


def test_the_index_says_what_it_holds(client: FlaskClient) -> None:
    found = got(client, "/api/index")
    assert (found["documents"], found["passages"]) == (2, 33)


def test_a_document_comes_with_its_passages_in_pages(client: FlaskClient) -> None:
    assert [d["id"] for d in got(client, "/api/documents")["documents"]] == ["hard", "many"]
    first = got(client, "/api/documents/many")
    assert (first["total"], len(first["passages"])) == (30, 20)
    assert first["document"]["licence"] == "CC BY 4.0"
    second = got(client, first["links"]["next"])
    assert [p["number"] for p in second["passages"]] == list(range(21, 31))
    assert "next" not in second["links"]
    assert got(client, second["links"]["prev"]) == first | {
        "links": first["links"] | {"self": second["links"]["prev"]}
    }


def test_a_passage_comes_with_its_neighbours(client: FlaskClient) -> None:
    found = got(client, "/api/passages/many/9")
    assert [p["number"] for p in found["neighbours"]] == [7, 8, 10, 11]
    assert found["passage"]["mentions"][0]["kind"] == "date"
    assert got(client, found["links"]["next"])["passage"]["number"] == 10
    assert client.get(found["links"]["html"]).status_code == 200


def test_a_citation_says_what_it_supports(client: FlaskClient) -> None:
    found = got(client, "/api/citations/many/9")
    assert found["reference"] is None
    assert found["citing"][0]["supported"] == ["Passage 9 speaks of the raid of 9 May 2014."]


def test_pages_are_linked_in_the_body_and_the_header(client: FlaskClient) -> None:
    answer = client.get("/api/search?q=raid&size=10&page=2&sort=oldest")
    links = answer.get_json()["links"]
    assert {"self", "html", "first", "prev", "next", "last"} == set(links)
    for rel, address in links.items():
        assert (
            f'<{address}>; rel="{"alternate" if rel == "html" else rel}"'
            in (answer.headers["Link"])
        )
        assert "sort=oldest" in address
    pages = [got(client, f"/api/search?q=raid&size=10&page={n}") for n in (1, 2, 3, 4)]
    seen = [result["id"] for page in pages for result in page["results"]]
    assert len(seen) == len(set(seen)) == 33


REFUSED = [
    ("/api/search?page=x", "page", "page must be a whole number, not “x”."),
    ("/api/search?page=0", "page", "page must be at least 1, not “0”."),
    ("/api/search?size=101", "size", "size must be at most 100, not “101”."),
    ("/api/search?size=100&page=101", "page", "page goes down to match 10,000"),
    (
        "/api/search?sort=up",
        "sort",
        "sort must be 'score', 'oldest', 'newest' or 'added', not “up”.",
    ),
    ("/api/search?spelled=no", "spelled", "spelled must be 'likely' or 'as-typed', not “no”."),
    ("/api/search?explain=perhaps", "explain", "explain must be true or false"),
    ("/api/search?pgae=2", "pgae", "pgae is not a parameter here; there are q, page, size"),
    ("/api/search?q=a&q=b", "q", "q is given twice; give it once."),
    ("/api/index?x=1", "x", "x is not a parameter here; there are none."),
    ("/api/documents/many?document=x", "document", "document is not a parameter here"),
    (f"/api/citations/many/{'x' * 101}", "label", "label must have at most 100 characters"),
    ("/api/entities/thing/x", "type", "type must be 'person'"),
]


@pytest.mark.parametrize(("address", "parameter", "detail"), REFUSED)
def test_a_wrong_parameter_is_named_with_the_mend(
    client: FlaskClient, address: str, parameter: str, detail: str
) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")
    problem = answer.get_json()
    assert problem["status"] == 400
    assert detail in problem["detail"]
    assert [wrong["parameter"] for wrong in problem["errors"]] == [parameter]


@pytest.mark.parametrize(
    "address",
    ["/api/passages/many/99", "/api/passages/absent/1", "/api/documents/absent", "/api/nope",
     "/api/citations/many/99", "/api/entities/place/Nowhere", "/api/passages/%00/%ff"],
)  # fmt: skip
def test_what_is_not_there_is_a_problem_of_404(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
    assert answer.get_json()["status"] == 404


def test_the_description_is_openapi_and_has_every_operation(client: FlaskClient) -> None:
    found = got(client, "/api/openapi.json")
    validate(found)
    assert found["openapi"] == "3.1.0"
    assert set(found["paths"]) == {f"/api{operation.path}" for operation in OPERATIONS} | {
        file.path for file in FILES
    }
    for path in found["paths"].values():
        assert path["get"]["summary"]
        for parameter in path["get"]["parameters"]:
            assert parameter["description"].endswith(".")
    for name, shape in found["components"]["schemas"].items():
        assert shape.get("description"), name


def test_the_page_about_it_needs_nothing_from_elsewhere(client: FlaskClient) -> None:
    page = client.get("/api/").text
    assert not any("//" in address for address in addresses(page))
    assert not handlers(page)
    assert len(all_of(page, "script")) == 1
    shown = {attribute(node, "id") for node in all_of(page, "[id]")}
    assert {link[1:] for link in links(page) if link[:1] == "#"} <= shown
    for operation in OPERATIONS:
        assert f"GET /api{operation.path}<" in page
