"""What a stranger does to a site, on loopback: connections that linger, and many that ask."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from urllib.parse import urlsplit

HALF = b"GET / HTTP/1.1\r\nHost: localhost\r\n"
"""A request that isn't finished."""


def connected(site: str, taking: int = 0) -> socket.socket:
    """A connection; with `taking` its system takes no more bytes than about that unasked."""
    place = urlsplit(site)
    assert place.hostname
    assert place.port
    made = socket.socket()
    if taking:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, taking)
    made.settimeout(10)
    made.connect((place.hostname, place.port))
    return made


@contextmanager
def lingering(site: str, count: int) -> Iterator[list[socket.socket]]:
    """Connections of which half say nothing, and half stop within a request."""
    with ExitStack() as open_ones:
        made = [open_ones.enter_context(closing(connected(site))) for _ in range(count)]
        for each in made[::2]:
            each.sendall(HALF)
        yield made


def asked(site: str, request: bytes) -> bytes:
    """What comes back, to the end."""
    with closing(connected(site)) as one:
        one.sendall(request)
        return to_the_end(one)


def to_the_end(one: socket.socket) -> bytes:
    pieces = []
    while piece := one.recv(65536):
        pieces.append(piece)
    return b"".join(pieces)


def to_its_end(one: socket.socket) -> bytes:
    """As `to_the_end`, of a connection that the server may have broken off."""
    try:
        return to_the_end(one)
    except OSError:
        return b""


def seconds_until_dropped(one: socket.socket, dripping: bytes = b"") -> float:
    """How long the server keeps a connection, on which a byte is sent now and then."""
    began = time.monotonic()
    one.settimeout(0.2)
    for at in range(100):
        try:
            if dripping:
                one.sendall(dripping[at : at + 1])
            if not one.recv(65536):
                break
        except TimeoutError:
            continue
        except OSError:
            break
    return time.monotonic() - began


def is_open(one: socket.socket) -> bool:
    """Whether the server has kept a connection on which nothing was answered."""
    one.setblocking(False)
    try:
        return one.recv(1) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])
