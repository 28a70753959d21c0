"""Where an index is kept: what a builder writes to, and what puts a generation into service.

A generation is one built index, complete. A writer fills a new one beside the one in service; it
is checked, and only then published. `loccit/engines/generations.py` keeps generations in a folder;
an engine on a server can keep them as indexes with an alias.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from loccit.engines.engine import Engine
from loccit.engines.errors import IndexDamaged
from loccit.engines.manifest import Manifest
from loccit.engines.signing import Signed
from loccit.model.documents import Document, Former, Passage
from loccit.model.names import Name


@dataclass(frozen=True, slots=True)
class Served:
    """An open generation; with `damage`, it is the one before that in service, which is damaged."""

    engine: Engine
    damage: IndexDamaged | None = None

    @property
    def notice(self) -> str:
        """What a reader is told; "" while the generation in service is the one served."""
        if self.damage is None:
            return ""
        built = self.engine.manifest.built[:16].replace("T", ", ")
        return f"The newest index is damaged. This is the index of {built} UTC."


@dataclass(frozen=True, slots=True)
class Sound:
    """A generation all of whose files are as they were written, and who vouches for it."""

    manifest: Manifest
    signed: Signed


class Writer(Protocol):
    """A generation being filled; nothing of it is read before `finish`."""

    generation: str
    """Its name, which is never used twice."""

    def put(
        self, document: Document, passages: Iterable[Passage], formers: Iterable[Former] = ()
    ) -> None:
        """Store a document, its passages, by number, and what passages of it once were, in place
        of any it had before."""

    def remove(self, document: str) -> None:
        """Forget a document; an unknown one is not an error."""

    def put_names(self, names: Iterable[Name]) -> None:
        """Store the names, in place of those stored before."""

    def finish(self, manifest: Manifest) -> None:
        """Write everything through, the manifest last."""

    def abandon(self) -> None:
        """Drop what was written."""


class Store(Protocol):
    """The generations of one index, of one engine."""

    def writing(self) -> AbstractContextManager[None]:
        """Be the single writer; raises IndexLocked at once if another run is."""

    def begin(self, base: str | None = None, workers: int = 0) -> Writer:
        """A new generation: empty, or holding what the generation `base` holds.

        `workers` processes may help to write it, 0 is one a core; it is the same whatever that is.
        Raises EngineUnavailable where the engine can't begin from a base.
        """

    def check(self, generation: str, sample: Sequence[Passage]) -> None:
        """Open the generation and ask the sample back; raises IndexDamaged."""

    def publish(self, generation: str) -> None:
        """Put the generation in service, at once for every reader that opens the index next."""

    def current(self) -> str | None:
        """The generation in service, None if there is none."""

    def open(self) -> Engine:
        """The generation in service, open; raises IndexMissing or IndexDamaged."""

    def serve(self, damage: IndexDamaged | None = None) -> Served:
        """The generation in service, open, or where that is damaged the newest whole one before
        it; `damage` is what was found in it since it was opened. Raises IndexMissing, or
        IndexDamaged where none is whole."""

    def sound(self, generation: str) -> Sound:
        """Read all that a generation holds and compare it with what was written; raises
        IndexDamaged."""

    def vouch(self, generation: str) -> Sound:
        """Sign a whole generation with this machine's key; raises IndexDamaged."""

    def kept(self) -> tuple[str, ...]:
        """The generations that are or were in service, the newest first."""

    def seen(self, generations: Sequence[str]) -> object:
        """What can be seen of generations without reading them: another value when a part of one
        was changed."""

    def forget(self, generation: str) -> None:
        """Drop a generation that isn't in service; an unknown one is not an error."""
