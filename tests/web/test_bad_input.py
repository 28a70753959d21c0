"""Any parameter of any type, length and encoding: shown, refused or not there, never an error."""

from urllib.parse import quote_from_bytes

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.reading import all_of, attribute, links

PAGES = [
    "/search",
    "/documents",
    "/documents/many",
    "/passages/many/9",
    "/names/place/x",
    "/facets/place",
    "/help",
]
PROGRAMS = ["/api/search", "/api/suggest", "/api/timeline", "/api/documents",
            "/api/entities", "/api/documents/many", "/search.csv", "/search.atom",
            "/opensearch/suggest"]  # fmt: skip
PLACES = [
    "/passages/{}/1", "/passages/many/{}", "/documents/{}", "/citations/many/{}", "/names/{}/x",
    "/names/place/{}", "/facets/{}?q=raid", "/{}", "/passages/many/{}.bib", "/search.{}",
    "/static/{}/loccit.css", "/api/passages/many/{}", "/api/entities/{}/x",
    "/api/entities/place/{}",
    "/api/citations/{}/1",
]  # fmt: skip
NAMES = st.sampled_from(
    ["q", "page", "size", "sort", "explain", "from", "to", "since", "index", "prefix",
     "containing",
     "field", "", "q[]", "page.x"]
)  # fmt: skip
HARD = [
    b"", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"-1", b"0", b"1e9", b"9" * 40, b"NaN", b"true",
    b"[]",
    b"{}", b"../../etc/passwd", b"<script>alert(1)</script>", b"javascript:alert(1)",
    "\u202eevil\u2066".encode(), "٣".encode(), b"w" * 3000, b"%s%n{{7*7}}", b"a\r\nSet-Cookie: x=1",
]  # fmt: skip
VALUES = (
    st.sampled_from(HARD)
    | st.binary(max_size=30)
    | st.text(max_size=30).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
QUERIES = st.lists(st.tuples(NAMES, VALUES), max_size=4).map(
    lambda given: "&".join(f"{name}={quote_from_bytes(value)}" for name, value in given)
)
FUZZ = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def status(client: FlaskClient, address: str) -> int:
    answer = client.get(address, headers={"Accept-Encoding": "identity"})
    answer.get_data()
    assert "Set-Cookie" not in answer.headers
    answer.close()
    return answer.status_code


@FUZZ
@given(st.sampled_from(PAGES), QUERIES)
def test_a_page_is_shown_whatever_is_asked(client: FlaskClient, page: str, query: str) -> None:
    assert status(client, f"{page}?{query}") in (200, 302, 303, 404)


@FUZZ
@given(st.sampled_from(PROGRAMS), QUERIES)
def test_a_program_is_answered_or_refused(client: FlaskClient, path: str, query: str) -> None:
    """A part of an export that isn't there, or is of another index, is refused as such."""
    assert status(client, f"{path}?{query}") in (200, 400, 404, 409)


@FUZZ
@given(st.sampled_from(PLACES), VALUES)
def test_an_address_is_there_or_not(client: FlaskClient, path: str, value: bytes) -> None:
    address = path.format(quote_from_bytes(value, safe=""))
    assert status(client, address) in (200, 308, 400, 404)


@pytest.mark.parametrize("value", HARD)
def test_an_unknown_passage_is_offered_as_a_search_and_the_box_is_empty(
    client: FlaskClient, value: bytes
) -> None:
    answer = client.get(f"/passages/absent{quote_from_bytes(value, safe='')}/7")
    assert answer.status_code == 404
    assert 'name="q" type="search" value="' in answer.text
    assert "<script>alert" not in answer.text
    assert attribute(all_of(answer.text, "#q")[0], "value") == ""
    if value.isalpha():
        assert f"/search?q=absent{value.decode()}" in links(answer.text)
