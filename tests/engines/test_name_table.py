"""Tables of names and titles find what a loop over all of them finds."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from loccit.engines import analysis
from loccit.engines.name_table import NameTable
from loccit.engines.title_table import TitleTable
from loccit.model.documents import Document
from loccit.model.mentions import EntityType
from loccit.model.names import Form, Name

LETTERS = st.text(alphabet="abÉéß-' ", max_size=4)
NAMES = st.lists(
    st.builds(
        Name,
        LETTERS,
        st.sampled_from(["person", "place"]),
        st.lists(st.builds(Form, LETTERS, st.integers(1, 9)), max_size=3).map(tuple),
    ),
    max_size=12,
    unique_by=lambda name: (name.name, name.type),
)


def tails(text: str) -> list[str]:
    whole = " ".join(analysis.fold(text).split())
    starts = [
        at for at in range(len(whole)) if whole[at].isalnum() and not whole[:at][-1:].isalnum()
    ]
    return [whole, *(whole[at:] for at in starts)]


def begins_at_a_word(text: str, begun: str) -> bool:
    asked = " ".join(analysis.fold(begun).split())
    return any(tail.startswith(asked) for tail in tails(text))


def nearly_begins(text: str, begun: str) -> bool:
    """By trying every beginning of every tail."""
    asked = " ".join(analysis.fold(begun).split())
    return any(
        OSA.distance(asked, tail[:end]) <= 1 for tail in tails(text) for end in range(len(tail) + 1)
    )


def begins(name: Name, prefix: str) -> bool:
    return any(analysis.fold(f).startswith(analysis.fold(prefix)) for f in name.spellings)


@given(NAMES, LETTERS, st.integers(0, 5))
def test_a_prefix_finds_the_names_with_a_form_that_begins_so(
    names: list[Name], prefix: str, most: int
) -> None:
    table = NameTable(names)
    beginning = [name for name in names if begins(name, prefix)]
    every = table.beginning(prefix, 0, 99)
    assert (list(every.names), every.total) == (beginning, len(beginning))
    assert list(table.beginning(prefix, 1, most).names) == beginning[1 : 1 + most]


@given(NAMES, LETTERS, st.integers(0, 5), st.sampled_from([(), ("place",), ("event", "person")]))
def test_what_a_word_begins_with_finds_the_names_that_have_it(
    names: list[Name], begun: str, most: int, types: tuple[EntityType, ...]
) -> None:
    table = NameTable(names)
    ranked = sorted(names, key=lambda name: (-name.mentions, name.name, name.type))
    held = [name for name in ranked if not types or name.type in types]
    exact = [name for name in held if any(begins_at_a_word(f, begun) for f in name.spellings)]
    assert list(table.most(begun, most, types)) == exact[:most]
    near = [name for name in held if any(nearly_begins(f, begun) for f in name.spellings)]
    assert list(table.most(begun, most, types, nearly=True)) == near[:most]


@given(st.lists(st.tuples(LETTERS, LETTERS), max_size=9, unique_by=lambda each: each[0]), LETTERS)
def test_titles_and_ids_are_found_likewise(held: list[tuple[str, str]], begun: str) -> None:
    documents = [Document(id, title) for id, title in held]
    passages = {document.id: len(document.title) for document in documents}
    ranked = sorted(documents, key=lambda each: (-passages[each.id], each.id))
    found = [
        each
        for each in ranked
        if begins_at_a_word(each.title, begun) or begins_at_a_word(each.id, begun)
    ]
    assert list(TitleTable(documents, passages).most(begun, 4)) == found[:4]


@given(NAMES, LETTERS)
def test_a_form_finds_the_names_that_have_it(names: list[Name], form: str) -> None:
    folded = analysis.fold(form)
    having = [n for n in names if any(analysis.fold(each) == folded for each in n.spellings)]
    table = NameTable(names)
    assert list(table.having(form, 99)) == having
    assert list(table.having(form, 1)) == having[:1]
    assert all(table.of(name.type, name.name) == name for name in names)
