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
from typing import Protocol

from filelock import FileLock, Timeout

from loccit import engines
from loccit.engines.deadline import NEVER
from loccit.engines.engine import CACHE_BYTES, Engine
from loccit.engines.errors import EngineError, IndexDamaged, IndexLocked, IndexMissing
from loccit.engines.store import Store, Writer
from loccit.model.documents import Passage

_PREFIX = "gen-"
_KEPT = 1
"""Generations kept behind the one in service."""
_MOST_NAMES = 10**9


class FolderEngine(Protocol):
    """An engine whose generations are folders."""

    @classmethod
    def open_folder(cls, folder: Path, cache_bytes: int) -> Engine:
        """Open a finished generation; raises IndexDamaged if it isn't whole and ours."""

    @classmethod
    def begin_folder(cls, folder: Path, workers: int) -> Writer:
        """Start a new, empty generation in a folder that doesn't exist yet."""


class Generations:
    """The generations of the index at `index`, of one engine: a `Store`."""

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
            self._name_holder()
            self._clear(self._kept())
            yield
        finally:
            (self._index / ".writer").unlink(missing_ok=True)
            lock.release()

    def _name_holder(self) -> None:
        began = datetime.now(UTC).isoformat(timespec="seconds")
        (self._index / ".writer").write_text(f"process {os.getpid()}, since {began}")

    def _holder(self) -> str:
        try:
            return (self._index / ".writer").read_text()
        except OSError:
            return "just begun"

    def begin(self, base: str | None = None, workers: int = 0) -> Writer:
        """A new generation, empty or with what `base` holds.

        A name is never used twice, or readers would take the new generation for the old.
        """
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        taken = [int(path.name[-4:]) for path in self._index.glob(f"{_PREFIX}{stamp}-????")]
        name = f"{_PREFIX}{stamp}-{max(taken, default=0) + 1:04d}"
        writer = self._folders().begin_folder(self._index / name, workers)
        if base is not None:
            self._copy(base, writer)
        return writer

    def _copy(self, base: str, writer: Writer) -> None:
        opened = self._open(base)
        try:
            for document in opened.documents():
                count = opened.count(document.id, NEVER)
                last = count and _MOST_NAMES
                passages = opened.passages(document.id, 1, last, NEVER)
                writer.put(document, passages, opened.formers(document.id))
            writer.put_names(opened.names("", 0, _MOST_NAMES).names)
        finally:
            opened.close()

    def _folders(self) -> type[FolderEngine]:
        folders: type[FolderEngine] = engines.engine(self._engine)
        return folders

    def _open(self, name: str) -> Engine:
        return self._folders().open_folder(self._index / name, self._cache_bytes)

    def check(self, generation: str, sample: Sequence[Passage]) -> None:
        """Open the generation and ask the sample back; raises IndexDamaged."""
        opened = self._open(generation)
        try:
            for passage in sample:
                if opened.passage(passage.address, NEVER) != passage:
                    raise IndexDamaged(self._index, f"{passage.id} did not come back as written")
        finally:
            opened.close()

    def publish(self, generation: str) -> None:
        """Put the generation in service by one atomic rename, and drop those no reader holds."""
        before = self.current()
        fresh = self._index / "CURRENT.new"
        with fresh.open("w", encoding="utf-8") as file:
            file.write(generation)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self._index / "CURRENT")
        _sync(self._index)
        self._clear({generation, *([before] if before else [])})

    def current(self) -> str | None:
        """The generation in service, None if there is none."""
        try:
            name = (self._index / "CURRENT").read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return None
        return name or None

    def open(self) -> Engine:
        """The generation in service, open; raises IndexMissing or IndexDamaged."""
        for _ in range(3):
            name = self.current()
            if name is None:
                raise IndexMissing(self._index)
            if not name.startswith(_PREFIX) or "/" in name or "\\" in name:
                raise IndexDamaged(self._index, "CURRENT names no generation")
            try:
                return self._open(name)
            except EngineError:
                if self.current() == name:
                    raise
        raise IndexDamaged(self._index, "it changes faster than it can be opened")

    def forget(self, generation: str) -> None:
        """Drop a generation that isn't in service; an unknown one is not an error."""
        is_ours = generation.startswith(_PREFIX) and "/" not in generation
        if is_ours and generation != self.current():
            shutil.rmtree(self._index / generation, ignore_errors=True)

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
    """The engine of the generation in service, opened again when another is published.

    Requests that hold the engine before go on reading it: its files stay open until the last
    of them lets go.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._opened: Engine | None = None

    def engine(self) -> Engine:
        """Raises IndexMissing or IndexDamaged."""
        current = self._store.current()
        opened = self._opened
        if opened is not None and current in (opened.manifest.generation, None):
            return opened
        with self._lock:
            if self._opened is None or self._is_old(self._opened):
                self._opened = self._store.open()
            return self._opened

    def _is_old(self, opened: Engine) -> bool:
        return opened.manifest.generation != self._store.current()
