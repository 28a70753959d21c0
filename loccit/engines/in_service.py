"""The generation that is served: opened again when another is published, left when it is damaged.

A served index may be damaged while it is read. Its files are looked at every second, a large one
is read through once in the background, and what is read of it is compared block by block; whatever
tells of the damage, the generation before is served from then on.
"""

import logging
import threading
from dataclasses import dataclass
from time import monotonic

from loccit.engines.engine import Engine
from loccit.engines.errors import IndexDamaged
from loccit.engines.sealing import is_read_whole
from loccit.engines.store import Served, Store

_EVERY = 1.0
"""Seconds between two looks at the files."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was there when it was last opened: what `CURRENT` named, what could be seen of the
    files, and what is served, or why nothing is."""

    named: str | None
    seen: object
    served: Served | IndexDamaged


class InService:
    """Safe to ask from several threads.

    Requests that hold the engine before go on reading it: its files stay open until the last of
    them lets go.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._found: _Found | None = None
        self._look_at = 0.0

    def engine(self) -> Engine:
        """Raises IndexMissing or IndexDamaged."""
        return self.served().engine

    def served(self) -> Served:
        """Raises IndexMissing or IndexDamaged."""
        found = self._found
        if found is None or self._is_other(found):
            with self._lock:
                if self._found is found:
                    self._open(None)
            found = self._found
        if found is None:
            raise RuntimeError("nothing was opened")
        if isinstance(found.served, IndexDamaged):
            raise found.served
        return found.served

    def distrust(self, served: Served, damage: IndexDamaged) -> None:
        """Leave what is served for the generation before it, since damage was found in it."""
        with self._lock:
            is_served = self._found is not None and self._found.served is served
            if is_served and served.damage is None:
                self._open(damage)

    def _is_other(self, found: _Found) -> bool:
        """Whether something else is to be served than was found; files are looked at in turns.

        While `CURRENT` is gone, what is open is served on.
        """
        current = self._store.current()
        if current != found.named and (current is not None or _is_damage(found)):
            return True
        if monotonic() < self._look_at:
            return False
        self._look_at = monotonic() + _EVERY
        return self._look(found.named, found.served) != found.seen

    def _look(self, named: str | None, served: Served | IndexDamaged) -> object:
        own = "" if isinstance(served, IndexDamaged) else served.engine.manifest.generation
        return self._store.seen([own, named or ""])

    def _open(self, damage: IndexDamaged | None) -> None:
        """With the lock held; raises IndexMissing."""
        named, served = self._store.current(), self._serve(damage)
        self._look_at = monotonic() + _EVERY
        self._found = _Found(named, self._look(named, served), served)
        if isinstance(served, IndexDamaged):
            _log.error("%s", served)
        elif served.damage is not None:
            _log.error("%s %s", served.notice, served.damage)
        elif not is_read_whole(served.engine.manifest):
            threading.Thread(target=self._read_through, args=(served,), daemon=True).start()

    def _serve(self, damage: IndexDamaged | None) -> Served | IndexDamaged:
        try:
            return self._store.serve(damage)
        except IndexDamaged as error:
            return error

    def _read_through(self, served: Served) -> None:
        try:
            self._store.sound(served.engine.manifest.generation)
        except IndexDamaged as error:
            self.distrust(served, error)


def _is_damage(found: _Found) -> bool:
    return isinstance(found.served, IndexDamaged)
