"""A collection of any size to time searches on: articles of Wikipedia, or words drawn by Zipf."""

import gzip
import json
import random
import re
from collections.abc import Iterator
from itertools import islice

from bench.data import DataMissing, place
from engines.schema import Document, Passage, passage_id, passage_key
from indexer import passages as cutting
from mentions import dates
from mentions.masking import mask
from mentions.types import Citation, Context, Entity, EntityType, Mention, Stretch

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+")
_TYPES: tuple[EntityType, ...] = ("person", "organisation", "place")


def collection(size: int) -> Iterator[tuple[Document, list[Passage]]]:
    """Documents with `size` passages in all; dates are read, names and citations made up.

    A name is a pair of capitalised words, its type drawn by its letters; one passage in two
    carries one to four citation numbers.
    """
    left = size
    rng = random.Random(48)
    for number, (title, text) in enumerate(_texts(size)):
        document = Document(f"d{number:06}", title)
        cuts = list(islice(cutting.cut(text, "prose"), left))
        stretches = [Stretch(passage_id(document.id, n), c.text) for n, c in enumerate(cuts, 1)]
        found = dates.find(stretches, [mask(c.text, ()) for c in cuts], Context(title))
        yield document, [
            Passage(
                stretch.id, document.id, at, passage_key(cut.text), cut.offset, title, cut.section,
                cut.text, (*_cited(rng), *dated, *_named(cut.text)),
            )
            for at, (stretch, cut, dated) in enumerate(zip(stretches, cuts, found, strict=True), 1)
        ]  # fmt: skip
        left -= len(cuts)
        if left <= 0:
            return


def _texts(size: int) -> Iterator[tuple[str, str]]:
    try:
        path = place("scale/enwiki-35k-articles.jsonl.gz")
    except DataMissing:
        yield from _generated()
        return
    for turn in range(1 + size // 150_000):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                article = json.loads(line)
                title = article["title"] if not turn else f"{article['title']} {turn}"
                yield title, article["text"].replace("\n", "\n\n")


def _generated() -> Iterator[tuple[str, str]]:
    """Sentences of words whose frequencies fall as 1/rank (Zipf)."""
    rng = random.Random(48)
    words = ["".join(rng.choices("etaoinshrdlu", k=rng.randint(2, 9))) for _ in range(50_000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    while True:
        drawn = rng.choices(words, weights, k=400)
        lines = [" ".join(drawn[at : at + 20]).capitalize() + "." for at in range(0, 400, 20)]
        yield (
            drawn[0].capitalize(),
            "\n\n".join(" ".join(lines[at : at + 4]) for at in (0, 4, 8, 12)),
        )


def _cited(rng: random.Random) -> list[Mention]:
    numbers = rng.sample(range(1, 500), rng.choice((0, 0, 0, 1, 2, 4)))
    return [Citation(0, 1, str(number), number, "here") for number in numbers]


def _named(text: str) -> list[Mention]:
    return [
        Entity(match.start(), match.end(), match[0], _TYPES[len(match[0]) % 3])
        for match in islice(_NAME.finditer(text), 12)
    ]
