"""A list of names finds by prefix what a loop over all of them finds."""

from hypothesis import given
from hypothesis import strategies as st

from loccit.engines import analysis
from loccit.engines.name_list import NameList
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
    forms = (name.name, *(form.form for form in name.forms))
    return any(analysis.fold(form).startswith(analysis.fold(prefix)) for form in forms)


@given(NAMES, LETTERS, st.integers(0, 5))
def test_a_prefix_finds_the_names_with_a_form_that_begins_so(
    names: list[Name], prefix: str, most: int
) -> None:
    found = NameList(names).beginning(prefix)
    assert list(found) == [name for name in names if begins(name, prefix)]
    ranked = sorted(found, key=lambda n: (-sum(f.count for f in n.forms), n.name, n.type))
    assert list(NameList(names).most(prefix, most)) == ranked[:most]
