"""What one client may take of the server, and all of them together."""

import select
from dataclasses import dataclass
from typing import Literal

LaneName = Literal["quick", "pages", "dear", "exports"]

MOST_BYTES = 64 * 2**10
"""Of a request's head, and of its body, which nothing here reads."""
PATIENCE = 30
"""Seconds that a client is waited for which takes nothing of its answer, or asks nothing more."""
HELD_BACK = 1.0
"""Seconds after which a refusal is sent, so that asking again at once costs little."""
LEAST_A_SECOND = 512
"""Bytes of an answer; who takes fewer throughout `PATIENCE` takes nothing."""
_MOST_CONNECTIONS = 1000
_BY_SELECT = 512
"""Sockets that `select` watches on Windows, as Python is built there."""
_KEPT = 64
"""File descriptors for what else a process opens."""


@dataclass(frozen=True, slots=True)
class Lane:
    """How many requests run at once, how many wait then, and how many of each may be one client's.

    None waits longer than `seconds`. A lane that `rests` leaves the processor alone after each
    request for as long as that took.
    """

    running: int
    running_of_one: int
    waiting: int
    waiting_of_one: int
    seconds: float = 10.0
    rests: bool = False


LANES: dict[LaneName, Lane] = {
    "quick": Lane(2, 2, 1000, 1000),
    "pages": Lane(4, 2, 400, 100),
    "dear": Lane(1, 1, 20, 4, rests=True),
    "exports": Lane(5, 3, 4, 0),
}


def connections() -> int:
    """How many may be open: as many as the system lets this process have, within reason."""
    if not hasattr(select, "poll"):
        return _BY_SELECT - _KEPT
    import resource

    files, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST_CONNECTIONS + 2 * _KEPT
    if files != resource.RLIM_INFINITY and files < wanted:
        files = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
        resource.setrlimit(resource.RLIMIT_NOFILE, (files, most))
    within = wanted if files == resource.RLIM_INFINITY else files
    return max(_KEPT, min(_MOST_CONNECTIONS, within - 2 * _KEPT))
