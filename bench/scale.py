"""Collections to time searches on: articles of Wikipedia, beyond their number words by Zipf."""

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, pairwise

from bench.data import DataMissing, place
from loccit.indexer import passages as cutting
from loccit.mentions import dates
from loccit.mentions.masking import mask
from loccit.model import calendar
from loccit.model.addresses import Address
from loccit.model.documents import Document, Passage, passage_key
from loccit.model.mentions import Citation, Context, Date, Entity, EntityType, Mention, Stretch

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+")
_LETTERS = "etaoinshrdlucmfwyp"
_TYPES: tuple[EntityType, ...] = ("person", "organisation", "place")


MOST_READ = 150_000
"""Passages beyond which texts are made up, since the articles would repeat."""


def collection(size: int) -> Iterator[tuple[Document, list[Passage]]]:
    """Documents with `size` passages in all; names and citations are made up.

    Dates are read in articles, and are any year of a century in texts that are made up. A name is
    a pair of capitalised words, its type drawn by its letters; one passage in two carries one to
    four citation numbers.
    """
    left = size
    rng = random.Random(48)
    real = size <= MOST_READ
    for number, (title, text) in enumerate(_articles() if real else _generated()):
        document = Document(f"d{number:06}", title)
        cuts = list(islice(cutting.cut(text, "prose"), left))
        stretches = [Stretch(str(Address(document.id, n)), c.text) for n, c in enumerate(cuts, 1)]
        dated: Sequence[Sequence[Mention]] = [_year(rng) for _ in cuts]
        if real:
            dated = dates.find(stretches, [mask(c.text, ()) for c in cuts], Context(title))
        yield (
            document,
            [
                Passage(
                    id=stretch.id,
                    document=document.id,
                    number=number,
                    key=passage_key(cut.text),
                    offset=cut.offset,
                    title=title,
                    section=cut.section,
                    text=cut.text,
                    mentions=(*_cited(rng), *own, *_named(cut.text)),
                )
                for number, (stretch, cut, own) in enumerate(
                    zip(stretches, cuts, dated, strict=True), start=1
                )
            ],
        )
        left -= len(cuts)
        if left <= 0:
            return


def _articles() -> Iterator[tuple[str, str]]:
    try:
        path = place("scale/enwiki-35k-articles.jsonl.gz")
    except DataMissing:
        yield from _generated()
        return
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            yield article["title"], article["text"].replace("\n", "\n\n")


def _generated() -> Iterator[tuple[str, str]]:
    """Sentences of words whose frequencies fall as 1/rank (Zipf), sixty paragraphs a document."""
    rng = random.Random(48)
    words = [
        "".join(rng.choices("etaoinshrdlucmfwyp", k=rng.randint(2, 9))) for _ in range(200_000)
    ]
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    while True:
        drawn = rng.choices(words, cum_weights=weights, k=60 * 40)
        lines = [
            " ".join(drawn[at : at + 20]).capitalize() + "." for at in range(0, len(drawn), 20)
        ]
        yield drawn[0].capitalize(), "\n\n".join(map(" ".join, pairwise(lines)))


def _year(rng: random.Random) -> list[Mention]:
    year = rng.randint(1920, 2019)
    return [Date(0, 1, str(year), calendar.year_interval(year), None, "year", "stated")]


def _cited(rng: random.Random) -> list[Mention]:
    numbers = rng.sample(range(1, 500), rng.choice((0, 0, 0, 1, 2, 4)))
    return [Citation(0, 1, str(number), number, "here") for number in numbers]


def _named(text: str) -> list[Mention]:
    return [
        Entity(match.start(), match.end(), match[0], _TYPES[len(match[0]) % 3])
        for match in islice(_NAME.finditer(text), 12)
    ]
