"""How many exports run at once: each holds a thread of the server while its bytes flow."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from loccit.web.errors import Busy

MOST = 4
"""Of the server's threads, so that others stay free for pages."""


class Turn:
    """A place among the exports that run; ended once, by whoever comes first."""

    def __init__(self, free: BoundedSemaphore, making: Lock) -> None:
        self._free = free
        self._making = making
        self._lock = Lock()
        self._ended = False

    def end(self) -> None:
        with self._lock:
            if not self._ended:
                self._ended = True
                self._free.release()

    def each_at_its_time(self, pieces: Iterator[str]) -> Iterator[str]:
        """The pieces, then the end of the turn; while one is made, no other export makes one."""
        try:
            while (piece := self._made(pieces)) is not None:
                yield piece
        finally:
            self.end()

    def _made(self, pieces: Iterator[str]) -> str | None:
        with self._making:
            return next(pieces, None)


class AtOnce:
    def __init__(self, most: int = MOST) -> None:
        self._free = BoundedSemaphore(most)
        self._making = Lock()
        """Together, exports take no more of the processor than one does."""

    @contextmanager
    def turn(self) -> Iterator[Turn]:
        """Raises Busy where as many run as may; ended at once where what follows fails."""
        if not self._free.acquire(blocking=False):
            raise Busy
        turn = Turn(self._free, self._making)
        try:
            with self._making:
                yield turn
        except BaseException:
            turn.end()
            raise
