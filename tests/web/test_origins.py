"""Who wrote a document and when, what of its sidecar was ignored, and what cites it: as shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from loccit.engines.generations import InService
from loccit.indexer.build import build
from loccit.web.app import create_app
from tests.web.conftest import PLAIN, seeds
from tests.web.reading import all_of, links, texts

SIDECARS = {
    "article": """title = "An article"
author = ["A. Author", "<b>B. Author</b>"]
date = "1915-05"
publisher = "A & B"
language = "en"
licence = "CC0"
source = "https://example.org/article"
[references]
1 = "{{cite web |url=http://example.org/essay/#top |title=An essay}}"
2 = { text = "Elsewhere", address = "https://example.org/essay/2" }
3 = { text = "Itself", address = "https://example.org/article" }
4 = "An essay, without an address"
""",
    "essay": 'title = "An essay"\nauthor = "C. Author"\ndate = 1729\n'
    'source = "https://example.org/essay"\n',
    "many": 'author = ["A", "B", "C", "D"]\ncolour = "<i>red</i>"\n',
}


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    place = tmp_path_factory.mktemp("origins")
    said = "It was.[1] It is.[2] It will be.[3] It may be.[4] It can't be.[5]\n"
    folder = seeds(place / "seeds", article=said, essay="It was so.", many="One came.")
    for name, sidecar in SIDECARS.items():
        (folder / f"{name}.toml").write_text(sidecar)
    build([folder], place / "index", PLAIN)
    app = create_app(place / "index")
    with app.test_client() as client:
        yield client
    in_service: InService = app.extensions["loccit"]
    in_service.engine().close()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/documents/article",
         "Text: An article by A. Author and <b>B. Author</b>, May 1915, CC0."
         " Publisher: A & B. Language: en."),
        ("/documents/essay", "Text: An essay by C. Author, 1729."),
        ("/documents/many", "Text: Many by A and 3 others."),
        ("/documents/many", "many.toml has the key colour, which is not known; known are title,"),
        ("/passages/article/1", "Text: An article by A. Author and <b>B. Author</b>, May 1915"),
        ("/search?q=so", "Text: An essay by C. Author, 1729."),
    ],
)  # fmt: skip
def test_a_page_says_who_wrote_its_text_and_when(
    visitor: FlaskClient, address: str, expected: str
) -> None:
    (shown,) = texts(visitor.get(address).text, "body")
    assert expected in " ".join(shown.split())


def test_what_was_ignored_is_on_the_page_of_its_document_alone(visitor: FlaskClient) -> None:
    assert len(all_of(visitor.get("/documents/many").text, ".title-block .notice")) == 1
    assert not all_of(visitor.get("/documents/article").text, ".notice")


@pytest.mark.parametrize(("number", "cited"), [(1, ["essay"]), (2, []), (3, []), (4, []), (5, [])])
def test_a_citation_leads_to_the_document_at_its_address(
    visitor: FlaskClient, number: int, cited: list[str]
) -> None:
    page = visitor.get(f"/citations/article/{number}").text
    block = [text for text in texts(page, ".notice") if "is in the library" in text]
    said = "This source is in the library: An essay by C. Author, 1729. Matched by its address."
    assert block == [said] * len(cited)
    assert ("/documents/essay" in links(page)) == bool(cited)
    found = visitor.get(f"/api/citations/article/{number}").get_json()
    assert [each["id"] for each in found["cited"]] == cited


def test_a_number_that_the_list_lacks_is_told_from_a_document_without_a_list(
    visitor: FlaskClient,
) -> None:
    (shown,) = texts(visitor.get("/citations/article/5").text, "main")
    assert "The reference list of the document has no [5], so the source of [5] is not" in shown


def test_the_api_has_what_the_sidecar_says(visitor: FlaskClient) -> None:
    article, essay, many = visitor.get("/api/documents").get_json()["documents"]
    assert {key: article[key] for key in ("authors", "date", "publisher", "language")} == {
        "authors": ["A. Author", "<b>B. Author</b>"],
        "date": "1915-05",
        "publisher": "A & B",
        "language": "en",
    }
    assert (essay["date"], essay["language"], essay["warnings"]) == ("1729", "", [])
    (warning,) = many["warnings"]
    assert warning.startswith("many.toml has the key colour, which is not known")


ROOT = Path(__file__).parents[2]


def test_the_seeds_lead_from_a_sentence_to_its_source(tmp_path: Path) -> None:
    """As README.md says."""
    build([ROOT / "seeds"], tmp_path / "index", PLAIN)
    app = create_app(tmp_path / "index")
    client = app.test_client()
    results = client.get("/search?q=%22young+healthy+child%22").text
    article = next(each for each in links(results) if "/a-modest-proposal/4" in each)
    passage = client.get(article).text
    assert "/citations/a-modest-proposal/1" in links(passage)
    citation = client.get("/citations/a-modest-proposal/1").text
    (shown,) = texts(citation, "main")
    assert "A Modest Proposal, by Dr. Jonathan Swift" in shown
    assert "not known here" not in shown
    assert "/documents/a-modest-proposal-1729" in links(citation)
    essay = client.get("/documents/a-modest-proposal-1729").text
    assert any("a young healthy child well nursed" in text for text in texts(essay, "blockquote"))
    app.extensions["loccit"].engine().close()
