"""Texts to terms beside Whoosh's own analyzer, in one run: `python -m bench.speed_analysis`.

Each reads the articles once, with nothing kept from before, as an indexer does.
"""

import gzip
import json
import sys
from collections.abc import Callable
from itertools import islice
from time import process_time

from whoosh.analysis import StemmingAnalyzer

from bench.data import DataMissing, place
from loccit.engines import analysis

ARTICLES = 12_000


def texts() -> list[str]:
    """Paragraphs of articles; raises DataMissing."""
    with gzip.open(place("scale/enwiki-35k-articles.jsonl.gz"), "rt", encoding="utf-8") as file:
        articles = [json.loads(line)["text"] for line in islice(file, ARTICLES)]
    return [each for article in articles for each in article.split("\n") if each.strip()]


def rate(read: Callable[[str], object], given: list[str], words: int) -> float:
    """Words a second of processor time."""
    began = process_time()
    for each in given:
        read(each)
    return words / (process_time() - began)


def table() -> str:
    given = texts()
    words = sum(len(each.split()) for each in given)
    stemming = StemmingAnalyzer(stoplist=None, minsize=1, cachesize=200_000)
    whoosh = rate(lambda text: [t.text for t in stemming(text, positions=True)], given, words)
    ours = rate(analysis.analysed, given, words)
    again = rate(analysis.analysed, given, words)
    return "\n".join(
        (
            f"| {words:,} words of {ARTICLES:,} articles | words a second | ratio |",
            "|---|---|---|",
            f"| Whoosh's StemmingAnalyzer | {whoosh:,.0f} | 1 |",
            f"| Loccit's analysis | {ours:,.0f} | {ours / whoosh:.2f} |",
            f"| … of words met before | {again:,.0f} | {again / whoosh:.2f} |",
        )
    )


if __name__ == "__main__":
    try:
        print(table())
    except DataMissing as error:
        sys.exit(str(error))
