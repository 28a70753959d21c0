"""Bounds: whenever they are given, the date can lie in them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.model import calendar
from loccit.model.as_json import mention
from loccit.model.mentions import Context, Date
from tests.mentions.test_dates import found

_DAY = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?\Z|XXXX-XX-(?P<only>\d\d)\Z")
_FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}


@pytest.mark.parametrize(
    ("texts", "bounds"),
    [
        (["In November 1776.", "It ended on October 17.", "On September 11, 1777."],
         ["1776-11-01", None]),
        (["On 6 November 1860.", "He took office the next March.", "On December 20, 1860."],
         ["1860-11-06", None]),
        (["In January 2016.", "On 19 August.", "On 24 August 2017."], ["2016-01-01", "2017-08-24"]),
        (["In June 2016.", "On 19 April.", "On 24 August 2016."], ["2016-06-01", None]),
        (["In June 2016.", "It was on the 31st.", "On 20 July 2016."], ["2016-06-01", None]),
    ],
)  # fmt: skip
def test_bounds_hold_a_day_that_the_date_can_be(texts: list[str], bounds: list[str | None]) -> None:
    given_ones = [
        mention(date, text)["bounds"]
        for text in texts
        for date in found(*texts, context=Context(contiguous=False))
        if date.bounds
    ]
    assert bounds in given_ones


def can_lie(date: Date) -> bool:
    """Whether some day of the date's month, day or season lies in its bounds."""
    assert date.bounds is not None
    first, last = date.bounds.first, date.bounds.last
    match = _DAY.match(date.value)
    if match is None:
        return first is None or last is None or first <= last
    first = first if first is not None else (last or 0) - 15_000
    last = last if last is not None else first + 15_000
    return any(is_day(match, *calendar.civil(day)[1:]) for day in range(first, last + 1))


def is_day(match: re.Match[str], month: int, day: int) -> bool:
    if match["only"]:
        return day == int(match["only"])
    asked = int(match["month"])
    begins = _FIRST_MONTHS.get(asked)
    if begins is not None:
        return (month - begins) % 12 < 3
    return month == asked and (match["day"] is None or day == int(match["day"]))


WORDS = st.lists(
    st.sampled_from(
        "On|In|on|in|the|early|late|6|31|29|2012|1999|1776|1777|May|October|March|February|June"
        "|17 October|29 February|6 May 2012|November 1776|11 September 1777|the next March|that day"
        "|the following year|Monday|on Monday|Monday 6 May|on the 31st|winter|the spring|–|and|to"
        "|until|since|.|,|They left.|the previous year|two weeks later|(2005)|December|January"
        "|January 3, 1777|the end of the year|1912 invasion".split("|")
    ),
    max_size=14,
).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=5), st.booleans())
def test_bounds_of_any_text_hold_a_day_that_the_date_can_be(
    texts: list[str], contiguous: bool
) -> None:
    for date in found(*texts, context=Context(contiguous=contiguous)):
        for each in date.parts or (date,):
            assert each.bounds is None or can_lie(each)
