"""How well citations are followed into their sources: `python -m bench.accuracy_following`.

WiCE (Kamoi and others, 2023): sentences of Wikipedia and the web pages that they cite; CL-SciSumm
(2018 to 2020): papers and the spans that others cite them for; SciFact (Wadden and others, 2020):
claims and abstracts. A passage is right if one of its sentences was marked by an annotator.
Documents with an even first byte of the SHA-256 of their id are developed on, the others checked.
"""

import gzip
import hashlib
import json
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.data import DataMissing, place
from loccit.engines.deadline import NEVER
from loccit.engines.engine import CACHE_BYTES, Engine
from loccit.engines.manifest import Manifest
from loccit.engines.whoosh.engine import WhooshEngine
from loccit.indexer.passages import LENGTH
from loccit.mentions import citations
from loccit.mentions.find import find
from loccit.mentions.masking import blank
from loccit.model.addresses import Address
from loccit.model.documents import Document, Passage, passage_key
from loccit.model.mentions import Context, Stretch
from loccit.search.following.claim import Claim, claim
from loccit.search.following.following import near_in, nearness

SETS = {"web pages (WiCE)": "wice", "papers (CL-SciSumm)": "cl-scisumm", "abstracts": "scifact"}
_ELSEWHERE = 20
"""Other web pages that each citation is paired with."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document, its passages as places of its sentences."""

    record: dict[str, Any]
    passages: tuple[tuple[int, ...], ...]


def is_checked(document: str) -> bool:
    return hashlib.sha256(document.encode()).digest()[0] % 2 == 1


def _records() -> list[dict[str, Any]]:
    with gzip.open(place("sources/dev.jsonl.gz"), "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def cut(record: dict[str, Any]) -> tuple[tuple[int, ...], ...]:
    """A few sentences of a section each, as the indexer cuts prose."""
    passages: list[list[int]] = []
    length = 0
    for at, sentence in enumerate(record["sentences"]):
        same = at and record["section"][at] == record["section"][at - 1]
        if not same or length + len(sentence) > LENGTH:
            passages.append([])
            length = 0
        passages[-1].append(at)
        length += len(sentence) + 1
    return tuple(map(tuple, passages))


@contextmanager
def indexed(sources: Sequence[Source]) -> Iterator[Engine]:
    with tempfile.TemporaryDirectory() as folder:
        writer = WhooshEngine.begin_folder(Path(folder) / "gen-1", 1)
        for source in sources:
            writer.put(Document(source.record["id"], source.record["title"]), _passages(source))
        writer.put_names([])
        count = sum(len(source.passages) for source in sources)
        built = "2026-01-01T00:00:00+00:00"
        writer.finish(Manifest("whoosh", "gen-1", len(sources), count, built, ""))
        engine = WhooshEngine.open_folder(Path(folder) / "gen-1", CACHE_BYTES)
        yield engine
        engine.close()


def _passages(source: Source) -> list[Passage]:
    record, id = source.record, source.record["id"]
    stretches = [
        Stretch(
            str(Address(id, number)),
            " ".join(record["sentences"][at] for at in own),
            record["sections"][record["section"][own[0]]],
        )
        for number, own in enumerate(source.passages, start=1)
    ]
    mentions = find(stretches, Context(record["title"]))
    return [
        Passage(each.id, id, number, passage_key(each.text), 0, record["title"], each.section,
                each.text, own)
        for number, (each, own) in enumerate(zip(stretches, mentions, strict=True), start=1)
    ]  # fmt: skip


def claimed(record: dict[str, Any]) -> Claim:
    """What a citation claims, without the words that cite."""
    beside = f"{_prose(record, 'before')} {_prose(record, 'after')}"
    return claim(
        _prose(record, "text"), beside, record["citing"] if "wice" in record["set"] else ""
    )


def _prose(record: dict[str, Any], field: str) -> str:
    text = record[field]
    (cited,) = citations.in_document([text], True)
    plain = blank(text, [(each.start, each.end) for each in cited.citations])
    marker = record["marker"]
    return plain.replace(marker, " ") if marker else plain


@dataclass(slots=True)
class Figures:
    citations: int = 0
    first: int = 0
    in_three: int = 0
    sentence: int = 0
    seconds: float = 0.0

    def add(self, engine: Engine, record: dict[str, Any], source: Source) -> None:
        gold = {at for own in record["gold"] for at in own}
        right = {n for n, own in enumerate(source.passages, start=1) if gold & {*own}}
        asked = claimed(record)
        start = perf_counter()
        near = near_in(engine, record["document"], asked, (), NEVER)
        self.seconds += perf_counter() - start
        self.citations += 1
        self.first += bool(near) and near[0].passage.number in right
        self.in_three += any(each.passage.number in right for each in near[:3])
        if near:
            self.sentence += bool(gold & {*_sentences(source, near[0])})

    def row(self) -> str:
        shares = (self.first, self.in_three, self.sentence)
        figures = " | ".join(f"{each / max(1, self.citations):.3f}" for each in shares)
        milliseconds = 1000 * self.seconds / max(1, self.citations)
        return f"{self.citations} | {figures} | {milliseconds:.1f}"


def _sentences(source: Source, near: Any) -> Iterator[int]:
    """The annotated sentences of which the middle is in the marked stretch."""
    at = 0
    for sentence in source.passages[near.passage.number - 1]:
        length = len(source.record["sentences"][sentence])
        if near.start <= at + length // 2 < near.end:
            yield sentence
        at += length + 1


def _is_counted(record: dict[str, Any]) -> bool:
    unsupported = record.get("label") == "not_supported" or record.get("title_only")
    return not unsupported and any(record["gold"])


def shown_elsewhere(
    engine: Engine, cited: Sequence[dict[str, Any]], pages: Sequence[str]
) -> tuple[int, int]:
    """Of citations paired with web pages that they don't cite: those shown, and all."""
    chosen = random.Random(15)
    shown = total = 0
    for record in cited:
        asked = claimed(record)
        for page in chosen.sample(pages, min(_ELSEWHERE, len(pages))):
            if page != record["document"]:
                near = near_in(engine, page, asked, (), NEVER)
                shown += nearness(near[0] if near else None) != "none"
                total += 1
    return shown, total


def table(halves: Sequence[bool] = (False, True)) -> str:
    """The figures as a table in Markdown; raises DataMissing."""
    records = _records()
    sources = {
        each["id"]: Source(each, cut(each)) for each in records if each["kind"] == "document"
    }
    lines = [
        "| citations followed | half | citations | passage first | in the first three | sentence"
        " first | ms each | shown for a page that isn't cited |",
        "|---|---|---|---|---|---|---|---|",
    ]
    with indexed([*sources.values()]) as engine:
        for name, prefix in SETS.items():
            of_set = [
                each
                for each in records
                if each["kind"] == "citation" and each["set"].startswith(prefix)
            ]
            for checked in halves:
                own = [each for each in of_set if is_checked(each["document"]) == checked]
                figures = Figures()
                for each in filter(_is_counted, own):
                    figures.add(engine, each, sources[each["document"]])
                elsewhere = "–"
                if prefix == "wice":
                    pages = sorted({each["document"] for each in own})
                    shown, total = shown_elsewhere(engine, own, pages)
                    elsewhere = f"{shown} of {total} ({100 * shown / total:.2f} %)"
                half = "checked" if checked else "developed on"
                lines.append(f"| {name} | {half} | {figures.row()} | {elsewhere} |")
    return "\n".join(lines)


if __name__ == "__main__":
    try:
        print(table((False,) if "--developing" in sys.argv else (False, True)))
    except DataMissing as error:
        sys.exit(str(error))
