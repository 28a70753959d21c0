"""What the site answers, over a real index."""

import json
import threading
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from loccit.indexer.build import build
from loccit.web.app import create_app
from loccit.web.policy import HEADERS
from tests.web.conftest import PLAIN, seeds
from tests.web.reading import (
    all_of,
    attribute,
    handlers,
    hrefs,
    links,
    number,
    passages,
    record,
    texts,
    total,
    values,
    words,
)


def status(client: FlaskClient, link: str) -> int:
    answer = client.get(link.partition("#")[0] or "/")
    answer.close()
    return answer.status_code


def test_the_home_page_tells_what_the_index_holds(client: FlaskClient) -> None:
    page = client.get("/").text
    assert "33" in texts(page, ".facts dd")
    assert any("CC BY 4.0" in source for source in texts(page, ".source-list li"))
    for link in links(page):
        assert "://" in link or status(client, link) == 200


def test_the_examples_find_what_they_say(client: FlaskClient) -> None:
    page = client.get("/").text
    examples = all_of(page, "a.example")
    assert examples
    for example in examples:
        count = number(words(example.css(".count")[0]))
        assert total(client.get(attribute(example, "href")).text) == count


def test_results_are_ranked_highlighted_and_counted(client: FlaskClient) -> None:
    page = client.get("/search?q=raids").text
    assert total(page) == 33
    assert len(passages(page)) == 10
    assert set(texts(page, "mark")) == {"raid"}
    assert texts(page, "head title") == ["33 passages for raids – Loccit"]


def test_text_and_titles_are_inert(client: FlaskClient) -> None:
    for address in ("/search?q=raid+doc:hard", "/passages/hard/1", "/"):
        page = client.get(address).text
        assert all("alert" not in script for script in texts(page, "script"))
        assert not all_of(page, "b")
        assert any("<script>alert(1)" in words(node) for node in all_of(page, "main"))
        assert not any(link.startswith("javascript:") for link in links(page))
    page = client.get("/search?q=raid+doc:hard").text
    assert any("A <b>raid</b> on" in text for text in texts(page, ".passage-text"))


def test_what_was_typed_is_inert(client: FlaskClient) -> None:
    for typed in ("<script>x</script>", '"><script>', "' onload=x", "cite:<b>"):
        page = client.get("/search", query_string={"q": typed}).text
        assert texts(page, "script") == [""]
        assert not handlers(page)
        assert not all_of(page, "b")
        assert attribute(all_of(page, "#q")[0], "value") == typed


def test_markers_stay_and_link_to_their_citation(client: FlaskClient) -> None:
    page = client.get("/search?q=doc:hard").text
    led = dict(zip(texts(page, "a.cite"), hrefs(page, "a.cite"), strict=True))
    assert [*led] == ["[1]", "[2]", "[note 3]", "12", "14", "16"]
    for text, link in led.items():
        label = text.strip("[]")
        assert texts(client.get(link).text, "h1 .rubric") == [f"[{label}]"]
    assert any("[12, 14–16]" in each for each in texts(page, ".passage-text"))


def test_each_result_says_which_role_its_citations_have(client: FlaskClient) -> None:
    page = client.get("/search?q=6+May+doc:hard").text
    assert ("Citation just before", ("1",)) in record(page)
    assert ("Cites", ("2", "note 3")) in record(page)


def test_choosing_a_facet_finds_what_it_counted(client: FlaskClient) -> None:
    page = client.get("/search?q=raid").text
    shown = values(page)
    assert {"Uncited", "Many"} <= set(shown)
    for value in shown.values():
        chosen = client.get(value.link).text
        assert total(chosen) == value.count
        assert any(each.chosen for each in values(chosen).values())
        for other in values(chosen).values():
            assert (
                other.chosen
                or "OR" in other.link
                or total(client.get(other.link).text) == other.count
            )


def test_every_part_can_be_taken_away(client: FlaskClient) -> None:
    page = client.get("/search?q=raid+cite:3..4+date:2014").text
    parts = hrefs(page, "a.part")
    assert len(parts) == 3
    assert [total(client.get(part).text) for part in parts] == [2, 30, 2]


def test_links_carry_the_whole_state(client: FlaskClient) -> None:
    page = client.get("/search?q=raid&sort=oldest&page=2").text
    ahead = next(link for link in links(page) if "page=3" in link)
    assert "q=raid" in ahead
    assert "sort=oldest" in ahead
    assert total(client.get(ahead).text) == 33
    assert all_of(page, '[rel="next"]')
    assert all_of(page, '[rel="prev"]')


def test_pages_hold_every_passage_once(client: FlaskClient) -> None:
    seen: list[str] = []
    for page in range(1, 5):
        seen += passages(client.get(f"/search?q=raid&page={page}").text)
    assert len(seen) == len(set(seen)) == 33


def test_the_date_form_becomes_a_search(client: FlaskClient) -> None:
    answer = client.get("/search?q=raid+date:2012&from=2013&to=2013-06")
    assert answer.status_code == 303
    assert total(client.get(answer.location).text) == 1
    assert client.get("/search?q=raid&from=&to=").location.endswith("q=raid")


