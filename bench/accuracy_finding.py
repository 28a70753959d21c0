"""Known items and questions over whole articles: `python -m bench.accuracy_finding`.

`tests/annotated/searches.jsonl` has 120 searches over sixty articles, each with the words that
answer it. What a reader sees is measured: the first page of results and, where few passages have
all of the words, those with most of them below. `--misses` lists what of the half that was
developed on isn't found first.
"""

import gzip
import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

from bench.annotated import FILE
from bench.data import place
from bench.drawing import articles
from loccit import engines
from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine
from loccit.indexer.build import build
from loccit.indexer.settings import Settings
from loccit.model.addresses import Address
from loccit.model.documents import Passage
from loccit.search.results import ResultPage
from loccit.search.searcher import search

SEARCHES = FILE.with_name("searches.jsonl")
TOP = 10
DEEP = 100
"""Results that are looked through for an article's defining passage."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A search, its kind, and quotations of `article` that answer it; `checked` tells the half
    over articles that no rule was made from."""

    query: str
    kind: str
    article: str
    answers: tuple[str, ...]
    checked: bool


@dataclass(frozen=True, slots=True)
class Article:
    """`references` by number, {} for the large collection, whose texts have none."""

    title: str
    text: str
    references: dict[str, str]

    @property
    def id(self) -> str:
        return re.sub(r"[^\w-]+", "-", self.title).strip("-").lower()


@dataclass(frozen=True, slots=True)
class Found:
    """`rank` from 1 of the first passage that answers, 0 if none of what is shown does; `shown`
    passages were."""

    asked: Asked
    rank: int
    shown: int


@cache
def asked() -> tuple[Asked, ...]:
    lines = SEARCHES.read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line) for line in lines)
    return tuple(Asked(**{**row, "answers": tuple(row["answers"])}) for row in rows)


@cache
def collection() -> dict[str, Article]:
    """The articles that are searched, by title; raises DataMissing."""
    wanted = {each.article for each in asked()}
    with gzip.open(place("cited/enwiki2014_cited.jsonl.gz"), "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    cited = {
        record["title"]: Article(record["title"], record["text"], record["refs"])
        for record in records
        if record["title"] in wanted
    }
    scale = {title: Article(title, text, {}) for _, title, text in articles() if title in wanted}
    return scale | cited


def indexed(folder: Path) -> Path:
    """The folder of an index of the articles; raises DataMissing."""
    seeds, index = folder / "seeds", folder / "index"
    seeds.mkdir(parents=True)
    for article in collection().values():
        (seeds / f"{article.id}.txt").write_text(article.text, encoding="utf-8", newline="")
        lines = [f"title = {json.dumps(article.title, ensure_ascii=False)}", "[references]"]
        lines += [f"{n} = {json.dumps(text)}" for n, text in article.references.items()]
        (seeds / f"{article.id}.toml").write_text("\n".join(lines), encoding="utf-8")
    build([seeds], index, Settings(aliases=folder / "none", dates=folder / "none"))
    return index


def found(engine: Engine, given: Iterable[Asked]) -> list[Found]:
    return [_found(each, search(engine, each.query, NEVER, size=TOP)) for each in given]


def _found(asked: Asked, page: ResultPage) -> Found:
    shown = [result.passage for result in (*page.results, *page.most)]
    return Found(asked, _rank(asked, shown), len(shown))


def _rank(asked: Asked, shown: Sequence[Passage]) -> int:
    answering = (at for at, each in enumerate(shown, start=1) if _answers(each, asked))
    return next(answering, 0)


def _answers(passage: Passage, asked: Asked) -> bool:
    """Whether at least half of a quotation stands in the passage."""
    article = collection()[asked.article]
    if passage.document != article.id:
        return False
    end = passage.offset + len(passage.text)
    return any(
        min(end, at + len(quote)) - max(passage.offset, at) > len(quote) / 2
        for quote in asked.answers
        for at in [article.text.index(quote)]
    )


def defining(engine: Engine, titles: Iterable[str]) -> list[int]:
    """For each title as a search, the rank of the passage that opens its article; beyond DEEP
    where it isn't among what is looked through."""
    ranks = []
    for title in titles:
        opening = Address(collection()[title].id, 1)
        page = search(engine, title, NEVER, size=DEEP)
        shown = [result.passage.address for result in (*page.results, *page.most)]
        ranks.append(shown.index(opening) + 1 if opening in shown else DEEP + 1)
    return ranks


def rows(engine: Engine, name: str, half: Sequence[Asked]) -> Iterator[str]:
    every = found(engine, half)
    for kind in ("", *sorted({each.kind for each in half})):
        own = [each for each in every if kind in ("", each.asked.kind)]
        first = sum(each.rank == 1 for each in own) / len(own)
        ten = sum(0 < each.rank <= TOP for each in own) / len(own)
        mrr = sum(1 / each.rank for each in own if 0 < each.rank <= TOP) / len(own)
        nothing = sum(not each.shown for each in own)
        label = f"… {kind}" if kind else f"**{name}**"
        yield f"| {label} | {len(own)} | {first:.2f} | {ten:.2f} | {mrr:.2f} | {nothing} |"
    titles = sorted({each.article for each in half})
    rank = f"{median(defining(engine, titles)):g}"
    yield f"| … what opens an article, for its title: median rank {rank} | {len(titles)} | | | | |"


def table() -> str:
    """Both halves; raises DataMissing."""
    lines = [
        "| known items and questions | searches | success@1 | success@10 | MRR@10 | nothing |",
        "|---|---|---|---|---|---|",
    ]
    with _opened() as engine:
        for name, checked in (("developed on", False), ("checked on", True)):
            lines += rows(engine, name, [each for each in asked() if each.checked == checked])
    return "\n".join(lines)


@contextmanager
def _opened() -> Iterator[Engine]:
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(engines.store(indexed(Path(folder))).open()) as engine,
    ):
        yield engine


def misses() -> None:
    with _opened() as engine:
        for each in found(engine, [each for each in asked() if not each.checked]):
            if each.rank != 1:
                print(f"{each.rank or '-'} {each.asked.kind}: {each.asked.query}")


if __name__ == "__main__":
    if "--misses" in sys.argv:
        misses()
    else:
        print(table())
