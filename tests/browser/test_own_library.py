"""A folder of one's own files of all kinds: indexed, and a citation followed into a PDF's page."""

import re
import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import LOCCIT, PATIENCE
from tests.indexer.readers import building
from tests.indexer.readers.pdf import paper
from tests.indexer.readers.test_dump import export
from tests.indexer.readers.test_dump import page as wiki_page
from tests.web.serving import serving

SIEGE = (
    "Nobody came in at the gates of the city before the month of",
    "June was over, and forty thousand people lived on barley and",
    "on the meat of their horses until the relief came from Sidon.",
)
OTHER = (
    "The first part of this report is about the harvests of those",
    "years and about the taxes that were paid upon wheat and upon",
    "olives in each of the villages along the course of the river.",
)
CITING = (
    "The city was closed for months. Forty thousand people lived on barley and horse meat until"
    " relief came from Sidon.[1]\n\n## References\n1. Report of the Consul on the Siege. 1860,"
    " p. 12.\n"
)


def files() -> dict[str, bytes]:
    """One of each kind; the text cites the PDF, whose pages are numbered 11 and 12."""
    first = paper.Page().put(50, 60, "Report of the Consul on the Siege", 20)
    pages = (first.lines(50, 120, *OTHER), paper.Page().lines(50, 100, *SIEGE))
    return {
        "article.txt": CITING.encode(),
        "article.toml": b'title = "An article"\n',
        "report.pdf": paper.pdf(*pages, labels="0 <</S/D/St 11>>"),
        "report.toml": b"date = 1860\n",
        "memo.docx": building.docx(
            building.paragraph(building.run("Nine mules were bought.") + building.footnote(1)),
            footnotes=building.notes({1: "From the accounts."}),
        ),
        "letter.odt": building.odt("<text:p>The dragoman was paid in kind.</text:p>"),
        "page.html": b"<html><body><main><p>Snow fell on the pass.</p></main></body></html>",
        "book.epub": building.epub({"one.xhtml": "<p>The bishop kept a diary.</p>"}),
        "note.md": b"# Winter\n\nThe wells were frozen.\n",
        "town.wiki": b"'''Sidon''' is a town.<ref>A gazetteer.</ref>\n",
        "dump.xml": export(wiki_page("Acre", "Acre has a harbour.")),
        "cards.jsonl": b'{"title": "A card", "text": "The khan burned down."}\n',
    }


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("library")
    (place / "files").mkdir()
    for name, data in files().items():
        (place / "files" / name).write_bytes(data)
    command = [*LOCCIT, "index", str(place / "files"), "--index", str(place / "index")]
    done = subprocess.run([*command, "--model", ""], capture_output=True, text=True, check=True)
    assert "10 documents indexed" in done.stderr + done.stdout
    with serving(place / "index", "--originals", str(place / "files")) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, library: str) -> Iterator[Page]:
    context = browser.new_context(base_url=library)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


def test_a_citation_is_followed_to_the_page_of_a_pdf(visit: Page) -> None:
    visit.goto("/search?q=forty+thousand+barley")
    visit.get_by_role("link", name="An article").first.click()
    visit.locator(".context-passage[aria-current]").get_by_role("link", name="[1]").click()
    place = visit.locator(".followed")
    expect(place).to_contain_text("In the cited document")
    expect(place).to_contain_text("p. 12")
    expect(place).to_contain_text("where this is")
    expect(place.locator("mark")).to_contain_text("forty thousand people lived on barley")
    original = place.get_by_role("link", name="the original").get_attribute("href")
    assert original == "/originals/report#page=2"
    place.get_by_role("link", name=re.compile("Report of the Consul")).click()
    expect(visit.locator("h1")).to_contain_text("Report of the Consul on the Siege")
    expect(visit.get_by_role("heading", name="Cited for this")).to_be_visible()


@pytest.mark.parametrize(
    ("words", "document"),
    [
        ("mules", "memo"),
        ("dragoman", "letter"),
        ("snow pass", "page"),
        ("bishop diary", "book"),
        ("wells frozen", "note"),
        ("gazetteer", "town"),
        ("acre harbour", "dump/Acre"),
        ("khan burned", "cards/"),
        ("harvests olives", "report"),
    ],
)
def test_every_kind_of_file_is_found(visit: Page, words: str, document: str) -> None:
    visit.goto(f"/search?q={words.replace(' ', '+')}")
    first = visit.locator(".passage-title a").first
    assert f"/passages/{document}" in (first.get_attribute("href") or "")


def test_the_original_opens_where_a_browser_can_show_it(visit: Page, library: str) -> None:
    answer = visit.request.get("/originals/page")
    assert answer.headers["content-security-policy"].startswith("sandbox;")
    assert "Snow fell" in answer.text()
    taken = visit.request.get("/originals/memo")
    assert taken.headers["content-disposition"].startswith("attachment")
