"""The whole way in: files to a published generation."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from loccit.engines.deadline import NEVER
from loccit.engines.generations import Generations
from loccit.indexer.build import build, is_current
from loccit.indexer.command import extract_command, index_command
from loccit.indexer.problems import NoSeeds
from loccit.indexer.settings import Settings

PLAIN = Settings(model="", workers=1)
"""Without names, so that no model is loaded."""

BINARY = "".join(map(chr, [*range(9), *range(14, 27), *range(28, 32)]))
"""Control characters of which a file is taken to be no text."""


def folder(tmp_path: Path, **texts: str) -> Path:
    place = tmp_path / "seeds"
    place.mkdir(exist_ok=True)
    for name, text in texts.items():
        (place / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    return place


def texts(index: Path) -> list[str]:
    engine = Generations(index, "whoosh").open()
    try:
        return [
            passage.text
            for document in engine.documents()
            for passage in engine.passages(document.id, 1, 10_000, NEVER)
        ]
    finally:
        engine.close()


def test_builds_publishes_and_counts(tmp_path: Path) -> None:
    place = folder(tmp_path, a="One came on 6 May 2012.[1]\nTwo went.\n", b="Three.")
    built = build([place], tmp_path / "index", PLAIN)
    assert (built.manifest.documents, built.manifest.passages, built.skipped) == (2, 3, ())
    assert built.manifest.counts == {"dates": 1, "uncited": 2, "citations": 1, "names": 0}
    assert texts(tmp_path / "index") == ["One came on 6 May 2012.[1]", "Two went.", "Three."]


def test_bad_files_are_skipped_and_the_rest_indexed(tmp_path: Path) -> None:
    place = folder(tmp_path, a="One came.", b="")
    (place / "c.txt").write_bytes(b"\xff\xfe\0")
    run = CliRunner().invoke(
        index_command, [str(place), "--index", str(tmp_path / "index"), "--model", ""]
    )
    assert run.exit_code == 1
    assert "b.txt: empty" in run.output
    assert "c.txt: not UTF-16" in run.output
    assert run.output.splitlines()[-1] == (
        "1 document indexed, 2 skipped: b.txt (empty); c.txt (not UTF-16 (byte 0), which it begins"
        " as; save it as UTF-8 and run again)."
    )
    assert texts(tmp_path / "index") == ["One came."]


def test_what_was_ignored_of_a_sidecar_is_said_at_the_end_of_every_build(tmp_path: Path) -> None:
    place = folder(tmp_path, a="One came.", b="Two came.")
    (place / "b.toml").write_text('colour = "red"\nauthor = "B. Author"\ndate = 1729\n')
    own = "--model", "", "--index", str(tmp_path / "index")
    for _ in range(2):
        run = CliRunner().invoke(index_command, [str(place), *own])
        assert run.exit_code == 0
        assert f"Warning: {place / 'b.txt'}: b.toml has the key colour, which is" in run.output
        assert run.output.splitlines()[-1] == "2 documents indexed."
    with closing(Generations(tmp_path / "index", "whoosh").open()) as opened:
        a, b = opened.documents()
    assert (a.authors, a.date, a.warnings) == ((), "", ())
    assert (b.authors, b.date, len(b.warnings)) == (("B. Author",), "1729", 1)
    built = build([place], tmp_path / "index", PLAIN)
    assert [each.path for each in built.warnings] == [place / "b.txt"]


def test_of_many_warnings_the_first_are_printed(tmp_path: Path) -> None:
    place = folder(tmp_path, **{f"d{n:02}": "One came." for n in range(25)})
    for n in range(25):
        (place / f"d{n:02}.toml").write_text("colour = 1")
    own = "--model", "", "--workers", "1", "--index", str(tmp_path / "index")
    run = CliRunner().invoke(index_command, [str(place), *own])
    assert run.output.count("has the key colour") == 20
    assert "Warning: 5 more warnings; the page of a document shows its own." in run.output


def test_extract_says_what_of_a_sidecar_is_ignored(tmp_path: Path) -> None:
    place = folder(tmp_path, a="One came.")
    (place / "a.toml").write_text("colour = 1")
    run = CliRunner().invoke(extract_command, [str(place / "a.txt"), "--model", "", "--json"])
    assert run.exit_code == 0
    assert json.loads(run.stdout)["text"] == "One came."
    assert "has the key colour" in run.stderr


def test_when_nothing_can_be_read_the_old_index_stays(tmp_path: Path) -> None:
    index = tmp_path / "index"
    place = folder(tmp_path, a="One came.")
    build([place], index, PLAIN)
    folder(tmp_path, a="")
    with pytest.raises(NoSeeds, match="empty"):
        build([place], index, PLAIN)
    assert texts(index) == ["One came."]


def test_is_current_until_a_seed_or_a_setting_changes(tmp_path: Path) -> None:
    index, place = tmp_path / "index", folder(tmp_path, a="One came.")
    assert not is_current([place], index, PLAIN)
    build([place], index, PLAIN)
    assert is_current([place], index, PLAIN)
    assert not is_current([place], index, Settings(model="other"))
    (place / "a.toml").write_text("title = 'A'")
    assert not is_current([place], index, PLAIN)


def test_the_same_input_gives_the_same_index_whatever_the_workers(tmp_path: Path) -> None:
    place = folder(tmp_path, **{f"d{n}": f"Passage {n} of 6 May 20{n:02d}.[{n}]" for n in range(9)})
    one = build([place], tmp_path / "one", PLAIN)
    two = build([place], tmp_path / "two", Settings(model="", workers=2))
    assert one.manifest.fingerprint == two.manifest.fingerprint
    assert one.manifest.counts == two.manifest.counts
    assert texts(tmp_path / "one") == texts(tmp_path / "two")


def test_a_missing_model_leaves_names_out_and_says_so(tmp_path: Path) -> None:
    place = folder(tmp_path, a="Barack Obama came.")
    built = build([place], tmp_path / "index", Settings(model="no_such_model", workers=1))
    assert "no_such_model" in built.notice
    assert built.manifest.counts is not None
    assert built.manifest.counts["names"] == 0


def test_missing_seeds_are_one_line(tmp_path: Path) -> None:
    run = CliRunner().invoke(index_command, [str(tmp_path / "absent"), "--index", str(tmp_path)])
    assert run.exit_code == 1
    assert "Name a folder of documents" in run.output


@examples(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    text=st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters=BINARY),
        min_size=1,
        max_size=200,
    )
)
def test_any_text_goes_in_and_comes_back(tmp_path: Path, text: str) -> None:
    place = folder(tmp_path, a=text)
    read = text.removeprefix("\ufeff")
    if not read.strip():
        return
    run = CliRunner().invoke(
        extract_command, [str(place / "a.txt"), "--json", "--model", ""], catch_exceptions=False
    )
    assert run.exit_code == 0
    records = [json.loads(line) for line in run.stdout.split("\n") if line]
    for record in records:
        assert read[record["offset"] : record["offset"] + len(record["text"])] == record["text"]
    build([place], tmp_path / "index", PLAIN)
    assert texts(tmp_path / "index") == [record["text"] for record in records]


def test_extract_shows_what_would_be_indexed(tmp_path: Path) -> None:
    place = folder(tmp_path, a="[48] On 6 May 2012, one came.[note 3]")
    run = CliRunner().invoke(
        extract_command, [str(place / "a.txt"), "--root", str(tmp_path), "--json", "--model", ""]
    )
    record = json.loads(run.stdout)
    assert (record["document"], record["number"], record["offset"]) == ("seeds/a", 1, 0)
    by_kind = {(m["kind"], m["text"]): m for m in record["mentions"]}
    cited = by_kind["citation", "[48]"]
    assert (cited["label"], cited["number"], cited["role"]) == ("48", 48, "before")
    assert by_kind["citation", "[note 3]"]["number"] is None
    date = by_kind["date", "6 May 2012"]
    assert (date["value"], date["interval"], date["reading"]) == (
        "2012-05-06",
        ["2012-05-06", "2012-05-06"],
        "stated",
    )
