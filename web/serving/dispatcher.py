"""The threads that answer requests, each taking the one whose turn it is."""

import logging
import threading
import time
from collections.abc import Mapping

from loccit.web.serving.connection import Connection
from loccit.web.serving.lanes import Lanes, Ticket
from loccit.web.serving.limits import HELD_BACK, Lane, LaneName
from loccit.web.serving.proxies import Proxies
from loccit.web.serving.sorting import lane

_LOG = logging.getLogger("loccit")
_LOOKS = HELD_BACK / 4
"""Seconds between looks at what time alone makes due."""


class Dispatcher:
    """What waitress hands its connections to when a request is complete."""

    def __init__(self, lanes: Mapping[LaneName, Lane], proxies: Proxies, prefix: str) -> None:
        self._lanes: Lanes[Connection] = Lanes(lanes)
        self._proxies = proxies
        self._prefix = prefix
        self._changed = threading.Condition()
        self._ends = False
        for number in range(sum(each.running for each in lanes.values())):
            threading.Thread(target=self._work, name=f"answers-{number}", daemon=True).start()

    def add_task(self, connection: Connection) -> None:
        client, name = self._sorted(connection)
        connection.refused = None
        with self._changed:
            self._lanes.add(connection, client, name, time.monotonic())
            self._changed.notify()

    def _sorted(self, connection: Connection) -> tuple[str, LaneName]:
        request, peer = connection.requests[0], connection.addr[0]
        client = self._proxies.client(peer, request.headers.get("X_FORWARDED_FOR", ""))
        if request.error:
            return client, "quick"
        return client, lane(request.path.removeprefix(self._prefix), request.query)

    def _work(self) -> None:
        while ticket := self._taken():
            began = time.monotonic()
            ticket.task.refused = ticket.refused
            try:
                ticket.task.service()
            except BaseException:
                _LOG.exception("while answering %s", ticket.client)
            with self._changed:
                self._lanes.ended(ticket, began, time.monotonic())
                self._changed.notify()

    def _taken(self) -> Ticket[Connection] | None:
        """The next request, as soon as there is one; None at the end."""
        with self._changed:
            while not self._ends:
                ticket = self._lanes.next(time.monotonic())
                if ticket:
                    return ticket
                self._changed.wait(self._lanes.due_in(time.monotonic(), _LOOKS))
        return None

    def shutdown(self) -> None:
        with self._changed:
            self._ends = True
            for connection in self._lanes.emptied():
                connection.cancel()
            self._changed.notify_all()

    @property
    def is_idle(self) -> bool:
        with self._changed:
            return self._lanes.is_idle
