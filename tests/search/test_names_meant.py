"""Words that are also forms of a name: what is offered, and what it finds."""

from collections.abc import Iterator

import pytest

from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine
from loccit.model.names import Form, Name
from loccit.search.searcher import search
from tests.engines.made import WARS, built, named, passage

SDF = "Syrian Democratic Forces"
NAMES = (
    Name(SDF, "organisation", (Form(SDF, 1), Form("SDF", 2, "defined in the text"))),
    Name("Assad", "person", (Form("Assad", 1),)),
    Name("Bashar al-Assad", "person", (Form("Assad", 3, "surname"), Form("Bashar al-Assad", 1))),
    Name("Mary Ames", "person", (Form("Mary Ames", 1), Form("Mary", 1))),
    Name("Taken", "other", (Form("Taken", 2), Form("took", 1))),
    Name("Bassel al-Assad", "person", (Form("Assad", 1, "surname"), Form("Bassel al-Assad", 1))),
)


@pytest.fixture(scope="module", params=["whoosh", "memory"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    given = [
        passage("wars", 1, "The SDF took the town.", named(SDF)),
        passage("wars", 2, f"The {SDF} left.", named(SDF)),
    ]
    path = tmp_path_factory.mktemp("meant") / "gen-1"
    opened = built(request.param, path, [(WARS, given)], NAMES)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("SDF", [f'organisation:"{SDF}"']),
        ("sdf town", [f'town organisation:"{SDF}"']),
        ("syrian democratic forces", [f'organisation:"{SDF}"']),
        (f'"{SDF}" left', [f'left organisation:"{SDF}"']),
        ("assad", ['person:"Bashar al-Assad"', 'person:"Bassel al-Assad"']),
        ("Mary Assad", ['Assad person:"Mary Ames"']),
        ("mary assad", ['assad person:"Mary Ames"']),
        (f'SDF org:"{SDF}"', []),
        ("-SDF", []),
        ("SDF OR town", []),
        ("the", []),
        ("town", []),
        ("", []),
        ("😀 " * 50, []),
    ],
)
def test_words_offer_the_names_they_may_mean(
    engine: Engine, typed: str, offered: list[str]
) -> None:
    assert [each.search for each in search(engine, typed, NEVER).names] == offered


@pytest.mark.parametrize(
    ("typed", "said", "offered"),
    [
        ("SDF", [SDF], []),
        ('"SDF" left', [], [SDF]),
        ("assad", ["Bashar al-Assad, Bassel al-Assad"], []),
        ("Mary Assad", ["Mary Ames"], []),
        ("took", [], ["Taken"]),
        ("Took", ["Taken"], []),
        ('SDF "assad"', [SDF], ["Bashar al-Assad", "Bassel al-Assad"]),
    ],
)
def test_a_name_that_the_words_stand_for_is_not_offered_beside(
    engine: Engine, typed: str, said: list[str], offered: list[str]
) -> None:
    page = search(engine, typed, NEVER)
    assert [part.label for part in page.parsed.parts if part.kind == "named"] == said
    assert [each.name for each in page.other_names] == offered


def test_what_is_offered_finds_every_spelling(engine: Engine) -> None:
    found = search(engine, "SDF", NEVER)
    (name,) = found.names
    assert (found.total, name.name, name.type) == (2, SDF, "organisation")
    assert search(engine, name.search, NEVER).total == 2
