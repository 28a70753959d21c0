"""A reader that an installed package offers by its suffix."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from loccit import engines
from loccit.engines.deadline import NEVER
from loccit.indexer.build import build
from loccit.indexer.readers import formats
from loccit.indexer.settings import Settings
from loccit.search.searcher import search

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The example of a reader, as a package that is installed."""
    place = tmp_path / "packages"
    place.mkdir()
    shutil.copy(EXAMPLES / "subtitles.py", place)
    told = place / "subtitles-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: subtitles\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text("[loccit.readers]\nsrt = subtitles:read\n")
    monkeypatch.syspath_prepend(str(place))
    formats.every.cache_clear()
    yield place
    formats.every.cache_clear()


def test_a_reader_of_a_package_reads_its_suffix(installed: Path, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    shutil.copy(EXAMPLES / "moon.srt", seeds)
    (seeds / "empty.srt").write_text("nothing")
    built = build([seeds], tmp_path / "index", Settings(model="", workers=1))
    assert [(each.name.as_posix(), each.why) for each in built.skipped] == [
        ("empty.srt", "there is no subtitle in it")
    ]
    with closing(engines.store(tmp_path / "index", "whoosh").open()) as engine:
        (found,) = search(engine, "giant leap", NEVER).results
    assert found.passage.id == "moon#3"
    assert found.passage.locator == "t=00:00:12"
    assert found.passage.text == "That's one small step for man, one giant leap for mankind."


def test_without_the_package_the_suffix_is_not_known() -> None:
    assert not formats.is_known(Path("moon.srt"))
