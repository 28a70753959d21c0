"""Documents in many formats with their truth, and how far what a reader made of one agrees."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.data import place
from bench.formats_shown import together
from loccit.indexer.readers import jsonl
from loccit.indexer.readers.content import Block, Content, Mark
from loccit.indexer.readers.docx.reader import read as read_docx
from loccit.indexer.readers.dump import reader as dump
from loccit.indexer.readers.epub.reader import read as read_epub
from loccit.indexer.readers.html.reader import read as read_html
from loccit.indexer.readers.markdown import reader as markdown
from loccit.indexer.readers.odt.reader import read as read_odt
from loccit.indexer.readers.pdf.reader import read as read_pdf
from loccit.indexer.readers.tei import reader as tei
from loccit.indexer.readers.wikitext import reader as wikitext

Reader = Callable[[Path, bytes], list[Content]]
READERS: dict[str, Reader] = {
    "pdf": read_pdf,
    "docx": read_docx,
    "odt": read_odt,
    "html": read_html,
    "epub": read_epub,
    "md": together(markdown.read),
    "tei": together(tei.read),
    "wikitext": together(wikitext.read),
    "dump": together(dump.read),
    "jsonl": together(jsonl.read),
}
"""By the kind that the truth names."""

OF_FIELDS = ("tei", "wikitext", "dump")
AFTER, NOTE = 30, 60
"""So many letters before a mark, and of a note's beginning, stand in the truth."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Truth:
    """A file and what is in it, as it was written down."""

    path: Path
    kind: str
    record: dict[str, Any]

    @property
    def marks(self) -> dict[str, Any]:
        return self.record.get("marks") or {"count": 0, "sample": []}


@dataclass(slots=True)
class Agreement:
    """How much of a file's truth was found, and what was missed, in words."""

    sentences: int = 0
    sentences_found: int = 0
    pages_right: int = 0
    headings: int = 0
    headings_found: int = 0
    marks: int = 0
    marks_read: int = 0
    sampled: int = 0
    sampled_found: int = 0
    notes_right: int = 0
    named: int = 0
    named_right: int = 0
    intruders: int = 0
    missed: tuple[str, ...] = ()

    def add(self, other: "Agreement") -> None:
        """Adds another file's figures."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def truths(kind: str, folder: Path | None = None) -> Iterator[Truth]:
    """The good files of a kind; raises DataMissing."""
    folder = folder or place("formats")
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["kind"] == kind:
            yield Truth(folder / record["file"], kind, record)


def agreement(truth: Truth, content: Content) -> Agreement:
    """How far a reader's content agrees with the truth."""
    found = Agreement()
    missed: list[str] = []
    _sentences(truth, content, found, missed)
    _headings(truth, content, found, missed)
    _marks(truth, content, found, missed)
    _names(truth, content, found, missed)
    whole = "\n".join(_plain(block.text) for block in content.blocks)
    intruders = [words for words in truth.record["must_not_contain"] if _plain(words) in whole]
    found.intruders = len(intruders)
    found.missed = (*missed, *(f"must not be there: {words}" for words in intruders))
    return found


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _unmarked(block: Block, end: int | None = None) -> str:
    """The block's text without marks, up to a place."""
    parts, at = [], 0
    for mark in block.marks:
        if end is not None and mark.start >= end:
            break
        parts.append(block.text[at : mark.start])
        at = mark.end
    parts.append(block.text[at:end])
    return "".join(parts)


def _sentences(truth: Truth, content: Content, found: Agreement, missed: list[str]) -> None:
    """Sentences that are there, whatever the spaces, and on the right page."""
    texts = [_close(_unmarked(block)) for block in content.blocks]
    texts += [_close(note.text) for note in content.notes]
    pages = [*_pages(content), *(set[str]() for _ in content.notes)]
    for wanted in truth.record["passages_contain"]:
        text, label = (
            (wanted["text"], wanted["label"]) if isinstance(wanted, dict) else (wanted, None)
        )
        found.sentences += 1
        at = next((at for at, block in enumerate(texts) if _close(text) in block), None)
        if at is None:
            missed.append(f"sentence: {text}")
            continue
        found.sentences_found += 1
        if label is None or label in pages[at]:
            found.pages_right += 1
        else:
            missed.append(f"page {label}, not {pages[at]}: {text}")


