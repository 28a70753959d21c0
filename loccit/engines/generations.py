"""Generations in a folder: one writer, one atomic rename, always an index that answers.

`index/CURRENT` names the generation in service. A build fills `index/gen-…` beside it; only a
checked one is published. The generation before stays while a reader may hold it, and is what is
served where the one in service turns out to be damaged.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from loccit import engines
from loccit.engines import folder, sealing
from loccit.engines.deadline import NEVER
from loccit.engines.engine import CACHE_BYTES, Engine
from loccit.engines.errors import EngineError, IndexDamaged, IndexLocked, IndexMissing
from loccit.engines.in_service import InService
from loccit.engines.sealing import Sealed
from loccit.engines.store import Served, Sound, Writer
from loccit.model.documents import Passage

__all__ = ["FolderEngine", "Generations", "InService"]

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
        folder.refuse_what_is_in_the_way(self._index)
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
        own = f"gen-{stamp}-"
        there = (name for name in folder.generations(self._index) if name.startswith(own))
        name = f"{own}{max((int(each[len(own) :]) for each in there), default=0) + 1:04d}"
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
        if not folder.is_generation(name) or (self._index / name).is_symlink():
            raise IndexDamaged(self._index, f"{name[:40]} is no generation")
        opened = self._folders().open_folder(self._index / name, self._cache_bytes)
        if opened.manifest.generation != name:
            opened.close()
            raise IndexDamaged(self._index, f"{name} holds another generation's files")
        return opened

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
        """Put the generation in service by one atomic rename, and drop those that no reader needs.

        The whole one before it stays: the one that was in service, unless it is damaged.
        """
        before = self._whole_before(generation)
        folder.put_in_service(self._index, generation)
        self._clear({generation, *before})

    def _whole_before(self, generation: str) -> tuple[str, ...]:
        for name in self._published(generation):
            try:
                self.sound(name)
            except EngineError:
                continue
            return (name,)
        return ()

    def _published(self, before: str = "") -> list[str]:
        """Those that were or are in service, the newest first; none after the one in service."""
        current = self.current()
        return [
            name
            for name in reversed(folder.generations(self._index))
            if (not current or name <= current)
            and (not before or name < before)
            and (self._index / name / sealing.MANIFEST).is_file()
        ]

    def current(self) -> str | None:
        """The generation in service, None if there is none."""
        try:
            named = folder.in_service(self._index)
        except IndexDamaged:
            return None
        return named[0] if named else None

    def open(self) -> Engine:
        """The generation in service, open; raises IndexMissing or IndexDamaged."""
        for _ in range(3):
            named = folder.in_service(self._index)
            if named is None:
                raise IndexMissing(self._index)
            name, manifest = named
            try:
                opened = self._open(name)
                return self._as_named(opened, manifest)
            except EngineError:
                if self.current() == name:
                    raise
        raise IndexDamaged(self._index, "it changes faster than it can be opened")

    def _as_named(self, opened: Engine, manifest: str) -> Engine:
        """The engine, if its manifest is the one that `CURRENT` names; raises IndexDamaged."""
        name = opened.manifest.generation
        if manifest and sealing.manifest_digest(self._index / name) != manifest:
            opened.close()
            raise IndexDamaged(self._index, f"CURRENT names another {name} than there is")
        return opened

    def serve(self, damage: IndexDamaged | None = None) -> Served:
        """The generation in service, open, or where that is damaged the newest whole one before
        it; `damage` is what was found in it since it was opened.

        Raises IndexMissing, or IndexDamaged where none is whole.
        """
        if damage is None:
            try:
                return Served(self.open())
            except IndexDamaged as error:
                damage = error
        for name in self._published(self.current() or ""):
            try:
                return Served(self._open(name), damage)
            except EngineError:
                continue
        raise damage

    def sound(self, generation: str) -> Sound:
        """Read all of a generation's files and compare them with its list; raises IndexDamaged."""
        if not folder.is_generation(generation) or (self._index / generation).is_symlink():
            raise IndexDamaged(self._index, f"{generation[:40]} is no generation")
        sealed = Sealed.opened(self._index / generation, self._engine)
        try:
            sealed.verify()
        finally:
            sealed.close()
        if sealed.manifest.generation != generation:
            raise IndexDamaged(self._index, f"{generation} holds another generation's files")
        return Sound(sealed.manifest, sealed.signed)

    def vouch(self, generation: str) -> Sound:
        """Sign a generation with this machine's key, if it is whole; raises IndexDamaged."""
        manifest = self.sound(generation).manifest
        place = self._index / generation
        return Sound(manifest, sealing.vouch(place, sealing.manifest_of(place)))

    def kept(self) -> tuple[str, ...]:
        """The generations that are or were in service, the newest first."""
        return tuple(self._published())

    def seen(self, generations: Sequence[str]) -> object:
        """Another value when a file of these generations was changed."""
        return folder.seen(self._index, tuple(generations))

    def forget(self, generation: str) -> None:
        """Drop a generation that isn't in service; an unknown one is not an error."""
        if folder.is_generation(generation) and generation != self.current():
            shutil.rmtree(self._index / generation, ignore_errors=True)

    def _kept(self) -> set[str]:
        """What a new run keeps: the one in service and the one before it."""
        published = self._published()
        current = self.current()
        before = [name for name in published if name != current][:1]
        return {*([current] if current else []), *before}

    def _clear(self, kept: set[str]) -> None:
        """Remove the debris of runs that died and generations that no reader needs."""
        for name in folder.generations(self._index):
            if name not in kept:
                shutil.rmtree(self._index / name, ignore_errors=True)
        (self._index / "CURRENT.new").unlink(missing_ok=True)
