"""Years that words seem to give and don't: tens of a scale, titles, yearly days, looks back."""

import pytest

from tests.mentions.test_dates import found, read


@pytest.mark.parametrize(
    "text",
    [
        "Her kick serve is in the mid-80s range.",
        "His first serve was in the 70s mph.",
        "It rose into the mid-80s °F.",
        "Temperatures reach into the 90s.",
        "He was clocked in the mid-90s.",
        "with highs in the nineties",
        "Approval stayed in the 70s percent.",
        "It was in the 80s to 90s degrees.",
        "They scored in the 80s",
    ],
)
def test_tens_of_a_scale_are_no_decade(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In the mid-80s he moved to Rome.", "198X"),
        ("Temperatures have risen since the 80s.", "198X"),
        ("He served, and in the 80s he left.", "198X"),
        ("speeds in the '90s", "199X"),
        ("It was scored in the 70s by a friend.", "197X"),
        ("It scored a hit in the 80s.", "198X"),
        ("The highs and lows of the 80s made him.", "198X"),
        ("Ratings of the 80s were lower.", "198X"),
        ("the 1860s and 70s percent", "186X"),
    ],
)
def test_tens_of_years_still_are(text: str, value: str) -> None:
    assert next(value for _, value, _ in read(text)) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by the end of the year 2012", [("the end of the year 2012", "2012-09-01", "2012-12-31")]),
        ("early in the year 2012 it", [("early in the year 2012", "2012-01-01", "2012-04-30")]),
        ("the first half of the year 1990",
         [("the first half of the year 1990", "1990-01-01", "1990-06-30")]),
        ("in May of the year 1990", [("May of the year 1990", "1990-05-01", "1990-05-31")]),
        ("on 6 May of the year 1990", [("6 May of the year 1990", "1990-05-06", "1990-05-06")]),
        ("the spring of the year 1990", [("the spring of the year 1990", "1990-03-01",
         "1990-05-31")]),
        ("later in the year 2012 it", [("2012", "2012-01-01", "2012-12-31")]),
        ("in the following year 2012 it", [("2012", "2012-01-01", "2012-12-31")]),
        ("in the early 1800s", [("the early 1800s", "1800-01-01", "1833-12-31")]),
        ("in the mid-1800s", [("the mid-1800s", "1834-01-01", "1866-12-31")]),
        ("in the late 1800s", [("the late 1800s", "1867-01-01", "1899-12-31")]),
        ("the early 19th century", [("the early 19th century", "1800-01-01", "1833-12-31")]),
        ("in the early 1980s", [("the early 1980s", "1980-01-01", "1983-12-31")]),
        ("in the mid-1980s", [("the mid-1980s", "1984-01-01", "1986-12-31")]),
        ("in the late 1980s", [("the late 1980s", "1987-01-01", "1989-12-31")]),
        ("the second half of the 1980s", [("the second half of the 1980s", "1985-01-01",
         "1989-12-31")]),
    ],
)  # fmt: skip
def test_the_words_of_one_date_are_one(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(words, *(days or ())) for words, _, days in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "He had a part in Night of January 16th that year.",
        "The play Night of January 16th opened.",
        "He directed Born on the Fourth of July.",
        "1932 Red Pawn; 1934 Night of January 16th; 1936 The Fifth of November",
        "He starred in The Fifth of November.",
        'He wrote "The Fourth of July" and left.',
        "He wrote *Waiting for May 5* and left.",
    ],
)
def test_a_title_has_no_year_of_the_story(text: str) -> None:
    assert all("-" not in date.value for date in found("In 1934 he came. " + text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They came on the night of January 16th.", "1934-01-16"),
        ('He saw "Friends" on 5 May and "Cheers" on Monday.', "1934-05-05"),
        ('He said "The council met on 5 May" and left.', "1934-05-05"),
        ("The government left Nanjing on April 23 for Canton.", "1934-04-23"),
        ("The Fifth of November was cold.", "1934-11-05"),
        ("The Day of the Navy was marked on 2 August.", "1934-08-02"),
        ("It went so well that he declared 2 August a public holiday.", "1934-08-02"),
        ("The film was shown at the Film Festival on 2 August.", "1934-08-02"),
    ],
)
def test_what_only_looks_like_a_title_or_a_yearly_day(text: str, value: str) -> None:
    assert value in [date.value for date in found("In 1934 he came.", text)]


@pytest.mark.parametrize(
    "text",
    [
        "2 August is celebrated as Airmobile Forces Day.",
        "The Day of the Paratroopers, marked on 2 August, is popular.",
        "Its Day is on 2 August.",
        "The 2nd of August is now considered the birthday of the force.",
        "A decree proclaimed 2 August to be the professional holiday of cinema.",
        "The festival is now held on 2 August.",
        "It was declared, and 2 August is its Independence Day.",
    ],
)
def test_a_day_that_is_kept_every_year_has_none(text: str) -> None:
    *_, date = found("In 1930 it was founded.", text)
    assert (date.value, date.reading, date.interval) == ("XXXX-08-02", "recurring", None)


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("They took part in both the February and October revolutions.", "1910s"),
        ("They took part in both February and October revolutions.", "Events of 1921"),
        ("It followed the October revolution.", "Events of 1921"),
        ("It followed the June and July uprisings.", "Events of 1921"),
        ("In May they left.", "Growth in the 1910s"),
        ("In May they left.", "From 1905 to the early 1920s"),
    ],
)
def test_neither_a_decade_nor_the_year_of_a_heading_dates_these(text: str, section: str) -> None:
    assert all(date.interval is None for date in found(text, sections=(section,)))


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (["On June 30, 1776, he wrote. It fell the preceding year.", "On December 7 he left."],
         "1776-12-07"),
        (["On June 30, 1776, he wrote.", *["They walked."] * 8,
          "On December 25 they crossed. On January 3, 1777, they won."], "1776-12-25"),
        (["On June 30, 1776, he wrote.", *["They walked."] * 8, "On December 25 they crossed.",
          "On January 3, 1777, they won."], "1776-12-25"),
        (["In 1775 he wrote.", "In December they crossed. In January 1777 they won."], "XXXX-12"),
        (["In 1775 he wrote.", "In December they crossed. In May 1777 they won."], "1775-12"),
        (["In 1776 he wrote.", "In December they crossed. In January 1777 they won."], "1776-12"),
    ],
)  # fmt: skip
def test_a_full_date_after_new_year_weighs_with_the_story(texts: list[str], value: str) -> None:
    assert value in [date.value for date in found(*texts)]
