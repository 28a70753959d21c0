"""Title, authors, date: what the file says, unless its first page knows better."""

import pytest

from tests.indexer.readers.pdf.paper import Page
from tests.indexer.readers.pdf.reading import body, content


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Microsoft Word - draft3.doc", "The Siege"),
        ("siege_final.tex", "The Siege"),
        ("", "The Siege"),
        ("Quarterly Report", "The Siege"),
        ("The siege", "The siege"),
    ],
)
def test_a_first_large_line_beats_what_the_file_says(said: str, title: str) -> None:
    page = body(Page().put(50, 50, "The Siege", 18))
    assert content(page, info=f"/Title({said})").metadata.title == title


def test_what_the_file_says_is_believed_where_no_line_is_large() -> None:
    assert content(body(Page()), info="/Title(On Sieges)").metadata.title == "On Sieges"
    assert content(body(Page()), info="/Title(Document1)").metadata.title == ""


@pytest.mark.parametrize(
    ("said", "authors"),
    [
        ("Edward Gibbon", ("Edward Gibbon",)),
        ("Gibbon, Edward", ("Gibbon, Edward",)),
        ("Edward Gibbon, Leopold Ranke", ("Edward Gibbon", "Leopold Ranke")),
        ("Edward Gibbon and Leopold Ranke", ("Edward Gibbon", "Leopold Ranke")),
        ("admin", ()),
    ],
)
def test_authors(said: str, authors: tuple[str, ...]) -> None:
    assert content(body(Page()), info=f"/Author({said})").metadata.authors == authors


def test_the_day_on_which_it_was_made() -> None:
    info = "/CreationDate(D:20121006120000+02'00')"
    assert content(body(Page()), info=info).metadata.date == "2012-10-06"