def test_problems_are_shown_with_their_place_beside_results(client: FlaskClient) -> None:
    page = client.get("/search?q=raid+cite:4x8").text
    assert total(page) == 33
    assert any("Characters 6 to 13" in notice for notice in texts(page, ".problems .notice"))
    assert len(all_of(page, "a.part-unread")) == 1


def test_nothing_found_says_so(client: FlaskClient) -> None:
    answer = client.get("/search?q=zebra")
    assert answer.status_code == 200
    assert texts(answer.text, "h1.page-title") == ["No passage matches"]
    assert texts(answer.text, "head title") == ["No passages for zebra – Loccit"]


def test_a_misspelled_search_shows_what_it_means(client: FlaskClient) -> None:
    page = client.get("/search?q=raidd+doc:many&sort=oldest").text
    assert total(page) == 30
    assert texts(page, ".searched-instead") == [
        "Showing results for “raid doc:many”. Search for “raidd doc:many” as typed"
    ]
    assert [attribute(box, "value") for box in all_of(page, "#q")] == ["raidd doc:many"]
    assert texts(page, "head title") == ["30 passages for raid doc:many – Loccit"]
    mended, typed = hrefs(page, ".searched-instead a")
    assert passages(client.get(mended).text) == passages(page)
    as_typed = client.get(typed).text
    assert texts(as_typed, "h1.page-title") == ["No passage has “raidd”"]
    assert texts(as_typed, ".suggestion") == ["Did you mean raid 30 passages?"]
    for link in links(page):
        assert "raidd" not in link or "as-typed" in link
    (following,) = hrefs(page, '[rel="next"]')
    assert not set(passages(client.get(following).text)) & set(passages(page))


def test_an_unknown_way_to_spell_is_no_error(client: FlaskClient) -> None:
    assert total(client.get("/search?q=raidd&spelled=nonsense").text) == 33


def test_passages_with_most_of_the_words_come_before_the_reason(client: FlaskClient) -> None:
    page = client.get("/search?q=raid+citation+zebra").text
    assert not texts(page, ".most-words .notice")
    assert texts(page, "main h1") == [
        "No passage has all of these words. These have most or some of them, the best match first."
    ]
    assert texts(page, ".most-words .aside-text")[0] == "Without “zebra”"
    headings = texts(page, "main h1, main .section-title, main h2.visually-hidden")
    assert [each for each in headings if each != "Refine the search"] == [
        *texts(page, "main h1"), "Passages with most of the words",
        "What each part finds on its own", "Smallest changes that find something",
    ]  # fmt: skip
    assert not all_of(page, ".result-count")
    read = client.get("/search?q=raidd+citation+zebra").text
    assert texts(read, "main h1")[0].endswith("with “raidd” read as “raid”.")
    (typed,) = hrefs(read, ".most-words .notice a")
    assert "read as" not in " ".join(texts(client.get(typed).text, "main h1"))


def test_an_empty_search_is_the_home_page(client: FlaskClient) -> None:
    assert client.get("/search?q=+").location == "/"


def test_a_passage_stands_between_its_neighbours(client: FlaskClient) -> None:
    page = client.get("/passages/many/3").text
    around = [attribute(each, "id") for each in all_of(page, ".context-passage")]
    assert around == ["p1", "p2", "p3", "p4", "p5"]
    assert any("Passage 3 of 30" in crumb for crumb in texts(page, ".crumbs"))
    assert all_of(page, '[rel="next"]')
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
    assert "made for another text" not in client.get(address).text
    seeds(tmp_path / "seeds", a="One came.\nThree went.\n")
    build([folder], tmp_path / "index", PLAIN)
    assert "made for another text" in client.get(address).text


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


def test_what_is_not_there_leaves_the_box_empty_and_offers_a_search(client: FlaskClient) -> None:
    page = client.get("/passages/absent-one/1").text
    (box,) = all_of(page, "#q")
    assert attribute(box, "value") == ""
    assert "/search?q=absent+one" in links(page)


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
    assert not handlers(client.get("/search?q=raid").text)


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
    (box,) = all_of(client.get("/search?q=kept").text, "#q")
    assert attribute(box, "value") == "kept"


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
    for n in range(4):
        seeds(folder, a=f"The new raid {n}.")
        build([folder], tmp_path / "index", PLAIN)
    done.set()
    for thread in threads:
        thread.join()
    assert {code for code, _ in answers} == {200}
    page = app.test_client().get("/search?q=raid").text
    assert texts(page, ".passage-text") == ["The new raid 3."]


def test_results_can_be_one_a_document_and_beyond_the_limits_says_so(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = client.get("/search?q=raid&group=document").text
    assert any("in 2 documents, of 33" in count for count in texts(page, ".result-count"))
    assert client.get("/search?q=raid&group=nosuch").status_code == 200
    monkeypatch.setattr("loccit.web.state.SECONDS", -1)
    stopped = client.get("/search?q=raid")
    assert stopped.status_code == 200
    assert texts(stopped.text, "h1.page-title") == ["The search took too long"]
    assert "stopped after 2 seconds" in stopped.text
