"""What was decoded of an index, the least recently used forgotten beyond a number of bytes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

_OVERHEAD = 200
"""Bytes of an entry besides what it holds, about."""


class Sized(Protocol):
    @property
    def nbytes(self) -> int: ...


S = TypeVar("S", bound=Sized)


class Cache:
    """Safe to use from several threads; what it gives is shared and not to be changed."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._kept: OrderedDict[Hashable, Sized] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    @property
    def nbytes(self) -> int:
        return self._bytes

    def get(self, key: Hashable, kind: type[S]) -> S | None:
        """What is kept under `key`, if it is of that kind."""
        with self._lock:
            kept = self._kept.get(key)
            if not isinstance(kept, kind):
                return None
            self._kept.move_to_end(key)
            return kept

    def keep(self, key: Hashable, value: S) -> S:
        """`value`, kept unless it alone is more than may be kept."""
        size = value.nbytes + _OVERHEAD
        with self._lock:
            before = self._kept.pop(key, None)
            self._bytes -= before.nbytes + _OVERHEAD if before is not None else 0
            if size <= self._most:
                self._kept[key] = value
                self._bytes += size
            while self._bytes > self._most:
                _, dropped = self._kept.popitem(last=False)
                self._bytes -= dropped.nbytes + _OVERHEAD
        return value

    def made(self, key: Hashable, kind: type[S], make: Callable[[], S]) -> S:
        """What is kept, or else made; two threads may both make it."""
        kept = self.get(key, kind)
        return self.keep(key, make()) if kept is None else kept

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
            self._bytes = 0
