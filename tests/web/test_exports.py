"""What is taken away: complete, in order, escaped, and read again by others' readers."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from loccit.engines.manifest import Manifest
from loccit.indexer.build import build
from loccit.model.documents import Document
from loccit.web.app import create_app
from loccit.web.exports import bibtex, csl, lines, plain, ris, table
from loccit.web.exports.at_once import MOST
from loccit.web.exports.exports import MATCHES, ONE
from loccit.web.quoting.quotation import Quotation
from tests.engines.made import passage
from tests.web.conftest import PLAIN, seeds
from tests.web.reading import links

ATOM = "{http://www.w3.org/2005/Atom}"


def got(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.get_data().decode("utf-8")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("sort", ["score", "oldest", "newest"])
def test_an_export_has_every_match_in_the_order_of_the_pages(
    client: FlaskClient, sort: str
) -> None:
    page = client.get(f"/api/search?q=raid&size=100&sort={sort}&group=passage").get_json()
    ids = [result["id"] for result in page["results"]]
    assert len(ids) == 33
    assert [row["id"] for row in rows(got(client, f"/search.csv?q=raid&sort={sort}"))] == ids
    text = got(client, f"/search.jsonl?q=raid&sort={sort}")
    found = [json.loads(line) for line in text.removesuffix("\n").split("\n")]
    assert [each["id"] for each in found] == ids
    assert [each["text"] for each in found] == [result["text"] for result in page["results"]]
    assert got(client, f"/search.bib?q=raid&sort={sort}").count("@misc{") == 33
    assert len(rispy.loads(got(client, f"/search.ris?q=raid&sort={sort}"))) == 33


def test_an_export_without_a_search_is_the_whole_index(client: FlaskClient) -> None:
    assert len(rows(got(client, "/search.csv"))) == 33
    assert rows(got(client, "/search.csv?q=absent")) == []


def test_a_table_says_what_stands_in_each_passage(client: FlaskClient) -> None:
    row = rows(got(client, "/search.csv?q=doc:many+number+OR+30"))[0]
    assert row["citations"] == "30"
    assert row["dates"] == "2014-05-30"
    assert row["licence"] == "CC BY 4.0"
    assert client.get(row["address"]).status_code == 200


def test_an_export_that_takes_too_long_says_so(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loccit.web.state.SECONDS", -1.0)
    answer = client.get("/search.csv?q=raid")
    assert answer.status_code == 503
    assert "stopped after" in answer.get_json()["detail"]


HARD = [
    "", "=1+1", "+1", "-1", "@sum(a)", "\tx", "\rx", "\nx", 'a "b", c\r\nd;', "{", "}", "}}{", "\\",
    "\\}", "50 % & $x_1 #~^", "TY  - GEN\nER  - ", "ER  - \r\n", "\x00\x1b", "\u2028", "<b>&amp;",
    "\u202eevil", "é 😀 中文", "w" * 200, "@misc{x,", '"', "\ud800", "%\n}", "a [48] b",
]  # fmt: skip


def quoted(text: str, **document: Any) -> Quotation:
    manifest = Manifest("memory", "gen-1", 1, 1, "2026-01-01T00:00:00+00:00", "f" * 64)
    held = Document("peace/one", text or "Peace", **document)
    own = passage("peace/one", 1, text, title=text, section=text)
    return Quotation(own, held, manifest, "http://localhost/passages/peace/one/1~x", 1.5)


TEXTS = st.text(max_size=40) | st.text(alphabet='{}\\"@%=+-,#\n\r\t ~^&$_a', max_size=12)


def read_table(text: str) -> dict[str, str]:
    (row,) = rows(table.head() + table.row(quoted(text, source=text)))
    return row


@pytest.mark.parametrize("text", HARD)
def test_no_cell_is_a_formula(text: str) -> None:
    row = read_table(text)
    for name in ("title", "section", "text", "source"):
        assert not row[name].startswith(("=", "+", "-", "@", "\t", "\r"))
        assert row[name] in ((text, f"'{text}") if text else ("", "peace/one"))


@given(TEXTS)
def test_any_text_comes_back_from_a_table(text: str) -> None:
    row = read_table(text)
    assert row["text"] in (text, f"'{text}")
    assert len(row) == len(table.COLUMNS)


def plain_words(text: str) -> str:
    """What BibTeX says with names for its special characters, undone."""
    names = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}",
             "textasciitilde": "~", "textasciicircum": "^"}  # fmt: skip
    undone = re.sub(r"\\(text\w+)\{\}|\\([#$%&_])", lambda m: names.get(m[1]) or m[2], text)
    return re.sub(r"\s+", " ", undone).strip()


def without_controls(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text).strip()


def value_of(entry: Entry, name: str) -> str:
    """A field's value, "" where it isn't there: what is empty isn't written."""
    field = entry.fields_dict.get(name)
    return str(field.value) if field else ""


