"""Sources as pages and exports have them: links, templates as readers want them, bibliographies,
and the reference of a quoted passage in the styles of others."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry
from flask.testing import FlaskClient

from loccit.engines.generations import InService
from loccit.engines.manifest import Manifest
from loccit.indexer.build import build
from loccit.mentions.references import understood
from loccit.model.documents import Document, Reference
from loccit.web.app import create_app
from loccit.web.exports.sources import works
from loccit.web.quoting.quotation import Quotation
from loccit.web.quoting.styles import Style, reference
from tests.engines.made import cited, passage
from tests.web.conftest import PLAIN, seeds
from tests.web.reading import all_of, attribute, handlers, texts

TEMPLATE = (
    "{{cite journal |last=Ames |first=Ellen |title=Rain & ''grass'' |journal=[[Field Notes]]"
    " |volume=93 |issue=6 |pages=518–23 |date=6 May 2008 |doi=10.1136/fn.2006"
    " |url=http://rain.example.org/a}}"
)
BOOK = "Orr, Ira. ''A History of Rain''. London: Penguin, 1998. ISBN 0-14-022862-5"
SIDECAR = f'''title = "The wet year"
author = ["Jonathan Swift", "Human Rights Watch"]
date = "1915-05-06"
publisher = "A & B Press"
language = "en"
licence = "CC0"
source = "https://example.org/wet"
[references]
1 = """{TEMPLATE}"""
2 = "{BOOK}"
3 = "<script>alert(1)</script> [javascript:alert(1) here], Ames, p. 3"
4 = {{ text = "A report", address = "javascript:alert(1)" }}
5 = """see https://b.example.org/{"x" * 200}."""
7 = """{{{{cite web|title="><script>alert(2)</script>|url=http://c.example.org/"onclick=x}}}}"""
'''
OTHER = f'[references]\n9 = """{TEMPLATE}"""\n10 = "arXiv:1304.0001. Sun."\n'


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    place = tmp_path_factory.mktemp("references")
    said = "It rained.[1][2] It dripped.[3]\nIt stopped.[4][5][6][7]\nIt rained again.[1]\n"
    folder = seeds(place / "seeds", wet=said, dry="It was dry.[9] It rained not.[10][note 1]\n")
    (folder / "wet.toml").write_text(SIDECAR)
    (folder / "dry.toml").write_text(OTHER)
    build([folder], place / "index", PLAIN)
    app = create_app(place / "index")
    app.testing = True
    with app.test_client() as client:
        yield client
    in_service: InService = app.extensions["loccit"]
    in_service.engine().close()


def got(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.get_data().decode("utf-8")


SHOWN = "Ames, Ellen (6 May 2008). “Rain & grass”. Field Notes 93 (6): 518–23. doi:10.1136/fn.2006."
PAGES = ("/documents/wet", "/references/wet", "/citations/wet/1", "/sources/wet/1")


@pytest.mark.parametrize("address", PAGES)
def test_a_template_is_shown_as_a_reader_wants_it(visitor: FlaskClient, address: str) -> None:
    page = got(visitor, address)
    assert SHOWN in texts(page, "main")[0]
    assert "{{" not in page
    linked = {attribute(each, "href"): each for each in all_of(page, "main a")}
    for lead in ("http://rain.example.org/a", "https://doi.org/10.1136/fn.2006"):
        assert attribute(linked[lead], "rel") == "noopener nofollow"


@pytest.mark.parametrize("address", [*PAGES, "/passages/wet/1", "/passages/wet/2",
                                     *(f"/citations/wet/{n}" for n in (3, 4, 5, 7)),
                                     *(f"/sources/wet/{n}" for n in (3, 4, 5, 7))])  # fmt: skip
def test_no_reference_runs_a_script(visitor: FlaskClient, address: str) -> None:
    page = got(visitor, address)
    assert handlers(page) == []
    assert all_of(page, "main script") == []
    assert not any(
        attribute(each, "href").lower().startswith("javascript") for each in all_of(page, "a")
    )


def test_the_original_stays_and_the_parts_are_told(visitor: FlaskClient) -> None:
    first = json.loads(got(visitor, "/api/documents/wet"))["references"][0]
    assert first["text"] == SHOWN
    assert first["original"] == TEMPLATE
    assert first["parts"]["authors"] == ["Ames, Ellen"]
    assert first["parts"]["container"] == "Field Notes"
    assert [first["text"][x["start"] : x["end"]] for x in first["links"]] == [
        "Rain & grass", "doi:10.1136/fn.2006",
    ]  # fmt: skip


def test_sources_are_searched_by_what_is_shown(visitor: FlaskClient) -> None:
    found = json.loads(got(visitor, '/api/search?q=source:"rain+grass+field+notes"'))
    assert {each["id"] for each in found["results"]} == {"wet#1", "wet#3", "dry#1"}
    assert json.loads(got(visitor, "/api/search?q=source:journal"))["total"] == 0


def test_a_table_has_the_sources_of_each_passage(visitor: FlaskClient) -> None:
    text = got(visitor, "/search.csv?q=doc:wet&sort=oldest")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert rows["wet#1"]["sources"].splitlines()[:2] == [
        f"[1] {SHOWN}",
        "[2] Orr, Ira. A History of Rain. London: Penguin, 1998. ISBN 0-14-022862-5",
    ]
    assert rows["wet#2"]["sources"].splitlines()[2] == "[6]"


def test_a_line_has_the_sources_of_its_passage(visitor: FlaskClient) -> None:
    lines = map(json.loads, got(visitor, "/search.jsonl?q=doc:dry").splitlines())
    (only,) = lines
    sources = [(each["number"], each["label"], each["text"]) for each in only["sources"]]
    assert sources == [(9, "", SHOWN), (10, "", "arXiv:1304.0001. Sun."), (None, "note 1", "")]
    assert only["sources"][0]["parts"]["doi"] == "10.1136/fn.2006"


def said(entry: Entry) -> dict[str, str]:
    return {name: str(field.value) for name, field in entry.fields_dict.items()}


def test_a_passage_is_exported_with_the_document_that_it_is_from(visitor: FlaskClient) -> None:
    (entry,) = parse_string(got(visitor, "/passages/wet/1.bib")).entries
    fields = said(entry)
    assert fields["author"] == "Swift, Jonathan and {Human Rights Watch}"
    assert (fields["year"], fields["date"]) == ("1915", "1915-05-06")
    assert (fields["publisher"], fields["language"]) == (r"A \& B Press", "en")
    (ris,) = rispy.loads(got(visitor, "/passages/wet/1.ris"))
    assert ris["authors"] == ["Swift, Jonathan", "Human Rights Watch"]
    assert (ris["year"], ris["date"], ris["publisher"]) == ("1915", "1915/05/06", "A & B Press")
    (csl,) = json.loads(got(visitor, "/passages/wet/1.csl.json"))
    assert csl["author"] == [
        {"family": "Swift", "given": "Jonathan"}, {"literal": "Human Rights Watch"},
    ]  # fmt: skip
    assert csl["issued"] == {"date-parts": [[1915, 5, 6]]}
    assert got(visitor, "/search.bib?q=doc:wet").count("Swift, Jonathan") == 3


def test_the_sources_of_a_search_are_a_bibliography_each_once(visitor: FlaskClient) -> None:
    query = "q=doc:wet+OR+doc:dry"
    library = parse_string(got(visitor, f"/sources.bib?{query}"))
    assert library.failed_blocks == []
    entries = {said(entry)["title"].strip("{}"): entry for entry in library.entries}
    assert len(library.entries) == len(entries) == 7
    article = entries[r"Rain \& grass"]
    fields = said(article)
    assert article.entry_type == "article"
    assert (fields["author"], fields["journal"], fields["year"]) == (
        "Ames, Ellen", "Field Notes", "2008",
    )  # fmt: skip
    assert (fields["doi"], fields["url"]) == ("10.1136/fn.2006", "http://rain.example.org/a")
    book = entries["A History of Rain"]
    assert (book.entry_type, said(book)["isbn"]) == ("book", "0-14-022862-5")
    assert said(book)["note"] == "London; Cited as [2] in The wet year"

    ris = {each["title"]: each for each in rispy.loads(got(visitor, f"/sources.ris?{query}"))}
    assert len(ris) == 7
    assert (ris["Rain & grass"]["type_of_reference"], ris["Rain & grass"]["doi"]) == (
        "JOUR", "10.1136/fn.2006",
    )  # fmt: skip
    assert ris["A History of Rain"]["publisher"] == "Penguin"

    items: list[dict[str, Any]] = json.loads(got(visitor, f"/sources.csl.json?{query}"))
    assert len({each["id"] for each in items}) == len(items) == 7
    csl = {each["title"]: each for each in items}
    assert csl["Rain & grass"]["container-title"] == "Field Notes"
    assert csl["A History of Rain"]["author"] == [{"family": "Orr", "given": "Ira"}]
    assert not any("javascript" in each.get("URL", "") for each in items)


@pytest.mark.parametrize("suffix", ["bib", "ris", "csl.json"])
def test_a_page_of_results_links_to_its_sources(visitor: FlaskClient, suffix: str) -> None:
    page = got(visitor, "/search?q=rained&sort=oldest")
    assert f'href="/sources.{suffix}?q=rained&amp;sort=oldest"' in page
    answer = visitor.get(f"/sources.{suffix}?q=nothing-at-all")
    assert answer.status_code == 200
    if suffix == "csl.json":
        assert json.loads(answer.text) == []
    header = visitor.get(f"/sources.{suffix}?q=rained").headers["Content-Disposition"]
    assert header == f"attachment; filename=loccit-sources.{suffix}"
    assert visitor.get(f"/sources.{suffix}?q=a&page=2").status_code == 400


ALIKE = [
    ("Ames, p. 3", "Ames, p. 9", 1),
    ("Ames 1998, p. 3", "Ames 1999, p. 3", 2),
    ("Orr, ''Swift’s Rain'', p. 3", "Orr, ''Swift's rain''. p9", 1),
    ("Orr, ''Rain''. Penguin, 1998, p. 3", "Ames, ''Rain''. Penguin, 1998, p. 3", 2),
    ("Orr, I. Rain. doi:10.1000/A", "Another text altogether, doi:10.1000/a", 1),
    ("[http://a.org Home]", "[http://b.org Home]", 2),
    ("A remark that is none.", "a remark  that is none", 1),
    ("?", "!", 2),
]


@pytest.mark.parametrize(("one", "other", "count"), ALIKE)
def test_a_source_is_one_whatever_pages_are_cited(one: str, other: str, count: int) -> None:
    document = Document("a", "A", references=(
        understood(Reference(1, one)), understood(Reference(2, other)),
    ))  # fmt: skip
    found = list(works([(passage("a", 1, "It was.", *cited(1, 2)), document)]))
    assert len(found) == len({each.key for each in found}) == count


def test_a_short_reference_is_its_own_documents() -> None:
    listed = (understood(Reference(1, "Ames 1998, p. 3")),)
    pairs = [
        (passage(id, 1, "It was.", *cited(1)), Document(id, id, references=listed))
        for id in ("a", "b")
    ]
    assert [each.title for each in works(pairs)] == ["Ames 1998", "Ames 1998"]


def test_other_bibliographies_are_not_there(visitor: FlaskClient) -> None:
    assert visitor.get("/sources.csv?q=a").status_code == 404


STYLED: list[tuple[Style, dict[str, Any], str]] = [
    ("loccit", {}, "“The wet year”, passage 3; Loccit index of 1 January 2026, 00:00 UTC, fffff"),
    ("loccit", {"authors": ("A", "B"), "date": "1915-05", "source": "A box", "licence": "CC0"},
     "A, B, “The wet year”, May 1915, passage 3, A box; Loccit index of 1 January 2026,"),
    ("chicago", {"authors": ("Jonathan Swift",), "date": "1729", "publisher": "S. Harding",
                 "source": "https://example.org/a"},
     "Swift, Jonathan. “The wet year.” S. Harding, 1729. Passage 3. https://example.org/a."),
    ("chicago", {"authors": ("Swift, Jonathan", "Mary Orr", "IMF"), "date": "2013-05-06"},
     "Swift, Jonathan, Mary Orr, and IMF. <The wet year.> May 6, 2013. Passage 3. http://localhost/p."),
    ("chicago", {}, "<The wet year.> n.d. Passage 3. http://localhost/p."),
    ("chicago", {"authors": tuple(f"{x} Orr" for x in "Ann Bo Cy Di Ed Fay Gus".split())},
     "Orr, Ann, Bo Orr, Cy Orr, et al. <The wet year.> n.d. Passage 3. http://localhost/p."),
    ("apa", {"authors": ("Jonathan Swift", "J.-P. Sartre"), "date": "2013-05-06",
             "publisher": "S. Harding", "source": "https://example.org/a"},
     "Swift, J., & Sartre, J.-P. (2013, May 6). <The wet year> (passage 3). S. Harding."
     " https://example.org/a"),
    ("apa", {}, "<The wet year> (passage 3). (n.d.). http://localhost/p"),
    ("apa", {"authors": ("Human Rights Watch",), "date": "-0043"},
     "Human Rights Watch. (44 BC). <The wet year> (passage 3). http://localhost/p"),
    ("mla", {"authors": ("Jonathan Swift", "Mary Orr"), "date": "2013-09-06",
             "publisher": "S. Harding", "source": "https://example.org/a"},
     "Swift, Jonathan, and Mary Orr. “The wet year.” S. Harding, 6 Sept. 2013, passage 3,"
     " https://example.org/a."),
    ("mla", {"authors": ("Ann Orr", "Bo Orr", "Cy Orr"), "source": "A box"},
     "Orr, Ann, et al. <The wet year.> passage 3, A box."),
]  # fmt: skip


@pytest.mark.parametrize(("style", "document", "expected"), STYLED)
def test_a_passage_is_referred_to_in_a_style(
    style: Style, document: dict[str, Any], expected: str
) -> None:
    manifest = Manifest("memory", "gen-1", 1, 1, "2026-01-01T00:00:00+00:00", "f" * 64)
    own = passage("wet", 3, "It rained.", title="The wet year")
    quoted = Quotation(own, Document("wet", "The wet year", **document), manifest,
                       "http://localhost/p")  # fmt: skip
    runs = reference(quoted, style)
    assert "".join(f"<{x.text}>" if x.italic else x.text for x in runs).startswith(expected)


@pytest.mark.parametrize("style", ["chicago", "apa", "mla"])
def test_a_style_is_chosen_by_the_address(visitor: FlaskClient, style: str) -> None:
    plain = got(visitor, "/passages/wet/1")
    page = got(visitor, f"/passages/wet/1?style={style}")
    (shown,) = texts(page, "#reference-text")
    assert "“It rained. It dripped.” Swift, J" in shown
    assert "Loccit index" not in shown
    assert f"?style={style}#ref-h" in plain
    assert f".txt?style={style}" in page
    written = got(visitor, f"/passages/wet/1.txt?style={style}")
    assert " ".join(written.split()) == shown
    assert "Loccit index" in texts(plain, "#reference-text")[0]


def test_a_style_that_is_not_there_is_said_or_passed_over(visitor: FlaskClient) -> None:
    assert "Loccit index" in texts(got(visitor, "/passages/wet/1?style=x"), "#reference-text")[0]
    answer = visitor.get("/passages/wet/1.txt?style=harvard")
    assert answer.status_code == 400
    assert "style must be" in answer.get_json()["detail"]
    assert visitor.get("/passages/wet/1.bib?style=apa").status_code == 200


def test_a_hundred_thousand_braces_are_a_page(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "seeds", a="It was.[1] It is.[2]\n")
    (folder / "a.toml").write_text(
        f'[references]\n1 = "{"{" * 100_000}"\n2 = "{"{{a|" * 20_000}{"}}" * 20_000}"\n'
    )
    build([folder], tmp_path / "index", PLAIN)
    app = create_app(tmp_path / "index")
    with app.test_client() as client:
        for address in (
            "/documents/a", "/sources/a/1", "/citations/a/2", "/passages/a/1", "/search.csv?q=was",
            "/sources.bib?q=was", "/sources.ris?q=was",
        ):  # fmt: skip
            assert client.get(address).status_code == 200, address
    in_service: InService = app.extensions["loccit"]
    in_service.engine().close()
