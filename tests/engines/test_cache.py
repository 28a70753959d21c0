"""What an engine keeps in memory of an index is bounded, and bounds nothing that it finds."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.engines.deadline import NEVER
from loccit.engines.engine import FacetRequest, Request
from loccit.engines.query import And, Phrase, Term
from loccit.engines.whoosh.cache import Cache
from loccit.engines.whoosh.engine import WhooshEngine
from tests.engines.made import built


@dataclass(frozen=True)
class Kept:
    nbytes: int


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3000))), st.integers(0, 5000))
def test_it_never_holds_more_than_it_may(kept: list[tuple[int, int]], most: int) -> None:
    cache = Cache(most)
    for key, size in kept:
        assert cache.keep(key, Kept(size)).nbytes == size
        assert cache.nbytes <= most
        found = cache.get(key, Kept)
        assert found is None or found.nbytes == size


def test_the_least_recently_used_is_forgotten_first() -> None:
    cache = Cache(1000)
    for key in "abc":
        cache.keep(key, Kept(100))
    assert cache.get("a", Kept)
    cache.keep("d", Kept(100))
    assert [key for key in "abcd" if cache.get(key, Kept)] == ["a", "c", "d"]


def test_what_is_kept_as_something_else_is_not_given() -> None:
    cache = Cache(1000)
    cache.keep("a", Kept(1))
    assert cache.get("a", str) is None  # type: ignore[type-var]


@pytest.mark.parametrize("most", [0, 1000])
def test_a_small_cache_finds_the_same(tmp_path: Path, most: int) -> None:
    whole = built("whoosh", tmp_path / "gen-1")
    small = WhooshEngine.open_folder(tmp_path / "gen-1", most)
    town, strikes = Term("terms", "town"), Phrase("terms", ("air", "strike"))
    for query in (town, strikes, And((town, strikes))):
        asked = Request(query, facets=(FacetRequest("organisation", 9),))
        assert small.answer([asked], NEVER) == whole.answer([asked], NEVER)
    small.close()
    whole.close()
