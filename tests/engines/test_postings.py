"""Positions of some postings are those of all, whichever blocks they were read from."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.engines.deadline import NEVER, Deadline, OutOfTime
from loccit.engines.whoosh.engine import WhooshEngine
from tests.engines.made import WARS, built, passage

SIZE = 900


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WhooshEngine]:
    rng = Random(48)
    texts = [
        "raid " * rng.randint(1, 4) + "town " * rng.randint(0, 3) + "raid" for _ in range(SIZE)
    ]
    held = [passage("wars", number, text) for number, text in enumerate(texts, start=1)]
    opened = built("whoosh", tmp_path_factory.mktemp("postings") / "gen-1", [(WARS, held)])
    assert isinstance(opened, WhooshEngine)
    yield opened
    opened.close()


@given(which=st.sets(st.integers(0, SIZE - 1), max_size=12).map(sorted), warm=st.booleans())
def test_positions_of_some_are_those_of_all(
    engine: WhooshEngine, which: list[int], warm: bool
) -> None:
    reader = engine.postings
    engine.forget()
    every = reader.positions("terms", "raid", NEVER)
    if not warm:
        engine.forget()
    some = reader.positions_of("terms", "raid", np.array(which, np.int64), NEVER)
    for at, place in enumerate(which):
        expected = every.at[every.starts[place] : every.starts[place + 1]].tolist()
        assert some.at[some.starts[at] : some.starts[at + 1]].tolist() == expected


def test_reading_ends_with_the_time_of_the_search(engine: WhooshEngine) -> None:
    engine.forget()
    with pytest.raises(OutOfTime):
        engine.postings.postings("terms", "raid", Deadline.within(-1))


@pytest.mark.parametrize("times", [1, 2, 60, 300])
@pytest.mark.parametrize("passages", [1, 2, 3, 4, 130])
def test_postings_are_read_without_their_positions(
    tmp_path: Path, times: int, passages: int
) -> None:
    held = [passage("wars", number, "raid " * times) for number in range(1, passages + 1)]
    engine = built("whoosh", tmp_path / "gen-1", [(WARS, held)])
    assert isinstance(engine, WhooshEngine)
    found = engine.postings.postings("terms", "raid", NEVER)
    assert found.docs.tolist() == list(range(passages))
    assert found.frequencies.tolist() == [times] * passages
    engine.close()
