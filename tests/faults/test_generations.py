"""Generations: one writer, an index that answers, and nothing opened that isn't whole and ours."""

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from loccit import engines
from loccit.engines.deadline import NEVER
from loccit.engines.errors import EngineUnavailable, IndexDamaged, IndexLocked, IndexMissing
from loccit.engines.generations import Generations, InService
from loccit.engines.store import Writer
from loccit.model.documents import Passage
from tests.engines.made import PEACE, RAID, STRIKE, TRUCE, WARS, manifest


def build(index: Path, *passages: Passage, engine: str = "whoosh") -> str:
    generations = Generations(index, engine)
    with generations.writing():
        writer = generations.begin()
        writer.put(WARS, passages)
        finish(writer, engine, passages)
        generations.check(writer.generation, passages)
        generations.publish(writer.generation)
    return writer.generation


def finish(writer: Writer, engine: str, passages: Sequence[Passage]) -> None:
    own = manifest(engine, {"wars": passages})
    writer.finish(replace(own, generation=writer.generation))


def folders(index: Path) -> list[str]:
    return sorted(path.name for path in index.glob("gen-*"))


@pytest.mark.parametrize("engine", ["whoosh", "memory"])
def test_publishing_moves_current_and_keeps_one_before(tmp_path: Path, engine: str) -> None:
    names = [build(tmp_path, RAID, engine=engine) for _ in range(3)]
    assert Generations(tmp_path, engine).current() == names[-1]
    assert folders(tmp_path) == names[-2:]


def test_debris_is_cleared_by_the_next_run(tmp_path: Path) -> None:
    kept = build(tmp_path, RAID)
    generations = Generations(tmp_path)
    with generations.writing():
        debris = generations.begin().generation
    assert debris in folders(tmp_path)
    name = build(tmp_path, STRIKE)
    assert folders(tmp_path) == [kept, name]


def test_the_second_writer_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from loccit.engines.generations import Generations\n"
        f"with Generations(Path({str(tmp_path)!r})).writing():\n"
        "    print('held', flush=True); sys.stdin.readline()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with (
            pytest.raises(IndexLocked, match=f"process {other.pid}"),
            Generations(tmp_path).writing(),
        ):
            pass
        other.kill()
    with Generations(tmp_path).writing():
        pass


def test_a_check_that_fails_publishes_nothing(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    with generations.writing():
        writer = generations.begin()
        writer.put(WARS, (RAID,))
        finish(writer, "whoosh", (RAID,))
        with pytest.raises(IndexDamaged):
            generations.check(writer.generation, [STRIKE])
    assert generations.current() is None


def test_no_index_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="loccit index seeds"):
        Generations(tmp_path).open()
    with pytest.raises(EngineUnavailable, match="no engine"):
        Generations(tmp_path, "lucene").begin()


@pytest.mark.parametrize(
    "current", ["", "../elsewhere", "gen-absent", "gen-x/../y", "\x00", "é" * 99]
)
def test_a_current_that_names_nothing_of_ours_opens_nothing(tmp_path: Path, current: str) -> None:
    build(tmp_path, RAID)
    (tmp_path / "CURRENT").write_bytes(current.encode("latin-1"))
    with pytest.raises((IndexMissing, IndexDamaged)):
        Generations(tmp_path).open()


class Harmful:
    """What a hostile index could hold: unpickled, it would write a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return os.mkdir, (str(self.path),)


def test_a_directory_without_our_manifest_is_never_unpickled(tmp_path: Path) -> None:
    name = build(tmp_path, RAID)
    trap = tmp_path / "sprung"
    for path in (tmp_path / name).glob("*.toc"):
        path.write_bytes(pickle.dumps(Harmful(trap)))
    (tmp_path / name / "manifest.json").write_text("{}")
    with pytest.raises(IndexDamaged):
        Generations(tmp_path).open()
    assert not trap.exists()


def test_damage_to_any_file_is_an_error_that_says_so(tmp_path: Path) -> None:
    name = build(tmp_path, RAID, STRIKE)
    files = [path for path in sorted((tmp_path / name).iterdir()) if "LOCK" not in path.name]
    assert len(files) >= 5
    for path in files:
        whole = path.read_bytes()
        for damaged in (b"", whole[: len(whole) // 2], b"garbage" * 20):
            if damaged == whole:
                continue
            path.write_bytes(damaged)
            with pytest.raises(IndexDamaged):
                Generations(tmp_path).open()
        path.write_bytes(whole)
    Generations(tmp_path).open().close()


def test_a_reader_follows_the_index_and_keeps_what_it_holds(tmp_path: Path) -> None:
    in_service = InService(engines.store(tmp_path))
    with pytest.raises(IndexMissing):
        in_service.engine()
    build(tmp_path, RAID)
    before = in_service.engine()
    assert in_service.engine() is before
    for _ in range(3):
        build(tmp_path, STRIKE)
    assert before.passage(RAID.address, NEVER) == RAID
    assert in_service.engine().passage(STRIKE.address, NEVER) == STRIKE


@pytest.mark.parametrize("engine", ["whoosh", "memory"])
def test_a_generation_begins_with_what_another_holds(tmp_path: Path, engine: str) -> None:
    base = build(tmp_path, RAID, STRIKE, engine=engine)
    store = engines.store(tmp_path, engine)
    with store.writing():
        writer = store.begin(base=base)
        writer.put(PEACE, (TRUCE,))
        whole = manifest(engine, {"wars": (RAID, STRIKE), "peace/one": (TRUCE,)})
        writer.finish(replace(whole, generation=writer.generation))
        store.check(writer.generation, [RAID, STRIKE, TRUCE])
        store.publish(writer.generation)
    assert store.open().manifest.passages == 3


@pytest.mark.parametrize("engine", ["whoosh", "memory"])
def test_what_is_forgotten_is_gone_but_never_what_is_in_service(
    tmp_path: Path, engine: str
) -> None:
    before, current = (build(tmp_path, RAID, engine=engine) for _ in range(2))
    store = engines.store(tmp_path, engine)
    for name in (before, current, "gen-absent", "../elsewhere"):
        store.forget(name)
    assert folders(tmp_path) == [current]
    store.open().close()