def _close(text: str) -> str:
    return re.sub(r"\s+|[.,;](?=\s*[.,;])", "", text)


def _letters(text: str) -> str:
    return "".join(each for each in text if each.isalnum())


def _pages(content: Content) -> list[set[str]]:
    """The pages that each block stands on."""
    found: list[set[str]] = []
    page = ""
    for block in content.blocks:
        here = {page} if not block.places or block.places[0].at else set[str]()
        for place_there in block.places:
            page = place_there.page
            here.add(page)
        found.append(here)
    return found


def _headings(truth: Truth, content: Content, found: Agreement, missed: list[str]) -> None:
    texts = [_plain(block.text) for block in content.blocks if block.kind == "heading"]
    for heading in truth.record["headings"]:
        found.headings += 1
        if any(_plain(heading) in text for text in texts):
            found.headings_found += 1
        else:
            missed.append(f"heading: {heading}")


def _sheets(content: Content) -> Iterator[tuple[Block, Mark, int]]:
    """Every mark with the sheet that it stands on (0 where files have none)."""
    sheet = 0
    for block in content.blocks:
        for mark in block.marks:
            here = [one for one in block.places if one.at <= mark.start]
            yield block, mark, _sheet(here[-1].locator) if here else sheet
        if block.places:
            sheet = _sheet(block.places[-1].locator)


def _sheet(locator: str) -> int:
    return int(locator.removeprefix("page=")) if locator.startswith("page=") else 0


def _marks(truth: Truth, content: Content, found: Agreement, missed: list[str]) -> None:
    """Marks on the pages that were read by eye: how many, and those of the sample."""
    pages = truth.marks.get("pages")
    there = [
        (block, mark) for block, mark, sheet in _sheets(content) if pages is None or sheet in pages
    ]
    found.marks = truth.marks["count"]
    found.marks_read = sum(max(len(mark.notes), 1) for _, mark in there)
    if found.marks != found.marks_read:
        missed.append(f"marks: {found.marks} there, {found.marks_read} read")
    for wanted in truth.marks["sample"]:
        found.sampled += 1
        notes = _led_to(wanted, there, content)
        if notes is None:
            missed.append(f"mark: …{wanted['after']}[{wanted['label']}]")
            continue
        found.sampled_found += 1
        if any(_is_said(wanted["note"], truth.kind, text) for text in notes):
            found.notes_right += 1
        else:
            missed.append(f"note: {wanted['note']} / {notes}")


def _led_to(
    wanted: dict[str, Any], marks: Sequence[tuple[Block, Mark]], content: Content
) -> list[str] | None:
    """The texts of notes of the wanted label behind the wanted words; None for no such mark."""
    texts = [
        content.notes[note].text if note is not None else ""
        for block, mark in marks
        for note in mark.notes or (None,)
        if _is_called(wanted["label"], block, mark, content, note)
        and _letters(_unmarked(block, mark.start)).endswith(_letters(wanted["after"])[-AFTER + 5 :])
    ]
    return texts or None


def _is_called(
    label: str | None, block: Block, mark: Mark, content: Content, note: int | None
) -> bool:
    """Whether a mark is printed so, or its note is called so; what has no label may be any."""
    printed = block.text[mark.start : mark.end].strip("[]()")
    labels = {printed} if note is None else {printed, content.notes[note].label}
    return label is None or label.strip("[]()") in labels


def _is_said(note: str | None, kind: str, text: str) -> bool:
    """Whether a note says so: at its beginning, or, where it is put together of fields whose first
    in the truth is the title, behind the authors."""
    if note is None:
        return True
    wanted, said = _letters(note)[:NOTE], _letters(text)
    return wanted in said if kind in OF_FIELDS else said.startswith(wanted)


def _names(truth: Truth, content: Content, found: Agreement, missed: list[str]) -> None:
    """Title, author and date, where the file says them."""
    said = content.metadata
    read = {"title": said.title, "author": " and ".join(said.authors), "date": said.date}
    for field, value in read.items():
        wanted = truth.record.get(field)
        if wanted:
            found.named += 1
            right = _close(wanted).casefold() in _close(value).casefold()
            found.named_right += right
            if not right:
                missed.append(f"{field}: {wanted} / {value}")
