"""Which files go in, what each is called, and what is wrong with the others."""

from pathlib import Path

import pytest

from loccit.indexer import documents, encodings, seeds, sidecar
from loccit.indexer.extract import Extracted, Extractor
from loccit.indexer.loading import load
from loccit.indexer.problems import NoSeeds, UnreadableSeed
from loccit.model import calendar


def written(root: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def ids(*places: Path, root: Path | None = None) -> list[str]:
    return [seed.id for seed in seeds.find(places, root)]


def test_an_id_is_the_path_under_the_seeds_without_suffix(tmp_path: Path) -> None:
    written(tmp_path, b_txt="B.", wars__a_txt="A.", wars__a_toml="", note_bin="-")
    assert ids(tmp_path) == ["b", "wars/a"]


def test_two_that_would_share_an_id_keep_their_suffixes(tmp_path: Path) -> None:
    written(tmp_path, a_txt="A.", a_TXT="B.")
    assert ids(tmp_path) == ["a.TXT", "a.txt"]


def test_several_places_are_one_collection(tmp_path: Path) -> None:
    written(tmp_path, x__a_txt="A.", y__b_txt="B.")
    assert ids(tmp_path / "x", tmp_path / "y" / "b.txt", tmp_path / "x" / "a.txt") == ["a", "b"]
    assert ids(tmp_path / "y" / "b.txt", root=tmp_path) == ["y/b"]


def test_hidden_files_stay_out(tmp_path: Path) -> None:
    written(tmp_path, _git__a_txt="A.", b_txt="B.")
    assert ids(tmp_path) == ["b"]


def test_nothing_to_index_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoSeeds, match="Put documents there"):
        seeds.find([tmp_path])
    with pytest.raises(NoSeeds, match="loccit index FOLDER"):
        seeds.find([tmp_path / "absent"])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xff\xfea\x00b", "not UTF-16 .byte 2., which it begins as"),
        (b"ok \x80", "byte 3"),
    ],
)
def test_an_unreadable_file_is_named_with_the_reason(
    tmp_path: Path, content: bytes, why: str
) -> None:
    path = written(tmp_path, a_txt=content) / "a.txt"
    with pytest.raises(UnreadableSeed, match=why) as error:
        encodings.decoded(path, path.read_bytes(), "")
    assert error.value.skipped.path == path


def test_a_byte_order_mark_is_not_text_and_line_ends_stay(tmp_path: Path) -> None:
    path = written(tmp_path, a_txt=b"\xef\xbb\xbfOne.\r\nTwo.\r") / "a.txt"
    assert encodings.decoded(path, path.read_bytes(), "").text == "One.\r\nTwo.\r"


def test_a_sidecar_settles_what_the_file_cannot(tmp_path: Path) -> None:
    written(
        tmp_path,
        a_txt="One.\nTwo.",
        a_toml='title = "A war"\nsource = "https://example.org/a"\nlicence = "CC0"\n'
        'start_year = 1914\npassages = "prose"\ncontiguous = true\n'
        '[references]\n48 = "A report"\n49 = {text = "A book", address = "https://example.org"}\n',
    )
    reading = documents.read(load(seeds.find([tmp_path])[0]))
    document = reading.document
    assert (document.title, document.source, document.licence) == (
        "A war",
        "https://example.org/a",
        "CC0",
    )
    assert (reading.start_year, document.contiguous) == (1914, True)
    listed = [(each.number, each.text, each.address) for each in document.references]
    assert listed == [(48, "A report", ""), (49, "A book", "https://example.org")]
    assert [cutting.text for cutting in reading.cuttings] == ["One.\nTwo."]


