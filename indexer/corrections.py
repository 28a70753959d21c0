"""`dates.toml`: the reader's corrections of dates, applied after extraction to what is indexed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from typing import Any

from loccit.indexer import documents
from loccit.indexer.extract import cut_passages
from loccit.indexer.loading import load
from loccit.indexer.own_files import OwnFile
from loccit.indexer.problems import BadFile, UnreadableSeed
from loccit.indexer.readers.isolated import Isolated
from loccit.indexer.seeds import Seed
from loccit.indexer.unfolding import unfolded
from loccit.mentions.dates.corrections import BadCorrection, Correction, correct
from loccit.mentions.find import in_order
from loccit.model.addresses import Address
from loccit.model.documents import Passage

_HEAD = re.compile(r"\s*\[\[\s*correction\s*\]\]")
_KEYS = ("document", "words", "value", "passage")


@dataclass(frozen=True, slots=True)
class Entry:
    """One correction as written: in which document, and in which of its passages if just one."""

    document: str
    correction: Correction
    passage: int | None = None

    def __str__(self) -> str:
        where = Address(self.document, self.passage) if self.passage else self.document
        return f"“{self.correction.words}” in {where}"


class Corrections:
    """The entries of a `dates.toml`; remembers which of them matched."""

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self._by_document: dict[str, list[Entry]] = {}
        for entry in entries:
            self._by_document.setdefault(entry.document, []).append(entry)
        self._unmatched = dict.fromkeys(entries)
        self._missing = dict.fromkeys(entries)

    def apply(self, passages: Iterable[Passage]) -> tuple[Passage, ...]:
        """The passages of one document with their dates corrected."""
        return tuple(map(self._corrected, passages))

    def unmatched(self) -> tuple[str, ...]:
        """What the entries whose words stood in none of the passages so far say, and why."""
        return tuple(
            f"{entry}: no document has this id" if entry in self._missing else str(entry)
            for entry in self._unmatched
        )

    def _corrected(self, passage: Passage) -> Passage:
        for entry in self._by_document.get(passage.document, ()):
            self._missing.pop(entry, None)
        entries = [
            entry
            for entry in self._by_document.get(passage.document, ())
            if entry.passage in (None, passage.number)
        ]
        if not entries:
            return passage
        dates, used = correct(passage.text, passage.dates(), [e.correction for e in entries])
        for entry in entries:
            if entry.correction in used:
                self._unmatched.pop(entry, None)
        return replace(passage, mentions=in_order(passage.citations(), dates, passage.entities()))


def read(file: OwnFile) -> tuple[Entry, ...]:
    """The file's entries, none if there is no file; raises BadFile."""
    table = file.table("; texts are written in quotes")
    entries = table.pop("correction", [])
    if table or not isinstance(entries, list):
        known = "corrections are written as [[correction]] tables, and nothing else"
        raise BadFile(f"{file.path}: {known}")
    lines = [at for at, line in enumerate(file.text.splitlines(), start=1) if _HEAD.match(line)]
    return tuple(
        _entry(f"{file.path}, line {line}", each)
        for line, each in zip_longest(lines[: len(entries)], entries)
    )


def _entry(where: str, table: Any) -> Entry:
    if not isinstance(table, dict) or (unknown := set(table) - set(_KEYS)):
        raise BadFile(
            f"{where}: has the key {', '.join(sorted(unknown))}; known are {', '.join(_KEYS)}"
        )
    texts = [_text(table.get(key)) for key in ("document", "words", "value")]
    if not all(isinstance(text, str) for text in texts):
        raise BadFile(f"{where}: document, words and value are needed, each a text in quotes")
    passage = table.get("passage")
    if passage is not None and (type(passage) is not int or passage < 1):
        raise BadFile(f"{where}: passage takes a number from 1")
    try:
        return Entry(str(texts[0]), Correction(str(texts[1]), str(texts[2])), passage)
    except BadCorrection as error:
        raise BadFile(f"{where}: {error}") from error


def _text(value: Any) -> Any:
    """A day or a year as TOML has them, without quotes, is taken as it is written."""
    if type(value) is date:
        return value.isoformat()
    return f"{value:04d}" if type(value) is int and 0 < value < 10_000 else value


def check(entries: Sequence[Entry], seeds: Iterable[Seed]) -> tuple[str, ...]:
    """The entries that match nothing in the seeds; those that can't be read match nothing."""
    corrections = Corrections(entries)
    wanted = {entry.document for entry in entries}
    with closing(Isolated()) as reading:
        for seed in seeds:
            if any(each == seed.id or each.startswith(f"{seed.id}/") for each in wanted):
                corrections.apply(_passages(seed, reading))
    return corrections.unmatched()


def _passages(seed: Seed, reading: Isolated) -> Iterator[Passage]:
    try:
        for leaf in unfolded(load(seed), reading):
            yield from cut_passages(documents.read(leaf))
    except UnreadableSeed:
        return
