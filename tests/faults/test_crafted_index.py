"""An index is data: a folder that was made to run code when it is read runs none.

Each is made with our own writer, so that it is a whole index but for the trap, and sealed and
signed by whoever made it: lists and sums prove nothing about a stranger. Where stock Whoosh reads
the same place, it is shown that the trap works.
"""

import io
import json
import os
import pickle
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import numpy as np
import pytest
from whoosh import index as whoosh_index
from whoosh.filedb.compound import CompoundStorage

from bench.faults_index import everything
from loccit.engines import sealing, signing
from loccit.engines.errors import EngineError, IndexDamaged
from loccit.engines.generations import Generations
from loccit.engines.manifest import manifest_from_json
from loccit.engines.whoosh import inversion, layout, segment
from loccit.indexer.build import build
from loccit.indexer.extractions import FILE
from loccit.indexer.settings import Settings

Craft = Callable[[pytest.MonkeyPatch], None]
_DUMPS = pickle.dumps
TRAP = "LOCCIT_TEST_TRAP"
_UNCLOSED = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""Whoosh leaves open what it trips over."""


class Trap:
    """Unpickled, it makes a folder."""

    def __init__(self, held: object = None) -> None:
        self.held = held

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return os.makedirs, (os.environ[TRAP], 0o777, True)


@pytest.fixture
def trap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(TRAP, str(tmp_path / "sprung"))
    return tmp_path / "sprung"


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Another machine's key while the index is made; call to come home."""
    own = os.environ[signing.VARIABLE]
    monkeypatch.setenv(signing.VARIABLE, str(tmp_path / "stranger" / "key"))
    return lambda: monkeypatch.setenv(signing.VARIABLE, own)


def made(place: Path) -> Path:
    seeds = place / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    lines = (f"The raid on the town in {1800 + line} failed.[{line}]" for line in range(1, 40))
    (seeds / "war.txt").write_text("\n".join(lines))
    build([seeds], place / "index", Settings(model="", workers=1))
    return place / "index"


def now(index: Path) -> Path:
    return index / (Generations(index).current() or "")


def sealed_again(folder: Path) -> None:
    """Listed and signed anew, by whoever's key it is, with `CURRENT` naming the new manifest."""
    manifest = manifest_from_json((folder / sealing.MANIFEST).read_bytes(), "whoosh")
    for name in (sealing.MANIFEST, sealing.SIGNATURE, sealing.BLOCKS):
        (folder / name).unlink()
    sealing.seal(folder, manifest)
    (folder.parent / "CURRENT").write_text(folder.name)


def in_headers(patch: pytest.MonkeyPatch) -> None:
    def dumps(value: tuple[object, ...], protocol: int) -> bytes:
        return _DUMPS((Trap(), *value[1:]) if len(value) == 6 else value, protocol)

    patch.setattr(inversion, "dumps", dumps)


def in_bodies(patch: pytest.MonkeyPatch) -> None:
    def dumps(value: tuple[object, ...], protocol: int) -> bytes:
        return _DUMPS((value[0], Trap(), *value[2:]) if len(value) == 3 else value, protocol)

    patch.setattr(inversion, "dumps", dumps)


def in_positions(patch: pytest.MonkeyPatch) -> None:
    inversion._position.cache_clear()
    inversion._positions.cache_clear()
    packed = b"\0\0\0\1" + _DUMPS([Trap()], 2)[:-1]
    patch.setattr(inversion, "_position", lambda place: packed)
    patch.setattr(inversion, "_positions", lambda places: packed)


def in_stored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(pickle, "dumps", lambda value, protocol: _DUMPS((Trap(), value), protocol))


def in_the_directory(patch: pytest.MonkeyPatch) -> None:
    def write_dir(file: object, base: int, directory: dict[str, object], options: object) -> None:
        write(file, base, {**directory, "trap": Trap()}, options)

    write = CompoundStorage.write_dir
    patch.setattr(CompoundStorage, "write_dir", staticmethod(write_dir))


def in_the_fields(patch: pytest.MonkeyPatch) -> None:
    def close(self: segment._Terms) -> None:
        self._table.extras["trap"] = Trap()
        closed(self)

    closed = segment._Terms.close
    patch.setattr(segment._Terms, "close", close)


class _Inlined:
    """Packs a term as one whose postings appear in it, pickled."""

    def pack(self, _: int, *about: object) -> bytes:
        size = layout.TERM.size - 12
        return b"\1" + layout.TERM.pack(0, *about)[1:size] + _DUMPS(Trap(), 2)


def in_a_term(patch: pytest.MonkeyPatch) -> None:
    class Packing:
        FIELD, SIZE, TERM = layout.FIELD, layout.SIZE, _Inlined()
        INDEX, NAME = layout.INDEX, layout.NAME

    patch.setattr(segment, "layout", Packing)


