"""How many exports run at once: each holds a thread of the server until its last byte is sent."""

from threading import BoundedSemaphore, Lock

MOST = 4
"""Of the server's threads, so that others stay free for pages."""


class Turn:
    """A place among the exports that run; ended once, by whoever comes first."""

    def __init__(self, free: BoundedSemaphore) -> None:
        self._free = free
        self._lock = Lock()
        self._ended = False

    def end(self) -> None:
        with self._lock:
            if not self._ended:
                self._ended = True
                self._free.release()


class AtOnce:
    def __init__(self, most: int = MOST) -> None:
        self._free = BoundedSemaphore(most)

    def turn(self) -> Turn | None:
        """None where as many run as may."""
        return Turn(self._free) if self._free.acquire(blocking=False) else None
