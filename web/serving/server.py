"""Waitress with bounds: connections that linger are dropped, and clients wait in lanes."""

import select
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer

from loccit.web.serving import limits
from loccit.web.serving.connection import Connection
from loccit.web.serving.dispatcher import Dispatcher
from loccit.web.serving.proxies import Proxies

_WAITING_IN_MEMORY = 2**20
"""Bytes of an answer that its client hasn't taken; whoever writes it then waits."""
_GRACE = 3.0
"""Seconds in which requests that have begun are answered when the server ends."""
_LOOKS = 1
"""Seconds between looks at what lingers."""


class _Listener(TcpWSGIServer):  # type: ignore[misc]
    """One address that is listened on."""

    channel_class = Connection
    most: int
    patience: float

    def maintenance(self, now: float) -> None:
        for connection in list(self.active_channels.values()):
            if connection.is_overdue(time.monotonic(), self.patience):
                connection.handle_close()

    def handle_accept(self) -> None:
        if len(self.active_channels) >= self.most:
            self._drop_one()
        super().handle_accept()

    def _drop_one(self) -> None:
        """That for which nothing is done, of the address with the most of them, longest silent."""
        idle = [each for each in self.active_channels.values() if each.is_idle]
        held = Counter(each.addr[0] for each in idle)
        if idle:
            min(idle, key=lambda each: (-held[each.addr[0]], each.last_activity)).handle_close()


@dataclass(frozen=True, slots=True)
class Server:
    listeners: tuple[_Listener, ...]
    dispatcher: Dispatcher
    sockets: dict[int, Any]

    @property
    def port(self) -> int:
        return int(self.listeners[0].effective_port)

    def run(self) -> None:
        """Until Ctrl+C, or until it is told to end; what has begun is then answered."""
        try:
            wasyncore.loop(timeout=_LOOKS, map=self.sockets, use_poll=_has_poll())
        except (KeyboardInterrupt, SystemExit):
            self._finish()
        finally:
            self.close()

    def _finish(self) -> None:
        for each in self.listeners:
            each.accepting = False
        until = time.monotonic() + _GRACE
        while self._is_busy() and time.monotonic() < until:
            wasyncore.loop(timeout=0.1, map=self.sockets, use_poll=_has_poll(), count=1)

    def _is_busy(self) -> bool:
        connections = [each for one in self.listeners for each in one.active_channels.values()]
        return not all(each.is_idle for each in connections) or not self.dispatcher.is_idle

    def close(self) -> None:
        self.dispatcher.shutdown()
        wasyncore.close_all(self.sockets, ignore_all=True)


def _has_poll() -> bool:
    return hasattr(select, "poll")


def listening(
    app: Callable[..., Any], host: str, port: int, *, prefix: str, proxies: Proxies, patience: float
) -> Server:
    """A server of `app` that listens on every address of `host`; raises OSError."""
    most = limits.connections()
    adjusted = Adjustments(
        host=host,
        port=port,
        url_prefix=prefix,
        ident=None,
        connection_limit=most + len(limits.LANES),
        cleanup_interval=_LOOKS,
        max_request_header_size=limits.MOST_BYTES,
        max_request_body_size=limits.MOST_BYTES + 1,
        outbuf_high_watermark=_WAITING_IN_MEMORY,
        log_socket_errors=False,
        clear_untrusted_proxy_headers=False,
    )
    sockets: dict[int, Any] = {}
    dispatcher = Dispatcher(limits.LANES, proxies, prefix)
    listeners: list[_Listener] = []
    for family, kind, protocol, address in adjusted.listen:
        same = (address[0], listeners[0].effective_port if listeners else port, *address[2:])
        place = (family, kind, protocol, (same[0], int(same[1]), *same[2:]))
        each = _Listener(app, sockets, dispatcher=dispatcher, adj=adjusted, sockinfo=place)
        each.most, each.patience = most, patience
        listeners.append(each)
    return Server(tuple(listeners), dispatcher, sockets)