CRAFTED: dict[str, Craft] = {
    each.__name__: each
    for each in (
        in_headers, in_bodies, in_positions, in_stored, in_the_directory, in_the_fields, in_a_term,
    )
}  # fmt: skip


def in_the_contents(folder: Path) -> None:
    """Whoosh's table of contents, which names classes even where it is ours."""
    toc = folder / "_MAIN_1.toc"
    content, packed = toc.read_bytes(), _DUMPS(Trap(), 2)
    at = content.index(b"\x80\x02c")
    toc.write_bytes(content[:at] + packed + content[at + len(packed) :])


def in_columns(folder: Path) -> None:
    path = folder / "columns.npz"
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    held = io.BytesIO()
    np.savez(held, **(arrays | {"words": np.array([Trap()], object)}))
    path.write_bytes(held.getvalue())


FILES: dict[str, Callable[[Path], None]] = {
    each.__name__: each for each in (in_the_contents, in_columns)
}


def opened_and_asked(index: Path) -> None:
    """All of it, through all that reads an index."""
    generations = Generations(index)
    for name in generations.kept():
        generations.sound(name)
    with closing(generations.serve().engine) as engine:
        everything(engine)


@_UNCLOSED
@pytest.mark.parametrize("where", CRAFTED)
def test_a_trap_in_the_segment_is_not_sprung(
    trap: Path, tmp_path: Path, elsewhere: Callable[[], None], where: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        CRAFTED[where](patch)
        index = _unchecked(tmp_path, patch)
    inversion._position.cache_clear()
    inversion._positions.cache_clear()
    elsewhere()
    assert not trap.exists()
    with pytest.raises(IndexDamaged, match="Rebuild it"):
        opened_and_asked(index)
    assert not trap.exists()
    by_whoosh(now(index))
    assert trap.exists()


def _unchecked(place: Path, patch: pytest.MonkeyPatch) -> Path:
    """Built by a stranger, whose program doesn't look at what it made."""
    patch.setattr(Generations, "check", lambda *_: None)
    return made(place)


def by_whoosh(folder: Path) -> None:
    """Read by Whoosh itself, which springs the trap and may then trip over what it got."""
    with suppress(Exception), whoosh_index.open_dir(str(folder)).reader() as reader:
        with suppress(Exception):
            list(reader.all_stored_fields())
        for field, term in list(reader.all_terms()):
            with suppress(Exception):
                matcher = reader.postings(field, term)
                matcher.id()
                matcher.weight()
                matcher.value_as("positions")


@pytest.mark.parametrize("where", FILES)
def test_a_trap_in_another_file_is_not_sprung(
    trap: Path, tmp_path: Path, elsewhere: Callable[[], None], where: str
) -> None:
    index = made(tmp_path)
    FILES[where](now(index))
    with pytest.raises(IndexDamaged, match=r"as it was written|as long as it was"):
        opened_and_asked(index)
    sealed_again(now(index))
    elsewhere()
    with suppress(EngineError):
        opened_and_asked(index)
    assert not trap.exists()


@_UNCLOSED
def test_whoosh_springs_the_trap_in_the_contents(trap: Path, tmp_path: Path) -> None:
    index = made(tmp_path)
    in_the_contents(now(index))
    by_whoosh(now(index))
    assert trap.exists()


def test_a_manifest_that_lists_files_elsewhere_is_refused(tmp_path: Path) -> None:
    index = made(tmp_path)
    path = now(index) / sealing.MANIFEST
    for name in ("../outside", str(tmp_path / "outside"), "a/b", "..", "", "C:x", "a\\b", "a\0"):
        said = json.loads(path.read_bytes())
        said["files"][0]["name"] = name
        content = json.dumps(said).encode()
        signature = signing.signature(content, signing.own_key())
        (now(index) / sealing.SIGNATURE).write_text(signature)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sealing, "manifest_of", lambda folder, content=content: content)
            with pytest.raises(IndexDamaged, match=r"manifest\.json"):
                Generations(index).open()


def test_a_manifest_changed_and_signed_without_this_machines_key_is_refused(
    tmp_path: Path,
) -> None:
    index = made(tmp_path)
    folder = now(index)
    content = (folder / sealing.MANIFEST).read_bytes().replace(b'"documents": 1', b'"documents": 2')
    said = json.loads(signing.signature(content, b"x" * 32))
    said["key"] = signing.name(signing.own_key())
    (folder / sealing.MANIFEST).write_bytes(content)
    (folder / sealing.SIGNATURE).write_text(json.dumps(said))
    (index / "CURRENT").write_text(folder.name)
    with pytest.raises(IndexDamaged, match="key"):
        Generations(index).open()


