"""How long an index takes to open, all verified or block by block, and to be checked in full.

`python -m bench.speed_opening [--passages N] [--keep FOLDER]`. Seconds of the clock, the best of
five; what the system has read of the files before, it has in memory.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench import kept
from loccit.engines import sealing
from loccit.engines.generations import Generations

_TIMES = 5


def best(what: Callable[[], object]) -> float:
    taken = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        what()
        taken.append(time.perf_counter() - began)
    return min(taken)


def report(size: int, folder: Path) -> None:
    place = kept.index(size, folder)
    generations = Generations(place)
    name = generations.current() or ""
    own = sealing.READ_WHOLE
    taken = {}
    for how, limit in (("all verified", 2**60), ("block by block", 0)):
        sealing.READ_WHOLE = limit
        taken[how] = best(lambda: generations.open().close())
    taken["checked in full"] = best(lambda: generations.sound(name))
    megabytes = kept.megabytes(place)
    print(f"{size:,} passages, {megabytes:,.0f} MB; up to {own / 2**20:,.0f} MB all is verified")
    for how, seconds in taken.items():
        print(f"| {how} | {1000 * seconds:,.0f} ms |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=20_000)
    parser.add_argument("--keep", type=Path, help="where indexes are kept; a temporary folder")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report(chosen.passages, chosen.keep or Path(folder))


if __name__ == "__main__":
    main()
