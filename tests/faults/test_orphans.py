"""An indexer that is killed leaves no worker behind."""

from pathlib import Path

import pytest

from bench.orphans import left_behind, seeds, whole


def test_workers_end_with_the_indexer_that_is_killed(tmp_path: Path) -> None:
    assert not left_behind(seeds(tmp_path / "seeds"), tmp_path / "index", after=2.0)


@pytest.mark.slow
def test_nothing_is_left_of_builds_that_are_killed_at_any_moment(tmp_path: Path) -> None:
    place = seeds(tmp_path / "seeds")
    takes = whole(place, tmp_path / "whole")
    moments = [takes * (0.4 + 0.12 * at) for at in range(5)]
    left = [at for at in moments if left_behind(place, tmp_path / f"index-{at}", at)]
    assert left == []
