"""Indexes to time, built once and kept in a folder, by their number of passages."""

import time
from collections.abc import Iterator
from pathlib import Path

from bench.scale import collection
from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine
from loccit.engines.generations import Generations
from loccit.engines.manifest import Manifest
from loccit.model.documents import Passage
from loccit.model.names import Form, Name

SAMPLE = 4000
"""Passages that searches are drawn from."""


def index(size: int, folder: Path) -> Path:
    """The folder of an index of `size` passages; built if it isn't there."""
    place = folder / f"index-{size}"
    generations = Generations(place)
    if generations.current() is None:
        began = time.perf_counter()
        with generations.writing():
            writer = generations.begin()
            documents = 0
            mentions: dict[tuple[str, str], int] = {}
            for document, passages in collection(size):
                writer.put(document, passages)
                documents += 1
                for each in (e for passage in passages for e in passage.entities()):
                    mentions[each.type, each.name] = mentions.get((each.type, each.name), 0) + 1
            writer.put_names(
                Name(named, type, (Form(named, count),))  # type: ignore[arg-type]
                for (type, named), count in sorted(mentions.items())
            )
            made = "2026-01-01T00:00:00+00:00"
            writer.finish(Manifest("whoosh", writer.generation, documents, size, made, ""))
            generations.publish(writer.generation)
        print(f"Built {place} in {time.perf_counter() - began:,.0f} s")
    return place


def passages(engine: Engine) -> Iterator[Passage]:
    """All of them, in order."""
    for document in engine.documents():
        count = engine.count(document.id, NEVER)
        yield from engine.passages(document.id, 1, count, NEVER)


def sample(engine: Engine) -> list[Passage]:
    """Every so many of them."""
    step = max(1, engine.manifest.passages // SAMPLE)
    return [each for at, each in enumerate(passages(engine)) if at % step == 0]


def megabytes(place: Path) -> float:
    """Of the generation in service, on disk."""
    generation = place / (Generations(place).current() or "")
    return sum(path.stat().st_size for path in generation.iterdir()) / 2**20
