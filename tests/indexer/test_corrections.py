"""`dates.toml`: read with clear errors, applied to the index, checked."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from engines.generations import Generations
from indexer import corrections
from indexer.build import build, is_current
from indexer.command import dates_command, index_command
from indexer.problems import BadFile
from indexer.settings import Settings

ENTRY = '[[correction]]\ndocument = "a"\nwords = "19 August"\nvalue = "2016-08-19"\n'


def seeds(tmp_path: Path) -> Path:
    place = tmp_path / "seeds"
    place.mkdir()
    (place / "a.txt").write_text("On 19 August it began.\nOn 19 August it ended.\n")
    return place


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[correction]", "can't be read"),
        ("a = 1", "written as"),
        ("correction = 1", "written as"),
        (ENTRY + "colour = 1", "colour"),
        ('[[correction]]\ndocument = "a"', "are needed"),
        (ENTRY.replace("2016-08-19", "2016-02-30"), "“2016-02-30” is not a date"),
        (ENTRY + "passage = 0", "from 1"),
        (ENTRY.replace("19 August", " "), "empty"),
    ],
)
def test_a_file_that_is_wrong_says_where(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "dates.toml").write_text(text)
    with pytest.raises(BadFile, match=r"dates\.toml") as raised:
        corrections.read(tmp_path / "dates.toml")
    assert why in str(raised.value)


def test_corrections_are_in_the_index_and_part_of_its_fingerprint(tmp_path: Path) -> None:
    place, own = seeds(tmp_path), tmp_path / "dates.toml"
    settings = Settings(model="", workers=1, dates=own)
    build([place], tmp_path / "index", settings)
    assert is_current([place], tmp_path / "index", settings)
    own.write_text(ENTRY + "passage = 2\n" + ENTRY.replace("19 August", "19 May"))
    assert not is_current([place], tmp_path / "index", settings)
    built = build([place], tmp_path / "index", settings)
    assert [str(entry) for entry in built.unmatched] == ["“19 May” in a"]
    engine = Generations(tmp_path / "index", "whoosh").open()
    values = [[date.value for date in passage.dates()] for passage in engine.passages("a", 1, 2)]
    assert values == [["XXXX-08-19"], ["2016-08-19"]]


def test_a_wrong_file_leaves_the_index_in_service(tmp_path: Path) -> None:
    place, own = seeds(tmp_path), tmp_path / "dates.toml"
    options = [str(place), "--index", str(tmp_path / "index"), "--model", "", "--dates", str(own)]
    assert CliRunner().invoke(index_command, options).exit_code == 0
    before = (tmp_path / "index" / "CURRENT").read_text()
    own.write_text("[[correction]")
    run = CliRunner().invoke(index_command, options)
    assert (run.exit_code, "dates.toml" in run.output) == (1, True)
    assert (tmp_path / "index" / "CURRENT").read_text() == before


@pytest.mark.parametrize(("words", "exit_code"), [("19 August", 0), ("19 May", 1)])
def test_check_names_what_matches_nothing(tmp_path: Path, words: str, exit_code: int) -> None:
    own = tmp_path / "dates.toml"
    own.write_text(ENTRY.replace("19 August", words))
    place = str(seeds(tmp_path))
    run = CliRunner().invoke(dates_command, ["check", place, "--dates", str(own)])
    assert run.exit_code == exit_code
    assert ("Matches nothing: “19 May” in a" in run.output) == bool(exit_code)
