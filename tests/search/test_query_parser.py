"""Each form of the query language, a row: what was typed and the tree it is read as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.query import (
    And,
    AnyOf,
    Anywhere,
    IntRange,
    KeywordTerm,
    MatchAll,
    Not,
    Or,
    Phrase,
    Preferred,
    Query,
    Term,
)
from loccit.search.query.grammar import DEEPEST
from loccit.search.query.grammar import read as read_syntax
from loccit.search.query.parser import MOST_CHARACTERS, MOST_PARTS, parse
from loccit.search.query.syntax import written
from loccit.search.query.vocabulary import NoVocabulary
from tests.search.known import Known

KNOWN = Known()
RAID, TURKEY, SYRIA = (Anywhere((each,)) for each in ("raid", "turkey", "syria"))
ISIS = KeywordTerm("organisation", "Islamic State")


def unweighed(query: Query) -> Query:
    """Without what weighs in beside the words, and what only cites a source with them."""
    match query:
        case Preferred(part):
            return unweighed(part)
        case Or((words, Preferred(Phrase("source")))):
            return words
        case _:
            return query


def word(text: str) -> Term:
    return Term("words", text)


@pytest.mark.parametrize(
    ("typed", "query", "filters"),
    [
        ("", MatchAll(), ()),
        ("   ", MatchAll(), ()),
        ("raids", RAID, ()),
        ("raid turkey", And((RAID, TURKEY)), ()),
        ("raid OR turkey", Or((RAID, TURKEY)), ()),
        ("raid | turkey", Or((RAID, TURKEY)), ()),
        ("raid or", RAID, ()),
        ("raid AND turkey", And((RAID, TURKEY)), ()),
        ("raid && turkey", And((RAID, TURKEY)), ()),
        ("syria raid OR turkey", And((SYRIA, Or((RAID, TURKEY)))), ()),
        ("raid AND syria OR turkey", Or((And((RAID, SYRIA)), TURKEY)), ()),
        ("(raid syria) OR turkey", Or((And((RAID, SYRIA)), TURKEY)), ()),
        ("raid raids", RAID, ()),
        ("isis", Anywhere(("isi",), names=(ISIS,)), ()),
        ("ISIL raid", And((Anywhere(("isil",), names=(ISIS,)), RAID)), ()),
        ("raid islamic state", And((
            RAID, *(Anywhere((each,), names=(ISIS,)) for each in ("islam", "state")))), ()),
        ("state islamic", And((Anywhere(("state",)), Anywhere(("islam",)))), ()),
        ('"isis"', Anywhere(("isi",)), ()),
        ("isis OR raid", Or((Anywhere(("isi",)), RAID)), ()),
        ("NOT raid", MatchAll(), (("not", Not(RAID)),)),
        ("-(raid turkey)", MatchAll(), (("not", Not(And((RAID, TURKEY)))),)),
        ("syria OR -raid", Or((SYRIA, Not(RAID))), ()),
        ("the raid", RAID, ()),
        ("the", Anywhere(("the",)), ()),
        ("the place:Idlib", Anywhere(("the",)), (("place", KeywordTerm("place", "Idlib")),)),
        ('"the raid"', Anywhere(("the", "raid")), ()),
        ('"raid turkey"~5', Anywhere(("raid", "turkey"), 5), ()),
        ("=Raids", Term("words", "raids"), ()),
        ("raid*", Or((word("raid"), word("raids"), word("raided"))), ()),
        ("*ia", word("syria"), ()),
        ("r?ids", word("raids"), ()),
        ("turky~", word("turkey"), ()),
        ("syrai~1", word("syria"), ()),
        ("raid?", RAID, ()),
        ("raid?!", RAID, ()),
        ("raid.", RAID, ()),
        ("r?ids?", word("raids"), ()),
        ("zz*", Or(()), ()),
        ("“air strikes”", Anywhere(("air", "strike")), ()),
        ("title:war", Term("title", "war"), ()),
        ("title:(civil war)", Phrase("title", ("civil", "war")), ()),
        ("section:history", Term("section", "histori"), ()),
        ('source:"rights watch"', MatchAll(),
         (("source", Phrase("source", ("right", "watch"))),)),
        ("place:(Idlib OR Homs)", MatchAll(),
         (("place", AnyOf("place", ("Idlib", "Homs"))),)),
        ("place:(Deir ez-Zor OR Homs)", MatchAll(),
         (("place", AnyOf("place", ("Deir ez-Zor", "Homs"))),)),
        ("place:(Idlib AND Homs)", MatchAll(),
         (("place", And((KeywordTerm("place", "Idlib"), KeywordTerm("place", "Homs")))),)),
        ("cite:(48 OR 50)", MatchAll(),
         (("cite", Or((IntRange("cite", 48, 48), IntRange("cite", 50, 50)))),)),
        ('"air strikes"', Anywhere(("air", "strike")), ()),
        ("al-Assad", Or((Anywhere(("al", "assad")), Anywhere(("alassad",)))), ()),
        ("-raid", MatchAll(), (("not", Not(RAID)),)),
        ('-"air strikes"', MatchAll(), (("not", Not(Anywhere(("air", "strike")))),)),
        ("cite:48", MatchAll(), (("cite", IntRange("cite", 48, 48)),)),
        ("[48]", MatchAll(), (("cite", IntRange("cite", 48, 48)),)),
        ("raid [48]", RAID, (("cite", IntRange("cite", 48, 48)),)),
        ("-[48]", MatchAll(), (("not", Not(IntRange("cite", 48, 48))),)),
        ("cite:40..60", MatchAll(), (("cite", IntRange("cite", 40, 60)),)),
        ("cite:40..", MatchAll(), (("cite", IntRange("cite", 40, None)),)),
        ("cite:..60", MatchAll(), (("cite", IntRange("cite", None, 60)),)),
        ("cite:none", MatchAll(), (("cite", IntRange("cites", 0, 0)),)),
        ("cite:any", MatchAll(), (("cite", IntRange("cites", 1, None)),)),
        ("-cite:48", MatchAll(), (("not", Not(IntRange("cite", 48, 48))),)),
        ("raid doc:wars/one", RAID, (("document", KeywordTerm("document", "wars/one")),)),
        ("org:isis", MatchAll(), (("organisation", KeywordTerm("organisation", "Islamic State")),)),
        ('person:"No One"', MatchAll(), (("person", KeywordTerm("person", "No One")),)),
        ("place:Idlib", MatchAll(), (("place", KeywordTerm("place", "Idlib")),)),
        (
            "entity:georgia",
            MatchAll(),
            (("entity", Or((KeywordTerm("place", "Georgia"), KeywordTerm("person", "Georgia")))),),
        ),
        (
            "place:Idlib OR place:Homs",
            MatchAll(),
            (("place", AnyOf("place", ("Idlib", "Homs"))),),
        ),
        ("raid OR place:Idlib", Or((RAID, KeywordTerm("place", "Idlib"))), ()),
        ("date:none", MatchAll(), (("date", KeywordTerm("when", "none")),)),
        ("date:october", MatchAll(), (("date", KeywordTerm("date", "XXXX-10")),)),
    ],
    ids=repr,
)  # fmt: skip
def test_reads(typed: str, query: Query, filters: tuple[tuple[str, Query], ...]) -> None:
    parsed = parse(typed, KNOWN, NEVER)
    narrowing = tuple((each.tag, each.query) for each in parsed.filters)
    assert (unweighed(parsed.query), narrowing, parsed.problems) == (query, filters, ())


@pytest.mark.parametrize(
    ("typed", "start", "end", "word"),
    [
        ("raid cite:4x8", 5, 13, "citation number"),
        ("cite:60..40", 0, 11, "backwards"),
        ("date:2014..2012", 0, 15, "backwards"),
        ('"air raid"~101', 0, 14, "at most 100 words"),
        ("cite: raid", 0, 5, "nothing follows"),
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
        ("(raid", 0, 1, "not closed"),
        ("raid)", 4, 5, "closes nothing"),
        ("()", 0, 1, "nothing in the brackets"),
        ("raid -", 5, 6, "no letter or digit"),
        ("raid NOT", 5, 8, "nothing follows NOT"),
        ("--raid", 1, 2, "one minus"),
        ("place:(-Idlib)", 7, 8, "list of values"),
        ("**", 0, 2, "needs a letter"),
        ("like:nothing#1", 0, 14, "there is no passage"),
        ("x" * (MOST_CHARACTERS + 5), MOST_CHARACTERS, MOST_CHARACTERS + 5, "only the first"),
        ("x " * (MOST_PARTS + 1), MOST_PARTS * 2, MOST_PARTS * 2 + 2, "only the first"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_place(
    typed: str, start: int, end: int, word: str
) -> None:
    problems = parse(typed, NoVocabulary(), NEVER).problems
    assert [(p.start, p.end) for p in problems] == [(start, end)]
    assert word in problems[0].message


def test_a_wildcard_beyond_the_time_of_a_search_is_left_out_and_said() -> None:
    parsed = parse("raid syr*", KNOWN, Deadline.within(-1))
    assert unweighed(parsed.query) == RAID
    (problem,) = parsed.problems
    assert (problem.start, problem.end) == (5, 9)
    assert "ran out of time" in problem.message


def test_a_part_that_cannot_be_read_leaves_the_rest() -> None:
    assert unweighed(parse("raid cite:4x8", NoVocabulary(), NEVER).query) == RAID


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
    assert [(part.label, part.without) for part in parse(typed, KNOWN, NEVER).parts] == parts


TYPED = (
    st.text()
    | st.text(alphabet='ab "-:|.OR()[]cite date:12=~*?ANDT\x00\ud800“')
    | st.lists(st.sampled_from([*"a()-=|* ", "OR", "AND", "NOT ", "the", "place:", '"', "~2"])).map(
        "".join
    )
)


@given(TYPED)
def test_printing_a_tree_and_reading_it_gives_the_tree_back(typed: str) -> None:
    tree = read_syntax(typed).tree
    again = read_syntax(written(tree))
    assert (again.tree, again.problems) == (tree, ())


def test_brackets_nest_only_so_deep() -> None:
    parsed = parse("(" * 500 + "raid" + ")" * 500, NoVocabulary(), NEVER)
    assert unweighed(parsed.query) == RAID
    assert f"at most {DEEPEST} deep" in parsed.problems[0].message
    assert parse("-" * 1999 + "a", NoVocabulary(), NEVER).filters


@given(TYPED)
def test_reads_any_text(typed: str) -> None:
    parsed = parse(typed, KNOWN, NEVER)
    assert all(0 <= p.start <= p.end <= len(typed) for p in parsed.problems)
    for part in parsed.parts:
        assert len(parse(part.without, KNOWN, NEVER).parts) < len(parsed.parts)


@given(st.text(alphabet='ab "-:|.OR12'))
def test_every_token_is_either_a_part_or_a_problem(typed: str) -> None:
    parsed = parse(typed, NoVocabulary(), NEVER)
    covered = {(part.start, part.end) for part in parsed.parts}
    covered |= {(problem.start, problem.end) for problem in parsed.problems}
    for word in ("aa", "bb"):
        at = typed.find(word)
        if at >= 0:
            assert any(start <= at < end for start, end in covered)


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("ｄａｔｅ：２０１２", "date:2012"),
        ("「air strikes」", '"air strikes"'),
        ("doc：ａ／ｂ", "doc:ａ／ｂ"),
        ('doc:"ａ「ｂ"', 'doc:"ａ「ｂ"'),
        ("Homs,troops;Idlib/1,000", "Homs troops Idlib 1,000"),
        ("Homs&&troops", "Homs troops"),
        (",", ","),
        ("https://example.org/a?b=1,2|c", "https://example.org/a?b=1,2|c"),
        ("250 000 men", "250 000 men"),
    ],
)
def test_signs_are_read_as_plain_ones(typed: str, tree: str) -> None:
    assert written(read_syntax(typed).tree) == tree
