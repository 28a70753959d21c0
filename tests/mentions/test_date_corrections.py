"""The reader's own corrections win over what was read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.mentions import citations, dates
from loccit.mentions.dates.corrections import BadCorrection, Correction, correct
from loccit.mentions.masking import mask
from loccit.model.mentions import Context, Date, Stretch

TEXT = "On 6 May[4] 2012 it began; the summer of the revolt followed, on 19 August."


def found(text: str) -> tuple[Date, ...]:
    return dates.find([Stretch("d#1", text)], [mask(text, citations.markers(text))], Context())[0]


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("19 August", "2013-08-19", ["2012-05-06", "2013-08-19"]),
        ("19 August", "not a date", ["2012-05-06"]),
        ("6 May 2012", "2012-06-06", ["2012-06-06", "2012-08-19"]),
        ("6  May\n2012", "May 2012", ["2012-05", "2012-08-19"]),
        (
            "the summer of the revolt",
            "2012-06/2012-07",
            ["2012-05-06", "2012-06/2012-07", "2012-08-19"],
        ),
        ("August", "XXXX-09", ["2012-05-06", "XXXX-09"]),
        ("August 1", "2013", ["2012-05-06", "2012-08-19"]),
    ],
)
def test_a_correction_wins(words: str, value: str, expected: list[str]) -> None:
    corrected, _ = correct(TEXT, found(TEXT), [Correction(words, value)])
    assert [date.value for date in corrected] == expected


def test_a_corrected_date_says_so_and_stands_on_its_words() -> None:
    corrected, used = correct(TEXT, found(TEXT), [Correction("19 August", "2013-08-19")])
    date = corrected[-1]
    assert TEXT[date.start : date.end] == "19 August"
    assert (date.reading, date.evidence[0].kind) == ("inferred", "correction")
    assert used == {Correction("19 August", "2013-08-19")}


def test_what_matches_nothing_is_told_apart() -> None:
    assert correct(TEXT, (), [Correction("ugust", "2012")]) == ((), frozenset())


@pytest.mark.parametrize("value", ["", "soon", "2012-13", "2013/2012", "2012/"])
def test_a_value_that_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(BadCorrection):
        Correction("19 August", value)


@given(st.text(), st.text(alphabet="ab 1[].", min_size=1))
def test_any_words_leave_dates_in_order_and_inside(text: str, words: str) -> None:
    if not words.strip():
        return
    corrected, _ = correct(text, found(text), [Correction(words, "2012")])
    at = 0
    for date in corrected:
        assert at <= date.start < date.end <= len(text)
        at = date.end
