"""What came and what went since the generation in service: when each passage first stood in the
index, and what passages once were.

A passage is known by its document and its text, so that one whose number has shifted is not new.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine
from loccit.engines.errors import EngineError
from loccit.engines.store import Store
from loccit.model.documents import Former, Passage

FEWEST_FORMERS = 20
"""Former passages that are kept of any document; of a longer one as many as it has passages."""


class Arrivals:
    """`now` is when this build began, in seconds since 1970."""

    def __init__(self, store: Store, now: int) -> None:
        self._before = _in_service(store)
        self._now = now
        self._read: tuple[str, tuple[Passage, ...]] = ("", ())

    def dated(self, document: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
        """The passages of `document`, each with when its text was first in it."""
        known = {each.key: each.first_seen for each in self._held(document)}
        return tuple(
            replace(each, first_seen=known.get(each.key) or self._now) for each in passages
        )

    def formers(self, document: str, passages: Sequence[Passage]) -> tuple[Former, ...]:
        """What passages of `document` were that it has no more, the latest first; no more of them
        than it has passages, or FEWEST_FORMERS."""
        if self._before is None:
            return ()
        present = {each.key for each in passages}
        kept: dict[str, Former] = {}
        for each in self._held(document):
            kept[each.key] = Former(each.number, each.key, each.text, self._now)
        for former in self._before.formers(document):
            kept.setdefault(former.key, former)
        latest = (each for each in kept.values() if each.key not in present)
        return tuple(islice(latest, max(FEWEST_FORMERS, len(passages))))

    def _held(self, document: str) -> tuple[Passage, ...]:
        """The passages that the document had; read once for one document after another."""
        if self._before is None:
            return ()
        if self._read[0] != document:
            count = self._before.count(document, NEVER)
            self._read = (document, self._before.passages(document, 1, count, NEVER))
        return self._read[1]

    def close(self) -> None:
        if self._before is not None:
            self._before.close()


def _in_service(store: Store) -> Engine | None:
    """None where there is none, or none that can be read: then everything is new."""
    try:
        return store.serve().engine
    except EngineError:
        return None
