"""Each form of the query language, a row: what was typed and the tree it is read as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engines.query import And, Between, Everything, Has, Not, Or, Phrase, Query, Term
from engines.schema import Form, Name
from search.query_parser import MOST_CHARACTERS, MOST_PARTS, parse

NAMES = (
    Name("Islamic State", "organisation", (Form("ISIL", 3), Form("ISIS", 1))),
    Name("Idlib", "place", (Form("Idlib", 2),)),
    Name("Georgia", "place", (Form("Georgia", 1),)),
    Name("Georgia", "person", (Form("Georgia", 1),)),
)


def names(prefix: str) -> tuple[Name, ...]:
    return NAMES


RAID, TURKEY = Term("terms", "raid"), Term("terms", "turkey")


@pytest.mark.parametrize(
    ("typed", "query", "filters"),
    [
        ("", Everything(), ()),
        ("   ", Everything(), ()),
        ("raids", RAID, ()),
        ("raid turkey", And((RAID, TURKEY)), ()),
        ("raid OR turkey", Or((RAID, TURKEY)), ()),
        ("raid | turkey", Or((RAID, TURKEY)), ()),
        ("raid or", And((RAID, Term("terms", "or"))), ()),
        ('"air strikes"', Phrase("terms", ("air", "strike")), ()),
        ("al-Assad", Phrase("terms", ("al", "assad")), ()),
        ("-raid", Everything(), (("not", Not(RAID)),)),
        ('-"air strikes"', Everything(), (("not", Not(Phrase("terms", ("air", "strike")))),)),
        ("cite:48", Everything(), (("cite", Between("cite", 48, 48)),)),
        ("cite:40..60", Everything(), (("cite", Between("cite", 40, 60)),)),
        ("cite:40..", Everything(), (("cite", Between("cite", 40, None)),)),
        ("cite:..60", Everything(), (("cite", Between("cite", None, 60)),)),
        ("cite:none", Everything(), (("cite", Between("cites", 0, 0)),)),
        ("cite:any", Everything(), (("cite", Between("cites", 1, None)),)),
        ("-cite:48", Everything(), (("not", Not(Between("cite", 48, 48))),)),
        ("raid doc:wars/one", RAID, (("document", Has("document", "wars/one")),)),
        ("org:isis", Everything(), (("organisation", Has("organisation", "Islamic State")),)),
        ('person:"No One"', Everything(), (("person", Has("person", "No One")),)),
        ("place:Idlib", Everything(), (("place", Has("place", "Idlib")),)),
        (
            "entity:georgia",
            Everything(),
            (("entity", Or((Has("place", "Georgia"), Has("person", "Georgia")))),),
        ),
        (
            "place:Idlib OR place:Homs",
            Everything(),
            (("place", Or((Has("place", "Idlib"), Has("place", "Homs")))),),
        ),
        ("raid OR place:Idlib", Or((RAID, Has("place", "Idlib"))), ()),
        ("date:none", Everything(), (("date", Has("when", "none")),)),
        ("date:october", Everything(), (("date", Has("date", "XXXX-10")),)),
    ],
    ids=repr,
)
def test_reads(typed: str, query: Query, filters: tuple[tuple[str, Query], ...]) -> None:
    parsed = parse(typed, names)
    assert (parsed.query, parsed.filters, parsed.problems) == (query, filters, ())


@pytest.mark.parametrize(
    ("typed", "start", "end", "word"),
    [
        ("raid cite:4x8", 5, 13, "citation number"),
        ("cite:60..40", 0, 11, "backwards"),
        ("cite: raid", 0, 5, "nothing stands after"),
        ("date:yesteryear", 0, 15, "is not a date"),
        ("date:2012-13", 0, 12, "is not a date"),
        ("date:..", 0, 7, "is not a date"),
        ("judge:Holmes", 0, 12, "no field"),
        ('raid "air', 5, 9, "not closed"),
        ("OR", 0, 2, "either side"),
        ("raid OR", 5, 7, "either side"),
        ("raid OR OR turkey", 8, 10, "either side"),
        ("raid !!!", 5, 8, "no letter or digit"),
        ("-", 0, 1, "no letter or digit"),
        ('""', 0, 2, "no letter or digit"),
        ("x" * (MOST_CHARACTERS + 5), MOST_CHARACTERS, MOST_CHARACTERS + 5, "only the first"),
        ("x " * (MOST_PARTS + 1), MOST_PARTS * 2, MOST_PARTS * 2 + 2, "only the first"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_place(
    typed: str, start: int, end: int, word: str
) -> None:
    problems = parse(typed).problems
    assert [(p.start, p.end) for p in problems] == [(start, end)]
    assert word in problems[0].message


def test_a_part_that_cannot_be_read_leaves_the_rest() -> None:
    assert parse("raid cite:4x8").query == RAID


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("raid turkey", [("raid", "turkey"), ("turkey", "raid")]),
        ("raid OR turkey 2015..2019", [
            ("raid", "turkey 2015..2019"),
            ("turkey", "raid 2015..2019"),
            ("2015–2019", "raid OR turkey"),
        ]),
        ("raid cite:4x", [("raid", "cite:4x"), ("cite:4x", "raid")]),
        ('"air strikes" org:ISIL', [("“air strikes”", "org:ISIL"),
                                    ("Islamic State", '"air strikes"')]),
    ],
)  # fmt: skip
def test_each_part_says_what_it_is_and_can_be_taken_away(
    typed: str, parts: list[tuple[str, str]]
) -> None:
    assert [(part.label, part.without) for part in parse(typed, names).parts] == parts


@given(st.text() | st.text(alphabet='ab "-:|.OR()[]cite date:12\x00\ud800'))
def test_reads_any_text(typed: str) -> None:
    parsed = parse(typed)
    assert all(0 <= p.start <= p.end <= len(typed) for p in parsed.problems)
    for part in parsed.parts:
        assert len(parse(part.without).parts) < len(parsed.parts) or part.kind == "unread"


@given(st.text(alphabet='ab "-:|.OR12'))
def test_every_token_is_either_a_part_or_a_problem(typed: str) -> None:
    parsed = parse(typed)
    covered = {(part.start, part.end) for part in parsed.parts}
    covered |= {(problem.start, problem.end) for problem in parsed.problems}
    for word in ("aa", "bb"):
        at = typed.find(word)
        if at >= 0:
            assert any(start <= at < end for start, end in covered)