def check_bibtex(text: str) -> None:
    one = quoted(text, source="https://example.org/a b{}}_~#x", licence="CC BY 4.0")
    library = parse_string(bibtex.entry(one) + bibtex.entry(quoted("next")))
    assert library.failed_blocks == [], text
    first = library.entries[0]
    assert first.entry_type == "misc"
    assert plain_words(value_of(first, "abstract")) == without_controls(one.text)
    assert first["url"] == "https://example.org/a%20b%7B%7D%7D_~#x".replace(
        "%7B%7D%7D", "%7B%7D%7D"
    )


@pytest.mark.parametrize("text", HARD)
def test_hard_text_comes_back_from_bibtex(text: str) -> None:
    check_bibtex(text)


@given(TEXTS)
def test_any_text_comes_back_from_bibtex(text: str) -> None:
    check_bibtex(text)


def check_ris(text: str) -> None:
    one = quoted(text, source="https://example.org/a")
    first, second = rispy.loads(ris.entry(one) + ris.entry(quoted("next")))
    assert first.get("abstract", "") == without_controls(one.text)
    assert first["type_of_reference"] == "ELEC"
    assert second["title"] == "next"


@pytest.mark.parametrize("text", HARD)
def test_hard_text_comes_back_from_ris(text: str) -> None:
    check_ris(text)


@given(TEXTS)
def test_any_text_comes_back_from_ris(text: str) -> None:
    check_ris(text)


@pytest.mark.parametrize("text", HARD)
def test_hard_text_comes_back_as_json(text: str) -> None:
    (item,) = json.loads(csl.items(quoted(text, source="javascript:alert(1)")))
    assert item.get("abstract", "") == quoted(text).text
    assert item["URL"].startswith("http://localhost/")
    assert json.loads(lines.line(quoted(text)))["text"] == text
    assert plain.quotation(quoted(text)).startswith("“")


@pytest.mark.parametrize("suffix", list(ONE))
def test_a_passage_is_quoted_with_what_it_is_from(client: FlaskClient, suffix: str) -> None:
    page = client.get("/passages/many/9").text
    (address,) = {
        link
        for link in links(page)
        if link.startswith("/passages/many/9~") and link.endswith(f".{suffix}")
    }
    text = got(client, address)
    assert "Passage 9 speaks of the raid of 9 May 2014." in text
    assert "[9]" not in text
    assert "https://example.org/many" in text
    assert "CC BY 4.0" in text
    assert "Loccit index of" in text
    assert re.search("passage 9", text, re.IGNORECASE)
    assert client.get(f"/passages/many/99.{suffix}").status_code == 404


@pytest.mark.parametrize("suffix", list(MATCHES))
def test_a_page_of_results_links_to_its_exports(client: FlaskClient, suffix: str) -> None:
    page = client.get("/search?q=raid+doc:many&sort=oldest").text
    assert f'href="/search.{suffix}?q=raid+doc:many&amp;sort=oldest"' in page
    assert client.get(f"/search.{suffix}?q=raid").headers["Content-Disposition"] == (
        f"attachment; filename=loccit.{suffix}"
    )


