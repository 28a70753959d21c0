"""An indexer killed at any moment leaves the old index or the new one, whole."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from loccit.engines.deadline import NEVER
from loccit.engines.errors import IndexMissing
from loccit.engines.generations import Generations

ROOT = Path(__file__).parents[2]


def indexer(seeds: Path, index: Path) -> subprocess.Popen[bytes]:
    """A build that Ctrl+C reaches, even where the tests run behind a shell's `&`."""
    return subprocess.Popen(
        [sys.executable, "-m", "loccit", "index", str(seeds), "--index", str(index), "--model", ""],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
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
