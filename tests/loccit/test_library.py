"""The front door for programs gives what the site shows."""

from pathlib import Path

import pytest

import loccit
from loccit.engines.deadline import NEVER
from loccit.engines.errors import IndexMissing
from loccit.indexer.command import index_command
from loccit.search.searcher import search


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("library")
    (place / "war.txt").write_text("The raid began on 6 October 2012.[48] It failed.[49]")
    arguments = [str(place / "war.txt"), "--index", str(place / "index"), "--model", ""]
    index_command.main(arguments, standalone_mode=False)
    return place / "index"


def test_searching_from_python_gives_the_page_that_the_site_shows(index: Path) -> None:
    with loccit.open(index) as library:
        found = library.search("raid", size=5, explain=True)
        assert found == search(library._engine, "raid", NEVER, size=5, explain=True)
        assert [result.passage.id for result in found.results] == ["war#1"]
        assert library.manifest.passages == 1
        assert [hit.passage.id for hit in library.every("raid", sort="oldest")] == ["war#1"]
        assert [s.label for s in library.suggest("rai")] == ["raid"]
        assert library.timeline("raid").years[0].cell == "2012"
        assert [document.id for document in library.documents()] == ["war"]
        passage = library.passage("war", 1)
        assert passage
        assert passage.text.startswith("The raid")
        cited = library.citation("war", 48)
        assert cited
        assert cited.total == 1
        assert library.name("person", "Nobody") is None


def test_without_an_index_the_error_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="loccit index"):
        loccit.open(tmp_path)
