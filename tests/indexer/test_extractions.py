"""Extractions kept from build to build."""

from pathlib import Path

import pytest

from loccit.indexer.build import build
from loccit.indexer.extract import extract_all
from loccit.indexer.extractions import FILE
from loccit.indexer.settings import Settings


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are really extracted, as builds go on."""
    seen: list[str] = []

    def counting(seeds, own, model, workers):  # type: ignore[no-untyped-def]
        seen.extend(seed.id for seed in seeds)
        return extract_all(seeds, own, model, workers)

    monkeypatch.setattr("loccit.indexer.build.extract_all", counting)
    return seen


def test_only_what_changed_is_extracted_again(tmp_path: Path, counted: list[str]) -> None:
    place, index = tmp_path / "seeds", tmp_path / "index"
    place.mkdir()
    settings = Settings(model="", workers=1, dates=tmp_path / "d", aliases=tmp_path / "a")
    for name in "ab":
        (place / f"{name}.txt").write_text(f"On 6 May 2012, {name} came.[1]\n")
    first = build([place], index, settings).manifest
    assert counted == ["a", "b"]
    second = build([place], index, settings).manifest
    assert counted == ["a", "b"]
    assert (second.counts, second.fingerprint) == (first.counts, first.fingerprint)
    (place / "a.txt").write_text("Changed.[2]\n")
    (place / "b.txt").unlink()
    (place / "c.txt").write_text("New.[3]\n")
    build([place], index, settings)
    assert counted == ["a", "b", "a", "c"]


def test_a_damaged_file_is_made_anew(tmp_path: Path, counted: list[str]) -> None:
    place, index = tmp_path / "seeds", tmp_path / "index"
    place.mkdir()
    (place / "a.txt").write_text("It came.[1]\n")
    settings = Settings(model="", workers=1)
    build([place], index, settings)
    (index / FILE).write_bytes(b"not a database" * 1000)
    build([place], index, settings)
    assert counted == ["a", "a"]