@pytest.mark.parametrize(
    ("text", "toml", "dates"),
    [
        ("In 2012 she moved to Rome.\nOn 6 May her shop was opened.", "", ["2012", "2012-05-06"]),
        ("In 2012 she moved to Rome.\nLater years.\nOn 6 May she went home to her sister in Bari.",
         "", ["2012", "2012-05-06"]),
        ("[4] In 2012 she moved to Rome.\n[5] On 6 May it was opened.", "",
         ["2012", "XXXX-05-06"]),
        ("[4] In 2012 she moved to Rome.\n[5] On 6 May it was opened.",
         'passages = "paragraphs"', ["2012", "2012-05-06"]),
        ("In 2012 she moved to Rome.\nOn 6 May her shop was opened.", 'passages = "lines"',
         ["2012", "XXXX-05-06"]),
        ("2012\n6 May: Li arrives\n9 June: Li leaves", "", ["2012-05-06", "2012-06-09"]),
        ("June 1961 A wall is built\n\nNovember 1989: it falls", "", ["1961-06", "1989-11"]),
    ],
)  # fmt: skip
def test_a_year_carries_over_but_in_a_sample(
    tmp_path: Path, text: str, toml: str, dates: list[str]
) -> None:
    written(tmp_path, a_txt=text, a_toml=toml)
    extracted = Extractor(None).extract(load(seeds.find([tmp_path])[0]))
    assert isinstance(extracted, Extracted)
    found = [date.value for passage in extracted.passages for date in passage.dates()]
    assert found == dates


@pytest.mark.parametrize(
    ("toml", "why"),
    [
        ("title = ", "can't be read"),
        ("title = 3", "takes a text"),
        ("author = 3", "author takes a text or a list of texts"),
        ("author = ['A', 3]", "author takes a text or a list of texts"),
        ("author = { name = 'A' }", "author takes a text or a list of texts"),
        ("publisher = ['A']", "publisher takes a text"),
        ("language = 'English'", "an IETF language tag"),
        ("language = 'en_US'", "an IETF language tag"),
        ("date = 'last year'", "a day, a month or a year"),
        ("date = '2013-02-29'", "a day, a month or a year"),
        ("date = '2013-13'", "a day, a month or a year"),
        ("date = 17290101", "a day, a month or a year"),
        ("date = true", "a day, a month or a year"),
        ("date = 1729-01-01T12:00:00", "a day, a month or a year"),
        ("date = '١٧٢٩'", "a day, a month or a year"),
        ("passages = 'pages'", '"paragraphs", "lines" or "prose"'),
        ("start_year = 99999", "a year from"),
        ("start_year = true", "a year from"),
        ("contiguous = 1", "true or false"),
        ("references = 3", "table of number"),
        ("[references]\nx = 3", "references are written"),
        ("[references]\n48 = {text = 'A', date = 2001}", "reference 48 takes texts"),
    ],
)
def test_a_bad_sidecar_is_named_with_the_mend(tmp_path: Path, toml: str, why: str) -> None:
    path = written(tmp_path, a_txt="A.") / "a.txt"
    with pytest.raises(UnreadableSeed, match=why):
        sidecar.read(path, toml.encode())


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        ('author = "Jonathan Swift"', (("Jonathan Swift",), "", "", "", None)),
        ('author = ["A. Author", " B. Author "]', (("A. Author", "B. Author"), "", "", "", None)),
        ('author = ""\nlanguage = ""', ((), "", "", "", None)),
        ("date = 1729", ((), "1729", "", "", None)),
        ('date = "1729"', ((), "1729", "", "", None)),
        ('date = " 1729-10 "', ((), "1729-10", "", "", None)),
        ("date = 1729-10-06", ((), "1729-10-06", "", "", calendar.day(1729, 10, 6))),
        ('date = "1729-10-06"', ((), "1729-10-06", "", "", calendar.day(1729, 10, 6))),
        ("date = 855", ((), "0855", "", "", None)),
        ("date = -43", ((), "-0043", "", "", None)),
        ('date = "-43-03-15"', ((), "-0043-03-15", "", "", calendar.day(-43, 3, 15))),
        ('publisher = "Faulkner"\nlanguage = "en"', ((), "", "Faulkner", "en", None)),
        ('language = "zh-Hant-TW"', ((), "", "", "zh-Hant-TW", None)),
    ],
)
def test_a_document_has_the_authors_the_date_the_publisher_and_the_language_of_its_sidecar(
    tmp_path: Path, toml: str, expected: tuple[tuple[str, ...], str, str, str, int | None]
) -> None:
    written(tmp_path, a_txt="One.", a_toml=toml)
    reading = documents.read(load(seeds.find([tmp_path])[0]))
    held = reading.document
    found = held.authors, held.date, held.publisher, held.language, reading.dated
    assert found == expected
    assert held.warnings == ()


