"""Marks in a PDF, and the notes that they lead to."""

import pytest

from loccit.indexer.readers.content import Content
from tests.indexer.readers.pdf.paper import Page
from tests.indexer.readers.pdf.reading import BODY, body, content, led, texts


def raised(page: Page, x: float, y: float, *texts: str, size: float = 10) -> Page:
    """Puts texts behind each other, every second one raised and smaller."""
    return page.runs(
        x,
        y,
        *(
            (text, 0.65 * size, 0.35 * size) if at % 2 else (text, size, 0)
            for at, text in enumerate(texts)
        ),
    )


def foot(page: Page, *notes: tuple[str, str], y: float = 440) -> Page:
    """Puts notes at a page's foot, in small type with raised labels."""
    for at, (label, text) in enumerate(notes):
        page.runs(50, y + 10 * at, (label, 5, 2.5), (text, 8, 0))
    return page


def listed(page: Page, y: float, count: int, form: str = "[{}]") -> Page:
    """Puts a list of references with so many entries."""
    page.put(50, y, "References", 14, "B")
    for at in range(1, count + 1):
        words = f"{form.format(at)} Author {at}. The Siege, part {at}."
        page.put(50, y + 8 + 12 * at, words)
    return page


def test_a_footnote_is_found_from_its_raised_number() -> None:
    page = body(Page())
    raised(page, 50, 170, "It fell.", "1")
    found = content(foot(page, ("1", "See the report of the garrison.")))
    assert led(found) == [("[1]", ["1"])]
    assert texts(found)[-1] == "It fell.[1]"
    assert found.notes[0].text == "See the report of the garrison."
    assert found.notes[0].locator == "page=1"


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    first, second = body(Page()), body(Page())
    raised(first, 50, 170, "It fell.", "1")
    raised(second, 50, 170, "It rose.", "2")
    foot(first, ("1", "See the report of the garrison, which was written by"))
    second.put(50, 430, "its last captain in prison.", 8)
    foot(second, ("2", "Ibid."))
    assert [note.text for note in content(first, second).notes] == [
        "See the report of the garrison, which was written by its last captain in prison.",
        "Ibid.",
    ]


def test_numbers_that_begin_again_with_a_chapter_are_a_series() -> None:
    pages = []
    for title in ("The Siege", "The Peace"):
        page = Page().put(50, 50, title, 18).lines(50, 110, *BODY)
        raised(page, 50, 170, "It was so.", "1")
        pages.append(foot(page, ("1", f"On {title.lower()}.")))
    found = content(*pages)
    assert [(note.number, note.label, note.series) for note in found.notes] == [
        (1, "1", "The Siege"),
        (2, "1", "The Peace"),
    ]
    assert [block.marks[0].notes for block in found.blocks if block.marks] == [(0,), (1,)]


@pytest.mark.parametrize(
    ("number", "labels"), [("2", ["2"]), ("1,3", ["1", "3"]), ("1-3", ["1", "2", "3"])]
)
def test_raised_numbers_lead_to_a_numbered_list(number: str, labels: list[str]) -> None:
    page = body(Page())
    raised(page, 50, 170, "It fell.", number)
    found = content(listed(page, 250, 4, "{}."))
    assert led(found) == [(f"[{number}]", labels)]
    assert [note.label for note in found.notes] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("words", "number", "read"),
    [
        ("over 12 km", "2", "over 12 km²"),
        ("it was 10", "3", "it was 10³"),
        ("where x", "2", "where x²"),
        ("a pace of 3 cm", "-1", "a pace of 3 cm⁻¹"),
        ("it was the 3", "rd", "it was the 3rd"),
    ],
)
def test_powers_and_ordinals_are_no_marks(words: str, number: str, read: str) -> None:
    page = body(Page())
    raised(page, 50, 170, words, number)
    raised(page, 50, 200, "It fell.", "1")
    raised(page, 50, 230, "It rose.", "4")
    found = content(listed(page, 260, 4, "{}."))
    assert led(found) == [("[1]", ["1"]), ("[4]", ["4"])]
    assert read in " ".join(texts(found))


