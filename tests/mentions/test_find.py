"""Finding as a whole, and the seed: every date right, nothing overlapping."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from loccit.mentions import citations
from loccit.mentions.find import find
from loccit.mentions.masking import blank, mask
from loccit.model import calendar
from loccit.model.mentions import Citation, Context, Date, Stretch

SEED = Path(__file__).parents[2] / "seeds" / "syrian-civil-war.txt"

SETTLED = {
    8: ["2015-07"], 9: ["2015-09-30"], 10: ["2015-10-07", "2015-10-07"], 11: ["2015-10"],
    12: ["2015-11-19"], 13: ["2016-01-12"], 15: ["2016-08-19"], 16: ["2016-08-24"],
    23: ["2019-01-09"], 24: ["2019-01-10"], 25: ["2019-05-06"], 26: ["2019"], 28: ["2019-10-26"],
    29: ["2019-12"],
}  # fmt: skip
OPEN = {1: ["XXXX-10"], 4: ["XXXX-03-16"], 7: ["XXXX-06"], 18: ["XXXX-XX-XX"]}
"""By line: the years that the thirty lines settle, and those that they leave open."""


def test_every_date_of_the_seed_is_found_and_no_year_is_made_up() -> None:
    lines = SEED.read_text(encoding="utf-8").splitlines()
    stretches = [Stretch(f"seed#{n}", line) for n, line in enumerate(lines, start=1)]
    mentions = find(stretches, Context("Syrian civil war", contiguous=False))
    dates = {
        line: [m.value for m in each if isinstance(m, Date)]
        for line, each in enumerate(mentions, start=1)
    }
    assert {line: values for line, values in dates.items() if values} == SETTLED | OPEN


def test_the_seeds_opening_markers_belong_to_the_sentence_before() -> None:
    lines = SEED.read_text(encoding="utf-8").splitlines()
    opening = [
        line
        for line in lines
        if any(isinstance(m, Citation) and m.role == "before" for m in citations.find(line))
    ]
    assert (len(lines), len(opening)) == (30, 24)


@given(st.text(alphabet="a []12,’–\u00a0") | st.text())
def test_the_masked_copy_maps_back(text: str) -> None:
    masked = mask(text, citations.markers(text))
    assert len(masked.text) == len(masked.offsets)
    for at, character in enumerate(masked.text):
        start, end = masked.span(at, at + 1)
        original = text[start:end]
        assert len(original) == 1
        assert original == character or character in "'\"-– "
    assert len(blank(text, citations.markers(text))) == len(text)


@given(st.integers(calendar.day(-9999), calendar.day(9999, 12, 31)))
def test_a_day_comes_back_from_its_number(day: int) -> None:
    assert calendar.day(*calendar.civil(day)) == day
    assert calendar.from_iso(calendar.iso(day)) == day