_KNOWN = (
    "title, author, date, publisher, language, source, licence, encoding, start_year, passages,"
    " contiguous, fields, references"
)


@pytest.mark.parametrize(
    ("toml", "warnings"),
    [
        ("title = 'A'", ()),
        ("colour = 'red'", (f"a.toml has the key colour, which is not known; known are {_KNOWN}",)),
        ("titel = 'A'\nsize = [3]\n[more]\nb = 1",
         (f"a.toml has the keys titel, size, more, which are not known; known are {_KNOWN}",)),
        ('"a\\nb" = 1', (f"a.toml has the key a\\nb, which is not known; known are {_KNOWN}",)),
        ("\n".join(f"k{n} = {n}" for n in range(1, 1001)),
         ("a.toml has the keys k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, 990 more, which are not"
          f" known; known are {_KNOWN}",)),
        ("[references]\n1 = 'A'\n48 = {text = 'B', pages = 3}\n49 = {text = 'C', pages = 4}",
         ("a.toml: 2 references, from 48 on, have the key pages, which is not known;"
          " known are text, address, author, date, title",)),
        ("colour = 1\n[references]\n48 = {text = 'B', pages = 3}",
         (f"a.toml has the key colour, which is not known; known are {_KNOWN}",
          "a.toml: reference 48 has the key pages, which is not known;"
          " known are text, address, author, date, title")),
    ],
)  # fmt: skip
def test_a_key_that_is_not_known_is_named_and_the_document_is_indexed(
    tmp_path: Path, toml: str, warnings: tuple[str, ...]
) -> None:
    written(tmp_path, a_txt="One.", a_toml=toml)
    extracted = Extractor(None).extract(load(seeds.find([tmp_path])[0]))
    assert isinstance(extracted, Extracted)
    assert [passage.text for passage in extracted.passages] == ["One."]
    assert extracted.document.warnings == warnings


def test_a_reference_has_the_address_that_is_in_its_text(tmp_path: Path) -> None:
    path = written(tmp_path, a_txt="A.") / "a.txt"
    said = """[references]
1 = "{{cite web | url=http://a.org/b.htm | title=B}}"
2 = { text = "C, https://c.org/", address = "https://d.org/" }
3 = "None"
"""
    path.with_suffix(".toml").write_text(said)
    references = documents.read(load(seeds.find([tmp_path])[0])).document.references
    assert [each.address for each in references] == ["http://a.org/b.htm", "https://d.org/", ""]


def test_without_a_sidecar_the_title_is_the_files_name(tmp_path: Path) -> None:
    written(tmp_path, x__a_txt="One. Two.")
    assert documents.read(load(seeds.find([tmp_path])[0])).document.title == "A"


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("lorenz-b-umer", "Lorenz Bäumer\n\nHe is a jeweller.", "Lorenz Bäumer"),
        ("lorenz_baumer", "\n\nLorenz Bäumer\r\n\r\nHe is a jeweller.", "Lorenz Bäumer"),
        ("lodz", "# Łódź #\n\nIt is a town.", "Łódź"),
        ("what-s-new-1998", "What's New (1998)?\n\nMuch.", "What's New (1998)?"),
        ("ac-dc", "AC/DC\n \t\nA band.", "AC/DC"),
        ("lorenz-b-umer", "Lorenz Bäumer\nHe is a jeweller.", "Lorenz b umer"),
        ("lorenz", "Lorenz Bäumer\n\nHe is a jeweller.", "Lorenz"),
        ("war", "Origins\n\nIt began.", "War"),
        ("a", "Война\n\nIt began.", "A"),
    ],
)
def test_a_first_line_that_the_file_is_named_after_is_the_title(
    tmp_path: Path, name: str, text: str, title: str
) -> None:
    (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    assert documents.read(load(seeds.find([tmp_path])[0])).document.title == title


def test_the_fingerprint_changes_with_the_sidecar(tmp_path: Path) -> None:
    written(tmp_path, a_txt="A.")
    (seed,) = seeds.find([tmp_path])
    before = load(seed).fingerprint
    written(tmp_path, a_toml="title = 'x'")
    assert load(seed).fingerprint != before
