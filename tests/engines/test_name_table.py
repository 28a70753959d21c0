"""A table of names finds by prefix what a loop over all of them finds."""

from hypothesis import given
from hypothesis import strategies as st

from loccit.engines import analysis
from loccit.engines.name_table import NameTable
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
    ranked = sorted(beginning, key=lambda name: (-name.mentions, name.name, name.type))
    assert list(table.most(prefix, most)) == ranked[:most]


@given(NAMES, LETTERS)
def test_a_form_finds_the_names_that_have_it(names: list[Name], form: str) -> None:
    folded = analysis.fold(form)
    having = [n for n in names if any(analysis.fold(each) == folded for each in n.spellings)]
    table = NameTable(names)
    assert list(table.having(form, 99)) == having
    assert list(table.having(form, 1)) == having[:1]
    assert all(table.of(name.type, name.name) == name for name in names)
