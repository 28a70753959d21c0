"""When a client has been waited for long enough; the fast sibling of what real stalls show."""

import socket
import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from waitress.adjustments import Adjustments

from loccit.web.serving.connection import Connection
from loccit.web.serving.limits import LEAST_A_SECOND


class _Server:
    def __init__(self) -> None:
        self.active_channels: dict[int, Connection] = {}


@pytest.fixture
def connection() -> Iterator[Connection]:
    one, other = socket.socketpair()
    with closing(one), closing(other):
        yield Connection(_Server(), one, ("192.0.2.1", 1), Adjustments(), map={})


def test_an_answer_that_nobody_takes_is_waited_for_so_long(connection: Connection) -> None:
    connection.requests, connection.total_outbufs_len = ["an export"], 10**6
    assert [connection.is_overdue(now, 30) for now in (100, 129, 130.5)] == [False, False, True]


def test_an_answer_that_flows_is_not_broken_off(connection: Connection) -> None:
    connection.requests, connection.total_outbufs_len = ["an export"], 10**6
    for second in range(100, 300):
        assert not connection.is_overdue(second, 30)
        connection._sent += LEAST_A_SECOND + 1


def test_each_answer_is_waited_for_anew(connection: Connection) -> None:
    connection.requests, connection.total_outbufs_len = ["a page"], 10**4
    assert not connection.is_overdue(100, 30)
    connection.requests, connection.total_outbufs_len, connection._began = [], 0, None
    connection.is_overdue(150, 30)
    connection.requests, connection.total_outbufs_len = ["another"], 10**4
    assert [connection.is_overdue(now, 30) for now in (160, 189, 191)] == [False, False, True]


def test_a_request_is_to_be_there_in_a_third_of_that(connection: Connection) -> None:
    began = time.monotonic()
    assert not connection.is_overdue(began + 9, 30)
    assert connection.is_overdue(began + 11, 30)