@pytest.mark.parametrize("address", ["/search.xml", "/search.", "/search.csv/x", "/search.CSV"])
def test_other_formats_are_not_there(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address", ["/search.csv?sort=up", "/search.bib?page=2", "/search.atom?since=yesterday",
                "/search.ris?q=a&q=b"],
)  # fmt: skip
def test_a_wrong_parameter_is_a_problem(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")


def test_as_many_exports_run_as_may(client: FlaskClient) -> None:
    running = [client.get("/search.csv?q=raid", buffered=False) for _ in range(MOST)]
    refused = client.get("/search.csv?q=raid")
    assert refused.status_code == 503
    assert int(refused.headers["Retry-After"]) > 0
    running[0].close()
    assert len(rows(got(client, "/search.csv?q=raid"))) == 33
    for answer in running:
        answer.close()


@pytest.mark.parametrize("sort", ["score", "oldest", "added"])
@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_an_export_that_broke_off_goes_on_behind_a_passage(
    client: FlaskClient, suffix: str, sort: str
) -> None:
    address, asked = f"/search.{suffix}", {"q": "raid", "sort": sort}
    whole = client.get(address, query_string=asked)
    index = whole.headers["Loccit-Index"]
    page = client.get(f"/api/search?q=raid&size=100&sort={sort}&group=passage").get_json()
    ids = [result["id"] for result in page["results"]]
    for at in (0, 20, 32):
        after = {"after": ids[at], "index": index}
        rest = client.get(address, query_string={**asked, **after}).text
        assert whole.text.endswith(rest)
        ends = "\n" if suffix == "jsonl" else "\r\n"
        assert rest.count(ends) == 32 - at


@pytest.mark.parametrize(
    ("rest", "status"),
    [("after=many%2399", 404), ("after=hard", 404), ("after=%00", 404), ("index=gen-none", 409),
     ("index=gen-none&after=many%231", 409)],
)  # fmt: skip
def test_the_rest_of_what_never_was_is_refused(client: FlaskClient, rest: str, status: int) -> None:
    answer = client.get(f"/search.csv?q=raid&{rest}")
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert len(rows(got(client, "/search.csv?q=raid"))) == 33


def entries(text: str) -> list[tuple[str, str, str]]:
    """Each entry's id, text and time."""
    feed = ElementTree.fromstring(text)
    return [
        (each.findtext(f"{ATOM}id", ""), each.findtext(f"{ATOM}content", ""),
         each.findtext(f"{ATOM}updated", ""))
        for each in feed.iter(f"{ATOM}entry")
    ]  # fmt: skip


def test_a_feed_is_atom_and_its_text_inert(client: FlaskClient) -> None:
    text = got(client, "/search.atom?q=raid+doc:hard")
    feed = ElementTree.fromstring(text)
    for name in ("id", "title", "updated", "author", "link"):
        assert feed.find(f"{ATOM}{name}") is not None
    found = entries(text)
    assert len(found) == 3
    assert any("<b>raid</b>" in content for _, content, _ in found)
    assert all(re.fullmatch(r"urn:uuid:[\da-f-]{36}", id) for id, _, _ in found)
    for q in ("<script>", "\x00\x0b", "a\ufffe", "&"):
        ElementTree.fromstring(client.get("/search.atom", query_string={"q": q}).text)


def test_a_feed_brings_what_later_builds_add(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([1_000_000_000, 1_000_086_400, 1_000_172_800])
    monkeypatch.setattr("loccit.indexer.build.time.time", lambda: next(clock))
    folder = seeds(tmp_path / "seeds", a="The old raid.\nA second raid.\n")
    build([folder], tmp_path / "index", PLAIN)
    client = create_app(tmp_path / "index").test_client()
    first = entries(client.get("/search.atom?q=raid").text)
    seeds(folder, a="A new raid.\nThe old raid.\nA second raid.\n")
    build([folder], tmp_path / "index", PLAIN)
    second = entries(client.get("/search.atom?q=raid").text)
    assert [text for _, text, _ in second] == ["A new raid.", "The old raid.", "A second raid."]
    assert second[1:] == first
    assert second[0][2] == "2001-09-10T01:46:40+00:00"
    since = "/search.atom?q=raid&since=2001-09-09T02:00:00Z"
    assert entries(client.get(since).text) == second[:1]
    seeds(folder, b="No raid, but news.\n")
    build([folder], tmp_path / "index", PLAIN)
    third = entries(client.get("/search.atom?q=raid").text)
    assert third[0][1] == "No raid, but news."
    assert third[1:] == second


def test_a_permanent_link_tells_when_the_index_has_changed(client: FlaskClient) -> None:
    page = client.get("/search?q=raid&sort=oldest&page=2").text
    (link,) = [each for each in links(page) if "index=" in each]
    assert "page=2" in link
    assert "sort=oldest" in link
    kept = client.get(link).text
    assert "This link was made" not in kept
    other = client.get("/search?q=raid&index=0123456789ab").text
    assert "This link was made before the index was rebuilt (0123456789ab" in other
    assert client.get("/search?q=raid&index=" + "%3Cb%3E" * 99).status_code == 200
