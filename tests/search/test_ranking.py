"""What weighs in beside the words: what a passage is, where the words stand, what was asked."""

from collections.abc import Iterator

import pytest

from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine
from loccit.model.documents import Document
from loccit.model.names import Form, Name
from loccit.search.searcher import search
from tests.engines.made import built, day, named, passage

LINCOLN = Document("lincoln", "Abraham Lincoln")
STATES = Document("states", "Capitals of the states")
OPENS = passage("lincoln", 1, "He was the sixteenth president.", title="Abraham Lincoln")
SHOT = passage(
    "lincoln", 2, "He was shot in the theatre.", day("1865-04-14"),
    title="Abraham Lincoln", section="Death",
)  # fmt: skip
BOOTH = passage(
    "lincoln", 3, "The actor who fired had waited for the laugh.",
    named("John Wilkes Booth", "person"), title="Abraham Lincoln", section="Death",
)  # fmt: skip
NEBRASKA = passage(
    "states", 1, "Lincoln is the capital. Lincoln grew: Lincoln had 60 people, then 600.",
    named("Lincoln", "place"), title="Capitals of the states",
)  # fmt: skip
CALLED = passage(
    "states", 2, "The Great Emancipator gave the town its name.",
    named("Abraham Lincoln", "person"), title="Capitals of the states",
)  # fmt: skip
ALBANY = passage(
    "states", 3, "The capital was moved to Albany, where it stayed.",
    named("Albany", "place"), title="Capitals of the states",
)  # fmt: skip
NAMES = (
    Name("Abraham Lincoln", "person",
         (Form("Abraham Lincoln", 5), Form("Great Emancipator", 3), Form("Honest Abe", 1))),
    Name("Lincoln", "place", (Form("Lincoln", 3),)),
    Name("John Wilkes Booth", "person", (Form("John Wilkes Booth", 1),)),
    Name("Albany", "place", (Form("Albany", 1),)),
)  # fmt: skip


@pytest.fixture(scope="module", params=["whoosh", "memory"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    held = [(LINCOLN, (OPENS, SHOT, BOOTH)), (STATES, (NEBRASKA, CALLED, ALBANY))]
    opened = built(request.param, tmp_path_factory.mktemp("ranked") / "gen-1", held, NAMES)
    yield opened
    opened.close()


def found(engine: Engine, typed: str) -> list[str]:
    return [result.passage.id for result in search(engine, typed, NEVER).results]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("lincoln", "lincoln#1"),
        ("abraham lincoln", "lincoln#1"),
        ("lincoln death", "lincoln#2"),
        ("who shot lincoln", "lincoln#2"),
        ("death of abraham lincoln", "lincoln#2"),
        ("honest abe", "states#2"),
        ("lincoln capital", "states#1"),
        ("where was the capital moved", "states#3"),
    ],
)
def test_the_obvious_passage_comes_first(engine: Engine, typed: str, first: str) -> None:
    assert found(engine, typed)[0] == first


def test_a_word_that_is_required_may_stand_in_title_heading_or_name(engine: Engine) -> None:
    assert found(engine, "death shot lincoln") == ["lincoln#2"]
    assert found(engine, "actor wilkes") == ["lincoln#3"]
    assert found(engine, '"abraham lincoln" theatre') == ["lincoln#2"]
    assert found(engine, "abraham wilkes theatre") == []


def test_a_spelling_of_a_name_stands_for_all_of_them(engine: Engine) -> None:
    page = search(engine, "Honest Abe", NEVER)
    assert [result.passage.id for result in page.results] == ["states#2"]
    (part,) = [part for part in page.parsed.parts if part.kind == "named"]
    assert (part.heading, part.label) == ("also under all spellings of", "Abraham Lincoln")
    assert part.without == '"Honest" "Abe"'
    assert found(engine, part.without) == []
    (result,) = page.results
    assert [piece.text for piece in result.snippet if piece.filter == "name"] == ["T"]


@pytest.mark.parametrize(
    ("plain", "asking", "helped"),
    [
        ("theatre OR laugh", "who theatre OR laugh", "lincoln#3"),
        ("laugh OR theatre", "when laugh OR theatre", "lincoln#2"),
        ("shot OR capital", "how many shot OR capital", "states#1"),
    ],
)
def test_what_answers_a_question_counts_more(
    engine: Engine, plain: str, asking: str, helped: str
) -> None:
    before = {r.passage.id: r.score for r in search(engine, plain, NEVER).results}
    after = {r.passage.id: r.score for r in search(engine, asking, NEVER).results}
    assert after[helped] == pytest.approx(1.2 * before[helped])
    assert set(after) == set(before)


def test_an_explanation_adds_up_over_fields_and_preferences(engine: Engine) -> None:
    for typed in (
        "lincoln",
        "honest abe",
        "who shot lincoln",
        "lincoln death",
        '"abraham lincoln"',
    ):
        for result in search(engine, typed, NEVER, explain=True).results:
            parts = result.explanation
            assert sum(part.score for part in parts) == pytest.approx(result.score)
            assert parts
