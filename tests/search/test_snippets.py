"""Snippets are stretches of the text that show why it matched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.engines import analysis
from loccit.mentions import citations
from loccit.search.cited import leads
from loccit.search.highlights import Match
from loccit.search.query.meaning import Highlight
from loccit.search.results import Piece
from loccit.search.snippets import LENGTH, snippet

RAID = (Highlight(("raid",)),)


def matched(text: str, *highlights: Highlight) -> list[str]:
    return [piece.text for piece in snippet(text, highlights).pieces if piece.matched]


@pytest.mark.parametrize(
    ("text", "highlights", "expected"),
    [
        ("Raids and raiders raided.", RAID, ["Raids", "raided"]),
        ("air strikes, then strikes by air", (Highlight(("air", "strike")),), ["air strikes"]),
        ("air[48] strikes", (Highlight(("air", "strike")),), ["air", " strikes"]),
        ("[48] raid 48", (Highlight(("48",)),), ["48"]),
        ("ISIL's raid", (Highlight(("isil",)),), ["ISIL"]),
        ("naïve cafe\u0301", (Highlight(("naiv",)), Highlight(("cafe",))), ["naïve", "cafe\u0301"]),
        ("air and naval strikes", (Highlight(("air", "strike"), slop=2),), ["air", "strikes"]),
        ("air and many naval strikes", (Highlight(("air", "strike"), slop=2),), []),
        ("Raids raided", (Highlight(words=frozenset({"raided"})),), ["raided"]),
        ("nothing here", RAID, []),
        ("", RAID, []),
    ],
)
def test_marks(text: str, highlights: tuple[Highlight, ...], expected: list[str]) -> None:
    assert matched(text, *highlights) == expected


def followed(text: str, *highlights: Highlight) -> list[tuple[str, str, str]]:
    """Of each piece the text, the citation that it leads to, and how it is marked."""
    cut = snippet(text, highlights, leads=leads(text, citations.find(text)))
    return [(p.text, p.label, "marked" * p.matched + "marker" * p.marker) for p in cut.pieces]


def test_a_marker_is_a_piece_of_its_own() -> None:
    assert snippet("Aleppo[12, 14] fell.", RAID).pieces == (
        Piece("Aleppo", False),
        Piece("[12, 14]", False, True),
        Piece(" fell.", False),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A raid.[4]", [("A ", "", ""), ("raid", "", "marked"), (".", "", ""),
                        ("[4]", "4", "marker")]),
        ("It.[1, 3–5]", [("It.", "", ""), ("[", "", "marker"), ("1", "1", "marker"),
                         (", ", "", "marker"), ("3", "3", "marker"), ("–", "", "marker"),
                         ("5", "5", "marker"), ("]", "", "marker")]),
        ("It.[1]–[3]", [("It.", "", ""), ("[1]", "1", "marker"), ("–", "", "marker"),
                        ("[3]", "3", "marker")]),
        ("It.[note 3]", [("It.", "", ""), ("[note 3]", "note 3", "marker")]),
        ("It.[citation needed]", [("It.", "", ""), ("[citation needed]", "", "marker")]),
        ("So (Munro 2011, p. 3).", [("So (", "", ""), ("Munro 2011", "Munro 2011", ""),
                                    (", p. 3).", "", "")]),
        ("So (Raid 2011, p. 3).", [("So (", "", ""), ("Raid", "", "marked"),
                                   (" 2011, p. 3).", "", "")]),
    ],
)  # fmt: skip
def test_a_citation_is_followed_by_the_label_that_it_has(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert followed(text, *RAID) == expected


def test_a_long_passage_is_cut_around_its_matches() -> None:
    text = "Words come first. " * 60 + "Then a raid on the town. " + "More words follow. " * 60
    cut = snippet(text, RAID)
    shown = "".join(piece.text for piece in cut.pieces)
    assert "raid" in shown
    assert len(shown) <= LENGTH + 80
    assert text[cut.start : cut.start + len(shown)] == shown
    assert text[cut.start - 1].isspace()


def test_the_window_with_more_different_words_wins() -> None:
    text = "raid " * 10 + "word " * 200 + "raid town " + "word " * 200
    shown = "".join(
        piece.text for piece in snippet(text, (Highlight(("raid",)), Highlight(("town",)))).pieces
    )
    assert "town" in shown


def test_what_a_filter_matched_is_marked_as_such_where_no_word_is() -> None:
    pieces = snippet("Idlib, 2012 raid", RAID, (Match(0, 5, 9, "name"),)).pieces
    assert [(p.text, p.matched, p.filter) for p in pieces] == [
        ("Idlib", False, "name"), (", 2012 ", False, ""), ("raid", True, ""),
    ]  # fmt: skip


def test_a_snippet_begins_with_a_sentence_that_begins_near() -> None:
    text = (
        "Some words before it. " * 20 + "Here begins the one with a raid in it. " + "And on. " * 60
    )
    shown = "".join(piece.text for piece in snippet(text, RAID).pieces)
    assert shown.startswith(("Some words before it. Here begins", "Here begins"))


@pytest.mark.parametrize(
    "letter",
    ["e\u0301", "👍🏽", "👩\u200d🚀", "कि", "🇸🇾", "🏴\U000e0067\U000e0062\U000e007f"],
)
def test_a_letter_is_never_cut_in_half(letter: str) -> None:
    for before in range(8):
        text = "x" * before + letter * 400
        shown = "".join(piece.text for piece in snippet(text, (), length=50).pieces)
        assert shown[before:] == letter * ((len(shown) - before) // len(letter))


def test_a_marker_is_never_cut() -> None:
    for before in range(300, 340):
        text = "raid " + "x" * before + "[48, 49, 50] " + "y " * 300
        for piece in snippet(text, RAID).pieces:
            assert piece.text.count("[") == piece.text.count("]")


@given(
    st.text(alphabet="ab []12,\u0301😀\u05d0raid \n") | st.text(),
    st.integers(1, 300),
)
def test_pieces_join_to_a_stretch_of_the_text(text: str, length: int) -> None:
    highlights = [Highlight((term,)) for term in analysis.terms(text)[::3]]
    cut = snippet(text, highlights, length=length)
    shown = "".join(piece.text for piece in cut.pieces)
    assert text[cut.start : cut.start + len(shown)] == shown
    assert sum(piece.marker for piece in cut.pieces) <= len(citations.markers(text))


def test_ten_thousand_matches_are_no_trouble() -> None:
    assert matched("raid " * 10_000, *RAID)
