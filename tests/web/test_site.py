"""What the site answers, over a real index."""

import html
import json
import re
import threading
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from loccit.indexer.build import build
from loccit.web.app import create_app
from loccit.web.policy import HEADERS
from tests.web.conftest import PLAIN, seeds


def links(page: str) -> list[str]:
    return [html.unescape(link) for link in re.findall(r'href="([^"]*)"', page)]


def status(client: FlaskClient, link: str) -> int:
    answer = client.get(link.partition("#")[0] or "/")
    answer.close()
    return answer.status_code


def total(page: str) -> int:
    found = re.search(r'role="status">([\d,]+) passage', page)
    return int(found[1]) if found else 0


def test_the_home_page_tells_what_the_index_holds(client: FlaskClient) -> None:
    page = client.get("/").text
    assert "<dd>33</dd>" in page
    assert "CC BY 4.0" in page
    for link in links(page):
        assert "://" in link or status(client, link) == 200


def test_the_examples_find_what_they_say(client: FlaskClient) -> None:
    page = client.get("/").text
    found = re.findall(r'class="example" href="([^"]+)".*?class="count">([\d,]+) passage', page)
    assert found
    for link, count in found:
        assert total(client.get(html.unescape(link)).text) == int(count)


def test_results_are_ranked_highlighted_and_counted(client: FlaskClient) -> None:
    page = client.get("/search?q=raids").text
    assert total(page) == 33
    assert page.count('<li class="passage">') == 10
    assert "<mark>raid</mark>" in page
    assert "<title>33 passages for raids – Loccit</title>" in page


def test_text_and_titles_are_inert(client: FlaskClient) -> None:
    for address in ("/search?q=raid+doc:hard", "/passages/hard/1", "/"):
        page = client.get(address).text
        assert "<script>alert" not in page
        assert "<b>" not in page
        assert "&lt;script&gt;alert(1)" in page
        assert 'href="javascript:' not in page
    assert "A &lt;b&gt;<mark>raid</mark>&lt;/b&gt; on" in client.get("/search?q=raid+doc:hard").text


def test_what_was_typed_is_inert(client: FlaskClient) -> None:
    for typed in ("<script>x</script>", '"><script>', "' onload=x", "cite:<b>"):
        page = client.get("/search", query_string={"q": typed}).text
        assert "<script>x" not in page
        assert '"><script>' not in page
        assert "cite:<b>" not in page


def test_markers_stay_and_link_to_their_citation(client: FlaskClient) -> None:
    page = client.get("/search?q=doc:hard").text
    assert ">[1]</a>" in page
    assert '<span class="cite">[note 3]</span>' in page
    link = next(link for link in links(page) if "cite%3A12..16" in link or "cite:12..16" in link)
    assert total(client.get(link).text) == 1


def test_each_result_says_which_role_its_citations_have(client: FlaskClient) -> None:
    page = client.get("/search?q=6+May+doc:hard").text
    assert re.search(r"<dt>Citation just before</dt>\s*<dd><a[^>]*>1</a>", page)
    assert re.search(r"<dt>Cites</dt>\s*<dd><a[^>]*>2</a>", page)


def test_choosing_a_facet_finds_what_it_counted(client: FlaskClient) -> None:
    page = client.get("/search?q=raid").text
    value = r'<li><a href="([^"]+)"><span class="facet-name">([^<]+)</span>'
    found = re.findall(value + r' <span class="count">([\d,]+)', page)
    assert {"Uncited", "Many"} <= {name for _, name, _ in found}
    for link, _, count in found:
        chosen = client.get(html.unescape(link)).text
        assert total(chosen) == int(count)
        assert 'aria-current="true"' in chosen


def test_every_part_can_be_taken_away(client: FlaskClient) -> None:
    page = client.get("/search?q=raid+cite:3..4+date:2014").text
    parts = re.findall(r'class="part" href="([^"]+)"', page)
    assert len(parts) == 3
    assert [total(client.get(html.unescape(part)).text) for part in parts] == [2, 30, 2]


def test_links_carry_the_whole_state(client: FlaskClient) -> None:
    page = client.get("/search?q=raid&sort=oldest&page=2").text
    ahead = next(link for link in links(page) if "page=3" in link)
    assert "q=raid" in ahead
    assert "sort=oldest" in ahead
    assert total(client.get(ahead).text) == 33
    assert 'rel="next"' in page
    assert 'rel="prev"' in page


