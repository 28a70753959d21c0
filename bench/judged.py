"""Public collections with judged searches: SciFact, Cranfield 1400, TIME 1963."""

import csv
import gzip
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.data import place


@dataclass(frozen=True, slots=True)
class Judged:
    """`texts` by id; `queries` by id; `relevant` are the ids of the texts that answer each."""

    name: str
    texts: dict[str, str]
    queries: dict[str, str]
    relevant: dict[str, frozenset[str]]


def scifact() -> Judged:
    """BEIR SciFact (Wadden and others, 2020), the 300 judged test queries."""
    folder = place("retrieval/scifact")
    with gzip.open(folder / "corpus.jsonl.gz", "rt", encoding="utf-8") as file:
        texts = {each["_id"]: f"{each['title']}\n{each['text']}" for each in map(json.loads, file)}
    lines = (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    queries = {each["_id"]: each["text"] for each in map(json.loads, lines)}
    return _judged("SciFact", texts, queries, _tsv(folder / "qrels" / "test.tsv"))


def cranfield() -> Judged:
    """Cranfield 1400 (Cleverdon, 1967): grades 1 to 4 count as relevant, -1 doesn't.

    The judgements number the queries by their place in the file, not by their own numbers.
    """
    folder = place("retrieval/cranfield")
    texts = {}
    for record in _records(folder / "cran.all.1400", r"^\.I\s+"):
        number, rest = record.split("\n", 1)
        parts = dict(re.findall(r"^\.([TABW])\n(.*?)(?=^\.[TABW]\n|\Z)", rest, re.M | re.S))
        texts[number.strip()] = f"{parts.get('T', '')}\n{parts.get('W', '')}"
    records = _records(folder / "cran.qry", r"^\.I\s+")
    queries = {str(n): each.partition(".W")[2] for n, each in enumerate(records, start=1)}
    rows = (line.split() for line in (folder / "cranqrel").read_text().splitlines())
    return _judged("Cranfield", texts, queries, ((q, d) for q, d, grade in rows if int(grade) > 0))


def time() -> Judged:
    """TIME magazine, world news of 1963; texts are numbered by their place in the file."""
    folder = place("retrieval/time")
    records = _records(folder / "TIME.ALL", r"^\*TEXT ")
    texts = {str(n): each.split("\n", 1)[1] for n, each in enumerate(records, start=1)}
    queries = {}
    for record in _records(folder / "TIME.QUE", r"^\*FIND\s+"):
        number, text = record.split("\n", 1)
        queries[number.strip()] = text.partition("*STOP")[0]
    return _judged("TIME", texts, queries, _tsv(folder / "qrels_fixed.tsv"))


COLLECTIONS: tuple[Callable[[], Judged], ...] = (scifact, cranfield, time)
"""Each raises DataMissing."""


def _records(path: Path, start: str) -> list[str]:
    text = path.read_text(encoding="latin-1")
    return re.split(start, text, flags=re.MULTILINE)[1:]


def _tsv(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t")
        next(rows)
        yield from ((query, text) for query, text, grade in rows if int(grade) > 0)


def _judged(
    name: str, texts: dict[str, str], queries: dict[str, str], pairs: Iterator[tuple[str, str]]
) -> Judged:
    """Only the queries that have a relevant text."""
    relevant: dict[str, set[str]] = {}
    for query, text in pairs:
        relevant.setdefault(query, set()).add(text)
    kept = {query: queries[query] for query in relevant}
    return Judged(name, texts, kept, {q: frozenset(documents) for q, documents in relevant.items()})
