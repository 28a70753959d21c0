"""When each passage first stood in the index, carried over from the generation in service.

A passage is known by its document and its text, so that one whose number has shifted is not new.
"""

from collections.abc import Sequence
from dataclasses import replace

from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine
from loccit.engines.errors import EngineError
from loccit.engines.store import Store
from loccit.model.documents import Passage


class Arrivals:
    """`now` is when this build began, in seconds since 1970."""

    def __init__(self, store: Store, now: int) -> None:
        self._before = _in_service(store)
        self._now = now

    def dated(self, document: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
        """The passages of `document`, each with when its text was first in it."""
        known = self._known(document)
        return tuple(
            replace(each, first_seen=known.get(each.key) or self._now) for each in passages
        )

    def _known(self, document: str) -> dict[str, int]:
        if self._before is None:
            return {}
        held = self._before.passages(document, 1, self._before.count(document, NEVER), NEVER)
        return {passage.key: passage.first_seen for passage in held}

    def close(self) -> None:
        if self._before is not None:
            self._before.close()


def _in_service(store: Store) -> Engine | None:
    """None where there is none, or none that can be read: then everything is new."""
    try:
        return store.open()
    except EngineError:
        return None