def test_pages_hold_every_passage_once(client: FlaskClient) -> None:
    seen: list[str] = []
    for number in range(1, 5):
        page = client.get(f"/search?q=raid&page={number}").text
        seen += re.findall(r'passage-title"><a href="([^"]+)"', page)
    assert len(seen) == len(set(seen)) == 33


def test_the_date_form_becomes_a_search(client: FlaskClient) -> None:
    answer = client.get("/search?q=raid+date:2012&from=2013&to=2013-06")
    assert answer.status_code == 303
    assert total(client.get(answer.location).text) == 1
    assert client.get("/search?q=raid&from=&to=").location.endswith("q=raid")


def test_problems_are_shown_with_their_place_beside_results(client: FlaskClient) -> None:
    page = client.get("/search?q=raid+cite:4x8").text
    assert total(page) == 33
    assert "Characters 6 to 13" in page
    assert "part-unread" in page


def test_nothing_found_says_so(client: FlaskClient) -> None:
    answer = client.get("/search?q=zebra")
    assert answer.status_code == 200
    assert "No passage matches" in answer.text
    assert "<title>No passages for zebra" in answer.text


def test_an_empty_search_is_the_home_page(client: FlaskClient) -> None:
    assert client.get("/search?q=+").location == "/"


def test_a_passage_stands_between_its_neighbours(client: FlaskClient) -> None:
    page = client.get("/passages/many/3").text
    assert re.findall(r'class="context-passage" id="p(\d+)"', page) == ["1", "2", "3", "4", "5"]
    assert "Passage 3 of 30" in page
    assert 'rel="next"' in page
    for link in links(page):
        assert "://" in link or status(client, link) == 200


def test_a_passage_shows_how_its_year_was_read(client: FlaskClient) -> None:
    page = client.get("/passages/hard/2").text
    assert "“7 May”" in page
    assert "The year is not stated" in page or "the year is taken from" in page


def test_citations_that_open_the_next_passage_may_support_this_one(
    client: FlaskClient, tmp_path: Path
) -> None:
    folder = seeds(tmp_path / "seeds", a="One came.\n[7] Two went.\n")
    build([folder], tmp_path / "index", PLAIN)
    with create_app(tmp_path / "index").test_client() as sampled:
        assert "[7] opens passage 2 and may support this one" in sampled.get("/passages/a/1").text
    (folder / "a.toml").write_text('passages = "lines"\ncontiguous = true')
    build([folder], tmp_path / "index", PLAIN)
    with create_app(tmp_path / "index").test_client() as whole:
        assert "[7] opens passage 2 and supports this one" in whole.get("/passages/a/1").text


def test_a_permanent_address_finds_a_passage_whose_number_shifted(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "seeds", a="One came.\nTwo went.\n")
    build([folder], tmp_path / "index", PLAIN)
    client = create_app(tmp_path / "index").test_client()
    address = next(link for link in links(client.get("/search?q=two").text) if "2~" in link)
    before = "".join(f"Number {n} was.\n" for n in range(300))
    seeds(tmp_path / "seeds", a=f"{before}One came.\nTwo went.\n")
    build([folder], tmp_path / "index", PLAIN)
    assert "Passage 302 of 302" in client.get(address).text
    assert "no longer in the document" not in client.get(address).text
    seeds(tmp_path / "seeds", a="One came.\nThree went.\n")
    build([folder], tmp_path / "index", PLAIN)
    assert "no longer in the document" in client.get(address).text


BAD = [
    "x" * 10_000, '"' * 999, "OR", "AND OR NOT", "OR OR", "-", "--", "|", "()", '"', "a" * 200,
    "\x00", "\x1b[2J\x07", "cite:", "cite:99999999999999999999", "cite:-1", "date:0000-00-00",
    "date:99999", "date:2012..1066", "within:0001..9999", "person:", ":::", "entity:\x00",
    "doc:" + "../" * 50, "\u202e\u2066", "𝔸" * 500, "e\u0301" * 500, "a OR " * 1000,
    "%s%n{}{{7*7}}", "cite:" * 300, "-cite:48 -cite:none", "date:-9999..9999",
    "before:-9999", "after:9999",
]  # fmt: skip


@pytest.mark.parametrize("typed", BAD, ids=range(len(BAD)))
def test_whatever_is_typed_is_answered(client: FlaskClient, typed: str) -> None:
    assert client.get("/search", query_string={"q": typed}).status_code in (200, 302)
    answer = client.get("/api/search", query_string={"q": typed})
    assert answer.status_code == 200
    assert json.loads(answer.data)["total"] >= 0


