"""Pages of matches as a full sort would make them, whatever the order in which they are kept."""

from typing import Literal, cast

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from loccit.engines.engine import Request
from loccit.engines.query import MatchAll
from loccit.engines.whoosh.ordering import page

Matches = list[tuple[int, int]]
MATCHES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 6)), max_size=60)
"""Of each match its document and what its key is made of; documents come in any order."""


def key(match: tuple[int, int]) -> float:
    return float(match[1] * 7 % 5)


def places(matches: Matches) -> list[int]:
    """Each match's place in the order of documents."""
    ordered = sorted(range(len(matches)), key=lambda at: (matches[at][0], at))
    return [ordered.index(at) for at in range(len(matches))]


def asked(
    matches: Matches, by: Literal["document"] | None, first: int, size: int, each: int = 1
) -> list[int]:
    keys = np.array([key(match) for match in matches])
    owners = np.array([owner for owner, _ in matches], np.int32)
    ranks = np.array(places(matches), np.int64)
    request = Request(MatchAll(), first=first, size=size, by=by, each=each)
    chosen = page(keys, ranks.__getitem__, lambda: owners, request)
    return cast(list[int], chosen.which.tolist())


def ranked(matches: Matches) -> list[int]:
    ranks = places(matches)
    return sorted(range(len(matches)), key=lambda at: (key(matches[at]), ranks[at]))


@given(MATCHES, st.integers(0, 30), st.integers(0, 12))
def test_a_page_is_a_stretch_of_all_in_order(matches: Matches, first: int, size: int) -> None:
    assert asked(matches, None, first, size) == ranked(matches)[first : first + size]


@given(MATCHES, st.integers(0, 6), st.integers(0, 6), st.integers(1, 4))
def test_a_document_comes_with_its_best_matches(
    matches: Matches, first: int, size: int, each: int
) -> None:
    own: dict[int, list[int]] = {}
    for at in ranked(matches):
        own.setdefault(matches[at][0], []).append(at)
    shown = list(own.values())[first : first + size]
    expected = [at for best in shown for at in best[:each]]
    assert asked(matches, "document", first, size, each) == expected
