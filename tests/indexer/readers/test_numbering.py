"""Numbers of notes are unique whatever is printed."""

from hypothesis import given
from hypothesis import strategies as st

from loccit.indexer.readers.numbering import Found, numbered

LABELS = st.lists(st.sampled_from(["1", "2", "3", "4", "9", "2011", "*", "i", "core", ""]))


@given(LABELS)
def test_no_two_notes_share_a_number(labels: list[str]) -> None:
    notes = numbered([Found(label, "text") for label in labels])
    numbers = [note.number for note in notes if note.number is not None]
    assert len(numbers) == len(set(numbers))
    assert [note.label for note in notes] == labels


def test_a_later_series_goes_on_behind_all_before() -> None:
    labels = ["1", "2", "3", "1", "2"]
    notes = numbered([Found(label, "", f"Chapter {at > 2}") for at, label in enumerate(labels)])
    assert [note.number for note in notes] == [1, 2, 3, 4, 5]
    assert [note.series for note in notes] == ["Chapter False"] * 3 + ["Chapter True"] * 2


def test_years_are_no_numbers() -> None:
    assert [note.number for note in numbered([Found("2008", ""), Found("2014", "")])] == [
        None,
        None,
    ]
