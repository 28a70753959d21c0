"""How the site is served: kept, compressed, under a path, while builds come and go."""

import gzip
import re
import threading
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

from loccit.indexer.build import build
from loccit.web.app import create_app
from loccit.web.robots import ROBOTS, Robots
from tests.web import reading
from tests.web.conftest import PLAIN, seeds
from tests.web.reading import links
from tests.web.serving import got, serving

KEPT = ["/", "/search?q=raid", "/passages/many/9", "/documents/many", "/citations/many/9", "/help",
        "/api/search?q=raid", "/api/", "/api/openapi.json", "/search.csv?q=raid",
        "/search.atom?q=raid", "/passages/many/9.bib", "/opensearch.xml",
        "/robots.txt"]  # fmt: skip


@pytest.mark.parametrize("address", KEPT)
def test_what_a_browser_has_is_not_made_again(client: FlaskClient, address: str) -> None:
    first = client.get(address)
    assert first.status_code == 200
    assert first.headers["Cache-Control"] == "no-cache"
    etag, changed = first.headers["ETag"], first.headers["Last-Modified"]
    first.close()
    for headers in ({"If-None-Match": etag}, {"If-None-Match": f'"x", {etag}'},
                    {"If-Modified-Since": changed}):  # fmt: skip
        again = client.get(address, headers=headers)
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == etag
        assert "Accept-Encoding" in again.headers["Vary"]
    for headers in ({"If-None-Match": '"other"'}, {"If-None-Match": "garbage"},
                    {"If-Modified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"},
                    {"If-Modified-Since": "yesterday"},
                    {"If-None-Match": '"other"', "If-Modified-Since": changed}):  # fmt: skip
        again = client.get(address, headers=headers)
        assert again.status_code == 200
        again.close()


def test_one_address_is_not_taken_for_another(client: FlaskClient) -> None:
    addresses = ["/search?q=raid", "/search?q=raids", "/search?q=raid&page=2", "/api/search?q=raid"]
    etags = [client.get(address).headers["ETag"] for address in addresses]
    other = client.get("/search?q=raid", base_url="https://elsewhere/under").headers["ETag"]
    assert len({*etags, other}) == 5
    absent = client.get("/passages/many/99", headers={"If-None-Match": etags[0]})
    assert absent.status_code == 404