@pytest.mark.parametrize(
    "address",
    [
        "/search?q=raid&page=-1", "/search?q=raid&page=abc", "/search?q=raid&page=" + "9" * 30,
        "/search?q=raid&page=0", "/search?q=raid&sort=up", "/search?q=raid&size=-5",
        "/search?q=raid&size=1e9", "/search?q=%ff%fe", "/search?q=%ed%a0%80", "/search?q=%00",
        "/search?q=raid&q=other&page=1&page=2", "/search?q[]=x", "/search?q=raid&page=٣",
        "/search?q=raid&from=x&to=%00", "/search?q=raid&from=9999&to=1", "/search?%",
        "/api/search", "/api/search?q=%ff", "/api/search?q=raid&explain=1", "/api/suggest",
        "/api/suggest?q=ra", "/api/suggest?q=%00",
    ],
)  # fmt: skip
def test_whatever_a_parameter_is_the_answer_is_no_error(client: FlaskClient, address: str) -> None:
    assert client.get(address, follow_redirects=True).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/nope", "/passages/hard/99", "/passages/absent/1", "/passages/hard/x", "/passages/hard/-1",
        "/passages/hard/1~zzz/more", "/passages/%00/1", "/passages/hard/" + "9" * 40,
        "/passages/..%2f..%2fetc/1", "/static/x/loccit.css", "/static/../app.py", "/api/nope",
    ],
)  # fmt: skip
def test_what_is_not_there_is_404(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_an_unknown_passage_keeps_its_id_in_the_search_box(client: FlaskClient) -> None:
    page = client.get("/passages/absent/1").text
    assert 'value="absent#1"' in page


def test_a_wrong_method_is_405_and_the_api_says_problems_as_json(client: FlaskClient) -> None:
    assert client.post("/search").status_code == 405
    answer = client.get("/api/nope")
    assert answer.content_type == "application/problem+json"
    assert json.loads(answer.data)["status"] == 404


def test_every_answer_carries_the_policy(client: FlaskClient) -> None:
    for address in ("/", "/search?q=raid", "/nope", "/api/search?q=x", "/healthz"):
        headers = client.get(address).headers
        for name, value in HEADERS.items():
            assert headers[name] == value
    page = client.get("/search?q=raid").text
    assert " style=" not in page
    assert not re.search(r"\son\w+=", page)


def test_static_files_may_be_kept_for_a_year(client: FlaskClient) -> None:
    for link in links(client.get("/").text):
        if link.startswith("/static/"):
            answer = client.get(link)
            assert answer.status_code == 200
            assert "immutable" in answer.headers["Cache-Control"]
            answer.close()


def test_a_passage_that_only_possibly_falls_then_says_so(client: FlaskClient) -> None:
    assert "Possibly" not in client.get("/search?q=date:2014").text
    assert client.get("/search?q=date:2014-05").status_code == 200


def test_without_an_index_the_page_says_what_to_run(tmp_path: Path) -> None:
    client = create_app(tmp_path / "index").test_client()
    for address in ("/", "/search?q=kept", "/passages/a/1", "/api/search?q=x", "/healthz"):
        answer = client.get(address)
        assert answer.status_code == 503
        assert "loccit index" in answer.text
    assert 'value="kept"' in client.get("/search?q=kept").text


def test_a_new_generation_is_picked_up_without_one_failed_request(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "seeds", a="The old raid.")
    build([folder], tmp_path / "index", PLAIN)
    app = create_app(tmp_path / "index")
    answers: list[tuple[int, str]] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            answer = app.test_client().get("/search?q=raid")
            answers.append((answer.status_code, answer.text))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(4):
        seeds(folder, a=f"The new raid {number}.")
        build([folder], tmp_path / "index", PLAIN)
    done.set()
    for thread in threads:
        thread.join()
    assert {code for code, _ in answers} == {200}
    assert "new <mark>raid</mark> 3" in app.test_client().get("/search?q=raid").text


def test_results_can_be_one_a_document_and_beyond_the_limits_says_so(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = client.get("/search?q=raid&group=document").text
    assert re.search(r"in \d+ documents?, of", page)
    assert client.get("/search?q=raid&group=nosuch").status_code == 200
    monkeypatch.setattr("loccit.web.state.SECONDS", -1)
    stopped = client.get("/search?q=raid")
    assert stopped.status_code == 200
    assert "The search took too long" in stopped.text
    assert "stopped after 2 seconds" in stopped.text
