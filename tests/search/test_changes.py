"""Where little or nothing is found: why, how else it may be spelled, and what would find more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine
from loccit.search.help.most_words import most_words_line
from loccit.search.help.nothing import MOST_CHANGES
from loccit.search.searcher import every, search
from tests.engines.made import WARS, built, named, passage


@pytest.fixture(scope="module", params=["whoosh", "memory"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    opened = built(request.param, tmp_path_factory.mktemp("changes") / "gen-1")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "searches"),
    [
        ("raidd", ["raid"]),
        ("Rebal forces", ["Rebel forces"]),
        ("towm OR rebal", ["town OR rebel", "town OR rebal", "towm OR rebel"]),
        ("towm rebal", ["town rebel"]),
        ("raid", []),
        ("raiding", []),
        ("xyzzy", []),
        ("-rebal", []),
        ("=raidd", []),
    ],
)
def test_did_you_mean(engine: Engine, typed: str, searches: list[str]) -> None:
    assert [each.search for each in search(engine, typed, NEVER).spellings] == searches


@pytest.mark.parametrize(
    ("typed", "searches"),
    [
        ("place:Idlip", ["place:Idlib"]),
        ('org:"Free Syrain Army"', ['org:"Free Syrian Army"']),
        ("org:Idlip", []),
        ("place:Idlib", []),
    ],
)
def test_did_you_mean_a_name(tmp_path: Path, typed: str, searches: list[str]) -> None:
    text = "Idlib fell to the Free Syrian Army."
    mentions = (named("Idlib", "place"), named("Free Syrian Army"))
    engine = built("whoosh", tmp_path / "gen-1", [(WARS, [passage("wars", 1, text, *mentions)])])
    assert [each.search for each in search(engine, typed, NEVER).spellings] == searches
    engine.close()


@pytest.mark.parametrize(
    ("typed", "alone", "changes"),
    [
        ("xyzzy truce", [("xyzzy", 0), ("truce", 1)],
         [("Leave out “xyzzy”", "truce", 1), ("Any of the words", "xyzzy OR truce", 1)]),
        ("truce talks", [("truce", 1), ("talks", 1)],
         [("Leave out “truce”", "talks", 1), ("Leave out “talks”", "truce", 1),
          ("Any of the words", "truce OR talks", 2)]),
        ("raid date:2011-10-06", [("raid", 2), ("2011-10-06", 0)],
         [("Widen the date to 2010–2019", "raid date:2010..2019", 1),
          ("Leave out “2011-10-06”", "raid", 2)]),
        ("date:1500", [("1500", 0)], []),
        ("raid OR truce xyzzy", [("raid OR truce", 2), ("xyzzy", 0)],
         [("Leave out “xyzzy”", "raid OR truce", 2)]),
        ("the xyzzy of truce", [("xyzzy", 0), ("truce", 1)],
         [("Leave out “xyzzy”", "truce", 1), ("Any of the words", "xyzzy OR truce", 1)]),
        ("xyzzy xyzzy", [("xyzzy", 0)], []),
        ('"strikes air"', [("“strikes air”", 0)],
         [("The words of “strikes air”, anywhere", "strikes air", 2)]),
        ('truce "strikes air"', [("truce", 1), ("“strikes air”", 0)],
         [("Leave out “strikes air”", "truce", 1)]),
        ("=raids", [("exactly raids", 0)], [("“raids” in any form", "raids", 2)]),
        ("place:truce", [("truce", 0)], [("“truce” as words", "truce", 1)]),
        ('org:"air strikes"', [("air strikes", 0)],
         [("“air strikes” as words", '"air strikes"', 1)]),
        ("48", [("48", 0)], [("Citation [48]", "cite:48", 2)]),
        ("xyzzy truce cite:4x", [("xyzzy", 0), ("truce", 1)],
         [("Leave out “xyzzy”", "truce", 1), ("Any of the words", "xyzzy OR truce", 1)]),
        ("place:(Idlib AND Homs)", [("place:(Idlib AND Homs)", 0)], []),
        ("towm xyzzy abcde", [("towm", 0), ("xyzzy", 0), ("abcde", 0)],
         [("Search for “town”", "town", 3)]),
        ("town xyzzy abcde", [("town", 3), ("xyzzy", 0), ("abcde", 0)],
         [("Leave out the parts that nothing matches", "town", 3),
          ("Any of the words", "town OR xyzzy OR abcde", 3)]),
    ],
)  # fmt: skip
def test_nothing_found_says_why_and_what_would(
    engine: Engine,
    typed: str,
    alone: list[tuple[str, int]],
    changes: list[tuple[str, str, int]],
) -> None:
    page = search(engine, typed, NEVER)
    assert page.total == 0
    assert page.nothing
    assert [(part.label, part.total) for part in page.nothing.alone] == alone
    assert [(c.label, c.search, c.total) for c in page.nothing.changes] == changes


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    made = built("whoosh", tmp_path_factory.mktemp("changes") / "gen-1")
    yield made
    made.close()


PARTS = ("raid", "truce", "xyzzy", "towm", "place:Idlip", "date:1999-01-01", "-town", '"air raid"',
         "OR", "(", ")")  # fmt: skip


@settings(deadline=None)
@given(parts=st.lists(st.sampled_from(PARTS), max_size=8))
def test_every_change_finds_what_it_says(opened: Engine, parts: list[str]) -> None:
    page = search(opened, " ".join(parts), NEVER)
    if page.total:
        assert page.nothing is None
        return
    assert page.nothing
    assert len(page.nothing.changes) <= MOST_CHANGES
    for change in page.nothing.changes:
        assert search(opened, change.search, NEVER).total == change.total > 0


def test_few_with_all_words_are_followed_by_those_with_most(engine: Engine) -> None:
    page = search(engine, "rebel town truce", NEVER)
    assert page.total == 0
    assert {result.passage.id for result in page.most} == {"wars#1", "wars#2", "peace/one#1"}
    assert {r.passage.id for r in search(engine, "rebel town", NEVER).most} == {
        "wars#2",
        "peace/one#1",
    }
    assert [r.passage.id for r in search(engine, "rebel town doc:wars", NEVER).most] == ["wars#2"]
    assert search(engine, "town", NEVER).most == ()
    assert search(engine, "raid town", NEVER, page=2).most == ()


def test_those_with_most_are_neither_hits_nor_counted_nor_exported(engine: Engine) -> None:
    page = search(engine, "rebel town truce", NEVER)
    assert (page.total, page.results, page.documents) == (0, (), None)
    assert not any(facet.values for facet in page.facets if facet.field != "cites")
    assert list(every(engine, "rebel town truce", NEVER)) == []
    assert page.most


@pytest.mark.parametrize("typed", ["raid town truce", "raid town", "rebel* truce xyzzy"])
def test_those_with_most_are_explained_too(engine: Engine, typed: str) -> None:
    page = search(engine, typed, NEVER, explain=True)
    assert page.most
    for result in page.most:
        assert sum(part.score for part in result.explanation) == pytest.approx(result.score)
    assert not any(r.explanation for r in search(engine, typed, NEVER).most)


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ("raid town truce", {"wars#1": ("truce",), "wars#2": ("raid", "truce")}),
        ("raids towns xyzzy", {"wars#1": ("xyzzy",), "wars#2": ("raids", "xyzzy"),
                               "peace/one#1": ("xyzzy",)}),
        ('"raid of the town" -talks', {"wars#1": (), "wars#2": ("raid",), "peace/one#1": ()}),
        ("fsa xyzzy talks", {"wars#1": ("xyzzy", "talks"), "wars#3": ("fsa", "xyzzy")}),
        ("rebel* truce", {"wars#1": ("truce",), "peace/one#1": ()}),
    ],
)  # fmt: skip
def test_each_says_which_words_it_has_not(
    engine: Engine, typed: str, missing: dict[str, tuple[str, ...]]
) -> None:
    """The raid stands in the heading over the truce."""
    page = search(engine, typed, NEVER)
    assert {r.passage.id: r.missing for r in page.most} == missing


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("raid failed talks",
         "No passage has all of these words. These have most or some of them, the best match"
         " first."),
        ("rebel failed xyzzy", "No passage has all of these words. These have most of them."),
        ("truce talks", "No passage has all of these words. These have one of them."),
        ("raid failed xyzzy abcde", "No passage has all of these words. These have some of them."),
        ("talks truce doc:wars",
         "No passage that fits the rest of the search has all of these words. These have one of"
         " them."),
        ("air talks", "Only one passage has all of these words. These have one of them."),
        ("air strikes xyzzy OR hit OR talks",
         "Only 2 passages have all of these words. These have most of them."),
        ("rebel faild xyzzy", "No passage has all of these words. These have most of them, with"
         " “faild” read as “failed”."),
    ],
)  # fmt: skip
def test_a_line_says_what_they_are(engine: Engine, typed: str, line: str) -> None:
    assert most_words_line(search(engine, typed, NEVER)) == line
