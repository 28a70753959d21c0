"""One long document, all of it in one line: `python -m bench.speed_long`.

A thousand, ten thousand and a hundred thousand dates, citations or names (`--most` for fewer).
Time that grows with the number shows as seconds for a thousand that stay the same.
"""

import argparse
import resource
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from loccit.indexer import seeds
from loccit.indexer.extract import Extractor, extractor
from loccit.indexer.loading import load
from loccit.mentions.names import OWN

SIZES = (1_000, 10_000, 100_000)
MADE: dict[str, Callable[[int], str]] = {
    "dates": lambda at: f"{1 + at % 28} May {1900 + at % 100}, ",
    "dates without a year": lambda at: f"In {1900 + at // 9 % 100} it fell, on {1 + at % 28} May, ",
    "dates told from others": lambda at: "the next day it rained, ",
    "citations": lambda at: f"it rained,[{1 + at % 999}] ",
    "authors with a year": lambda at: f"it rained (Munro {1900 + at % 100}), ",
    "names": lambda at: f"John Smith{at} met Ada in Paris, ",
    "names defined": lambda at: f"Bank of Lund{at} and Ystad (BLY), ",
}
"""What is written how often; names are found by the network."""


def seconds(reader: Extractor, made: Callable[[int], str], size: int, place: Path) -> float:
    """Of processor time to extract a text of so many."""
    text = place / "long.txt"
    text.write_text("".join(map(made, range(size))), encoding="utf-8")
    (seed,) = seeds.find([text])
    began = process_time()
    reader.extract(load(seed))
    return process_time() - began


def rows(sizes: tuple[int, ...], place: Path) -> Iterator[tuple[str, list[float]]]:
    bare, naming = Extractor(None), extractor(OWN)[0]
    for name, made in MADE.items():
        reader = naming if name.startswith("names") else bare
        yield name, [1000 * seconds(reader, made, size, place) / size for size in sizes]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--most", type=int, default=SIZES[-1])
    most = asked.parse_args().most
    sizes = tuple(takewhile(lambda size: size <= most, SIZES))
    print("| seconds for a thousand |" + "".join(f" of {size:,} |" for size in sizes))
    print("|---|" + "---|" * len(sizes))
    with TemporaryDirectory() as place:
        for name, each in rows(sizes, Path(place)):
            print(f"| {name} |" + "".join(f" {one:.2f} |" for one in each), flush=True)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\nMost memory in use: {megabytes} MB")


if __name__ == "__main__":
    main()
