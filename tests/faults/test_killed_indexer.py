"""An indexer killed at any moment leaves the old index or the new one, whole."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from loccit.engines.deadline import NEVER
from loccit.engines.errors import IndexMissing
from loccit.engines.generations import Generations
from loccit.indexer.command import STOPPED
from loccit.indexer.extractions import FILE

ROOT = Path(__file__).parents[2]


def indexer(seeds: Path, index: Path, stderr: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """A build that Ctrl+C reaches, even where the tests run behind a shell's `&`."""
    return subprocess.Popen(
        [sys.executable, "-m", "loccit", "index", str(seeds), "--index", str(index), "--model", ""],
        stdout=subprocess.DEVNULL,
        stderr=stderr,
        cwd=ROOT,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def seeds(place: Path, word: str, documents: int) -> Path:
    place.mkdir(exist_ok=True)
    for number in range(documents):
        text = "\n".join(f"{word} {number} passage {line}.[{line}]" for line in range(40))
        (place / f"d{number}.txt").write_text(text)
    return place


def first_words(index: Path) -> set[str]:
    """The first words of all passages; more than one would be a mixture of two builds."""
    engine = Generations(index, "whoosh").open()
    try:
        manifest = engine.manifest
        found = [p.text for d in engine.documents() for p in engine.passages(d.id, 1, 1000, NEVER)]
        assert len(found) == manifest.passages
        return {text.split()[0] for text in found}
    finally:
        engine.close()


@pytest.mark.slow
def test_a_killed_indexer_leaves_the_old_or_the_new_index_whole(tmp_path: Path) -> None:
    index = tmp_path / "index"
    began = time.monotonic()
    assert indexer(seeds(tmp_path / "seeds", "old", 20), index).wait() == 0
    whole = time.monotonic() - began
    seeds(tmp_path / "seeds", "new", 20)
    rng = random.Random(48)
    for _ in range(8):
        process = indexer(tmp_path / "seeds", index)
        time.sleep(rng.uniform(0.2, 1.1) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert first_words(index) in ({"old"}, {"new"})
    assert indexer(tmp_path / "seeds", index).wait() == 0
    assert first_words(index) == {"new"}
    left = [path for path in index.iterdir() if path.is_dir() and not path.name.startswith(".")]
    assert len(left) <= 2


def test_a_first_build_that_is_interrupted_leaves_no_index(tmp_path: Path) -> None:
    place = seeds(tmp_path / "seeds", "first", 60)
    process = indexer(place, tmp_path / "index")
    time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    assert process.wait() != 0
    with pytest.raises(IndexMissing):
        Generations(tmp_path / "index", "whoosh").open()


def kept(index: Path) -> int:
    """How many extractions are kept, 0 where there is no file of them yet."""
    try:
        with closing(sqlite3.connect(f"file:{index / FILE}?mode=ro", uri=True)) as rows:
            return int(rows.execute("SELECT count(*) FROM extraction").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_what_was_read_before_ctrl_c_is_kept_and_the_index_in_service_stays(
    tmp_path: Path,
) -> None:
    place, index = seeds(tmp_path / "seeds", "old", 3), tmp_path / "index"
    assert indexer(place, index).wait() == 0
    seeds(place, "new", 400)
    process = indexer(place, index, stderr=subprocess.PIPE)
    while kept(index) < 50:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130
    assert said.decode().strip() == STOPPED
    assert 50 <= kept(index) < 403
    assert first_words(index) == {"old"}
