"""Markers: what is one, what it says, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.mentions import citations
from loccit.mentions.citations import find, markers

TEXTS = st.text(alphabet="ab []()12,;–-note x\n") | st.text()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell.[48]", [("48", 48, "here")]),
        ("[48] It fell.", [("48", 48, "before")]),
        ("[12][13] It fell.", [("12", 12, "before"), ("13", 13, "before")]),
        ("  [12] [13]It fell.[14]", [("12", 12, "before"), ("13", 13, "before"),
                                     ("14", 14, "here")]),
        ("Fell.[12, 14–16]", [("12", 12, "here"), ("14", 14, "here"), ("15", 15, "here"),
                             ("16", 16, "here")]),
        ("Fell.[12;13]", [("12", 12, "here"), ("13", 13, "here")]),
        ("Fell.[12-14]", [("12", 12, "here"), ("13", 13, "here"), ("14", 14, "here")]),
        ("Fell.[16–14]", [("16", 16, "here"), ("14", 14, "here")]),
        ("Fell.[1–999]", [("1", 1, "here"), ("999", 999, "here")]),
        ("Fell.[note 3]", [("note 3", None, "here")]),
        ("Fell.[Note 3][4]", [("Note 3", None, "here"), ("4", 4, "here")]),
        ("Fell.[a]", [("a", None, "here")]),
        ("Fell.[citation needed]", [("citation needed", None, "here")]),
        ("Aleppo[49] and", [("49", 49, "here")]),
        ("Fell.[2012]", [("2012", 2012, "here")]),
        ("Fell.[3][2012]", [("3", 3, "here"), ("2012", 2012, "here")]),
        ("Nested [[8]] and [9]] here.", [("8", 8, "here"), ("9", 9, "here")]),
        ("Open [6][7", [("6", 6, "here")]),
        ("``quoted''[1] and `x'[2]", [("1", 1, "here"), ("2", 2, "here")]),
    ],
)  # fmt: skip
def test_reads(text: str, expected: list[tuple[str, int | None, str]]) -> None:
    assert [(c.label, c.number, c.role) for c in find(text)] == expected


@pytest.mark.parametrize(
    "text",
    ["[sic]", "[…]", "[...]", "[]", "[ ]", "[12345]", "[48", "48]", "[[", "x[0] = 1", "[his] men",
     "[-1]", "[1.5]", "[1,000]", "a[i] b", "[and the others]",
     "provide[s] an", "[t]he king", "call[d]", "In [2012] it fell.", "[1914] War began.",
     "Use `list[2]` here.", "Use ``a + arr[10]`` here.", "```\nx[3]\ny [4]\n```",
     "It fell 5 km².", "x¹²"],
)  # fmt: skip
def test_is_no_marker(text: str) -> None:
    assert markers(text) == ()


def test_a_marker_with_one_number_spans_its_brackets_and_others_their_number() -> None:
    text = "Fell.[48][12, 14–15]"
    assert [text[c.start : c.end] for c in find(text)] == ["[48]", "12", "14–15", "14–15"]


@given(TEXTS)
def test_markers_are_in_order_apart_and_hold_their_citations(text: str) -> None:
    spans = markers(text)
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert (text[start], text[end - 1]) == ("[", "]")
        at = end
    for citation in find(text):
        assert any(s <= citation.start < citation.end <= e for s, e in spans)


def test_five_hundred_markers_in_a_row_support_one_sentence() -> None:
    text = "It rose." + "".join(f"[{number}]" for number in range(1, 501)) + " It fell."
    assert [citation.number for citation in find(text)] == list(range(1, 501))
    assert {text[s.start : s.end] for s in citations.supports(text)} == {"It rose."}


@pytest.mark.parametrize("text", ["[1]" * 20_000, "[" * 100_000, "[1" * 50_000, "[1, " * 50_000,
                                  "`[1] " * 20_001, "`" * 50_000, "`a``b" * 20_000])  # fmt: skip
def test_many_are_no_trouble(text: str) -> None:
    assert len(markers(text)) in (0, 10_001, 20_000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose.[1] It fell.[2]", ["It rose.", "It fell."]),
        ("It rose,[1] then fell.[2]", ["It rose,", "then fell."]),
        ("It rose.[1][2] It fell.", ["It rose.", "It rose."]),
        ("It rose. It fell[1] and ended.", ["It fell"]),
        ("[1] It rose.", []),
        ("[1][2] It rose.[3]", ["It rose."]),
        ('He said "it rose."[1] It fell.[2]', ['He said "it rose."', "It fell."]),
        ("Dr. Li rose.[1]", ["Dr. Li rose."]),
        ("It rose.[1]\n\nIt fell.[2]", ["It rose.", "It fell."]),
        ("It rose.[3, 5–6] Then.", ["It rose."]),
    ],
)
def test_a_marker_supports_the_sentence_or_clause_it_closes(text: str, expected: list[str]) -> None:
    assert [text[each.start : each.end] for each in citations.supports(text)] == expected


@given(st.text(alphabet="aB .,[]12\n") | st.text())
def test_what_is_supported_stands_before_its_marker(text: str) -> None:
    for each in citations.supports(text):
        assert 0 <= each.start < each.end <= each.opens < each.closes <= len(text)
        assert text[each.start : each.end].strip() == text[each.start : each.end]
