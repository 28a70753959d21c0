"""Misspelled searches mended, and right words left alone: `python -m bench.accuracy_spelling`.

Over an index of twenty articles drawn once. The searches are in the folder of annotations
(`spellings.jsonl`); every second one served for checking only. `--misses` lists what is wrong
among the others.
"""

import gzip
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import loccit
from bench.annotated import FILE
from bench.data import DataMissing, place
from loccit import Library
from loccit.engines import analysis

SPELLINGS = FILE.with_name("spellings.jsonl")
SEED = 1755
ARTICLES = 20
Kind = Literal["misspelled", "rare", "absent"]


@dataclass(frozen=True, slots=True)
class Spelled:
    """A search as typed and as it is right; `rare` and `absent` are right as typed, with words
    that one or two passages of the index have, or none."""

    search: str
    right: str
    kind: Kind
    checked: bool


@cache
def spelled() -> tuple[Spelled, ...]:
    lines = SPELLINGS.read_text(encoding="utf-8").splitlines()
    return tuple(Spelled(**json.loads(line)) for line in lines)


@contextmanager
def indexed() -> Iterator[Library]:
    """An index of the articles in a temporary folder; raises DataMissing."""
    with gzip.open(place("cited/enwiki2014_cited.jsonl.gz"), "rt", encoding="utf-8") as lines:
        articles = random.Random(SEED).sample([json.loads(line) for line in lines], ARTICLES)
    with tempfile.TemporaryDirectory() as folder:
        seeds, own = Path(folder) / "seeds", Path(folder) / "none.toml"
        seeds.mkdir()
        for article in articles:
            name = re.sub(r"\W+", "-", article["title"]).lower()
            title = json.dumps(article["title"], ensure_ascii=False)
            (seeds / f"{name}.txt").write_text(article["text"], encoding="utf-8")
            (seeds / f"{name}.toml").write_text(f"title = {title}\n", encoding="utf-8")
        loccit.build(seeds, Path(folder) / "index", dates=own, aliases=own)
        with loccit.open(Path(folder) / "index") as library:
            yield library


def first_offer(library: Library, typed: str) -> str:
    """What is searched for instead, or offered first; "" where neither is."""
    page = library.search(typed)
    if page.instead_of:
        return page.typed
    return page.spellings[0].search if page.spellings else ""


def is_right(each: Spelled, offer: str) -> bool:
    """Whether a misspelled search is mended, by its stems, or a right one left alone."""
    if each.kind == "misspelled":
        return bool(offer) and analysis.terms(offer) == analysis.terms(each.right)
    return not offer


def table() -> str:
    """The figures as a table in Markdown; raises DataMissing."""
    right: Counter[tuple[Kind, bool]] = Counter()
    asked: Counter[tuple[Kind, bool]] = Counter()
    with indexed() as library:
        for each in spelled():
            asked[each.kind, each.checked] += 1
            right[each.kind, each.checked] += is_right(each, first_offer(library, each.search))
    lines = [
        "| searches over twenty articles | misspelled: mended right by the first offer"
        " | right, in one or two passages: “corrected” | right, in no passage: “corrected” |",
        "|---|---|---|---|",
    ]
    for title, checked in (("developed on", False), ("checked on", True)):
        cells = [f"{right['misspelled', checked]} of {asked['misspelled', checked]}"]
        for kind in ("rare", "absent"):
            of = asked[kind, checked]
            cells.append(f"{of - right[kind, checked]} of {of}")
        lines.append(f"| {title} | {' | '.join(cells)} |")
    return "\n".join(lines)


def misses() -> Iterator[str]:
    """What is wrong among the searches that were developed on."""
    with indexed() as library:
        for each in spelled():
            offer = first_offer(library, each.search)
            if not each.checked and not is_right(each, offer):
                yield f"{each.kind}: {each.search} -> {offer or 'nothing'}, not {each.right}"


if __name__ == "__main__":
    try:
        print("\n".join(misses()) if "--misses" in sys.argv else table())
    except DataMissing as error:
        sys.exit(str(error))
