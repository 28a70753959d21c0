"""`dates.toml`: read with clear errors, applied to the index, checked."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from loccit.engines.deadline import NEVER
from loccit.engines.generations import Generations
from loccit.indexer import corrections
from loccit.indexer.build import build, is_current
from loccit.indexer.command import dates_command, extract_command, index_command
from loccit.indexer.own_files import load
from loccit.indexer.problems import BadFile
from loccit.indexer.settings import Settings

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
        (ENTRY.replace('"19 August"', "19 August"), "line 3, column"),
        ("\n# mine\n" + ENTRY + ENTRY.replace("2016", "0000-13-"), "dates.toml, line 7: "),
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
        corrections.read(load(tmp_path / "dates.toml"))
    assert why in str(raised.value)


def test_corrections_are_in_the_index_and_part_of_its_fingerprint(tmp_path: Path) -> None:
    place, own = seeds(tmp_path), tmp_path / "dates.toml"
    settings = Settings(model="", workers=1, dates=own)
    build([place], tmp_path / "index", settings)
    assert is_current([place], tmp_path / "index", settings)
    own.write_text(ENTRY + "passage = 2\n" + ENTRY.replace("19 August", "19 May"))
    assert not is_current([place], tmp_path / "index", settings)
    built = build([place], tmp_path / "index", settings)
    assert built.unmatched == ("“19 May” in a",)
    engine = Generations(tmp_path / "index", "whoosh").open()
    values = [
        [date.value for date in passage.dates()] for passage in engine.passages("a", 1, 2, NEVER)
    ]
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


def test_check_names_a_document_that_there_is_not(tmp_path: Path) -> None:
    own = tmp_path / "dates.toml"
    own.write_text(ENTRY.replace('"a"', '"b"'))
    run = CliRunner().invoke(dates_command, ["check", str(seeds(tmp_path)), "--dates", str(own)])
    assert "“19 August” in b: no document has this id" in run.output


@pytest.mark.parametrize(("value", "read"), [("2016-08-19", "2016-08-19"), ("2016", "2016")])
def test_a_day_or_a_year_needs_no_quotes(tmp_path: Path, value: str, read: str) -> None:
    own = tmp_path / "dates.toml"
    own.write_text(ENTRY.replace('"2016-08-19"', value))
    assert [entry.correction.value for entry in corrections.read(load(own))] == [read]


def test_extract_shows_what_is_corrected_and_what_stays_open(tmp_path: Path) -> None:
    own, place = tmp_path / "dates.toml", seeds(tmp_path)
    own.write_text(ENTRY + "passage = 1\n")
    (place / "a.txt").write_text("On 19 August.\nOn 19 August.\nOn 1 May 2018.\n")
    options = ["--model", "", "--dates", str(own)]
    shown = CliRunner().invoke(extract_command, [str(place), *options]).output
    assert "2016-08-19  inferred  from “19 August = 2016-08-19” in correction" in shown
    assert "XXXX-08-19  unknown  not before 2016-08-19, not after 2018-05-01" not in shown
    assert "XXXX-08-19  unknown  not after 2018-05-01" in shown
