"""The pages that look closer: names together, compared searches, sources, references."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from loccit.engines.generations import InService
from loccit.indexer.build import build
from loccit.indexer.settings import Settings
from loccit.web.app import create_app
from tests.web.reading import all_of, attribute, links, rows, texts, total, words
from tests.web.test_site import status

TEXT = """The raid by ISIL on 6 May 2012 failed.[1] NATO watched.
The UN and ISIL met in 2013.[7] The raid ended.
The UN and NATO spoke of the raid on 3 June 2014.[2]
"""
REPORT = "A Report on <b>Things</b>, 2013"
SHOWN_REPORT = "A Report on Things, 2013"


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    place = tmp_path_factory.mktemp("closer")
    (place / "seeds").mkdir()
    for name, number in (("one", 1), ("two", 7)):
        (place / "seeds" / f"{name}.txt").write_text(TEXT)
        (place / "seeds" / f"{name}.toml").write_text(
            f'[references]\n{number} = "{REPORT}"\n2 = {{ text = "B", address = "javascript:x" }}\n'
        )
    settings = Settings("", 1, dates=place / "d.toml", aliases=place / "a.toml")
    build([place / "seeds"], place / "index", settings)
    app = create_app(place / "index")
    with app.test_client() as client:
        yield client
    in_service: InService = app.extensions["loccit"]
    in_service.engine().close()


def test_names_together_lead_to_the_passages_with_both(visitor: FlaskClient) -> None:
    page = visitor.get("/together?q=raid&order=count").text
    both = [link for link in all_of(page, "a") if words(link).startswith("Passages with both: ")]
    assert len(both) == 3
    for link in both:
        count = int(words(link).removeprefix("Passages with both: "))
        assert total(visitor.get(attribute(link, "href")).text) == count > 0
    assert len(all_of(page, ".arc-dot")) == 3


@pytest.mark.parametrize("query", ["", "?q=absent", "?q=raid&order=nonsense", "?q=((((&order=%00"])
def test_any_request_for_names_is_answered(visitor: FlaskClient, query: str) -> None:
    assert visitor.get(f"/together{query}").status_code == 200


def test_two_searches_stand_in_one_window(visitor: FlaskClient) -> None:
    page = visitor.get("/compare?a=ISIL&b=NATO").text
    assert len(all_of(page, 'svg[viewBox="0 0 36 38"]')) == 2
    assert any("May 2012" in text for text in texts(page, "main"))
    assert any("June 2014" in text for text in texts(page, "main"))


@pytest.mark.parametrize("query", ["", "?a=raid", "?b=raid", "?a=absent&b=absent", "?a=%22&b=)"])
def test_any_comparison_is_answered(visitor: FlaskClient, query: str) -> None:
    answer = visitor.get(f"/compare{query}")
    assert answer.status_code == 200
    assert not any(link.startswith("javascript:") for link in links(answer.text))


def test_a_source_gathers_its_numbers_over_documents(visitor: FlaskClient) -> None:
    page = visitor.get("/sources/one/1").text
    (shown,) = texts(page, "main")
    assert SHOWN_REPORT in shown
    assert "2 passages cite it" in shown
    assert "[7]" in shown
    for link in links(page):
        assert "://" in link or status(visitor, link) == 200


@pytest.mark.parametrize(
    "address", ["/sources/one/3", "/sources/none/1", "/sources/one/9999999999"]
)
def test_a_source_that_is_not_listed_is_not_there(visitor: FlaskClient, address: str) -> None:
    assert visitor.get(address).status_code == 404


def test_references_are_listed_inert(visitor: FlaskClient) -> None:
    page = visitor.get("/references/one").text
    assert any(SHOWN_REPORT in text for text in texts(page, "main"))
    assert "<b>" not in page
    assert not any(link.startswith("javascript:") for link in links(page))
    assert visitor.get("/references/none").status_code == 404


def test_a_passage_shows_how_its_names_are_written_and_what_it_cites(visitor: FlaskClient) -> None:
    page = visitor.get("/passages/one/1").text
    shown = {row[0]: row for row in rows(page)}
    assert shown["Islamic State organisation"][1:] == ("ISIL", "4")
    assert texts(page, "details.cited > summary") == [f"[1] {SHOWN_REPORT}"]
    assert texts(page, "details.cited .count") == ["1"]
