"""What readers of formats make of real files, beside what the files hold."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.data import place
from loccit.indexer.content import Block, Content, Mark
from loccit.indexer.problems import UnreadableSeed
from loccit.mentions.references import understood
from loccit.model.documents import Reference

READERS = {
    "docx": "loccit.indexer.reading.docx",
    "odt": "loccit.indexer.reading.odt",
    "html": "loccit.indexer.reading.html",
    "epub": "loccit.indexer.reading.epub",
    "wikitext": "loccit.indexer.reading.wikitext",
    "dump": "loccit.indexer.reading.dump",
    "jsonl": "loccit.indexer.reading.jsonl",
}
"""The room whose `read` reads a kind."""

SUFFIXES = {"htm": "html", "xhtml": "html", "docm": "docx", "wiki": "wikitext"}
SUFFIXES |= {"bz2": "dump", "xml": "dump"}
_AFTER, _NOTE = 20, 40
"""Letters and digits that are compared before a mark and at a note's beginning."""

Reader = Callable[[Path, bytes], Iterable[Content]]


def reader(kind: str) -> Reader:
    read: Reader = import_module(READERS[kind]).read
    return read


@dataclass(frozen=True, slots=True)
class Compared:
    """A file: marks as there are and as were read; of the sample, those found and those whose
    note is right; what else differs, in words."""

    file: str
    marks: int
    read: int
    sample: int
    found: int
    led: int
    faults: tuple[str, ...]


def truths(kind: str) -> Iterator[dict[str, Any]]:
    """The lines of truth of one kind."""
    for line in (place("formats") / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        if truth["kind"] == kind:
            yield truth


def bad() -> Iterator[dict[str, Any]]:
    """What must come of each bad file that one of the readers is for."""
    for line in (place("formats") / "bad.jsonl").read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        if kind_of(Path(truth["file"])) in READERS:
            yield truth


def kind_of(path: Path) -> str:
    suffix = path.name.lower().rpartition(".")[2]
    if path.name.lower().endswith(".tei.xml"):
        return "tei"
    return SUFFIXES.get(suffix, suffix)


def compared(truth: dict[str, Any]) -> Compared:
    path = place("formats") / truth["file"]
    contents = list(reader(truth["kind"])(path, path.read_bytes()))
    stands = [each for content in contents for each in _standing(content)]
    sample = truth["marks"]["sample"]
    found = [[each for each in stands if each.is_at(wanted)] for wanted in sample]
    led = sum(
        any(each.leads_to(wanted) for each in ours)
        for wanted, ours in zip(sample, found, strict=True)
    )
    return Compared(
        truth["file"],
        truth["marks"]["count"],
        sum(each.ends for each in stands),
        len(sample),
        sum(map(bool, found)),
        led,
        tuple(_faults(truth, contents)),
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """A mark with what stands before it and the notes that it leads to."""

    label: str
    before: str
    notes: tuple[tuple[int | None, str, str], ...]

    @property
    def ends(self) -> int:
        """How many marks it is in the file: a range is its two ends."""
        return min(max(len(self.notes), 1), 2)

    def is_at(self, wanted: dict[str, Any]) -> bool:
        labels = {label for _, label, _ in self.notes} | {self.label}
        before = letters(wanted["after"])[-_AFTER:]
        return wanted["label"] in labels and self.before.endswith(before)

    def leads_to(self, wanted: dict[str, Any]) -> bool:
        start = letters(wanted["note"])[:_NOTE]
        return any(
            wanted["number"] in (None, number) and start in letters(understood_text(text))
            for number, _, text in self.notes
        )


def understood_text(text: str) -> str:
    """A note as a reader sees it: those of wikitext are kept as they are written."""
    return understood(Reference(None, text)).text if "{{" in text or "[http" in text else text


def letters(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())


def _standing(content: Content) -> Iterator[Standing]:
    told = ""
    for block in content.blocks:
        for mark in block.marks:
            before = letters(told[-200:] + " " + _without(block, mark.start))
            notes = tuple(
                (note.number, note.label, note.text)
                for note in (content.notes[at] for at in mark.notes)
            )
            label = block.text[mark.start : mark.end].strip("[]()")
            yield Standing(label, before[-2 * _AFTER :], notes)
        told = _without(block, len(block.text))


def _without(block: Block, end: int) -> str:
    """The block's text up to here, without the marks in it."""
    parts, start = [], 0
    for mark in block.marks:
        if mark.end <= end:
            parts.append(block.text[start : mark.start])
            start = mark.end
    return "".join([*parts, block.text[start:end]])


def _faults(truth: dict[str, Any], contents: Sequence[Content]) -> Iterator[str]:
    blocks = [block for content in contents for block in content.blocks]
    told = [_without(each, len(each.text)) for each in blocks]
    text = letters(" ".join([*told, *(note.text for each in contents for note in each.notes)]))
    everything = " ".join(each.text for each in blocks)
    headings = [letters(_without(b, len(b.text))) for b in blocks if b.kind == "heading"]
    for sentence in truth["passages_contain"]:
        if letters(sentence) not in text:
            yield f"missing: {sentence}"
    for heading in truth["headings"]:
        if not any(letters(heading) in each for each in headings):
            yield f"no heading: {heading}"
    for wrong in truth["must_not_contain"]:
        if wrong in everything:
            yield f"there, and shouldn't be: {wrong}"
    own = contents[0].metadata
    said = {"title": own.title, "date": own.date, "language": own.language,
            "author": " ".join(own.authors)}  # fmt: skip
    for name, ours in said.items():
        if truth[name] and (truth[name] not in ours):
            yield f"{name}: {ours!r} instead of {truth[name]!r}"
    notes = sum(len(content.notes) for content in contents)
    if truth["notes"] is not None and notes < truth["notes"]:
        yield f"{notes} notes instead of {truth['notes']}"


def outcome(file: str) -> str:
    """What becomes of a bad file: refused, read, or read with warnings."""
    path = place("formats") / file
    contents: list[Content] = []
    try:
        for content in reader(kind_of(path))(path, path.read_bytes()):
            contents.append(content)
    except UnreadableSeed as refused:
        read = f"{len(contents)} read, then " if contents else ""
        return f"{read}refused: {refused.skipped.why}"
    warnings = [each for content in contents for each in content.warnings]
    return f"read, with warning: {warnings[0]}" if warnings else "read"


def marks(contents: Sequence[Content]) -> list[Mark]:
    return [mark for content in contents for block in content.blocks for mark in block.marks]
