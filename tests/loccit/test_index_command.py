"""`loccit check`, `trust` and `status`, of an index that is damaged or was built elsewhere."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import loccit
from loccit.command import main
from loccit.engines import signing
from loccit.engines.generations import Generations


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """Of two generations."""
    (tmp_path / "seeds").mkdir()
    for text in ("The raid failed.", "The raid failed again."):
        (tmp_path / "seeds" / "war.txt").write_text(text)
        loccit.build(tmp_path / "seeds", tmp_path / "index", model="", workers=1)
    return tmp_path / "index"


def run(*arguments: str, index: Path) -> Result:
    return CliRunner().invoke(main, [*arguments, "--index", str(index)])


def now(index: Path) -> Path:
    return index / (Generations(index).current() or "")


def damage(path: Path) -> None:
    path.write_bytes(bytes(byte ^ 1 for byte in path.read_bytes()))


def test_check_reads_every_generation(index: Path) -> None:
    checked = run("check", index=index)
    in_service, before = checked.stdout.splitlines()
    assert checked.exit_code == 0
    assert in_service.startswith(f"{now(index).name}  in service  whole: 7 files")
    assert in_service.endswith("signed here")
    assert "before it  whole" in before


@pytest.mark.parametrize(
    "name", ["columns.npz", "documents.jsonl", "manifest.json", "blocks.sha256", "../CURRENT"]
)
def test_check_names_what_is_damaged_and_the_fix(index: Path, name: str) -> None:
    damage(now(index) / name)
    checked = run("check", index=index)
    assert checked.exit_code == 1
    assert name.rpartition("/")[2] in checked.stderr
    assert f"loccit index seeds --index {index}" in checked.stderr
    assert "before it  whole" in checked.stdout


def test_damage_to_the_one_before_is_said_but_no_failure(index: Path) -> None:
    before = min(path for path in index.glob("gen-*"))
    damage(before / "columns.npz")
    checked = run("check", index=index)
    assert (checked.exit_code, checked.stderr) == (0, "")
    assert f"{before.name}  before it  damaged" in checked.stdout


def test_status_and_search_say_what_they_answer_from(index: Path) -> None:
    damage(now(index) / "documents.jsonl")
    status = run("status", index=index)
    assert status.exit_code == 0
    assert "The newest index is damaged. This is the index of 2" in status.stderr
    assert "documents.jsonl" in status.stderr
    as_json = json.loads(run("status", "--json", index=index).stdout)
    assert as_json["generation"] != now(index).name
    assert "documents.jsonl" in as_json["damage"]
    found = run("search", "raid", index=index)
    assert "The newest index is damaged" in found.stderr
    assert "The raid failed." in found.stdout
    with pytest.warns(UserWarning, match="newest index is damaged"):
        library = loccit.open(index)
    assert library.notice.startswith("The newest index is damaged")
    library.close()


def test_a_damaged_index_is_not_up_to_date(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(index.parent)
    damage(now(index) / "columns.npz")
    built = CliRunner().invoke(main, ["index", "--model", "", "--workers", "1", "--if-changed"])
    assert built.exit_code == 0
    assert run("check", index=index).exit_code == 0


def test_trust_signs_an_index_from_elsewhere(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = signing.name(signing.own_key())
    monkeypatch.setenv(signing.VARIABLE, str(tmp_path / "own" / "key"))
    assert f"signed elsewhere (key {theirs})" in run("check", index=index).stdout
    trusted = run("trust", index=index)
    assert trusted.exit_code == 0
    assert trusted.stdout.endswith("signed here.\n")
    assert "signed here" in run("check", index=index).stdout.splitlines()[0]


def test_trust_signs_nothing_that_is_damaged(index: Path) -> None:
    damage(now(index) / "columns.npz")
    trusted = run("trust", index=index)
    assert trusted.exit_code == 1
    assert "columns.npz" in trusted.stderr


def test_without_a_key_an_index_is_built_all_the_same_and_trust_says_what_is_missing(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(signing.VARIABLE, str(tmp_path / "file" / "key"))
    loccit.build(tmp_path / "seeds", index, model="", workers=1)
    assert "signed nobody" not in run("check", index=index).stdout
    assert "signed by nobody" in run("check", index=index).stdout
    trusted = run("trust", index=index)
    assert trusted.exit_code == 1
    assert "LOCCIT_KEY" in trusted.stderr