def test_where_authors_work_is_no_citation() -> None:
    page = Page().put(50, 40, "The Siege and its Sources", 18)
    raised(page, 50, 65, "Edward Gibbon", "1", ", Thomas Carlyle", "2")
    raised(body(page), 50, 170, "It fell.", "1")
    raised(page, 50, 200, "It rose.", "2")
    found = content(listed(page, 250, 3, "{}."))
    assert [block.text for block in found.blocks if block.marks] == ["It fell.[1]", "It rose.[2]"]


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("It fell [1] and rose [2, 4].", [("[1]", ["1"]), ("[2, 4]", ["2", "4"])]),
        ("It fell [1–3].", [("[1–3]", ["1", "2", "3"])]),
        ("It fell [2, p. 48].", [("[2, p. 48]", ["2"])]),
        ("It was so in 1914 [1914] and in [9].", []),
        ("The value of k[1] and of a[2] is small.", []),
        (r"Put \newcommand{\noopsort}[1] there.", []),
    ],
)
def test_brackets_lead_to_a_numbered_list(words: str, marks: list[tuple[str, list[str]]]) -> None:
    page = body(Page()).put(50, 170, words)
    assert led(content(listed(page, 250, 4))) == marks


def test_brackets_in_code_are_no_marks() -> None:
    page = body(Page()).put(50, 170, "words [1] of a program", font="C")
    assert led(content(listed(page, 250, 4))) == []


def test_brackets_without_a_list_are_no_marks() -> None:
    assert led(content(body(Page()).put(50, 170, "It fell [1]."))) == []


def test_labels_of_letters_lead_to_their_entries() -> None:
    page = body(Page()).put(50, 170, "It fell [Gib76].").put(50, 240, "References", 14, "B")
    page.put(50, 260, "[Gib76] Edward Gibbon. The Decline and Fall. 1776.")
    page.put(50, 280, "[Ran24] Leopold Ranke. Histories. 1824.")
    found = content(page)
    assert led(found) == [("[Gib76]", ["Gib76"])]
    assert [note.number for note in found.notes] == [None, None]


def linked(words: str, to: float) -> Content:
    """A page with words and a number far behind them that links to a height of the second page."""
    page = body(Page()).put(50, 170, words).put(150, 170, "2").link(149, 170, 8, 2, to)
    return content(page, listed(Page(), 50, 3, "{}."))


def test_a_link_to_a_note_is_a_mark_though_nothing_is_raised() -> None:
    found = linked("It fell", 70)
    assert led(found) == [("[2]", ["2"])]
    assert "It fell [2]" in texts(found)


def test_a_link_to_a_figure_is_no_mark() -> None:
    assert led(linked("as in Figure", 300)) == []


def test_a_list_without_numbers_stays_text() -> None:
    page = body(Page()).put(50, 240, "References", 14, "B")
    page.put(50, 260, "Gibbon, Edward. The Decline and Fall. 1776.")
    page.put(50, 280, "Ranke, Leopold. Histories. 1824.")
    found = content(page)
    assert [(block.kind, block.text) for block in found.blocks[-2:]] == [
        ("line", "Gibbon, Edward. The Decline and Fall. 1776."),
        ("line", "Ranke, Leopold. Histories. 1824."),
    ]
    assert found.notes == ()


def test_a_list_that_no_heading_announces_ends_the_document() -> None:
    first = body(Page()).put(50, 170, "It fell [2].")
    second = Page()
    for at in range(1, 6):
        second.put(50, 40 + 12 * at, f"[{at}] Author {at}. The Siege, part {at}.", 8)
    found = content(first, second)
    assert led(found) == [("[2]", ["2"])]
    assert [note.label for note in found.notes] == ["1", "2", "3", "4", "5"]


def test_small_print_that_nothing_marks_is_text() -> None:
    page = body(Page()).put(50, 440, "1914 was the year of the fall of the town.", 8)
    found = content(page)
    assert found.notes == ()
    assert texts(found) == [" ".join(BODY), "1914 was the year of the fall of the town."]
