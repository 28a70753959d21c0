"""How well citation markers are found, on cited articles: `python -m bench.accuracy_citations`.

Each article says how many markers it has and which numbers its references have; a marker counts
as found when its number is one of them.
"""

import gzip
import json
import time

from bench.annotated import SUPPORT
from bench.data import DataMissing, place
from loccit.mentions import citations


def table() -> str:
    """The figures as a table in Markdown; raises DataMissing."""
    markers = right = unreferenced = words = articles = 0
    seconds = 0.0
    with gzip.open(place("cited/enwiki2014_cited.jsonl.gz"), "rt", encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            began = time.perf_counter()
            numbers = [c.number for c in citations.find(article["text"]) if c.number is not None]
            seconds += time.perf_counter() - began
            known = sum(str(number) in article["refs"] for number in numbers)
            articles += 1
            markers += article["n_markers"]
            right += min(known, article["n_markers"])
            unreferenced += len(numbers) - known
            words += len(article["text"].split())
    return (
        "| articles | markers | found with number and reference | read, but no reference has"
        " the number | words a second |\n|---|---|---|---|---|\n"
        f"| {articles} | {markers} | {right / markers:.4f} | {unreferenced}"
        f" | {words / seconds:,.0f} |"
    )


def support_table() -> str:
    """How often the stretch that a marker supports has both ends as annotated."""
    right = asked = 0
    for line in SUPPORT.read_text(encoding="utf-8").splitlines():
        wanted = json.loads(line)
        spans = {(s.opens, s.closes): [s.start, s.end] for s in citations.supports(wanted["text"])}
        asked += 1
        right += spans.get(tuple(wanted["marker"])) == wanted["supports"]
    return (
        "| markers drawn at random | supported sentence or clause right, both ends |\n|---|---|\n"
        f"| {asked} | {right / asked:.4f} |"
    )


if __name__ == "__main__":
    print(support_table())
    try:
        print(table())
    except DataMissing as error:
        raise SystemExit(str(error)) from error
