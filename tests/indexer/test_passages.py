"""A text cut into passages: nothing is lost, nothing moved, no sentence cut."""

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.indexer.passages import LENGTH, cut, taken_as
from loccit.indexer.sidecar import Cut
from loccit.mentions.sentences import sentences

LINES = (
    "Early life.", "She was born in 1900 in a small town.", "Origins", "1. Origins", "1914",
    "May 1914: war", "1815 to 1918", "== Events ==", "# Aftermath #", "It ended", "",
    "- 1914: War begins", "so that it went on", "[4] One came.[5]", "A list of", " \t",
)  # fmt: skip
TEXTS = (
    st.text(alphabet="ab A.!?\n\r\t[48]\"' #=")
    | st.text()
    | st.lists(st.sampled_from(LINES)).map("\n".join)
)
WAYS = st.sampled_from(get_args(Cut))

SAMPLE = (
    "A bridge near the mill was closed for repair.", "Prices rose by a third within a week.",
    "In Lisbon the council met twice.", "No ship had called since the autumn.",
    "Two newspapers printed the letter in full.", "The ministry denied the report.",
    "Farmers near Evora sold their cattle.", "A census counted 4,120 people.",
    "On 9 March a fire destroyed the archive.", "Rebels took the pass without a shot.",
    "An envoy was received in Madrid.",
)  # fmt: skip


@given(TEXTS, WAYS)
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


@given(TEXTS, WAYS)
def test_nothing_is_lost_between_passages_but_the_heading_over_the_next(
    text: str, how: Cut
) -> None:
    at = 0
    for passage in cut(text, how):
        between = text[at : passage.offset]
        assert not between.strip() or _bare(between) == _bare(passage.section)
        at = passage.offset + len(passage.text)
    assert not _bare(text[at:])


