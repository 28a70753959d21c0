"""A client's connection, which is dropped when the client neither asks nor takes anything.

Waitress reads and writes all connections in one thread, so that one which is merely open costs
nothing but its socket; how long each may be so is decided here.
"""

import socket
import time
from contextlib import suppress
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import WSGITask

from loccit.web.serving.lanes import REFUSED, Refusal
from loccit.web.serving.limits import LEAST_A_SECOND

_HALF_SENT = 3
"""A request is to be there in this part of the patience with a client that has asked nothing."""
_LINGERS = 2.0
"""Seconds in which a client may read why its body isn't."""
_MOST_THROWN_AWAY = 4 * 2**20


class _Request(HTTPRequestParser):  # type: ignore[misc]
    def received(self, data: bytes) -> int:
        """A body that is too large is not asked for, even by a client that would wait for that."""
        taken: int = super().received(data)
        if self.error:
            self.expect_continue = False
        return taken


class _Task(WSGITask):  # type: ignore[misc]
    def get_environment(self) -> dict[str, Any]:
        environ: dict[str, Any] = super().get_environment()
        if self.channel.refused:
            environ[REFUSED] = self.channel.refused
        return environ


class Connection(HTTPChannel):  # type: ignore[misc]
    parser_class = _Request
    task_class = _Task
    refused: Refusal | None = None
    close_when_flushed: bool
    last_activity: float

    def __init__(self, *given: Any, **named: Any) -> None:
        self._began: float | None = time.monotonic()
        self._lingers_until: float | None = None
        self._is_in_error = False
        self._thrown_away = 0
        self._sent = 0
        self._marked = (0.0, 0)
        """Since when so many bytes had been sent; 0 while there is nothing to send."""
        super().__init__(*given, **named)

    def received(self, data: bytes) -> bool:
        if self._lingers_until is not None:
            self._thrown_away += len(data)
            if self._thrown_away > _MOST_THROWN_AWAY:
                self.handle_close()
            return False
        before = self.request
        going_on: bool = super().received(data)
        if self.request is not before or self.request is None:
            self._began = None if self.request is None else time.monotonic()
        return going_on

    def send(self, data: bytes, do_close: bool = True) -> int:
        sent: int = super().send(data, do_close=do_close)
        self._sent += sent
        return sent

    def service(self) -> None:
        if self.requests:
            self._is_in_error = bool(self.requests[0].error)
            super().service()

    def handle_write(self) -> None:
        """As waitress does; but a client whose request was wrong may read so before the end.

        To close while it is still sending would reset the connection, and lose the answer.
        """
        if not self._is_in_error or self.will_close:
            super().handle_write()
            return
        self._flush_exception(self._flush_some)
        if self.close_when_flushed and not self.total_outbufs_len:
            self.close_when_flushed = False
            self._lingers_until = time.monotonic() + _LINGERS
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_WR)

    def readable(self) -> bool:
        return bool(self.connected and super().readable())

    def writable(self) -> bool:
        return bool(self.connected and super().writable())

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being done for it: it is open, or half of a request was sent."""
        return not self.requests and not self.total_outbufs_len

    def is_overdue(self, now: float, patience: float) -> bool:
        """Whether its client has been waited for long enough; to be asked now and then."""
        if self._lingers_until is not None:
            return now > self._lingers_until
        if not self.is_idle:
            return self._is_stalled(now, patience)
        self._marked = (0.0, 0)
        if self._began is not None:
            return now - self._began > patience / _HALF_SENT
        return time.time() - self.last_activity > patience

    def _is_stalled(self, now: float, patience: float) -> bool:
        since, sent = self._marked
        flows = self._sent - sent >= LEAST_A_SECOND * patience
        if flows or not since or not self.total_outbufs_len:
            self._marked = (now, self._sent)
            return False
        return now - since > patience
