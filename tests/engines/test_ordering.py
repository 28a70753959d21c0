"""Pages of matches as a full sort would make them, whatever documents do to the order."""

from collections import Counter
from typing import cast

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from loccit.engines.engine import Group, Request
from loccit.engines.query import Everything
from loccit.engines.whoosh.ordering import page

MATCHES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 6)), max_size=60).map(sorted)


def asked(matches: list[tuple[int, int]], group: str, first: int, size: int) -> list[int]:
    keys = np.array([float(key * 7 % 5) for _, key in matches])
    owners = np.array([owner for owner, _ in matches], np.int32)
    request = Request(Everything(), first=first, size=size, group=cast(Group, group))
    return cast(list[int], page(keys, owners, request).which.tolist())


def ranked(matches: list[tuple[int, int]]) -> list[int]:
    return sorted(range(len(matches)), key=lambda at: (matches[at][1] * 7 % 5, at))


@given(MATCHES, st.integers(0, 30), st.integers(0, 12))
def test_a_page_is_a_stretch_of_all_in_order(
    matches: list[tuple[int, int]], first: int, size: int
) -> None:
    assert asked(matches, "passage", first, size) == ranked(matches)[first : first + size]


@given(MATCHES, st.integers(1, 12))
def test_spread_pages_hold_every_match_once(matches: list[tuple[int, int]], size: int) -> None:
    pages = [asked(matches, "spread", at, size) for at in range(0, len(matches) + size, size)]
    assert sorted(at for each in pages for at in each) == list(range(len(matches)))
    assert pages[0] == sorted(pages[0], key=ranked(matches).index)


@given(MATCHES, st.integers(1, 12))
def test_a_document_has_half_the_first_page_while_others_match(
    matches: list[tuple[int, int]], size: int
) -> None:
    shown = set(asked(matches, "spread", 0, size))
    owners = Counter(matches[at][0] for at in shown)
    left = {matches[at][0] for at in range(len(matches)) if at not in shown}
    for owner, count in owners.items():
        if count > -(-size // 2):
            assert all(owners[other] >= -(-size // 2) for other in left - {owner})


@given(MATCHES, st.integers(0, 6), st.integers(0, 6))
def test_a_document_stands_by_its_best_match(
    matches: list[tuple[int, int]], first: int, size: int
) -> None:
    best: dict[int, int] = {}
    for at in ranked(matches):
        best.setdefault(matches[at][0], at)
    expected = list(best.values())[first : first + size]
    assert asked(matches, "document", first, size) == expected
