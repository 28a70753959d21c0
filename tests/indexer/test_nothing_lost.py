"""Each word of a text finds its document, wherever in the text it stands."""

import tempfile
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.accuracy_words import indexed, lost
from bench.made_documents import SCRIPTS, Made, document, words
from loccit.engines.deadline import NEVER
from loccit.search.searcher import every

ENGINES = ["memory", "whoosh"]
DIVIDED = [script for script in SCRIPTS if script != "Han"]


@st.composite
def some_documents(draw: st.DrawFn) -> dict[str, Made]:
    random = Random(draw(st.integers(0, 10**9)))
    vocabulary = words(draw(st.sampled_from(DIVIDED)), 40, random)
    return {f"d{n}": document(vocabulary, random) for n in range(draw(st.integers(1, 4)))}


@pytest.mark.parametrize("engine", ["memory", pytest.param("whoosh", marks=pytest.mark.slow)])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=some_documents())
def test_every_word_of_random_documents_finds_them(engine: str, made: dict[str, Made]) -> None:
    with tempfile.TemporaryDirectory() as place, closing(indexed(Path(place), made, engine)) as one:
        assert lost(one, made) == []


LOST = (
    ("one line without a full stop", "Zebra sighted near Aleppo", "zebra sighted"),
    ("one word", "zebra", "zebra"),
    ("a list with blank lines between", "Names\n\nMaria\n\nZebra Rossi\n\nAhmed",
     "names zebra ahmed"),
    ("bullets", "- one\n- zebra\n\n* lion", "zebra lion"),
    ("prose numbered under Notes", "It began.\n\n# Notes\n\n1. A zebra came.\n2. A lion sat.\n",
     "zebra lion"),
    ("prose numbered under References", "It was.\n\n## References\n\n1. A zebra came.\n", "zebra"),
    ("a reference that is cited", "It was.[1]\n\n## References\n1. Zebra, A. (2011). Lions.\n",
     "zebra lions references"),
    ("a reference that nobody cites", "It was.[1]\n\n## References\n1. A\n2. Zebra\n", "zebra"),
    ("an entry of another kind", "It was.[1]\n\n## References\n1. A\n- zebra\n2. B\n", "zebra"),
    ("a number listed twice", "It was.[1]\n\n## References\n1. A\n1. zebra\n", "zebra"),
    ("a field that a template doesn't show", "It was.[1]\n\n## References\n1. {{foo|x=zebra}}\n",
     "zebra"),
    ("a list of references alone", "# References\n1. zebra\n2. lion\n", "zebra lion references"),
    ("prose behind references", "It was.[1]\n\n## References\n1. A\n\nZebra\n\nA lion sat.\n",
     "zebra lion"),
    ("a footnote that nobody asks for", "It was.\n\n[^1]: A zebra\n    lion\n", "zebra lion"),
    ("a footnote's label", "It was.[^zebra]\n\n[^zebra]: A map.\n", "zebra map"),
    ("headings without text", "# Zebra\n\n## Lion\n\n# Tiger", "zebra lion tiger"),
    ("a heading at the end", "It was.\n\n== Zebra ==", "zebra"),
    ("a chronology", "1914 Zebra arrives\n1915 Lion leaves\n\nMay 1916: peace", "zebra lion peace"),
    ("front matter", "---\ntitle: Zebra\ntags: [lion]\n---\n\nIt was.", "zebra tags lion"),
    ("a table", "| zebra | lion |\n|---|---|\n| tiger | 3 |", "zebra lion tiger"),
    ("code", "```\nzebra = lion[1]\n```", "zebra lion"),
)  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("engine", ENGINES)
def test_what_was_lost_before_is_found(tmp_path: Path, engine: str, end: str) -> None:
    made = {
        f"d{n}": Made(text.replace("\n", end), "", frozenset(found.split()))
        for n, (_, text, found) in enumerate(LOST)
    }
    with closing(indexed(tmp_path, made, engine)) as opened:
        misses = lost(opened, made)
    assert [(LOST[int(id[1:])][0], word) for id, word in misses] == []


def test_words_of_a_source_find_what_cites_it_where_the_text_has_none(tmp_path: Path) -> None:
    listed = "## References\n1. A zebra.\n2. A lion.\n"
    made = {
        "a": Made(f"The town fell.[1]\n\nIt was long ago.[2]\n\n{listed}", "", frozenset()),
        "b": Made(f"The zebra fell.\n\nIt was long ago.[1][2]\n\n{listed}", "", frozenset()),
    }
    with closing(indexed(tmp_path, made)) as opened:
        found = {
            word: [str(hit.address) for hit in every(opened, word, NEVER)]
            for word in ("zebra", "lion")
        }
    assert found["zebra"] == ["b#1", "a#1"]
    assert sorted(found["lion"]) == ["a#2", "b#2"]