@pytest.mark.parametrize("address", ["/nope", "/api/nope", "/healthz", "/static/x/loccit.css"])
def test_errors_and_health_are_not_kept(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("address", ["/search?q=raid", "/api/search?q=raid"])
def test_a_search_that_was_stopped_is_not_kept(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr("loccit.web.state.SECONDS", -1.0)
    answer = client.get(address)
    assert "stopped after" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


def test_a_new_build_is_a_new_answer(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "seeds", a="The old raid.")
    build([folder], tmp_path / "index", PLAIN)
    client = create_app(tmp_path / "index").test_client()
    etag = client.get("/search?q=raid").headers["ETag"]
    seeds(folder, a="The new raid.")
    build([folder], tmp_path / "index", PLAIN)
    answer = client.get("/search?q=raid", headers={"If-None-Match": etag})
    assert answer.status_code == 200
    assert "new <mark>raid" in answer.text


@pytest.mark.parametrize("address", ["/search?q=raid", "/api/search?q=raid", "/search.csv?q=raid"])
def test_answers_are_compressed_for_those_who_take_it(client: FlaskClient, address: str) -> None:
    plain = client.get(address).get_data()
    for encoding, undone in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        packed = client.get(address, headers={"Accept-Encoding": encoding})
        assert packed.headers["Content-Encoding"] == encoding
        data = packed.get_data()
        assert undone(data) == plain
        assert len(data) < len(plain) / 2
    assert "Content-Encoding" not in client.get(
        address, headers={"Accept-Encoding": "identity, br;q=0"}
    ).headers  # fmt: skip


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("gzip;q=0", None),
        ("identity;q=1, gzip;q=0", None),
        ("gzip;q=0, br;q=0", None),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.0, *", "gzip"),
        ("*", "br"),
        ("*;q=0", None),
        ("*;q=0, gzip;q=0.1", "gzip"),
        ("gzip;q=0.4, identity;q=0.5", None),
        ("gzip;q=0.5, br;q=0.4", "gzip"),
        ("GZIP", "gzip"),
        ("x-unknown, deflate", None),
        ("gzip;q=x", None),
        (";;,=", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("address", ["/search?q=raid", "/search.csv?q=raid"])
def test_an_encoding_that_is_refused_is_not_used(
    client: FlaskClient, address: str, accepted: str, expected: str | None
) -> None:
    answer = client.get(address, headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == expected
    assert "Accept-Encoding" in answer.headers["Vary"]
    answer.close()


def test_static_files_are_compressed_and_kept(client: FlaskClient) -> None:
    (address,) = [link for link in links(client.get("/").text) if link.endswith("loccit.css")]
    answer = client.get(address, headers={"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert "immutable" in answer.headers["Cache-Control"]
    answer.close()


@pytest.mark.parametrize("robots", ROBOTS)
def test_robots_are_told_what_they_may_read(index: Path, robots: Robots) -> None:
    client = create_app(index, may_crawl=robots).test_client()
    told = client.get("/robots.txt", base_url="http://localhost/under").text
    expected = {
        "none": "Disallow: /under/",
        "pages": "Disallow: /under/search",
        "all": "Allow: /under/",
    }
    assert expected[robots] in told.splitlines()
    assert ("X-Robots-Tag" in client.get("/").headers) == (robots == "none")


def addresses(page: str) -> set[str]:
    """Every address on this server in a page, a feed or a JSON answer."""
    own = reading.addresses(page)
    own += re.findall(r'"(?:self|html|first|prev|next|last)": ?"([^"]+)"', page)
    return {each for each in own if each.startswith(("/", "http://localhost"))}


@pytest.mark.parametrize("address", [*KEPT, "/search?q=raid&sort=oldest&page=2", "/search?q=absent",
                                     "/nope", "/passages/absent/1"])  # fmt: skip
def test_under_a_path_every_link_has_it(client: FlaskClient, address: str) -> None:
    root = "http://localhost/under"
    page = client.get(address, base_url=root).get_data().decode()
    for link in addresses(page):
        path = link.removeprefix("http://localhost")
        assert path.startswith("/under"), link
        if "{searchTerms}" not in path:
            inside = path.removeprefix("/under") or "/"
            answer = client.get(inside, base_url=root, follow_redirects=True)
            assert answer.status_code == 200, link
            answer.close()


def test_a_redirect_stays_under_the_path(client: FlaskClient) -> None:
    for address in ("/search", "/search?q=raid&from=2012", "/api"):
        answer = client.get(address, base_url="http://localhost/under")
        assert answer.status_code in (302, 303, 308)
        assert answer.location.removeprefix("http://localhost").startswith("/under/")


def test_a_real_server_under_a_path_and_behind_a_proxy(index: Path) -> None:
    with serving(index, "--prefix", "/under/", "--proxies", "1") as site:
        assert site.endswith("/under")
        taken_off = site.removesuffix("/under")
        for root in (site, taken_off):
            status, _, page = got(f"{root}/search?q=raid")
            assert status == 200
            assert b'action="/under/search"' in page
        headers = {"X_Forwarded_Host": "example.org", "X_Forwarded_Proto": "https"}
        _, _, feed = got(f"{site}/search.atom?q=raid", **headers)
        assert b'href="https://example.org/under/passages/' in feed
        _, _, page = got(f"{taken_off}/opensearch.xml", X_Forwarded_Prefix="/other", **headers)
        assert b'template="https://example.org/under/search?q={searchTerms}"' in page


def test_the_path_that_a_proxy_names_is_believed_where_that_is_asked_for(index: Path) -> None:
    headers = {"X_Forwarded_Host": "example.org", "X_Forwarded_Prefix": "/other"}
    with serving(index, "--prefix", "forwarded", "--proxies", "127.0.0.1") as site:
        _, _, page = got(f"{site}/opensearch.xml", **headers)
        assert b'template="http://example.org/other/search?q={searchTerms}"' in page


def test_without_a_proxy_its_headers_are_not_believed(index: Path) -> None:
    with serving(index) as site:
        _, _, feed = got(f"{site}/search.atom?q=raid", X_Forwarded_Host="evil.example",
                         X_Forwarded_Prefix="/evil")  # fmt: skip
        assert b"evil" not in feed
        assert got(f"{site}/under/search?q=raid")[0] == 404


def test_a_site_waits_for_its_index_and_then_follows_it(tmp_path: Path) -> None:
    index, folder = tmp_path / "index", seeds(tmp_path / "seeds", a="The raid of 2011.")
    with serving(index) as site:
        status, headers, page = got(f"{site}/search?q=raid")
        assert (status, headers["Retry-After"], headers["Refresh"]) == (503, "10", "10")
        assert headers["Cache-Control"] == "no-store"
        assert b"loccit index" in page
        assert b'value="raid"' in page
        status, headers, _ = got(f"{site}/api/search?q=raid")
        assert (status, headers["Content-Type"]) == (503, "application/problem+json")
        build([folder], index, PLAIN)
        assert got(f"{site}/search?q=raid")[0] == 200
        check_rebuilds(site, folder, index)


def check_rebuilds(site: str, folder: Path, index: Path) -> None:
    """Every answer while three generations are published is whole."""
    asked = ["/search?q=raid", "/api/search?q=raid", "/search.csv?q=raid", "/passages/a/1",
             "/search.atom?q=raid", "/"]  # fmt: skip
    answers: list[tuple[str, int, bytes]] = []
    done = threading.Event()

    def ask(which: int) -> None:
        while not done.is_set():
            address = asked[which % len(asked)]
            status, _, body = got(site + address)
            answers.append((address, status, body))
            which += 1

    threads = [threading.Thread(target=ask, args=(which,)) for which in range(2)]
    for thread in threads:
        thread.start()
    for year in (2012, 2013, 2014):
        seeds(folder, a=f"The raid of {year}.\n" * 20)
        build([folder], index, PLAIN)
    done.set()
    for thread in threads:
        thread.join(30)
    assert {address for address, _, _ in answers} == set(asked)
    assert {(address, status) for address, status, _ in answers if status != 200} == set()
    for address, _, body in answers:
        if address.startswith("/search.csv"):
            assert len(set(re.findall(rb"raid of (\d+)", body))) == 1
    assert b"2014" in got(f"{site}/passages/a/1")[2]


@pytest.mark.parametrize(
    ("address", "still_shown"),
    [
        ("/", "Passages"),
        ("/search?q=raid", "raid"),
        ("/search?q=raid+date:2014", "raid"),
        ("/facets/cited?q=raid", "Citations"),
        ("/documents/many", "Many"),
        ("/citations/many/3", "Many"),
        ("/together?q=raid", "Names together"),
        ("/compare?a=raid&b=may", "over time"),
    ],
)
def test_a_page_out_of_time_says_so_and_shows_what_it_has(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, address: str, still_shown: str
) -> None:
    monkeypatch.setattr("loccit.web.state.SECONDS", -1.0)
    answer = client.get(address)
    assert answer.status_code in (200, 503)
    assert "stopped after" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    if answer.status_code == 200:
        assert still_shown in answer.text


@pytest.mark.parametrize(
    "address", ["/api/timeline?q=raid", "/api/documents/many", "/api/citations/many/3"]
)
def test_a_program_gets_all_of_an_answer_or_none(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr("loccit.web.state.SECONDS", -1.0)
    answer = client.get(address)
    assert answer.status_code == 503
    assert "stopped after" in answer.get_json(force=True)["detail"]
