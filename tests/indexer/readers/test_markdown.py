"""Markdown: footnotes by their names, pandoc's citations, the head, text without markup."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit.indexer.problems import UnreadableSeed
from loccit.indexer.readers.content import Content, Metadata
from loccit.indexer.readers.markdown import reader as markdown
from tests.indexer.readers.building import HERE


def read(text: str) -> Content:
    (content,) = markdown.read(HERE, text.encode())
    return content


def marks(content: Content) -> list[tuple[str, list[str]]]:
    return [
        (block.text[mark.start : mark.end], [content.notes[at].text for at in mark.notes])
        for block in content.blocks
        for mark in block.marks
    ]


CSL = (
    "---\nreferences:\n- id: lee2003\n  title: Hama\n  author:\n  - family: Lee\n    given: A.\n"
    "  issued: 2003\n---\n"
)
NOTED = {
    "a footnote": ("It fell.[^1]\n\n[^1]: Munro 2011.", [("[1]", ["Munro 2011."])]),
    "by name": (
        "It fell.[^core] Then.[^core]\n\n[^core]: Munro [2011](http://a.org).",
        [("[core]", ["Munro [2011](http://a.org)."])] * 2,
    ),
    "of several paragraphs": (
        "It fell.[^1]\n\n[^1]: Munro\n    2011.\n\n    And Lee.\n\nThen.",
        [("[1]", ["Munro 2011. And Lee."])],
    ),
    "in the text itself": (
        "It fell.^[Munro *2011*.] Then.[^1]\n\n[^1]: Lee.",
        [("[2]", ["Munro *2011*."]), ("[1]", ["Lee."])],
    ),
    "in a table": (
        "| a | b |\n|---|---|\n| 1 | 2[^n] |\n\n[^n]: Lee.",
        [("[n]", ["Lee."])],
    ),
    "told nowhere": ("It fell.[^gone]", []),
    "pandoc's citations": (
        f"{CSL}It fell [see @lee2003, p. 3; @munro], as @lee2003 says [-@lee2003].",
        [
            ("[see @lee2003, p. 3; @munro]", ["Lee, A. (2003). Hama."]),
            ("@lee2003", ["Lee, A. (2003). Hama."]),
            ("[-@lee2003]", ["Lee, A. (2003). Hama."]),
        ],
    ),
    "a bibliography beside the file": (
        "---\nbibliography: a.bib\n---\nAs @lee says.", [("@lee", [])]
    ),
    "no citations": ("Ask @lee or a@b.org, [mail](mailto:a@b.org).", []),
    "code": ("`[^1]` and `[@lee]`\n\n[^1]: Lee.", []),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTED)
def test_marks_lead_to_notes(name: str) -> None:
    text, wanted = NOTED[name]
    assert marks(read(text)) == wanted


def test_a_note_without_a_mark_is_kept() -> None:
    (note,) = read("It fell.\n\n[^spare]: Lee, <http://a.org>.").notes
    assert (note.label, note.number, note.address) == ("spare", None, "http://a.org")


def test_blocks_have_their_kinds() -> None:
    text = (
        "# Siege\n\nIt *fell* in\n`spring` &amp; [then](http://a.org).\n\n## Spring\n\n"
        "- One\n- Two\n  1. Three\n\n> Quoted\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n```py\nx = 1\n```\n\n"
        "When Hama  \nfell  \nin spring\n\n<div>In <b>it</b><!-- no --></div>\n\nTerm\n: Said\n"
    )
    assert [(each.kind, each.text, each.level) for each in read(text).blocks] == [
        ("heading", "Siege", 1),
        ("paragraph", "It fell in spring & then.", 0),
        ("heading", "Spring", 2),
        ("line", "One", 0),
        ("line", "Two", 0),
        ("line", "Three", 0),
        ("paragraph", "Quoted", 0),
        ("table", "a\tb\n1\t2", 0),
        ("paragraph", "x = 1", 0),
        ("verse", "When Hama\nfell\nin spring", 0),
        ("paragraph", "In it", 0),
        ("paragraph", "Term", 0),
        ("paragraph", "Said", 0),
    ]


HEADS = {
    "---\ntitle: Hama\nauthor: A. Lee\ndate: 2020-01-02\nlang: en-GB\n---\n": Metadata(
        "Hama", ("A. Lee",), "2020-01-02", "en-GB"
    ),
    "---\ntitle: Hama\nauthor:\n- A. Lee:\n    institute: x\n- name: B\n...\n": Metadata(
        "Hama", ("A. Lee", "B")
    ),
    '+++\ntitle = "Hama"\ndate = 2020-01-02\nurl = "http://a.org"\n+++\n': Metadata(
        "Hama", (), "2020-01-02", "", "http://a.org"
    ),
    "# Hama *and* Homs\n\n": Metadata("Hama and Homs"),
    "": Metadata(),
}


@pytest.mark.parametrize("head", HEADS)
def test_the_head_says_what_the_document_is(head: str) -> None:
    content = read(f"{head}It fell.")
    assert content.metadata == HEADS[head]
    assert content.blocks[-1].text == "It fell."
    assert content.warnings == ()


BROKEN = (
    "---\ntitle: [\n---\n",
    "---\na: &a [1]\nb: *a\n---\n",
    "---\na: !!python/object/apply:os.system [ls]\n---\n",
    "+++\ntitle =\n+++\n",
)


@pytest.mark.parametrize("head", BROKEN)
def test_a_head_that_cannot_be_read_is_left_out_with_a_warning(head: str) -> None:
    content = read(f"{head}It fell.")
    assert [each.text for each in content.blocks] == ["It fell."]
    assert content.warnings == ("Its head can't be read, and was left out",)


@pytest.mark.parametrize("sign", ["> ", "- ", "* 1. "])
def test_what_is_nested_too_deep_is_refused(sign: str) -> None:
    with pytest.raises(UnreadableSeed, match="inside each other"):
        read(sign * 50_000 + "deep")


def test_what_is_too_deep_within_a_block_stays_as_it_is_written() -> None:
    assert read("It fell " + "[" * 5_000).blocks[0].text.startswith("It fell [[")


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(UnreadableSeed, match="no text in it"):
        read("---\ntitle: Hama\n---\n<!-- nothing -->")


PIECES = st.sampled_from(
    [
        *"[^1] [^1]: ^[ ] [@a] @b > - 1. # | |---| ``` ` * ** [ ]( ) <b> <!-- -->".split(),
        *"--- +++ word : \\".split(),
        *("\n", "\n\n", "    ", " "),
    ]
)


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES, max_size=40))
def test_any_text_is_read_or_refused(pieces: list[str]) -> None:
    try:
        content = read("".join(pieces))
    except UnreadableSeed:
        return
    for block in content.blocks:
        assert block.text.strip()
        for mark in block.marks:
            assert 0 <= mark.start < mark.end <= len(block.text)
            assert all(at < len(content.notes) for at in mark.notes)
