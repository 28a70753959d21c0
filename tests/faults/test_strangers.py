"""What a stranger can do to the site: he is refused or dropped, and others are answered."""

import json
import re
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from loccit.indexer.build import build
from loccit.web.serving.limits import LANES
from loccit.web.serving.proxies import BELIEVED
from tests.faults.strangers import (
    HALF,
    asked,
    connected,
    is_open,
    lingering,
    seconds_until_dropped,
    status,
    to_its_end,
    to_the_end,
)
from tests.web.conftest import PLAIN, seeds
from tests.web.serving import ROOT, got, server_of, serving

PATIENCE = 3
FEW = 64 * 1024
LARGE = 800
"""Passages of an export that no buffers hold."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many words that begin alike, in a few passages."""
    place = tmp_path_factory.mktemp("small")
    letters = "abcdefghijklmnopqrstuvwxyz"
    lines = [" ".join(f"a{one}{two}ly" for two in letters) + " raid." for one in letters]
    build([seeds(place / "seeds", words="\n".join(lines))], place / "index", PLAIN)
    return place / "index"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of it is larger than what the kernel and the server keep of an answer."""
    place = tmp_path_factory.mktemp("large")
    line = " ".join(letter * 90 for letter in "abcdefghijklmnopqrstuvwxyz" * 4)
    text = "\n".join(f"raid {number} {line}." for number in range(LARGE))
    (seeds(place / "seeds", long=text) / "long.toml").write_text('passages = "lines"\n')
    build([place / "seeds"], place / "index", PLAIN)
    return place / "index"


@pytest.fixture(scope="module")
def site(small: Path) -> Iterator[str]:
    with serving(small, "--patience", str(PATIENCE)) as address:
        yield address


def others(site: str, times: int) -> list[int]:
    return [got(f"{site}/search?q=raid&page={n}")[0] for n in range(1, times + 1)]


def test_connections_that_linger_keep_nobody_out(site: str) -> None:
    with lingering(site, 150):
        assert others(site, 5) == [200] * 5


@pytest.mark.parametrize(
    ("begun", "dripping"),
    [(b"", b""), (HALF, b""), (HALF, b"X-A: " + b"b" * 100),
     (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n", b"b" * 100)],
    ids=["silent", "half sent", "a byte now and then", "a body now and then"],
)  # fmt: skip
def test_a_request_is_not_waited_for_without_end(site: str, begun: bytes, dripping: bytes) -> None:
    with closing(connected(site)) as one:
        one.sendall(begun)
        assert seconds_until_dropped(one, dripping) < PATIENCE + 2


def test_a_connection_that_asks_nothing_more_is_closed(site: str) -> None:
    with closing(connected(site)) as one:
        one.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = one.recv(65536)
        while b'"ok"' not in answer:
            answer += one.recv(65536)
        assert PATIENCE - 1 < seconds_until_dropped(one) < PATIENCE + 3


def test_at_the_limit_of_connections_those_that_linger_make_room(small: Path) -> None:
    """Under a limit on open files, which is the limit on connections and what else is opened."""
    options = ("--patience", "60")
    with server_of(small, *options, files=200) as (_, site), lingering(site, 150) as held:
        assert others(site, 3) == [200] * 3
        assert sum(is_open(one) for one in held) < 100


def export(site: str, rest: str = "") -> bytes:
    where = urlsplit(site).netloc
    return f"GET /search.jsonl?q=raid{rest} HTTP/1.1\r\nHost: {where}\r\n\r\n".encode()


@pytest.mark.slow
def test_a_stalled_export_gives_up_its_place_and_goes_on_where_it_broke_off(large: Path) -> None:
    with serving(large, "--patience", str(PATIENCE)) as site, ExitStack() as open_ones:
        stalled = [open_ones.enter_context(closing(connected(site, FEW))) for _ in range(5)]
        for one in stalled:
            one.sendall(export(site))
        time.sleep(0.5)
        assert others(site, 3) == [200] * 3
        told = [status(one.recv(300)) for one in stalled]
        assert sorted(told) == [200] * LANES["exports"].running_of_one + [429] * 2
        assert got(f"{site}/search.jsonl?q=raid")[0] == 429
        time.sleep(PATIENCE + 2)
        assert not any(to_its_end(one).endswith(b"0\r\n\r\n") for one in stalled[:3])
        code, headers, whole = got(f"{site}/search.jsonl?q=raid")
        assert code == 200
        ids = [json.loads(line)["id"] for line in whole.splitlines()]
        assert len(ids) == LARGE
        last = ids[LARGE // 2].replace("#", "%23")
        began = f"&index={headers['Loccit-Index']}"
        _, _, rest = got(f"{site}/search.jsonl?q=raid&after={last}{began}")
        assert [json.loads(line)["id"] for line in rest.splitlines()] == ids[LARGE // 2 + 1 :]


def statuses(site: str, address: str, clients: int) -> list[tuple[int, str]]:
    """Of so many requests at the same time: their statuses, and when to ask again."""
    answers: list[tuple[int, str]] = []

    def ask(which: int) -> None:
        code, headers, _ = got(f"{site}{address}&page={which}")
        answers.append((code, headers.get("Retry-After", "")))

    threads = [threading.Thread(target=ask, args=(which,)) for which in range(1, clients + 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return answers


def test_dear_searches_wait_in_a_lane_of_their_own(site: str) -> None:
    answers = statuses(site, "/search?q=a*", 16)
    assert {code for code, _ in answers} <= {200, 429, 503}
    assert sum(code == 200 for code, _ in answers) >= 1 + LANES["dear"].waiting_of_one
    assert all(again.isdecimal() for code, again in answers if code != 200)
    assert others(site, 2) == [200, 200]


@pytest.mark.parametrize(
    "head",
    [b"Content-Length: 1073741824\r\n", b"Content-Length: 65537\r\n",
     b"Content-Length: 1073741824\r\nExpect: 100-continue\r\n"],
    ids=["a gibibyte", "one more than may be", "asking first"],
)  # fmt: skip
@pytest.mark.parametrize("address", [b"/search", b"/api/search"])
def test_a_body_that_is_too_large_is_refused_unread(site: str, address: bytes, head: bytes) -> None:
    answer = asked(site, b"POST " + address + b" HTTP/1.1\r\nHost: x\r\n" + head + b"\r\n")
    assert status(answer) == 413


@pytest.mark.parametrize("size", [2**17, 2**20])
def test_a_client_that_sends_on_is_told_why(site: str, size: int) -> None:
    head = f"POST /search HTTP/1.1\r\nHost: x\r\nContent-Length: {size}\r\n\r\n".encode()
    assert status(asked(site, head + b"b" * size)) == 413
    chunk = b"10000\r\n" + b"b" * 2**16 + b"\r\n"
    head = b"POST /search HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert status(asked(site, head + chunk * (size // 2**16))) == 413


def test_a_body_that_is_small_is_read_and_not_taken(site: str) -> None:
    head = b"POST /search HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 65536\r\n\r\n"
    assert status(asked(site, head + b"b" * 65536)) == 405


def test_a_head_that_is_too_large_is_refused(site: str) -> None:
    answer = asked(site, b"GET /search?q=" + b"w" * 2**17 + b" HTTP/1.1\r\nHost: x\r\n\r\n")
    assert status(answer) == 431


@pytest.mark.parametrize(
    "name",
    ["w" * 300, "w" * 5000, "%00", "loccit.css%00", "..", "..%2F..%2Fapp.py", "..%5C..%5Capp.py",
     "%2e%2e/%2e%2e/app.py", "C:%5Cwindows%5Cwin.ini", "loccit.css/", "%ff%fe", "con", ""],
)  # fmt: skip
def test_a_static_name_that_is_none_is_not_there(site: str, name: str) -> None:
    assert got(f"{site}/static/x/{name}")[0] == 404
    assert got(f"{site}/static/{name}/loccit.css")[0] == 404


def test_an_address_of_ipv6_is_printed_as_it_opens(small: Path) -> None:
    with serving(small, "--host", "::1") as site:
        assert site.startswith("http://[::1]:")
        assert got(f"{site}/healthz")[0] == 200


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_what_was_asked_is_answered_when_the_server_ends(
    small: Path, ending: signal.Signals
) -> None:
    with server_of(small) as (server, site), closing(connected(site)) as one:
        one.sendall(b"GET /search?q=a* HTTP/1.0\r\n\r\n")
        time.sleep(0.05)
        server.send_signal(ending)
        assert status(to_the_end(one)) == 200
        assert server.wait(10) == 0


@pytest.mark.parametrize(
    ("header", "value"),
    [("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "evil"),
     ("X-Forwarded-Prefix", "/evil"), ("X-Forwarded-For", "evil"), ("X-Forwarded-Port", "666"),
     ("Forwarded", "host=evil.example;proto=evil"), ("X-Script-Name", "/evil")],
)  # fmt: skip
def test_nobody_is_believed_where_no_proxy_is_named(site: str, header: str, value: str) -> None:
    told = {header.replace("-", "_"): value}
    for address in ("/search.atom?q=raid", "/opensearch.xml", "/search?q=raid", "/robots.txt"):
        _, headers, page = got(site + address, **told)
        assert b"evil" not in page + str(headers).encode()
        assert b":666" not in page


def test_the_example_for_nginx_sets_all_that_could_be_believed() -> None:
    example = (ROOT / "docs/operations.md").read_text().split("location /loccit/")[1].split("}")[0]
    said = set(re.findall(r"proxy_set_header ([\w-]+)", example))
    assert said >= {f"X-Forwarded-{each.title()}" for each in BELIEVED} | {"Forwarded", "Host"}
