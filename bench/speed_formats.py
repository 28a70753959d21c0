"""How fast documents are read, and in how much memory: `python -m bench.speed_formats --kind pdf`.

Each file is read in a process of its own, so that the memory is that of one file; the time is the
processor's, the best of three.
"""

import argparse
import multiprocessing
import resource
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from bench.formats_truth import READERS, truths
from loccit.indexer.problems import UnreadableSeed
from loccit.indexer.readers.content import Content

RUNS = 3


def measured(kind: str, path: Path) -> tuple[float, float, int] | None:
    """Seconds, megabytes and pages of a file; None where it is refused."""
    data = path.read_bytes()
    best, content = float("inf"), Content(())
    for _ in range(RUNS):
        began = process_time()
        try:
            (content, *_) = READERS[kind](path, data)
        except UnreadableSeed:
            return None
        best = min(best, process_time() - began)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return best, memory, _pages(content)


def _pages(content: Content) -> int:
    places = {place.locator for block in content.blocks for place in block.places}
    return max(len(places | {note.locator for note in content.notes}), 1)


def rows(kind: str, paths: list[Path]) -> Iterator[str]:
    """A row for each file, as a table in Markdown."""
    yield "| file | pages | pages a second of one core | MB |"
    yield "|---|---|---|---|"
    fresh = multiprocessing.get_context("spawn")
    for path in paths:
        with fresh.Pool(1) as pool:
            figures = pool.apply(measured, (kind, path))
        if figures:
            seconds, memory, pages = figures
            yield f"| {path.name} | {pages} | {pages / seconds:.0f} | {memory:.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", choices=sorted(READERS), default="pdf")
    parser.add_argument("files", nargs="*", type=Path, help="other files than those with truth")
    asked = parser.parse_args()
    paths = asked.files or [truth.path for truth in truths(asked.kind)]
    for row in rows(asked.kind, paths):
        print(row)


if __name__ == "__main__":
    main()
