"""Documents as readers see them: several of one file together, notes of a wiki understood."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from loccit.indexer.readers.content import Block, Content, Note
from loccit.mentions.references import understood
from loccit.model.documents import Reference


def together(
    read: Callable[[Path, bytes], Iterable[Content]],
) -> Callable[[Path, bytes], list[Content]]:
    """A reader that gives all documents of a file as one, whose notes are as they are shown."""

    def read_all(path: Path, data: bytes) -> list[Content]:
        blocks: list[Block] = []
        notes: list[Note] = []
        contents = list(read(path, data))
        for content in contents:
            blocks += (_moved(block, len(notes)) for block in content.blocks)
            notes += map(_shown, content.notes)
        return [replace(contents[0], blocks=tuple(blocks), notes=tuple(notes))]

    return read_all


def _moved(block: Block, by: int) -> Block:
    marks = (replace(mark, notes=tuple(at + by for at in mark.notes)) for mark in block.marks)
    return replace(block, marks=tuple(marks))


def _shown(note: Note) -> Note:
    """Templates and links of a wiki are kept as they are written until they are understood."""
    written = "{{" in note.text or "[http" in note.text or "''" in note.text
    return replace(note, text=understood(Reference(None, note.text)).text) if written else note
