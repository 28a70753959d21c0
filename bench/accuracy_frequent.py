"""The most frequent names of whole articles: `python -m bench.accuracy_frequent [--list]`.

Long articles in an order drawn once: the first 120 served for developing (60 of them are shown),
the next 60 for checking. A reader has judged each name with its type, in the folder of annotations
(`frequent.jsonl`): right, or of another
type, part of another name, or none at all. A name that nobody has judged counts as wrong and is
listed. `--list` prints the names with an example each, and every merge with over five mentions
(with `--checked`, those of the second sample).
"""

import json
import random
import sys
from functools import cache
from pathlib import Path

from bench.annotated import FILE
from bench.drawing import SEED, articles
from loccit.indexer.aliases import starter
from loccit.indexer.extract import Extracted, Extractor
from loccit.indexer.loading import Loaded
from loccit.indexer.naming import Naming
from loccit.indexer.seeds import Seed
from loccit.mentions import names
from loccit.model.names import Name

JUDGED = FILE.with_name("frequent.jsonl")
ARTICLES = 60
NAMES = 100
LONG = 15_000
MERGED = 5
"""Mentions over which a merge is read."""


def sample(checked: bool) -> list[tuple[str, str, str]]:
    """Id, title and text of each article; raises DataMissing."""
    long = [each for each in articles() if len(each[2]) > LONG]
    random.Random(SEED + 2).shuffle(long)
    return long[2 * ARTICLES : 3 * ARTICLES] if checked else long[:ARTICLES]


def indexed(given: list[tuple[str, str, str]]) -> tuple[list[Name], dict[str, str]]:
    """The names as an index holds them, the most frequent first, and an example of each."""
    extractor, naming = Extractor(names.load()), Naming(starter())
    read: list[Extracted] = []
    for id, title, text in given:
        sidecar = f"title = {json.dumps(title, ensure_ascii=False)}\n".encode()
        made = extractor.extract(Loaded(Seed(id, Path(f"{id}.txt")), text.encode(), sidecar))
        if isinstance(made, Extracted):
            read.append(made)
            naming.read(made.document.id, made.spelled)
    examples: dict[str, str] = {}
    for each in read:
        for passage in naming.applied(each.document.id, each.passages):
            for entity in passage.entities():
                around = passage.text[max(0, entity.start - 50) : entity.end + 40]
                examples.setdefault(f"{entity.name} {entity.type}", around.replace("\n", " "))
    return sorted(naming.table(), key=lambda name: (-name.mentions, name.name)), examples


@cache
def judged() -> dict[tuple[str, str, bool], bool]:
    """Whether a name with its type is right, in each sample."""
    records = map(json.loads, JUDGED.read_text(encoding="utf-8").splitlines())
    return {(r["name"], r["type"], r["checked"]): r["right"] for r in records}


def table() -> str:
    """Right names of the hundred most frequent, in each sample."""
    rows = [
        "| the hundred most frequent names of 60 articles | right | not judged |",
        "|---|---|---|",
    ]
    for title, checked in (("developed on", False), ("checked on", True)):
        known = judged()
        own = [(n.name, n.type, checked) for n in indexed(sample(checked))[0][:NAMES]]
        unread = ", ".join(key[0] for key in own if key not in known)
        right = sum(known.get(key, False) for key in own)
        rows.append(f"| {title} | {right} | {unread or 'none'} |")
    return "\n".join(rows)


def listed(checked: bool) -> None:
    found, examples = indexed(sample(checked))
    for name in found[:NAMES]:
        example = examples.get(f"{name.name} {name.type}", "")
        print(f"{name.mentions:4} {name.type:12} {name.name} | {example}")
    for name in found:
        for form in name.forms:
            if form.form != name.name and form.count > MERGED:
                print(f"merged: {form.form} ({form.count}) into {name.name}, {form.reason}")


if __name__ == "__main__":
    if "--list" in sys.argv:
        listed("--checked" in sys.argv)
    else:
        print(table())
