"""How often a page asks the engine, and that it does so within one deadline."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.engine import Engine, Matches, Request
from loccit.model.documents import Document
from loccit.search.about.compare import compared
from loccit.search.about.document import opened
from loccit.search.about.name import named
from loccit.search.about.together import together
from loccit.search.query.parser import parse
from loccit.search.searcher import search
from tests.engines.made import built, day, passage
from tests.engines.made import named as name_mention

DAYS = [f"{2000 + n % 9}-05-{n:02}" for n in range(1, 31)]

TEXT = "The raid on Idlib, by NATO and the town."


class Counted:
    """An engine that counts how often it is asked to answer, and to read single things."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.calls = 0
        self.reads = 0
        self.deadlines: set[Deadline] = set()

    def answer(self, requests: Sequence[Request], until: Deadline) -> list[Matches]:
        self.calls += 1
        self.deadlines.add(until)
        return self._engine.answer(requests, until)

    def __getattr__(self, name: str) -> Any:
        self.reads += name in ("passage", "passages", "count")
        return getattr(self._engine, name)


@pytest.fixture(params=["whoosh", "memory"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    mentions = (name_mention("NATO"), name_mention("Idlib", "place"))
    held = [
        (Document(id, id), [passage(id, n, TEXT, day(d), *mentions) for n, d in enumerate(DAYS, 1)])
        for id in ("one", "two")
    ]
    open_engine = built(request.param, tmp_path_factory.mktemp("trips") / "gen-1", held)
    yield Counted(open_engine)
    open_engine.close()


@pytest.mark.parametrize(
    ("shown", "most"),
    [
        (lambda engine, until: search(engine, "raid", until), 1),
        (lambda engine, until: search(engine, "raid date:2004 place:Idlib", until), 1),
        (lambda engine, until: search(engine, "raid", until, page=3), 1),
        (lambda engine, until: search(engine, "raid", until, sort="oldest"), 1),
        (lambda engine, until: search(engine, "raid", until, grouping="document"), 1),
        (lambda engine, until: search(engine, "xyzzy raid", until), 3),
        (lambda engine, until: search(engine, "xyzzy raiid towwn place:Nowhere", until), 3),
        (lambda engine, until: search(engine, "raidd", until), 3),
        (lambda engine, until: search(engine, "raidd towwn", until, page=2), 3),
        (lambda engine, until: search(engine, "raidd", until, spelled="as-typed"), 3),
        (lambda engine, until: search(engine, "raid towwn", until, spelled="as-typed"), 3),
        (lambda engine, until: search(engine, "raid town date:2004-05-04", until), 2),
        (lambda engine, until: together(
            engine, parse("raid", engine, until), "surprise", until), 3),
        (lambda engine, until: compared(engine, "raid", "town", until), 2),
        (lambda engine, until: opened(engine, "one", 1, until), 2),
        (lambda engine, until: named(engine, "organisation", "Free Syrian Army", 1, until), 2),
    ],
)  # fmt: skip
def test_a_page_takes_few_round_trips_with_one_deadline(
    engine: Any, shown: Callable[[Any, Deadline], object], most: int
) -> None:
    until = Deadline.within(60)
    assert shown(engine, until)
    assert 1 <= engine.calls <= most
    assert engine.deadlines == {until}


def test_only_what_nothing_matches_is_left_out_for_a_third(engine: Any) -> None:
    page = search(engine, "xyzzy abcde town", NEVER)
    assert page.nothing
    assert page.nothing.changes[0].search == "town"
    assert engine.calls == 3
