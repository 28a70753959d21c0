"""Whether anything of an indexer is left when it is killed: `python -m bench.orphans`.

A build with two workers is killed at a random moment, `--kills` times over (400). Its processes
are one group; whatever of the group still runs some seconds later is an orphan.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

PATIENCE = 10.0
"""Seconds in which what was begun may notice; a worker that is still starting needs one or two."""


def seeds(place: Path) -> Path:
    place.mkdir()
    for number in range(40):
        lines = (f"On {day} May 1915 it rained in Homs.[{day}]" for day in range(1, 31))
        (place / f"d{number}.txt").write_text("\n".join(lines))
    return place


def indexer(place: Path, index: Path) -> subprocess.Popen[bytes]:
    command = ["index", str(place), "--index", str(index), "--model", "", "--workers", "2"]
    return subprocess.Popen(
        [sys.executable, "-m", "loccit", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def left_behind(place: Path, index: Path, after: float) -> bool:
    """Whether a process of a build outlives it, where the build is killed `after` so many seconds.

    What is left is ended.
    """
    process = indexer(place, index)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if not _runs(process.pid):
            return False
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    return True


def _runs(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def whole(place: Path, index: Path) -> float:
    """Seconds that a build takes which nobody kills."""
    began = time.monotonic()
    assert indexer(place, index).wait() == 0
    return time.monotonic() - began


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=400)
    kills = asked.parse_args().kills
    rng = random.Random(48)
    with TemporaryDirectory() as folder:
        place = seeds(Path(folder, "seeds"))
        takes = whole(place, Path(folder, "whole"))
        orphans = sum(
            left_behind(place, Path(folder, f"index-{at}"), rng.uniform(0.05, 1.0) * takes)
            for at in range(kills)
        )
    print(f"{orphans} of {kills} killed builds left something behind.")


if __name__ == "__main__":
    main()