def _bare(words: str) -> str:
    """Without the marks of headings."""
    return re.sub(r"[\s#=.]+", "", words)


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
        ("Brig. Gen. Li and Maj.-Gen. Wu came. They left.",
         ["Brig. Gen. Li and Maj.-Gen. Wu came.", "They left."]),
        ("Cpl. Ames, Pvt. Bell, Cmdr. Cole and Messrs. Dunn and Eads went.",
         ["Cpl. Ames, Pvt. Bell, Cmdr. Cole and Messrs. Dunn and Eads went."]),
        ("John Hay, Esq. Mayor of Ayr, met Sir Ian Lee, Bt. Chairman of the board.",
         ["John Hay, Esq. Mayor of Ayr, met Sir Ian Lee, Bt. Chairman of the board."]),
        ("No. 5 Group flew. It was no. 1 in May. He said no. Two left. No. He stayed.",
         ["No. 5 Group flew.", "It was no. 1 in May.", "He said no.", "Two left.", "No.",
          "He stayed."]),
        ("The 2nd ed. Oxford, vol. II, pp. 3-9 (eds. Hay and Lee) has it. See fig. 2. It shows.",
         ["The 2nd ed. Oxford, vol. II, pp. 3-9 (eds. Hay and Lee) has it.", "See fig. 2.",
          "It shows."]),
        ("He worked at Time Inc. In 1990 he left the Time Inc. Building.",
         ["He worked at Time Inc.", "In 1990 he left the Time Inc. Building."]),
        ("It honours King Jr. His son led. On King Jr. Day it is shut.",
         ["It honours King Jr.", "His son led.", "On King Jr. Day it is shut."]),
        ("It lies in Washington, D.C. The U.S. Army left (e.g. Lee). He has a Ph.D. She too.",
         ["It lies in Washington, D.C.", "The U.S. Army left (e.g. Lee).", "He has a Ph.D.",
          "She too."]),
        ("It shut at 9 p.m. Police came at 8 p.m. Eastern time. Shops, bars etc. Tolls rose.",
         ["It shut at 9 p.m.", "Police came at 8 p.m. Eastern time.", "Shops, bars etc.",
          "Tolls rose."]),
        ("He played in Serie A. Milan won. After World War I. Germany had W. Brandt.",
         ["He played in Serie A.", "Milan won.", "After World War I.", "Germany had W. Brandt."]),
        ("Born c. 1800 to Lee (d. 1820), 6 ft. 2 in. tall and 80 lb. He ate figs. Lee ran.",
         ["Born c. 1800 to Lee (d. 1820), 6 ft. 2 in. tall and 80 lb.", "He ate figs.",
          "Lee ran."]),
        ("the 1st Bn. Royal Scots and Wm. Lee of St. Ives. The pub. London. He came in. Lee sat.",
         ["the 1st Bn. Royal Scots and Wm. Lee of St. Ives.", "The pub.", "London.",
          "He came in.", "Lee sat."]),
    ],
)  # fmt: skip
def test_sentence_ends(text: str, expected: list[str]) -> None:
    assert [text[start:end].strip() for start, end in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("[48] One came.\nTwo went.[49]\n", "lines"),
        ("\n".join(SAMPLE), "lines"),
        ("\n".join(f"[{n}] {line}" for n, line in enumerate([*SAMPLE, "Not all of"])), "lines"),
        ("\n".join(["Notes.", *SAMPLE]), "paragraphs"),
        ("\n".join([*SAMPLE, "He left in May.", "Later she left too."]), "paragraphs"),
        ("\n".join(SAMPLE[:9]), "paragraphs"),
        ("One came.[48]\nTwo went.[49]\n", "paragraphs"),
        ("He was born in 1920. He grew up by the sea.\nIn May he left.", "paragraphs"),
        ("He was born in Rome.\nEarly life.\nHe grew up by the sea with two sisters", "paragraphs"),
        ("A first paragraph is long. " * 60 + "\nA second is not.", "paragraphs"),
        ("A paragraph that goes on. " * 20 + "\nA list\nof three\nshort lines", "paragraphs"),
        ("The works are these:\nA Harbour\nIt sold well.", "paragraphs"),
        ("1914 War begins\n1915 Italy joins\n1918 Armistice\n", "paragraphs"),
        ("June 1961 A wall is built\nNovember 1989: it falls\nThat was all.", "paragraphs"),
        ("He fought from the first of the weeks of\n1918 to its last.", "prose"),
        ("He met with Mr. Smith in the town of\nBerlin and they had a talk.", "prose"),
        ("One came.\n\nTwo went.", "prose"),
        ("Hard wrapped prose that\ngoes on over the line\nand ends here.", "prose"),
        ("One line.", "prose"),
        ("Short.\n" + "x" * 1600 + ".", "paragraphs"),
        ("", "prose"),
    ],
)
def test_what_a_text_is_taken_as(text: str, how: Cut) -> None:
    assert taken_as(text) == how


