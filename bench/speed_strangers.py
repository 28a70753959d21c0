"""How much longer others wait for pages while strangers hold on to the site.

`python -m bench.speed_strangers [--passages N] [--keep FOLDER] [--seconds S] [--one-address]`. A
server of its own on the loopback interface; two readers ask for pages one after another, first
alone, then beside 150 connections on which nothing or half a request is sent, five exports of
everything that nobody reads, and sixteen clients that ask for `a*` without a pause. Strangers come
from addresses of their own (127.0.0.2 and on, which Linux has without being told), or all from one,
the readers' own, with `--one-address`. Alone is measured before and after, since other work of the
machine changes both.
"""

import argparse
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

from bench import kept
from bench.searches import drawn
from bench.speed_page import served, typed
from loccit.engines.generations import Generations

READERS, IDLE, STALLED, DEAR = 2, 150, 5, 16
_EXPANDED = ("wildcard", "fuzzy word")
_HOME = "127.0.0.1"


def searches(index: Path) -> list[str]:
    """Addresses of pages, without those that go in the lane of dear searches."""
    opened = Generations(index).open()
    plain = [each for each in drawn(kept.sample(opened), 60) if each.kind not in _EXPANDED]
    opened.close()
    return [f"/search?q={quote(typed(each))}" for each in plain]


def milliseconds(port: int, addresses: Sequence[str], seconds: float) -> list[float]:
    """How long readers waited for each page, each in a connection of its own."""

    def read(seed: int) -> list[float]:
        rng, taken = random.Random(seed), []
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            began = time.perf_counter()
            with closing(HTTPConnection(_HOME, port, timeout=60)) as one:
                one.request("GET", rng.choice(addresses))
                answer = one.getresponse()
                answer.read()
            if answer.status != 200:
                raise SystemExit(f"a reader got {answer.status}")
            taken.append(1000 * (time.perf_counter() - began))
        return taken

    with ThreadPoolExecutor(READERS) as readers:
        return sorted(each for one in readers.map(read, range(READERS)) for each in one)


@contextmanager
def strangers(port: int, one_address: bool) -> Iterator[None]:
    """In a process of their own, until the end of the block."""
    command = [sys.executable, "-m", "bench.speed_strangers", "--hold", str(port)]
    command += ["--one-address"] if one_address else []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE) as held:
        assert held.stdout
        held.stdout.readline()
        yield
        held.communicate()


def hold(port: int, one_address: bool) -> None:
    """Hold on to the site until something comes in."""

    def address(number: int) -> str:
        return _HOME if one_address else f"127.0.{number // 200 + 1}.{number % 200 + 2}"

    def opened(number: int, sent: bytes) -> socket.socket:
        made = socket.socket()
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        made.bind((address(number), 0))
        made.connect((_HOME, port))
        made.sendall(sent)
        return made

    answered: Counter[int] = Counter()
    with ExitStack() as open_ones:

        def kept_open(number: int, sent: bytes) -> None:
            open_ones.enter_context(closing(opened(number, sent)))

        for number in range(IDLE):
            kept_open(number // 50, b"GET / HTTP/1.1\r\n" if number % 2 else b"")
        for number in range(STALLED):
            kept_open(10 + number, b"GET /search.jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n")
        for number in range(DEAR):
            place = (address(20 + number), 0)
            threading.Thread(target=ask_dear, args=(port, place, answered), daemon=True).start()
        time.sleep(1)
        print("held", flush=True)
        sys.stdin.read()
        said = ", ".join(f"{count} times {code}" for code, count in sorted(answered.items()))
        print(f"Strangers who asked for a* got {said}", file=sys.stderr)


def ask_dear(port: int, source: tuple[str, int], answered: Counter[int]) -> None:
    """Ask for `a*`, each time another page of it, as fast as it is answered."""
    page = 0
    while True:
        page = page % 90 + 1
        with closing(HTTPConnection(_HOME, port, timeout=60, source_address=source)) as one:
            try:
                one.request("GET", f"/search?q=a*&page={page}")
                answer = one.getresponse()
                answer.read()
                answered[answer.status] += 1
            except OSError:
                time.sleep(0.1)


def p95(taken: Sequence[float]) -> float:
    return taken[int(0.95 * (len(taken) - 1))]


def report(index: Path, seconds: float, one_address: bool) -> None:
    addresses = searches(index)
    rows: list[tuple[str, list[float]]] = []
    with served(index) as (_, port):
        milliseconds(port, addresses, 3)
        rows.append(("alone", milliseconds(port, addresses, seconds)))
        with strangers(port, one_address):
            rows.append(("beside strangers", milliseconds(port, addresses, seconds)))
        rows.append(("alone again", milliseconds(port, addresses, seconds)))
    alone = (p95(rows[0][1]) + p95(rows[2][1])) / 2
    print(f"Served by waitress {version('waitress')} with the lanes of loccit/web/serving\n")
    print("| readers | pages | p50, ms | p95, ms | p95, times alone |\n|---|---|---|---|---|")
    for name, taken in rows:
        half, most = taken[len(taken) // 2], p95(taken)
        print(f"| {name} | {len(taken):,} | {half:.1f} | {most:.1f} | {most / alone:.2f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=20_000)
    parser.add_argument("--keep", type=Path, help="where indexes are kept; a temporary folder")
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--one-address", action="store_true")
    parser.add_argument("--hold", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.hold:
        hold(asked.hold, asked.one_address)
        return
    with tempfile.TemporaryDirectory() as folder:
        index = kept.index(asked.passages, asked.keep or Path(folder))
        report(index, asked.seconds, asked.one_address)


if __name__ == "__main__":
    main()
