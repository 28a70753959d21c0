"""What an export costs beside reading its passages alone, and that its memory doesn't grow.

`python -m bench.speed_exports [--passages N] [--keep FOLDER]`; each export is taken over the whole
index, in one run, in this process. Times are of the processor; memory is what the process gains
while it sends.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from flask.testing import FlaskClient

from bench import kept
from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine, Request
from loccit.engines.generations import Generations
from loccit.engines.query import MatchAll
from loccit.web.app import create_app

EXPORTS = ("csv", "jsonl", "bib", "ris")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_REPEATS = 5


def resident() -> int:
    """Bytes of memory that this process holds (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE


def drained(pieces: Iterable[object]) -> tuple[float, int]:
    """Processor time for all pieces, and by how many bytes the process was larger meanwhile."""
    before, most = resident(), 0
    began = time.process_time()
    for number, _ in enumerate(pieces):
        if number % 100 == 0:
            most = max(most, resident())
    return time.process_time() - began, max(0, max(most, resident()) - before)


def export(client: FlaskClient, suffix: str) -> Iterable[bytes]:
    answer = client.get(f"/search.{suffix}", buffered=False)
    try:
        yield from answer.iter_encoded()
    finally:
        answer.close()


def median(measured: Callable[[], object]) -> float:
    times = []
    for _ in range(_REPEATS):
        began = time.process_time()
        measured()
        times.append(time.process_time() - began)
    return sorted(times)[_REPEATS // 2]


def table(size: int, index: Path, engine: Engine) -> None:
    client = create_app(index).test_client()
    etag = client.get("/search?q=war").headers["ETag"]
    drained(engine.every(Request(MatchAll()), NEVER))
    alone, _ = drained(engine.every(Request(MatchAll()), NEVER))
    print(f"| {size:,} passages | times reading alone | passages a second | memory, MB |")
    print("|---|---|---|---|")
    print(f"| reading alone | 1 | {size / alone:,.0f} | |")
    for suffix in EXPORTS:
        seconds, grown = drained(export(client, suffix))
        row = f"{seconds / alone:.2f} | {size / seconds:,.0f} | {grown / 1e6:.0f}"
        print(f"| {suffix} | {row} |")
    fresh = median(lambda: client.get("/search?q=war").get_data())
    again = median(lambda: client.get("/search?q=war", headers={"If-None-Match": etag}))
    share = again / fresh
    print(f"\nA results page that has not changed costs {share:.2f} of one made from scratch.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=20_000)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        with ProcessPoolExecutor(1, get_context("spawn")) as other:
            keep = asked.keep or Path(folder)
            index = other.submit(kept.index, asked.passages, keep).result()
        table(asked.passages, index, Generations(index).open())


if __name__ == "__main__":
    main()
