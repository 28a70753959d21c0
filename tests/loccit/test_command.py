"""The command line as a whole, in processes of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"


def loccit(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "loccit", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=cwd,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with an index of the project's own seeds."""
    place = tmp_path_factory.mktemp("home")
    run = loccit("index", SEEDS, cwd=place)
    assert run.returncode == 0, run.stderr
    return place


def test_index_reports_plain_lines(home: Path) -> None:
    run = loccit("index", SEEDS, "--if-changed", cwd=home)
    assert (run.returncode, run.stdout) == (0, "")
    assert "up to date" in run.stderr


def test_search_answers_in_words_and_in_json(home: Path) -> None:
    run = loccit("search", '"air strikes"', cwd=home)
    assert run.returncode == 0
    assert "2 passages" in run.stdout
    found = json.loads(loccit("search", '"air strikes" cite:300..', "--json", cwd=home).stdout)
    assert set(found) >= {"total", "read_as", "problems", "results", "facets"}
    first = found["results"][0]
    assert set(first) >= {"id", "document", "title", "score", "snippet", "text", "mentions"}
    assert "air strikes" in [p["text"] for p in first["snippet"] if p["matched"]]


def test_a_misspelled_search_shows_what_it_means_and_the_way_back(home: Path) -> None:
    run = loccit("search", "goverment forcess", cwd=home)
    first, second, *_ = run.stdout.splitlines()
    assert first == (
        "Showing results for “government forces”. Search for “goverment forcess” as typed:"
        " --as-typed"
    )
    assert second == "7 passages"
    as_typed = loccit("search", "--as-typed", "goverment forcess", cwd=home).stdout
    assert as_typed.startswith("0 passages\nDid you mean: government forces\n")
    found = json.loads(loccit("search", "--json", "goverment forcess", cwd=home).stdout)
    assert (found["query"], found["searched_instead"]) == ("goverment forcess", "government forces")
    assert found["total"] == 7


def test_passages_with_most_of_the_words_come_before_the_reason(home: Path) -> None:
    run = loccit("search", "turkish officials agreement zebra", "--explain", cwd=home)
    lines = [line for line in run.stdout.splitlines() if line]
    assert lines[0] == "0 passages"
    assert lines[1].startswith("No passage has all of these words. These have some of them")
    assert lines[2].startswith("syrian-civil-war#")
    assert any(line.startswith("Without: ") and line.endswith("zebra") for line in lines)
    why = lines.index("“zebra” by itself: 0 passages")
    score = float(lines[2].split()[1])
    second = next(at for at, line in enumerate(lines) if at > 2 and line.startswith("syrian"))
    said = (" times here", " times as much")
    parts = [
        float(line.split()[0]) for line in lines[3:second] if any(words in line for words in said)
    ]
    assert sum(parts) == pytest.approx(score, abs=0.01)
    assert max(at for at, line in enumerate(lines) if line.startswith("syrian")) < why


@pytest.mark.parametrize(
    "arguments", [("- -",), ("--", "- -"), ("--", "--json"), ("--size", "5", "-raid")]
)
def test_a_search_may_begin_with_dashes(home: Path, arguments: tuple[str, ...]) -> None:
    run = loccit("search", *arguments, cwd=home)
    assert run.returncode == 0, run.stderr
    assert "passages" in run.stdout


def test_status_says_what_is_in_service(home: Path) -> None:
    status = json.loads(loccit("status", "--json", cwd=home).stdout)
    assert list(status) == [
        "engine", "generation", "documents", "passages", "built", "fingerprint", "skipped",
        "left_out", "damage",
    ]  # fmt: skip
    assert (status["skipped"], status["left_out"], status["damage"]) == (0, [], None)
    assert (status["engine"], status["documents"], status["passages"]) == ("whoosh", 3, 96)


@pytest.mark.parametrize("command", [("search", "x"), ("status",)])
def test_a_missing_index_is_one_line_that_says_what_to_run(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    run = loccit(*command, cwd=tmp_path)
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "loccit index" in run.stderr


def test_settings_come_from_the_file_and_the_environment(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "loccit.toml").write_text(f'index = "{home / "index"}"\n')
    assert loccit("status", cwd=tmp_path).returncode == 0
    monkeypatch.setenv("LOCCIT_INDEX", str(tmp_path / "absent"))
    assert loccit("status", cwd=tmp_path).returncode == 1
    assert loccit("status", "--index", home / "index", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("toml", "why"),
    [("indx = 'x'", "has the setting indx"), ("index = ", "can't be read"), ("port = 1.5", "port")],
)
def test_bad_settings_name_the_mend(tmp_path: Path, toml: str, why: str) -> None:
    (tmp_path / "loccit.toml").write_text(toml)
    run = loccit("status", cwd=tmp_path)
    assert run.returncode == 1
    assert why in run.stderr


@pytest.mark.parametrize("command", [("search", "raid"), ("status",)])
def test_search_and_status_import_neither_a_model_nor_flask(
    home: Path, command: tuple[str, ...]
) -> None:
    code = (
        "import sys; from loccit.command import main\n"
        f"try: main({list(command)!r})\n"
        "except SystemExit:"
        " print([m for m in ('spacy', 'onnxruntime', 'flask') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=home, check=True
    )
    assert run.stdout.strip().endswith("[]")


def test_the_indexer_runs_by_itself(home: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "loccit", "index", str(SEEDS), "--model", ""],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "index" / "CURRENT").exists()