def test_prose_keeps_headings_as_sections() -> None:
    text = "Lead sentence.\n\n== Events of 2013 ==\n\nIt began.\n\n# Aftermath\n\nIt ended."
    assert [(p.section, p.text) for p in cut(text, "prose")] == [
        ("", "Lead sentence."),
        ("Events of 2013", "It began."),
        ("Aftermath", "It ended."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Origins\nIt is an old town.", [("Origins", "It is an old town.")]),
        ("A.\n\nOrigins\nIt is old.\n\nEnd\nIt fell.",
         [("", "A."), ("Origins", "It is old."), ("End", "It fell.")]),
        ("1. Origins\n\nIt is old.\n\n1815 to 1918\n\nIn 1815 it grew.",
         [("1. Origins", "It is old."), ("1815 to 1918", "In 1815 it grew.")]),
        ("## Origins\nIt is old.", [("Origins", "It is old.")]),
        ("Old.\n\n12\n\nStill old.", [("", "Old."), ("", "12"), ("", "Still old.")]),
        ("Part One\n\nOrigins\n\nIt is old.\n\n== Sources ==",
         [("", "Part One"), ("Origins", "It is old."), ("", "Sources")]),
        ("He went to the town of\nBerlin.\n\nEnd",
         [("", "He went to the town of\nBerlin."), ("", "End")]),
        ("June 1961 A wall is built\n\nNovember 1989: the wall falls\n\nThat was all.",
         [("", "June 1961 A wall is built"), ("", "November 1989: the wall falls"),
          ("", "That was all.")]),
        ("June 1961: wall is built\n\nIt stood.\n\nMay 1989 It opened\n\nThen.\n\n"
         "June 1990 vote\n\nYes.",
         [("", "June 1961: wall is built"), ("", "It stood."), ("", "May 1989 It opened"),
          ("", "Then."), ("June 1990 vote", "Yes.")]),
        ("A town's years\n\n1914: war\n1918: peace\n\nThen quiet.",
         [("A town's years", "1914: war"), ("A town's years", "1918: peace"),
          ("A town's years", "Then quiet.")]),
        ("1914\n\n6 May: Li arrives\n\n9 May: Li leaves\n\n1915\n\n1916\n\nIt ends.",
         [("1914", "6 May: Li arrives"), ("1914", "9 May: Li leaves"), ("1914", "1915"),
          ("1916", "It ends.")]),
        ("1812 campaign\nIn 1812 he crossed the river.\n\n1813 campaign\nIn 1813 he came back.",
         [("1812 campaign", "In 1812 he crossed the river."),
          ("1813 campaign", "In 1813 he came back.")]),
        ("1812 campaign\n\nIn 1812 he crossed the river.\n\n1813 campaign\n\nIn 1813 he fell.",
         [("1812 campaign", "In 1812 he crossed the river."),
          ("1813 campaign", "In 1813 he fell.")]),
        ("1812 campaign\nIn 1812 he crossed the great river with an\narmy. Few came home.\n\nEnd\n"
         "He fell.",
         [("1812 campaign", "In 1812 he crossed the great river with an\narmy. Few came home."),
          ("End", "He fell.")]),
        ("Part I\n1812 campaign\nIn 1812 he crossed the river.\n\nPart II\nEnd\nHe fell.",
         [("", "Part I"), ("1812 campaign", "In 1812 he crossed the river."), ("", "Part II"),
          ("End", "He fell.")]),
        ("How it ended\n" + "He went home in the autumn, and few of them lived. " * 4 + "\n\nEnd\n"
         "He fell.",
         [("How it ended", ("He went home in the autumn, and few of them lived. " * 4).strip()),
          ("End", "He fell.")]),
        ("He met them all\n" + "They went home in the autumn, and few of them lived. " * 4
         + "\n\nEnd",
         [("", ("He met them all\n" + "They went home in the autumn, and few of them lived. " * 4)
           .strip()), ("", "End")]),
        ("1914\n\nWar began.\n\n1915\n\nIn 1915 it went on.",
         [("1914", "War began."), ("1915", "In 1915 it went on.")]),
        ("1970–85: Early life\nHe was born in a town.\n\n1986-present: Rise to the top, and fame"
         "\n\nHe turned to tennis.",
         [("1970–85: Early life", "He was born in a town."),
          ("1986-present: Rise to the top, and fame", "He turned to tennis.")]),
        ("A life.\n\n1990s: Growth\n\nIt grew.\n\n1999: He left it in May\n\nIt fell.",
         [("", "A life."), ("1990s: Growth", "It grew."),
          ("1990s: Growth", "1999: He left it in May"), ("1990s: Growth", "It fell.")]),
        (" Railways \n\nIt has three.\n\n Waterways \n 1,300 km (2008)\nrank: 36\n\n Ports \n 2\n\n"
         " Lines - not paved \n Sonair\n Taag",
         [("Railways", "It has three."), ("Waterways", "1,300 km (2008)\nrank: 36"), ("Ports", "2"),
          ("Lines - not paved", "Sonair\n Taag")]),
        ("He won.\n\nAwards\n  Champion: 1999\n  Player of the Year: 1998",
         [("", "He won."), ("Awards", "Champion: 1999\n  Player of the Year: 1998")]),
        ("He won.\n\n  Alpha\n  Beta\n  Gamma", [("", "He won."), ("", "Alpha\n  Beta\n  Gamma")]),
        ("It lay by the river in \n the north of the \n country. \n\nEnd",
         [("", "It lay by the river in \n the north of the \n country."), ("", "End")]),
        ("Orr, Ira. A History of\n  rain and snow\n  in London",
         [("", "Orr, Ira. A History of\n  rain and snow\n  in London")]),
    ],
)  # fmt: skip
def test_headings_between_blank_lines(text: str, expected: list[tuple[str, str]]) -> None:
    assert taken_as(text) in ("prose", "paragraphs")
    assert [(p.section, p.text) for p in cut(text, taken_as(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was born in Rome.\nEarly life.\nHer school was near the river and its bridge.\n"
         "References.",
         [("", "She was born in Rome."),
          ("Early life", "Her school was near the river and its bridge."),
          ("Early life", "References.")]),
        ("Career.\nIn sport.\nShe ran for the club of the city for years.\nShe won.\nWar came.\n"
         "It was a long one, and few of the club were left.",
         [("", "Career."), ("In sport", "She ran for the club of the city for years."),
          ("In sport", "She won."), ("In sport", "War came."),
          ("In sport", "It was a long one, and few of the club were left.")]),
        ("1. Origins\nIt is an old town.\n2. Decline\nIt fell.",
         [("1. Origins", "It is an old town."), ("2. Decline", "It fell.")]),
        ("Works.\nThe Harbour\nThe Mill\nThe Sea\nReception.\nThey were liked by all who saw them.",
         [("Works", "The Harbour"), ("Works", "The Mill"), ("Works", "The Sea"),
          ("Reception", "They were liked by all who saw them.")]),
        ("1812 campaign\nIn 1812 he crossed the river.\n1813 campaign\nIn 1813 he came back.",
         [("1812 campaign", "In 1812 he crossed the river."),
          ("1813 campaign", "In 1813 he came back.")]),
        ("1914 War\n1915: Italy joins it as well.\n1916 Verdun\n1917: America joins it too.",
         [("", "1914 War"), ("", "1915: Italy joins it as well."), ("", "1916 Verdun"),
          ("", "1917: America joins it too.")]),
        ("1914\nWar begins\n1915\nIt goes on", [("1914", "War begins"), ("1915", "It goes on")]),
        ("- 5 May: Li arrives\n- 6 May: Li leaves",
         [("", "- 5 May: Li arrives"), ("", "- 6 May: Li leaves")]),
    ],
)  # fmt: skip
def test_headings_among_lines_that_are_paragraphs(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert taken_as(text) == "paragraphs"
    assert [(p.section, p.text) for p in cut(text, "paragraphs")] == expected


def test_a_paragraph_on_a_line_is_cut_into_few_sentences() -> None:
    line = "This sentence has about forty characters. " * 30
    passages = list(cut(f"{line}\n{line}", "paragraphs"))
    assert len(passages) == 6
    assert all(len(passage.text) <= LENGTH for passage in passages)


def test_passages_of_prose_are_a_few_sentences() -> None:
    text = "This sentence has about forty characters. " * 60
    passages = [passage.text for passage in cut(text, "prose")]
    assert len(passages) > 3
    assert all(len(passage) <= LENGTH for passage in passages)
    assert all(passage.endswith("characters.") for passage in passages)


def test_a_very_long_text_is_cut_in_one_pass() -> None:
    text = "A sentence of some words.[48] " * 40_000
    assert sum(1 for _ in cut(text, "prose")) > 1000
