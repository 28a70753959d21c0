"""Generations in a folder: one writer, one atomic rename, always an index that answers.

`index/CURRENT` names the generation in service. A build fills `index/gen-…` beside it; only a
checked one is published. The generation before stays while a reader may hold it.
"""

import os
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from loccit import engines
from loccit.engines.engine import CACHE_BYTES, Engine, Writer
from loccit.engines.errors import EngineError, IndexDamaged, IndexLocked, IndexMissing
from loccit.model.documents import Passage

_PREFIX = "gen-"
_KEPT = 1
"""Generations kept behind the one in service."""


class Generations:
    """The generations of the index at `index`, of one engine."""

    def __init__(self, index: Path, engine: str = "whoosh", cache_bytes: int = CACHE_BYTES) -> None:
        self._index = index
        self._engine = engine
        self._cache_bytes = cache_bytes

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the single writer; raises IndexLocked at once if another run is."""
        self._index.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self._index / ".lock")
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise IndexLocked(self._index, self._holder()) from error
        try:
            self._say_holder()
            self._clear(self._kept())
            yield
        finally:
            (self._index / ".writer").unlink(missing_ok=True)
            lock.release()

    def _say_holder(self) -> None:
        began = datetime.now(UTC).isoformat(timespec="seconds")
        (self._index / ".writer").write_text(f"process {os.getpid()}, since {began}")

    def _holder(self) -> str:
        try:
            return (self._index / ".writer").read_text()
        except OSError:
            return "just begun"

    def begin(self, workers: int = 0) -> tuple[str, Writer]:
        """A new, empty generation: its name and what fills it.

        A name is never used twice, or readers would take the new generation for the old.
        """
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        taken = [int(path.name[-4:]) for path in self._index.glob(f"{_PREFIX}{stamp}-????")]
        name = f"{_PREFIX}{stamp}-{max(taken, default=0) + 1:04d}"
        return name, engines.engine(self._engine).begin(self._index / name, workers)

    def check(self, name: str, sample: Sequence[Passage]) -> None:
        """Open the generation and ask the sample back; raises IndexDamaged."""
        opened = engines.engine(self._engine).open(self._index / name)
        try:
            for passage in sample:
                if opened.passage(passage.id) != passage:
                    raise IndexDamaged(self._index, f"{passage.id} did not come back as written")
        finally:
            opened.close()

    def publish(self, name: str) -> None:
        """Put the generation in service by one atomic rename, and drop those no reader holds."""
        before = self.current()
        fresh = self._index / "CURRENT.new"
        with fresh.open("w", encoding="utf-8") as file:
            file.write(name)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self._index / "CURRENT")
        _sync(self._index)
        self._clear({name, *([before] if before else [])})

    def current(self) -> str | None:
        """The generation in service, None if there is none."""
        try:
            name = (self._index / "CURRENT").read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return None
        return name or None

    def open(self) -> Engine:
        """The generation in service, open; raises IndexMissing or IndexDamaged."""
        return self.opened()[1]

    def opened(self) -> tuple[str, Engine]:
        """The name of the generation in service, and it, open; raises as `open` does."""
        for _ in range(3):
            name = self.current()
            if name is None:
                raise IndexMissing(self._index)
            if not name.startswith(_PREFIX) or "/" in name or "\\" in name:
                raise IndexDamaged(self._index, "CURRENT names no generation")
            try:
                opened = engines.engine(self._engine).open(self._index / name, self._cache_bytes)
                return name, opened
            except EngineError:
                if self.current() == name:
                    raise
        raise IndexDamaged(self._index, "it changes faster than it can be opened")

    def _kept(self) -> set[str]:
        """What a new run keeps: the one in service and the one before it."""
        current = self.current()
        older = sorted(
            path.name
            for path in self._index.glob(f"{_PREFIX}*")
            if (path / "manifest.json").exists() and path.name != current
        )
        return {*([current] if current else []), *older[-_KEPT:]}

    def _clear(self, kept: set[str]) -> None:
        """Remove the debris of runs that died and generations that no reader needs."""
        for path in self._index.glob(f"{_PREFIX}*"):
            if path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)
        (self._index / "CURRENT.new").unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """The rename itself reaches the disk only with its folder; not every system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class InService:
    """The engine of the generation in service, opened anew when CURRENT moves.

    Requests that hold the engine before go on reading it: its files stay open until the last
    of them lets go.
    """

    def __init__(self, index: Path, engine: str = "whoosh", cache_bytes: int = CACHE_BYTES) -> None:
        self._generations = Generations(index, engine, cache_bytes)
        self._lock = threading.Lock()
        self._name: str | None = None
        self._open: Engine | None = None

    def engine(self) -> Engine:
        """Raises IndexMissing or IndexDamaged."""
        name = self._generations.current()
        opened = self._open
        if opened is not None and (name == self._name or name is None):
            return opened
        with self._lock:
            if self._open is None or self._name != self._generations.current():
                self._name, self._open = self._generations.opened()
            return self._open
