"""How fast whole pages come from the web server, and suggestions; how much memory it takes.

`python -m bench.speed_page [--passages N] [--keep FOLDER]`. A server of its own on the loopback
interface answers every search once, one after another, each page new to it. Times on the clock
are what a reader waits; those of the processor, of the same pages in this process, change little
with what else the machine does.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

from bench import kept
from bench.searches import Asked, drawn
from loccit.engines.generations import Generations
from loccit.web.app import create_app

EACH = 40
"""Searches of a kind."""


def typed(asked: Asked) -> str:
    """As a reader types it; stems stand for themselves."""
    match asked.kind:
        case "OR of three words":
            return " OR ".join(asked.terms)
        case "phrase" | "phrase of common words":
            return f'"{" ".join(asked.terms)}"'
        case "wildcard":
            return asked.text
        case "fuzzy word":
            return f"{asked.text}~2"
        case "word in a year":
            return f"{asked.terms[0]} date:{asked.value}"
        case "word with a name":
            return f'{asked.terms[0]} place:"{asked.value}"'
        case "word with a citation from 100 to 200":
            return f"{asked.terms[0]} cite:100..200"
        case _:
            return " ".join(asked.terms)


def prefixes(searches: Sequence[str]) -> list[str]:
    """What appears in the box after each letter of a search's first word."""
    words = [search.strip('"').split()[0] for search in searches]
    return [word[:length] for word in words for length in range(1, len(word) + 1)]


@contextmanager
def served(index: Path) -> Iterator[tuple[int, int]]:
    """The process and the port of a server of the index."""
    command = [sys.executable, "-m", "loccit", "serve", "--index", str(index), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            line = server.stdout.readline()
            yield server.pid, int(line.split("127.0.0.1:")[1].split()[0])
        finally:
            server.terminate()


def on_the_clock(port: int, addresses: Sequence[str]) -> list[float]:
    """Milliseconds from asking to the last byte."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    taken = []
    for address in addresses:
        began = time.perf_counter()
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
        taken.append(1000 * (time.perf_counter() - began))
        if answer.status != 200:
            raise SystemExit(f"{address} answered {answer.status}")
    connection.close()
    return sorted(taken)


def of_the_processor(index: Path, addresses: Sequence[str]) -> list[float]:
    client = create_app(index).test_client()
    client.get(addresses[0])
    taken = []
    for address in addresses:
        began = time.process_time_ns()
        client.get(address)
        taken.append((time.process_time_ns() - began) / 1e6)
    return sorted(taken)


def resident(process: int) -> float:
    """Megabytes of memory that a process holds, by `ps`."""
    listed = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=True
    )
    return int(listed.stdout) / 1024


def row(what: str, taken: Sequence[float]) -> str:
    places = [taken[int(part * (len(taken) - 1))] for part in (0.5, 0.95, 0.99)]
    return f"| {what} | {len(taken):,} | " + " | ".join(f"{ms:.1f}" for ms in places) + " |"


def report(size: int, folder: Path) -> None:
    index = kept.index(size, folder)
    opened = Generations(index).open()
    searches = [typed(each) for each in drawn(kept.sample(opened), EACH)]
    opened.close()
    pages = [f"/search?q={quote(search)}" for search in searches]
    suggestions = [f"/api/suggest?q={quote(each)}" for each in prefixes(searches)][:2000]
    ways: dict[str, Callable[[list[str]], list[float]]] = {}
    with served(index) as (process, port):
        on_the_clock(port, ["/", "/api/suggest?q=a"])
        opened_at = resident(process)
        ways["on the clock"] = lambda asked: on_the_clock(port, asked)
        ways["of the processor"] = lambda asked: of_the_processor(index, asked)
        print(f"\n{size:,} passages: milliseconds\n")
        print("| what | asked | p50 | p95 | p99 |\n|---|---|---|---|---|")
        for way, ask in ways.items():
            print(row(f"results page, {way}", ask(pages)), flush=True)
            print(row(f"suggestions, {way}", ask(suggestions)), flush=True)
        after = resident(process)
    print(f"\nThe serving process: {opened_at:,.0f} MB when opened, {after:,.0f} MB after them all")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="where indexes are kept; a temporary folder")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report(chosen.passages, chosen.keep or Path(folder))


if __name__ == "__main__":
    main()
