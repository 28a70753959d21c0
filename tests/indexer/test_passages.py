"""A text cut into passages: nothing is lost, nothing moved, no sentence cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.indexer.passages import LENGTH, cut, taken_as
from loccit.indexer.sidecar import Cut
from loccit.mentions.sentences import sentences

TEXTS = st.text(alphabet="ab A.!?\n\r\t[48]\"' #=") | st.text()


@given(TEXTS, st.sampled_from(["lines", "prose"]))
def test_a_passage_is_the_text_at_its_offset(text: str, how: Cut) -> None:
    at = 0
    for passage in cut(text, how):
        assert text[passage.offset : passage.offset + len(passage.text)] == passage.text
        assert passage.offset >= at
        at = passage.offset + len(passage.text)


@given(TEXTS)
def test_lines_lose_nothing_but_white_space(text: str) -> None:
    kept = "".join("".join(passage.text.split()) for passage in cut(text, "lines"))
    assert kept == "".join(text.split())


@given(st.text(alphabet="ab A.!?[48]\"' "))
def test_sentences_join_without_a_gap(text: str) -> None:
    found = list(sentences(text))
    assert "".join(text[start:end] for start, end in found) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One came. Two went.", ["One came.", "Two went."]),
        ("One came.[48] Two went.[49][50]", ["One came.[48]", "Two went.[49][50]"]),
        ('He said "no." Then left.', ['He said "no."', "Then left."]),
        ("Mr. Li met Dr. Wu. They left.", ["Mr. Li met Dr. Wu.", "They left."]),
        ("J. R. Smith came. He left.", ["J. R. Smith came.", "He left."]),
        ("It rose 2.5 percent. Then fell.", ["It rose 2.5 percent.", "Then fell."]),
        ("Was it? It was! 30 left.", ["Was it?", "It was!", "30 left."]),
        ("the U.S. forces left. They came.", ["the U.S. forces left.", "They came."]),
        ("Élan rose. Über fell.", ["Élan rose.", "Über fell."]),
        ("no end", ["no end"]),
    ],
)
def test_sentence_ends(text: str, expected: list[str]) -> None:
    assert [text[start:end].strip() for start, end in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("[48] One came.\nTwo went.[49]\n", "lines"),
        ("One came.\n\nTwo went.", "prose"),
        ("Hard wrapped prose that\ngoes on over the line\nand ends here.", "prose"),
        ("One line.", "prose"),
        ("Short.\n" + "x" * 1600 + ".", "prose"),
        ("", "prose"),
    ],
)
def test_lines_or_prose(text: str, how: Cut) -> None:
    assert taken_as(text) == how


def test_prose_keeps_headings_as_sections() -> None:
    text = "Lead sentence.\n\n== Events of 2013 ==\n\nIt began.\n\n# Aftermath\n\nIt ended."
    assert [(p.section, p.text) for p in cut(text, "prose")] == [
        ("", "Lead sentence."),
        ("Events of 2013", "It began."),
        ("Aftermath", "It ended."),
    ]


def test_passages_of_prose_are_a_few_sentences() -> None:
    text = "This sentence has about forty characters. " * 60
    passages = [passage.text for passage in cut(text, "prose")]
    assert len(passages) > 3
    assert all(len(passage) <= LENGTH for passage in passages)
    assert all(passage.endswith("characters.") for passage in passages)


def test_a_very_long_text_is_cut_in_one_pass() -> None:
    text = "A sentence of some words.[48] " * 40_000
    assert sum(1 for _ in cut(text, "prose")) > 1000
