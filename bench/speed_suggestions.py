"""How long suggestions take beside many names: `python -m bench.speed_suggestions [NAMES]`.

Runs of capitalised words of the large collection stand for names, 100,000 by default, and its
titles for documents; they are typed letter by letter, also with one letter mistyped. Milliseconds
of the processor, and what the first letter after an index is opened takes.
"""

import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from bench.data import DataMissing
from bench.drawing import articles
from loccit.engines.deadline import NEVER
from loccit.engines.engine import CACHE_BYTES, Engine
from loccit.engines.manifest import Manifest
from loccit.engines.whoosh.engine import WhooshEngine
from loccit.model.documents import Document, Passage
from loccit.model.mentions import Entity
from loccit.model.names import Form, Name
from loccit.search.suggestions import suggest

SEED = 1899
_NAME = re.compile(r"\b[A-Z][^\W\d_]+(?:[ -](?:of |the |de |van )?[A-Z][^\W\d_]+){0,3}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def named(most: int) -> tuple[list[Name], list[str]]:
    """So many names, and the titles of the articles that they are from."""
    counts: Counter[str] = Counter()
    titles = []
    for _, title, text in articles():
        counts.update(_NAME.findall(text))
        titles.append(title)
        if len(counts) >= most:
            break
    kept = islice(counts.items(), most)
    return [Name(name, "other", (Form(name, count),)) for name, count in kept], titles


def held(folder: Path, names: Sequence[Name], titles: Sequence[str]) -> Engine:
    """An index with the names and titles, a passage a document."""
    writer = WhooshEngine.begin_folder(folder, 1)
    for at, title in enumerate(titles):
        own = names[at % len(names)]
        entity = Entity(0, len(own.name), own.name, own.type)
        passage = Passage(f"{at}#1", str(at), 1, "00000000", 0, title, "", own.name, (entity,))
        writer.put(Document(str(at), title), [passage])
    writer.put_names(names)
    writer.finish(Manifest("whoosh", folder.name, len(titles), len(titles), "", ""))
    return WhooshEngine.open_folder(folder, CACHE_BYTES)


def mistyped(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return dice.choice(
        (text[:at] + text[at + 1 :], text[:at] + dice.choice(_LETTERS) + text[at + 1 :])
    )


def taken(engine: Engine, asked: Sequence[str]) -> list[float]:
    times = []
    for each in asked:
        began = time.process_time_ns()
        suggest(engine, each, NEVER)
        times.append((time.process_time_ns() - began) / 1e6)
    return sorted(times)


def report(size: int) -> None:
    dice = random.Random(SEED)
    names, titles = named(size)
    words = [name.name for name in dice.sample(names, 200)]
    typed = [word[:length] for word in words for length in range(1, len(word) + 1)]
    slips = [mistyped(each, dice) for each in typed if len(each) > 4]
    with tempfile.TemporaryDirectory() as folder:
        engine = held(Path(folder) / "gen-1", names, titles)
        first = taken(engine, ["a"])[0]
        print(f"{len(names):,} names, {len(titles):,} documents; the first letter {first:,.0f} ms")
        print("| typed | asked | p50 | p95 | p99 |\n|---|---|---|---|---|")
        for what, asked in (("letter by letter", typed), ("with a slip", slips)):
            times = taken(engine, asked)
            places = (times[int(part * (len(times) - 1))] for part in (0.5, 0.95, 0.99))
            print(f"| {what} | {len(asked):,} | {' | '.join(f'{ms:.1f}' for ms in places)} |")
        engine.close()


if __name__ == "__main__":
    try:
        report(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    except DataMissing as error:
        raise SystemExit(str(error)) from error
