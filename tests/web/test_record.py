"""What stands below a result: chips that narrow, links to pages, the sources of its citations."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborNode

from loccit.engines.generations import InService
from loccit.engines.store import Served
from loccit.indexer.build import build
from loccit.indexer.settings import Settings
from loccit.model.documents import Passage
from loccit.web import addresses
from loccit.web.app import create_app
from loccit.web.record import MOST
from tests.search.test_round_trips import Counted
from tests.web.reading import all_of, attribute, hrefs, record, texts, total, values, words
from tests.web.test_site import status

PLACES = [f"Town{letter}" for letter in "ABCDEFGHIJKLMNOP"]
TEXT = f"""The UN met the raid on 6 May 2012.[1] It rose in June,[2] then NATO fell.[3, 5–7]
[1] The raid was told again by the UN in 2013.
The raid met {", ".join(PLACES)} in 1 May 2014, 2 May 2014, 3 May 2014 and 4 May 2014.
The raid of many.{"".join(f"[{n}]" for n in range(1, MOST + 11))}
A quiet day of the UN, 6 May 2012.
"""
SIDECAR = """title = "The war"
[references]
1 = { text = "A <b>report</b>", address = "https://example.org/report" }
2 = "See http://example.org/a. More"
3 = { text = "B", address = "javascript:alert(1)" }
"""
ALIASES = "".join(f'[[name]]\nname = "{place}"\ntype = "place"\n' for place in PLACES)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("record")
    (place / "seeds").mkdir()
    for name in ("war", "other"):
        (place / "seeds" / f"{name}.txt").write_text(TEXT)
        (place / "seeds" / f"{name}.toml").write_text(f'passages = "lines"\n{SIDECAR}')
    (place / "aliases.toml").write_text(ALIASES)
    build([place / "seeds"], place / "index", Settings("", 1, aliases=place / "aliases.toml"))
    return place / "index"


@pytest.fixture
def visitor(index: Path) -> Iterator[FlaskClient]:
    app = create_app(index)
    with app.test_client() as client:
        yield client
    in_service: InService = app.extensions["loccit"]
    in_service.engine().close()


def chips(page: str) -> dict[str, tuple[str, str]]:
    """Where each chip leads by its two links, by its text."""
    return {
        words(pair.css(".chip-text")[0]): (
            attribute(pair.css("a.chip")[0], "href"),
            attribute(pair.css("a.chip-page")[0], "href"),
        )
        for pair in all_of(page, ".records .chip-pair")
    }


def test_a_chip_narrows_and_its_second_link_leads_to_its_page(visitor: FlaskClient) -> None:
    page = visitor.get("/search?q=raid+doc:war&sort=oldest").text
    shown = chips(page)
    before = total(page)
    for text, found in (("United Nations", 2), ("6 May 2012", 1), ("2", 2), ("1", 3)):
        narrowed = visitor.get(shown[text][0]).text
        assert total(narrowed) == found < before
        assert "sort=oldest" in shown[text][0]
        assert len(all_of(narrowed, "a.part")) == 3
    assert texts(visitor.get(shown["United Nations"][1]).text, "h1") == ["United Nations"]
    assert texts(visitor.get(shown["2"][1]).text, "h1") == ["Citation [2]"]
    assert total(visitor.get(shown["6 May 2012"][1]).text) == 4


def test_a_chip_does_what_the_facet_does_where_nothing_of_its_kind_is_chosen(
    visitor: FlaskClient,
) -> None:
    for query in ("raid", "raid doc:war"):
        page = visitor.get("/search", query_string={"q": query}).text
        facets = values(page)
        assert chips(page)["United Nations"][0] == facets["United Nations"].link
    listed = {words(chip): attribute(chip, "href") for chip in all_of(page, ".facets .chip")}
    assert chips(page)["1"][0] == listed["1"]


@pytest.mark.parametrize(
    "query", ["raid", "raid cite:1", 'raid org:"United Nations"', "raid date:2012", "un 2013.."]
)
def test_a_chip_never_widens_and_always_finds_its_passage(visitor: FlaskClient, query: str) -> None:
    page = visitor.get("/search", query_string={"q": query}).text
    for pair in all_of(page, ".records .chip-pair"):
        (chip,) = pair.css("a.chip")
        if not attribute(chip, "aria-current"):
            narrowed = total(visitor.get(attribute(chip, "href")).text)
            assert 1 <= narrowed <= total(page), words(chip)


def test_a_chosen_chip_says_so_and_leaves(visitor: FlaskClient) -> None:
    page = visitor.get("/search?q=raid+date:2013").text
    chosen = all_of(page, '.records a.chip[aria-current="true"]')
    assert [words(each) for each in chosen] == ["2013 chosen, remove×"] * 2
    assert total(visitor.get(attribute(chosen[0], "href")).text) == 8


def test_every_chip_has_its_own_name(visitor: FlaskClient) -> None:
    page = visitor.get("/search?q=raid+town").text
    for pair in all_of(page, ".chip-pair"):
        narrow, to_page = pair.css("a.chip")[0], pair.css("a.chip-page")[0]
        assert words(narrow).startswith("Narrow to ") or "chosen, remove" in words(narrow)
        assert attribute(to_page, "title").startswith(("About ", "All passages dated "))


def line(page: str, heading: str) -> LexborNode:
    return next(each for each in all_of(page, ".record-line") if texts_of(each, "dt") == [heading])


def texts_of(node: LexborNode, css: str) -> list[str]:
    return [words(each) for each in node.css(css)]


def test_a_line_shows_what_it_has_room_for_and_opens_the_rest(visitor: FlaskClient) -> None:
    page = visitor.get("/search?q=townk+doc:war").text
    places = line(page, "Places")
    shown = texts_of(places, "dd .chip-text")
    opened = texts_of(places, "details li:not(.narrow-only) .chip-text")
    assert [*shown, *opened] == PLACES
    assert 4 < len(shown) < len(PLACES)
    assert texts_of(places, "summary .wide-only") == [f"and {len(opened)} more"]
    narrow = texts_of(places, "dd:not(.wide-only) .chip-text")
    assert [*narrow, *texts_of(places, "details li .chip-text")] == PLACES
    assert texts_of(places, "summary .narrow-only") == [f"and {len(PLACES) - len(narrow)} more"]


def test_the_sources_of_a_result_are_one_click_away(visitor: FlaskClient) -> None:
    page = visitor.get("/search?q=nato+doc:war").text
    cites = line(page, "Cites")
    assert texts_of(cites, "summary") == ["6 sources"]
    one, two, three, *_, seven = cites.css(".cited > li")
    assert "A report https://example.org/report" in words(one)
    assert "supports: “The UN met the raid on 6 May 2012.”" in words(one)
    assert "supports: “It rose in June,”" in words(two)
    assert "supports: “then NATO fell.”" in words(three)
    assert "The document lists no source for it." in words(seven)
    links = {words(link): attribute(link, "href") for link in one.css("a")}
    assert links["https://example.org/report"] == "https://example.org/report"
    assert total(visitor.get(links["Every passage that cites [1]"]).text) == 3
    assert texts(visitor.get(links["[1]"]).text, "h1") == ["Citation [1]"]
    assert [attribute(a, "href") for a in two.css("a")][1] == "http://example.org/a"
    assert {attribute(a, "rel") for a in cites.css('a[href^="http"]')} == {"noopener nofollow"}
    assert not any(link.startswith("javascript:") for link in hrefs(page, "a"))


def test_an_opening_citation_says_where_its_sentence_is(visitor: FlaskClient) -> None:
    page = visitor.get("/search?q=told+doc:war").text
    before = line(page, "Citation just before")
    assert "may support: the end of passage 1" in words(before.css("details")[0])
    assert ("Citation just before", ("1",)) in record(page)


def test_many_citations_are_in_one_line_with_all_their_sources(visitor: FlaskClient) -> None:
    page = visitor.get("/search?q=many+doc:war").text
    cites = line(page, "Cites")
    assert texts_of(cites, "summary") == [f"All {MOST + 10} sources"]
    assert len(texts_of(cites, "dd")) < 20
    assert len(cites.css(".cited > li")) == MOST + 10


def test_a_passages_margin_has_the_same(visitor: FlaskClient) -> None:
    page = visitor.get("/passages/war/1").text
    cited = all_of(page, "details.cited")
    assert texts(page, "details.cited > summary")[0] == "[1] A report"
    assert len(cited) == 6
    assert "supports: “The UN met the raid on 6 May 2012.”" in words(cited[0])
    links = {words(link): attribute(link, "href") for link in cited[0].css("a")}
    assert total(visitor.get(links["Every passage that cites [1]"]).text) == 3
    opening = all_of(visitor.get("/passages/war/2").text, "details.cited")[0]
    assert "may support: “It rose in June, then NATO fell.”, the end of" in words(opening)


def test_chips_of_passages_with_most_of_the_words_find_them(visitor: FlaskClient) -> None:
    page = visitor.get("/search?q=quiet+raid+many").text
    assert total(page) == 0
    for text, (link, _) in chips(page).items():
        assert total(visitor.get(link).text) > 0, text


def test_chips_of_a_preview_narrow_the_search_that_finds_it(visitor: FlaskClient) -> None:
    page = visitor.get("/search?q=zebra+date:2013").text
    shown = chips(page)
    assert shown
    assert shown.pop("2013")[0] == "/"
    for link, _ in shown.values():
        assert total(visitor.get(link).text) > 0


def test_chips_on_a_names_page_narrow_the_search_for_it(visitor: FlaskClient) -> None:
    page = visitor.get("/names/organisation/United Nations").text
    shown = chips(page)
    assert "United Nations" not in shown
    assert total(visitor.get(shown["NATO"][0]).text) == 2
    assert all(status(visitor, link) == 200 for pair in shown.values() for link in pair)


def test_a_page_of_results_takes_at_most_three_calls(index: Path) -> None:
    app = create_app(index)
    in_service: InService = app.extensions["loccit"]
    counted = Counted(in_service.engine())
    served = Served(counted)  # type: ignore[arg-type]
    app.extensions["loccit"] = type("Holds", (), {"served": lambda _: served})()
    with app.test_client() as client:
        for query in ("raid", "raid doc:war cite:1", "quiet raid many", "zebra raid date:2013"):
            counted.calls = counted.reads = 0
            assert client.get("/search", query_string={"q": query}).status_code == 200
            assert 1 <= counted.calls <= 3
            assert counted.reads == 0
    in_service.engine().close()


def test_the_api_gives_the_sources(visitor: FlaskClient) -> None:
    (result,) = visitor.get("/api/search?q=nato+doc:war").get_json()["results"]
    first: dict[str, Any] = result["sources"][0]
    assert first == {
        "number": 1,
        "label": "1",
        "roles": ["here"],
        "text": "A report",
        "address": "https://example.org/report",
        "supported": ["The UN met the raid on 6 May 2012."],
        "search": "cite:1 doc:war",
    }
    assert [each["address"] for each in result["sources"][1:4]] == ["http://example.org/a", "", ""]
    found = visitor.get("/api/search", query_string={"q": first["search"]}).get_json()
    assert found["total"] == 3
    assert visitor.get("/api/passages/war/1").get_json()["sources"] == result["sources"]


NAMES = st.text(min_size=1, max_size=12).filter(lambda text: text.isprintable())


@given(NAMES, NAMES)
def test_addresses_are_those_of_the_routes(one: str, other: str) -> None:
    app = create_app(Path("absent"))
    shown = Passage("", one, 7, "ab12", 0, "", "", "")
    with app.test_request_context("/", base_url="http://localhost/under/"):
        url = app.url_for
        assert addresses.name_address(one, other) == url("pages.name", type=one, name=other)
        cited = url("pages.citation", document=one, label=other)
        assert addresses.citation_address(one, other) == cited
        place = url("pages.passage", document=one, place="7~ab12")
        assert addresses.passage_address(shown) == place
