"""Misspelled words are mended, together, into what finds something; right ones are left alone."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.engine import Engine
from loccit.model.documents import Document, Passage, Reference
from loccit.model.mentions import Mention
from loccit.model.names import Form, Name
from loccit.search.help.letters import FAR, distance, heard_alike
from loccit.search.help.misspelled import OFTEN
from loccit.search.results import ResultPage
from loccit.search.searcher import every, search
from tests.engines.made import built, cited, named, passage

TEXTS = (
    "The government of the province held an election during the war.",
    "General Patton led the army under a higher command.",
    "Eugene Wigner wrote on symmetry; the winner was another.",
    "The winner of the marble statue was a banker.",
    "A winner, a banker and a marten met.",
    "A bird called martin sang to the physicists.",
    "The soldiers left Massachusetts for the millennium.",
    "A photograph of psychology, and of solid state physics.",
    "Solid, solidly, solids: three solid words.",
    *(f"Filler sentence number {n}, by the government, during winter." for n in range(120)),
    "Signs of the zodiac, under another heading, by a party.",
    "A goverment, misspelled once in the text itself.",
    "The Wintter of Elbonia: a name that nobody lists alone.",
)
NAMES = (Name("Eugene Wigner", "person", (Form("Eugene Wigner", 1),)),)


def _held() -> list[tuple[Document, list[Passage]]]:
    mentions: dict[int, tuple[Mention, ...]] = {
        2: (named("Eugene Wigner", "person"),),
        len(TEXTS) - 3: (named("Elektion Party"), *cited(1)),
        len(TEXTS) - 1: (named("Wintter of Elbonia"),),
    }
    passages = [
        passage(
            "texts",
            number,
            text,
            *mentions.get(number - 1, ()),
            title="The Zodiak",
            section="A milenium" if number == 1 else "",
        )
        for number, text in enumerate(TEXTS, 1)
    ]
    sources = (Reference(1, "The Masachusetts Review"),)
    return [(Document("texts", "The Zodiak", references=sources), passages)]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    opened = built("whoosh", tmp_path_factory.mktemp("spelling") / "gen-1", _held(), NAMES)
    yield opened
    opened.close()


def offered(engine: Engine, typed: str) -> list[str]:
    return [each.search for each in search(engine, typed, NEVER).spellings]


MENDED = [
    ("govermnent", "government"),
    ("milennium", "millennium"),
    ("massachussets", "massachusetts"),
    ("soldires massachusets", "soldiers massachusetts"),
    ("goverrment electoin", "government election"),
    ("fotograph", "photograph"),
    ("sykology", "psychology"),
    ("fysicists", "physicists"),
    ("marbel statue", "marble statue"),
    ("martan bird", "martin bird"),
    ("Pattonn", "Patton"),
    ("PATTONN", "PATTON"),
    ('"solid satte physics"', '"solid state physics"'),
    ('"marbel stateu"', '"marble statue"'),
    ("soliders millennium", "soldiers millennium"),
    ("marbel -soldiers", "marble -soldiers"),
]


@pytest.mark.parametrize(("typed", "right"), MENDED)
def test_the_one_likely_mending_is_searched_for_at_once(
    engine: Engine, typed: str, right: str
) -> None:
    page = search(engine, typed, NEVER)
    assert (page.typed, page.instead_of) == (right, typed)
    assert page.total == search(engine, right, NEVER).total == page.spellings[0].total
    assert page.nothing is None
    assert [part.label for part in page.parsed.parts] == [
        part.label for part in search(engine, right, NEVER).parsed.parts
    ]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("bunker", "a common word of English that the index hasn't"),
        ("Paxton", "a name that the index hasn't"),
        ("paxton", "however it is written"),
        ("wigner", "in a name, of several words"),
        ("Wigner", "in a name"),
        ("zodiak", "in a title"),
        ("milenium", "in a heading"),
        ("elektion", "in a name that is spelled otherwise in the text"),
        ("masachusetts", "in the text of a source"),
        ("Durand", "the name isn't “during”"),
        ("durand", "nor in small letters"),
        ("wintter", "in a name that stands nowhere but in its passage"),
        ("banker", "in two passages"),
        ("marten", "in one passage"),
        ("solidly", "a form of a word that is there"),
        ("xyzzy", "like nothing"),
        ("sol", "too short"),
        ("=govermnent", "exactly this"),
        ("govermnent~", "already anything like it"),
        ("gov*nent", "already a pattern"),
        ("-govermnent", "not asked for"),
        ("2012a", "no word"),
    ],
)
def test_a_right_word_is_left_alone(engine: Engine, typed: str, why: str) -> None:
    page = search(engine, typed, NEVER)
    assert not page.instead_of, why
    assert page.spellings == (), why


def test_a_misspelling_of_the_text_itself_is_found_and_the_frequent_word_offered(
    engine: Engine,
) -> None:
    page = search(engine, "goverment", NEVER)
    assert (page.total, page.instead_of) == (1, "")
    assert [each.search for each in page.spellings] == ["government"]


def test_a_word_in_often_passages_is_right(engine: Engine) -> None:
    assert search(engine, "winner", NEVER).total == OFTEN
    assert offered(engine, "winner") == []


def test_no_correction_is_offered_that_finds_nothing(engine: Engine) -> None:
    """Soldiers stand nowhere beside a bird."""
    page = search(engine, "soldires bird", NEVER)
    assert (page.total, page.instead_of, page.spellings) == (0, "", ())


def test_of_several_likely_mendings_none_is_taken(engine: Engine) -> None:
    page = search(engine, "martan", NEVER)
    assert (page.total, page.instead_of) == (0, "")
    assert sorted(each.search for each in page.spellings) == ["marten", "martin"]
    assert page.nothing
    assert [change.search for change in page.nothing.changes[:2]] == offered(engine, "martan")


def test_one_may_insist_on_what_was_typed(engine: Engine) -> None:
    page = search(engine, "govermnent electoin", NEVER, spelled="as-typed")
    assert (page.typed, page.instead_of, page.total) == ("govermnent electoin", "", 0)
    assert [each.search for each in page.spellings] == ["government election"]
    assert page.most_read_as is None
    assert page.nothing


def test_later_pages_are_those_of_the_mending(engine: Engine) -> None:
    seen = [
        result.passage.id
        for number in range(1, 14)
        for result in search(engine, "govermnent", NEVER, page=number).results
    ]
    page = search(engine, "government", NEVER)
    assert len(seen) == len(set(seen)) == page.total == 121


def test_exports_take_what_was_typed(engine: Engine) -> None:
    assert list(every(engine, "govermnent", NEVER)) == []


def test_most_words_are_those_meant_where_no_passage_has_all(engine: Engine) -> None:
    page = search(engine, "marbel soldires statue", NEVER)
    assert (page.total, page.instead_of, page.spellings) == (0, "", ())
    assert page.most_read_as
    best = page.most[0]
    assert (best.passage.text, best.missing) == (TEXTS[3], ("soldiers",))


def test_a_dead_part_is_mended_where_others_are_left_out(engine: Engine) -> None:
    page = search(engine, "marbel statue xyzzy", NEVER)
    assert page.nothing
    assert (page.nothing.changes[0].search, page.nothing.changes[0].total) == ("marble statue", 1)


NEARER = [
    ("milennium", "millennium", "melanesian"),
    ("recieve", "receive", "relieve"),
    ("seperate", "separate", "severe"),
    ("fotograph", "photograph", "autograph"),
    ("skool", "school", "spool"),
    ("einstien", "einstein", "einsteins"),
    ("nife", "knife", "wife"),
]


@pytest.mark.parametrize(("typed", "near", "far"), NEARER)
def test_what_people_write_by_mistake_is_nearer(typed: str, near: str, far: str) -> None:
    assert distance(typed, near, 9) < distance(typed, far, 9)


WORDS = st.text("abcdeghknopst", min_size=1, max_size=8)


@given(one=WORDS, other=WORDS)
def test_the_distance_is_none_for_the_same_and_bounded(one: str, other: str) -> None:
    assert distance(one, one, 9) == 0
    away = distance(one, other, 2)
    assert (away == 0) == (one == other)
    assert 0 <= away <= 2 or away == FAR


@pytest.mark.parametrize(
    "typed", ["w" * 1900, "ph" * 900, '"' + "govermnent " * 150 + '"', "govermnent " * 60]
)
def test_a_long_search_is_no_more_work(engine: Engine, typed: str) -> None:
    assert len(heard_alike(typed, 400)) <= 400
    assert search(engine, typed, Deadline.within(20)).notices == ()


def test_letters_that_sound_alike_are_so_both_ways() -> None:
    for one, other in (("fysics", "physics"), ("skool", "school")):
        assert distance(one, other, 9) == distance(other, one, 9)


def test_an_answer_to_a_mended_search_has_its_own_most_words(engine: Engine) -> None:
    page: ResultPage = search(engine, "marbel statue", NEVER)
    assert page.total == 1
    assert page.results[0].passage.text == TEXTS[3]
    assert all(result.passage.id != page.results[0].passage.id for result in page.most)
