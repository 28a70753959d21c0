"""A search by a date alone: the date that fits best comes first, and a life is no event."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine
from loccit.indexer.extract import Extracted, Extractor
from loccit.indexer.loading import Loaded
from loccit.indexer.seeds import Seed
from loccit.model.documents import Document, Passage, passage_key
from loccit.model.lives import lives
from loccit.model.mentions import Entity
from loccit.search.searcher import every, search
from tests.engines.made import built

TEXT = """The programme of the 20th century was a race.

From 1961 to 1972 the programme ran.

Neil Armstrong (1930–2012) was a pilot.

In the 1960s many watched.

Some time in 1969 a stamp was issued.

In July 1969 it was hot.

On 20 July 1969 they landed.

On 16 July 1969 they left.

Richard the First (reigned 1950–1999) was king.
"""
PERSONS = {"Neil Armstrong", "Richard the First"}


def read() -> tuple[Document, tuple[Passage, ...]]:
    """The text's passages with their dates, and the two persons."""
    extracted = Extractor(None).extract(Loaded(Seed("moon", Path("moon.txt")), TEXT.encode(), None))
    assert isinstance(extracted, Extracted)
    passages = []
    for each in extracted.passages:
        persons = [
            Entity(each.text.index(name), each.text.index(name) + len(name), name, "person")
            for name in PERSONS
            if name in each.text
        ]
        mentions = tuple(sorted((*each.mentions, *persons), key=lambda mention: mention.start))
        passages.append(
            Passage(each.id, each.document, each.number, passage_key(each.text), each.offset,
                    each.title, each.section, each.text, mentions)
        )  # fmt: skip
    return extracted.document, tuple(passages)


@pytest.fixture(scope="module", params=["whoosh", "memory"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    opened = built(request.param, tmp_path_factory.mktemp("moon") / "gen-1", [read()])
    yield opened
    opened.close()


def test_the_narrowest_and_most_certain_come_first_then_the_earlier(engine: Engine) -> None:
    page = search(engine, "date:1969-07", NEVER)
    found = [" ".join(result.passage.text.split()[:3]) for result in page.results]
    assert found[:3] == ["On 16 July", "On 20 July", "In July 1969"]
    assert set(found[3:5]) == {"Richard the First", "From 1961 to"}
    assert found[5] == "Some time in"
    assert page.total == 9


def test_a_life_is_possible_and_a_reign_certain(engine: Engine) -> None:
    page = search(engine, "date:1969-07", NEVER)
    possible = {result.passage.text.split()[0] for result in page.results if result.possible}
    assert possible == {"Neil", "Some", "In", "The"}
    assert page.possible == 4


def test_exports_and_pages_have_the_same_order(engine: Engine) -> None:
    whole = [result.passage.id for result in search(engine, "date:1969", NEVER).results]
    assert [hit.passage.id for hit in every(engine, "date:1969", NEVER)] == whole
    pages = [search(engine, "date:1969", NEVER, page=n, size=4).results for n in (1, 2, 3)]
    assert [result.passage.id for page in pages for result in page] == whole


def test_other_orders_and_searches_with_words_are_as_they_were(engine: Engine) -> None:
    oldest = [r.passage.text for r in search(engine, "date:1969", NEVER, sort="oldest").results]
    assert oldest[0].startswith("The programme of the 20th century")
    words = search(engine, "july date:1969", NEVER, explain=True).results
    assert [bool(result.explanation) for result in words] == [True] * 3


def test_lives_stand_in_brackets_behind_a_person() -> None:
    _, passages = read()
    found = {each.text.split()[0]: lives(each) for each in passages}
    assert [(word, len(dates)) for word, dates in found.items() if dates] == [("Neil", 1)]
