"""What lies among the seeds and isn't indexed: named with the reason, everywhere the same."""

import json
import os
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from loccit.engines.deadline import NEVER
from loccit.engines.generations import Generations
from loccit.indexer import loading, seeds
from loccit.indexer.build import MOST_LEFT_OUT, build, is_current
from loccit.indexer.command import extract_command, index_command
from loccit.indexer.readers import formats
from loccit.indexer.settings import Settings
from loccit.model.file_names import meant, shown
from loccit.search.index_command import status_command
from loccit.search.narrowing import leaf
from loccit.search.query.syntax import Fielded, written
from loccit.web.app import create_app

PLAIN = Settings(model="", workers=1)
unix = pytest.mark.skipif(sys.platform == "win32", reason="links and bytes in names are Unix's")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "one.txt").write_text("The token one stood in Aleppo.")
    return folder


def left_out(*places: Path) -> dict[str, str]:
    return {each.name.as_posix(): each.why for each in seeds.look(places).skipped}


@unix
def test_links_are_named_and_skipped(place: Path, tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("It stood outside.")
    (place / "data.dat").write_text("A link makes it a text.")
    for name, target in {
        "a/alias.txt": "one.txt", "away.txt": "../out.txt", "away": "..", "broken.txt": "nowhere",
        "circle": ".", "a/up": "../a", "self.txt": "self.txt", "data.txt": "data.dat",
        "a/one.toml": "../../out.txt",
    }.items():  # fmt: skip
        (place / name).symlink_to(target)
    assert left_out(place) == {
        "a/alias.txt": "the same file as a/one.txt, which is indexed",
        "a/one.toml": "a link out of what is indexed; put the file itself there",
        "a/up": "a link to a folder that is indexed already",
        "away": "a link out of what is indexed; put the file itself there",
        "away.txt": "a link out of what is indexed; put the file itself there",
        "broken.txt": "a link that leads nowhere",
        "circle": "a link to a folder that is indexed already",
        "data.dat": f"the suffix .dat is not known; known are {formats.known()}",
        "self.txt": f"a link that can't be followed: {os.strerror(40)}",
    }
    built = build([place], tmp_path / "index", PLAIN)
    assert (built.manifest.documents, built.manifest.skipped) == (2, 9)


@unix
def test_a_link_that_is_named_itself_is_followed(place: Path, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(place / "a" / "one.txt")
    (tmp_path / "folder").symlink_to(place)
    assert [each.id for each in seeds.find([tmp_path / "link.txt"])] == ["link"]
    assert [each.id for each in seeds.find([tmp_path / "folder"])] == ["a/one"]
    assert left_out(place, tmp_path / "link.txt") == {
        "link.txt": "the same file as a/one.txt, which is indexed"
    }


@unix
def test_a_folder_that_cant_be_read_is_named(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "closed").mkdir()
    (place / "closed" / "c.txt").write_text("Closed.")
    (place / "closed").chmod(0)
    _as_nobody(monkeypatch)
    try:
        assert left_out(place) == {"closed": "a folder that can't be read: Permission denied"}
        run = CliRunner().invoke(
            index_command, [str(place), "--index", str(tmp_path / "index"), "--model", ""]
        )
        assert run.exit_code == 1
        assert f"Skipped {place / 'closed'}: a folder that can't be read" in run.output
    finally:
        (place / "closed").chmod(0o700)


def _as_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything; here it may not list what it has no right to."""
    listed = os.listdir

    def listdir(path: str | Path = ".") -> list[str]:
        if not Path(path).stat().st_mode & 0o400:
            raise PermissionError(13, "Permission denied")
        return listed(path)

    if os.geteuid() == 0:
        monkeypatch.setattr(os, "listdir", listdir)


@unix
def test_what_is_no_file_is_not_waited_for(place: Path) -> None:
    os.mkfifo(place / "pipe.txt")
    assert left_out(place) == {"pipe.txt": "not a file: a pipe, a socket or a device"}


def test_sidecars_hidden_files_and_what_loccit_keeps_are_not_left_out(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    (place / "a" / "one.toml").write_text("title = 'One'")
    (place / ".hidden").mkdir()
    for name in (".hidden/x.pdf", ".DS_Store", "dates.toml", "aliases.toml", "loccit.toml"):
        (place / name).write_text("")
    for _ in range(2):
        assert build([Path()], Path("index"), PLAIN).skipped == ()
    (place / "two.toml").write_text("title = 'Two'")
    (skipped,) = build([Path()], Path("index"), PLAIN).skipped
    assert str(skipped) == "two.toml: a sidecar without a document of its name beside it"


def test_a_file_that_is_too_large_is_named(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "MOST_BYTES", 40)
    (place / "large.txt").write_text("x" * 41)
    (skipped,) = build([place], tmp_path / "index", PLAIN).skipped
    assert skipped.why.startswith("too large")


def test_the_same_list_everywhere(place: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    (place / "b.bin").write_bytes(b"%PDF-1.7")
    (place / "c.txt").write_bytes(b"%PDF-1.7")
    own = [str(place), "--index", str(index), "--model", ""]
    run = CliRunner().invoke(index_command, own)
    assert run.exit_code == 1
    expected = [
        {"path": "b.bin", "why": f"the suffix .bin is not known; known are {formats.known()}"},
        {"path": "c.txt", "why": "a PDF, not text, whatever its suffix says; save it as UTF-8 and"
                                 " run again"},
    ]  # fmt: skip
    named = "; ".join(f"{each['path']} ({each['why']})" for each in expected)
    assert run.output.splitlines()[-1] == f"1 document indexed, 2 skipped: {named}."
    assert CliRunner().invoke(index_command, [*own, "--allow-skipped"]).exit_code == 0
    status = CliRunner().invoke(status_command, ["--index", str(index), "--json"])
    assert json.loads(status.output)["left_out"] == expected
    said = CliRunner().invoke(status_command, ["--index", str(index)]).output
    assert "skipped     2\n  b.bin: the suffix .bin is not known" in said
    app = create_app(index)
    with app.test_client() as client:
        for address in ("/api/index", "/api/documents"):
            answer = client.get(address).get_json()
            assert (answer["skipped"], answer["left_out"]) == (2, expected)
        page = client.get("/documents").get_data(as_text=True)
        assert all(f"<bdi>{each['path']}</bdi>: {each['why']}" in page for each in expected)
    app.extensions["loccit"].engine().close()


def test_thousands_are_counted_and_the_first_named(place: Path, tmp_path: Path) -> None:
    for n in range(MOST_LEFT_OUT + 5):
        (place / f"{n:05}.jpg").touch()
    index = tmp_path / "index"
    run = CliRunner().invoke(index_command, [str(place), "--index", str(index), "--model", ""])
    assert len(run.output) < 10_000
    assert "Skipped 985 more, which loccit status names." in run.output
    assert run.output.endswith("; 1,000 more.\n")
    with closing(Generations(index).open()) as opened:
        assert opened.manifest.skipped == MOST_LEFT_OUT + 5
        assert len(opened.manifest.left_out) == MOST_LEFT_OUT
    app = create_app(index)
    with app.test_client() as client:
        assert "00199.jpg" in (page := client.get("/documents").get_data(as_text=True))
        assert "00200.jpg" not in page
    app.extensions["loccit"].engine().close()


def test_an_index_is_current_until_something_is_mended_or_comes(
    place: Path, tmp_path: Path
) -> None:
    index = tmp_path / "index"
    (place / "bad.txt").write_bytes(b"a\0b")
    build([place], index, PLAIN)
    assert is_current([place], index, PLAIN)
    (place / "b.bin").write_bytes(b"%PDF-1.7")
    assert not is_current([place], index, PLAIN)
    build([place], index, PLAIN)
    assert is_current([place], index, PLAIN)
    (place / "bad.txt").write_bytes(b"Mended.")
    assert not is_current([place], index, PLAIN)


def test_extract_names_what_it_leaves_out(place: Path) -> None:
    (place / "b.bin").write_bytes(b"%PDF-1.7")
    run = CliRunner().invoke(extract_command, [str(place), "--model", ""])
    assert run.exit_code == 1
    assert "b.bin: the suffix .bin is not known" in run.stderr


NAMES = {
    b"bad\xff\xfename": "bad%FF%FEname",
    b"bad%FF%FEname": "bad%25FF%25FEname",
    b"two\nlines": "two%0Alines",
    b"tab\tbell\x07": "tab%09bell%07",
    b"100 % sure": "100 % sure",
    "a\u202etxt.exe".encode(): "a%E2%80%AEtxt.exe",
    "a\u2215b\uff0fc".encode(): "a\u2215b\uff0fc",
    b"a#1?b=c&d": "a#1?b=c&d",
    b"back\\slash": "back\\slash",
    b" two  spaces ": "%20two %20spaces%20",
    "hard\u00a0space".encode(): "hard%C2%A0space",
    b'said "no"': "said %22no%22",
    ("é" * 120).encode(): "é" * 120,
    b"\xff" * 250: "%FF" * 250,
}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems change or refuse such names")
@pytest.mark.parametrize("engine", ["whoosh", "memory"])
def test_any_file_name_is_an_id_that_is_shown_and_leads_back(tmp_path: Path, engine: str) -> None:
    (tmp_path / "s").mkdir()
    for n, name in enumerate(NAMES):
        file = tmp_path / "s" / os.fsdecode(name + b".txt")
        file.write_text(f"Note {n} came to Aleppo.")
    index = tmp_path / "index"
    settings = Settings(model="", workers=1, engine=engine)
    assert build([tmp_path / "s"], index, settings).skipped == ()
    with closing(Generations(index, engine).open()) as opened:
        ids = {opened.passages(d.id, 1, 1, NEVER)[0].text: d.id for d in opened.documents()}
        assert all(Path(meant(each.path)).is_file() for each in opened.documents())
    assert ids == {f"Note {n} came to Aleppo.": id for n, id in enumerate(NAMES.values())}
    app = create_app(index, engine=engine)
    with app.test_client() as client:
        for id in NAMES.values():
            asked = written(Fielded("doc", leaf(id)))
            answer = client.get("/api/search", query_string={"q": asked}).get_json()
            assert {each["document"] for each in answer["results"]} == {id}
        page = client.get("/search?q=Aleppo&size=50&group=passage")
        assert page.status_code == 200
        for address in ("/documents", "/search.csv?q=Aleppo", "/search.jsonl?q=Aleppo"):
            assert client.get(address).status_code == 200
    app.extensions["loccit"].engine().close()


@given(st.binary(min_size=1).map(os.fsdecode) | st.text(alphabet="a%2F\udcff\n"))
def test_a_shown_name_is_plain_and_leads_back_to_its_own(name: str) -> None:
    one = shown(name)
    assert meant(one) == name
    assert one.encode("utf-8").decode() == one
    assert one.isprintable() or not any(c in one for c in "\0\n\r\x1b\u2028")
    assert shown(one) == one or "%" in one
