"""The programs in examples/ do what they say, each run as its first lines tell."""

import csv
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import loccit
from tests.packaging import run

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
CITED = "It rained.[1] The raid failed.[2]\n\n[2] So it did.\n\n## References\n1. A Report.\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the project's seeds, its examples and an index."""
    place = tmp_path_factory.mktemp("examples")
    for name in ("seeds", "examples"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    loccit.build(place / "seeds", place / "index", model="")
    return place


def example(name: str, *arguments: str, cwd: Path) -> str:
    return run(sys.executable, f"examples/{name}.py", *arguments, cwd=cwd, path=ROOT)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_each_example_says_how_to_run_it_and_runs(path: Path, home: Path) -> None:
    text = path.read_text(encoding="utf-8")
    said = re.search(r"^    python (examples/.*)$", text, re.MULTILINE)
    assert said
    assert run(sys.executable, *shlex.split(said[1]), cwd=home, path=ROOT) or "CSV" in text
    assert text.count("\n") <= 40


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_without_an_index_an_example_says_what_to_run(path: Path, tmp_path: Path) -> None:
    arguments = {
        "build_and_search": ("absent", "index", "x"),
        "to_csv": ("index", "x", "x.csv"),
        "subtitles": ("absent.srt",),
    }
    own = arguments.get(path.stem, ("index", "x"))
    failed = subprocess.run(
        [sys.executable, str(path), *own],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert failed.returncode == 1
    assert failed.stderr.count("\n") == 1
    assert "index" in failed.stderr or "absent" in failed.stderr


def test_building_and_searching_shows_what_matched(home: Path) -> None:
    said = example("build_and_search", "seeds", "index", '"air strikes" date:2015', cwd=home)
    assert said.startswith("2 of 96 passages\n\nsyrian-civil-war#9 ")
    assert said.count("*air strikes*") == 2


def test_a_citation_is_followed_to_its_source(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "war.txt").write_text(CITED)
    loccit.build(tmp_path / "war.txt", tmp_path / "index", model="")
    said = example("follow_a_citation", "index", "raid", cwd=tmp_path)
    assert "\n[1] of War: A Report.\n  war#1 supports: It rained." in said
    assert "\n[2] of War: no source is listed\n  war#1 supports: The raid failed." in said


def test_a_timeline_tells_how_well_its_dates_are_known(home: Path) -> None:
    drawn = example("timeline", "index", "", cwd=home).splitlines()
    assert drawn[:5] == [f"  {year} -" for year in (1706, 1728, 1729, 1984, 2013)]
    assert drawn[5:8] == ["  2015 ###++", "  2016 ###", "  2019 ####+-"]
    assert drawn[-1].endswith("66 undated")


def test_a_table_has_a_row_for_every_passage(home: Path) -> None:
    example("to_csv", "index", "", "all.csv", cwd=home)
    with (home / "all.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    documents = Counter(row["document"] for row in rows)
    assert documents == {
        "syrian-civil-war": 30, "a-modest-proposal": 29, "a-modest-proposal-1729": 37,
    }  # fmt: skip
    (ninth,) = (r for r in rows if (r["document"], r["number"]) == ("syrian-civil-war", "9"))
    assert (ninth["citations"], ninth["dates"]) == ("318; 321; 322", "2015-09-30")
