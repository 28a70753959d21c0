"""Reference lists in the text: read, and kept out of the passages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.indexer import documents, seeds
from loccit.indexer.loading import load
from loccit.indexer.references import split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was.[1]\n\n## References\n1. A, B.\n2. C\n   more.\n", {1: "A, B.", 2: "C more."}),
        ("It was.\n\n== Notes ==\n[1] A\n[2]: B\n", {1: "A", 2: "B"}),
        ("It was.\n\nReferences\n\n^1 A\n3) B\n", {1: "A", 3: "B"}),
        ("It was.\n\n## References\n1. A\n\n## After\nMore.\n", {1: "A"}),
        ("It was.\n\n## References\nNone are given.\n", {}),
        ("References\nare good.", {}),
        ("It was.\n\n## References\n1. A\n1. B\n", {1: "A"}),
        ("", {}),
    ],
)
def test_a_list_is_read(text: str, expected: dict[int, str]) -> None:
    body, references = split(text)
    assert {each.number: each.text for each in references} == expected
    assert len(body) == len(text)
    assert all(source not in body for source in ["1. A", "[1] A"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was.[^1]\n\n[^1]: A, 1999.\n", {"1": "A, 1999."}),
        ("It was.[^a]\n\n[^a]: A\n[^b]: B\n    more\n\n    again.\n\nIt ended.\n",
         {"a": "A", "b": "B more again."}),
        ("It was.[^1]\n\n[^1]: A\n\n## References\n2. B\n", {"1": "A", "2": "B"}),
        ("`[^1]: no`", {}),
        ("It was [^1]: so.", {}),
    ],
)  # fmt: skip
def test_the_footnotes_of_markdown_are_read(text: str, expected: dict[str, str]) -> None:
    body, references = split(text)
    assert {each.key: each.text for each in references} == expected
    assert len(body) == len(text)
    assert "It ended." in body or "It ended." not in text


@pytest.mark.parametrize(
    "text", ["[^1]: a\n" * 20_000, "[^1]: a\n\n    b\n" * 20_000, "[^" * 50_000]
)
def test_many_footnotes_are_no_trouble(text: str) -> None:
    assert len(split(text)[0]) == len(text)


@given(st.text(alphabet="## References\n[1]. ab") | st.text())
def test_any_text_keeps_its_length(text: str) -> None:
    body, _ = split(text)
    assert len(body) == len(text)
    assert all(a == b or b == " " for a, b in zip(text, body, strict=True))


def test_the_list_is_no_passage_and_the_sidecar_wins(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# War\n\nIt was.[1]\n\n## References\n1. A https://a.org/x.\n2. B\n\n"
        "## After\n\nIt ended.\n"
    )
    (tmp_path / "a.toml").write_text('[references]\n2 = { text = "C", author = "D" }\n')
    reading = documents.read(load(seeds.find([tmp_path])[0]))
    assert [cutting.text for cutting in reading.cuttings] == ["It was.[1]", "It ended."]
    first, second = reading.document.references
    assert (first.text, first.address) == ("A https://a.org/x.", "https://a.org/x")
    assert (second.text, second.author) == ("C", "D")
