"""How fast passages with their mentions are written, beside Whoosh's own writer, in one run.

`python -m bench.speed_index [--passages N]`: what a build does with extractions that are kept.
Whoosh's writer gets the same fields as lists, analysed before the clock starts, and a tenth of
the passages.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from whoosh import index as whoosh_index

from bench.scale import collection
from loccit.engines.field_table import indexed
from loccit.engines.manifest import Manifest
from loccit.engines.passage_values import Held
from loccit.engines.whoosh import files
from loccit.engines.whoosh.engine import WhooshEngine
from loccit.model.documents import Document, Passage

Collection = Sequence[tuple[Document, Sequence[Passage]]]


def ours(held: Collection, place: Path) -> None:
    writer = WhooshEngine.begin_folder(place, 0)
    for document, passages in held:
        writer.put(document, passages)
    size = sum(len(own) for _, own in held)
    writer.finish(Manifest("whoosh", place.name, len(held), size, "2026-01-01T00:00:00+00:00", ""))


def analysed(held: Collection) -> list[dict[str, object]]:
    """What Whoosh's writer takes, a dictionary a passage."""
    analysed_rows: list[dict[str, object]] = []
    for document, passages in held:
        for each in passages:
            of = indexed(Held(each, document))
            row: dict[str, object] = {}
            for kind in (of.texts, of.keywords, of.numbers):
                row |= {str(name): values for name, values in kind.items() if values}
            analysed_rows.append(row)
    return analysed_rows


def theirs(rows: Sequence[dict[str, object]], place: Path) -> None:
    place.mkdir()
    writer = whoosh_index.create_in(str(place), files.schema()).writer(limitmb=256)
    for row in rows:
        writer.add_document(**row)
    writer.commit()


def processor() -> float:
    """Seconds of this process and of those that it waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def some(held: Collection, size: int) -> Iterator[tuple[Document, Sequence[Passage]]]:
    for document, passages in held:
        yield document, passages[:size]
        size -= len(passages)
        if size <= 0:
            return


def report(size: int) -> None:
    held = list(collection(size))
    few = list(some(held, size // 10))
    rows = analysed(few)
    print("| written by | passages | a second of the clock | a second of one processor |")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        writers: dict[str, tuple[int, Callable[[], None]]] = {
            "Loccit": (size, lambda: ours(held, Path(folder) / "ours")),
            "Whoosh's own writer, analysed before": (
                len(rows),
                lambda: theirs(rows, Path(folder) / "theirs"),
            ),
        }
        for name, (count, write) in writers.items():
            began, used = time.perf_counter(), processor()
            write()
            clock, spent = time.perf_counter() - began, processor() - used
            print(f"| {name} | {count:,} | {count / clock:,.0f} | {count / spent:,.0f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    report(parser.parse_args().passages)


if __name__ == "__main__":
    main()
