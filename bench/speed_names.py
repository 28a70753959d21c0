"""Extraction beside the small spaCy model alone, in one run: `python -m bench.speed_names`."""

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from time import process_time

from bench.data import DataMissing, place
from loccit.mentions import citations, names
from loccit.mentions.find import find
from loccit.mentions.masking import mask
from loccit.mentions.names.by_spacy import loaded
from loccit.mentions.names.network.model import Network
from loccit.mentions.names.recogniser import FOLDER
from loccit.model.mentions import Context, Stretch

ARTICLES = 12
ROUNDS = 2


def articles() -> Iterator[tuple[str, list[str]]]:
    """Title and paragraphs of the first articles; raises DataMissing."""
    with gzip.open(place("cited/enwiki2014_cited.jsonl.gz"), "rt", encoding="utf-8") as file:
        for _, line in zip(range(ARTICLES), file, strict=False):
            article = json.loads(line)
            paragraphs = [each.strip() for each in article["text"].split("\n")]
            yield article["title"], [each for each in paragraphs if each]


def _rate(work: Callable[[], object], words: int) -> float:
    """Words a second of processor time, the best of some rounds."""
    seconds = []
    for _ in range(ROUNDS):
        began = process_time()
        work()
        seconds.append(process_time() - began)
    return words / min(seconds)


def table() -> str:
    given = list(articles())
    words = sum(len(each.split()) for _, paragraphs in given for each in paragraphs)
    recogniser = names.load()
    model = loaded("en_core_web_sm")
    network = Network(FOLDER)

    def spacy_alone() -> None:
        for _, paragraphs in given:
            for _ in model.pipe(mask(each, citations.markers(each)).text for each in paragraphs):
                pass

    def network_alone() -> None:
        for _, paragraphs in given:
            network.read([mask(each, citations.markers(each)).text for each in paragraphs])

    def whole() -> None:
        _extract(given, recogniser)

    def without_names() -> None:
        _extract(given, None)

    base = _rate(spacy_alone, words)
    rows = ["| one core | words a second | of the small spaCy model alone |", "|---|---|---|"]
    for name, work in (
        ("the small spaCy model alone", spacy_alone),
        ("the network alone", network_alone),
        ("names, dates and citations", whole),
        ("dates and citations", without_names),
    ):
        rate = _rate(work, words)
        rows.append(f"| {name} | {rate:,.0f} | {100 * rate / base:.0f} % |")
    return "\n".join(rows)


def _extract(given: Sequence[tuple[str, list[str]]], recogniser: names.Recogniser | None) -> None:
    for title, paragraphs in given:
        stretches = [Stretch(f"d#{n}", text) for n, text in enumerate(paragraphs, start=1)]
        find(stretches, Context(title), recogniser)


if __name__ == "__main__":
    try:
        print(table())
    except DataMissing as error:
        raise SystemExit(str(error)) from error