@pytest.mark.parametrize(
    "current",
    ["../../x", "../outside", "/etc", "gen-1/../../outside", "gen-20260101T000000-0001/..", ".",
     "gen-20260101T000000-0001\0", "x" * 10**6],
)  # fmt: skip
def test_a_current_that_leads_elsewhere_is_not_followed(tmp_path: Path, current: str) -> None:
    index = made(tmp_path)
    (index / "CURRENT").write_bytes(current.encode())
    with pytest.raises(IndexDamaged):
        Generations(index).open()
    with closing(Generations(index).serve().engine) as engine:
        assert engine.manifest.generation in os.listdir(index)


SPECIAL = ("documents.jsonl", layout.SEGMENT_FILE, "columns.npz", sealing.MANIFEST,
           sealing.SIGNATURE, sealing.BLOCKS, "../CURRENT")  # fmt: skip


@pytest.mark.parametrize("kind", ["link", "link to a device", "pipe", "folder"])
@pytest.mark.parametrize("name", SPECIAL)
def test_what_is_no_file_of_its_own_is_not_read(tmp_path: Path, name: str, kind: str) -> None:
    index = made(tmp_path)
    path = now(index) / name
    moved = tmp_path / "moved"
    path.rename(moved)
    match kind:
        case "link":
            path.symlink_to(moved)
        case "link to a device":
            path.symlink_to("/dev/zero")
        case "pipe":
            os.mkfifo(path)
        case _:
            path.mkdir()
    with pytest.raises(IndexDamaged, match=Path(name).name):
        Generations(index).open()


def test_a_generation_that_is_a_link_is_not_opened(tmp_path: Path) -> None:
    index = made(tmp_path)
    folder = now(index)
    folder.rename(tmp_path / folder.name)
    folder.symlink_to(tmp_path / folder.name)
    with pytest.raises(IndexDamaged):
        Generations(index).open()


@pytest.mark.parametrize("name", [".lock", ".writer", "CURRENT", "CURRENT.new", FILE])
def test_a_build_writes_through_no_link(tmp_path: Path, name: str) -> None:
    index = made(tmp_path)
    precious = tmp_path / "precious"
    precious.write_text("precious")
    (index / name).unlink(missing_ok=True)
    (index / name).symlink_to(precious)
    with pytest.raises(IndexDamaged, match=name):
        made(tmp_path)
    assert precious.read_text() == "precious"


def test_extractions_of_another_key_are_made_again(
    tmp_path: Path, elsewhere: Callable[[], None]
) -> None:
    """A stranger's folder has them for a document of one's own, with other passages."""
    index = made(tmp_path)
    with closing(sqlite3.connect(index / FILE)) as rows, rows:
        (body,) = rows.execute("SELECT body FROM extraction").fetchone()
    elsewhere()
    poisoned = made(tmp_path / "other")
    with closing(sqlite3.connect(poisoned / FILE)) as rows, rows:
        rows.execute("UPDATE extraction SET body = ?", (body[:-1] + b"x",))
    made(tmp_path / "other")
    made(tmp_path)
    for folder in (poisoned, index):
        with closing(Generations(folder).open()) as engine:
            assert engine.manifest.passages == 39


def test_a_database_that_is_more_than_rows_is_made_again(tmp_path: Path, trap: Path) -> None:
    index = made(tmp_path)
    for what in (
        "CREATE TRIGGER t AFTER INSERT ON extraction BEGIN DELETE FROM extraction; END",
        "CREATE VIEW v AS SELECT * FROM extraction",
        "ALTER TABLE extraction ADD COLUMN other",
    ):
        with closing(sqlite3.connect(index / FILE)) as rows, rows:
            rows.execute(what)
        (tmp_path / "seeds" / "more.txt").write_text(what)
        made(tmp_path)
        with closing(sqlite3.connect(index / FILE)) as rows:
            assert rows.execute("SELECT count(*) FROM extraction").fetchone() == (2,)
            assert rows.execute("SELECT count(*) FROM sqlite_master").fetchone() == (4,)


def test_an_index_of_another_machine_opens_and_is_said_to_be(
    tmp_path: Path, elsewhere: Callable[[], None]
) -> None:
    index = made(tmp_path)
    shutil.rmtree(tmp_path / "seeds")
    elsewhere()
    generations = Generations(index)
    name = generations.current() or ""
    assert generations.sound(name).signed.by == "elsewhere"
    opened_and_asked(index)
    assert generations.vouch(name).signed.by == "here"
    assert generations.sound(name).signed.by == "here"
    opened_and_asked(index)
