"""A generation's folder: Whoosh's own files, and beside them tables and columns of ours."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from whoosh import fields

from loccit.engines import field_table
from loccit.engines.blocks import Damage
from loccit.engines.errors import EngineError, IndexDamaged
from loccit.engines.sealing import Sealed
from loccit.engines.whoosh import layout
from loccit.engines.whoosh.segment_file import SegmentFile

T = TypeVar("T")

DOCUMENTS, NAMES, COLUMNS = "documents.jsonl", "names.jsonl", "columns.npz"


def schema() -> fields.Schema:
    """Terms come as lists, made by `loccit.engines.analysis`; Whoosh analyses nothing.

    Numbers are terms of full precision only: ranges are read from the columns.
    """
    return fields.Schema(
        stored=fields.STORED(),
        **{row.name: fields.TEXT(phrase=row.positions) for row in field_table.texts()},
        **{row.name: fields.KEYWORD() for row in field_table.keywords()},
        **{row.name: fields.NUMERIC(int, bits=64, signed=True, shift_step=0)
           for row in field_table.numbers()},
    )  # fmt: skip


def term_bytes(term: str) -> bytes:
    """UTF-8, which has no lone surrogates: they become U+FFFD."""
    try:
        return term.encode("utf-8")
    except UnicodeEncodeError:
        return term.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")


def write_lines(path: Path, values: Iterable[T], encode: Callable[[T], str]) -> None:
    with path.open("w", encoding="ascii") as file:
        for value in values:
            file.write(encode(value) + "\n")


def read_lines(sealed: Sealed, name: str, decode: Callable[[str], T]) -> tuple[T, ...]:
    """Raises IndexDamaged."""
    try:
        lines = sealed.read(name).decode("ascii").splitlines()
        return tuple(decode(line) for line in lines)
    except EngineError:
        raise
    except Exception as error:  # lines that aren't ours raise whatever they happen to mean
        raise IndexDamaged(sealed.folder.parent, f"its file {name} can't be read") from error


def segment(sealed: Sealed) -> SegmentFile:
    """The one segment; raises IndexDamaged."""
    try:
        return SegmentFile(sealed.file(layout.SEGMENT_FILE), sealed.manifest.passages)
    except EngineError:
        raise
    except Exception as error:  # a segment that isn't ours raises whatever its bytes mean
        raise damaged(sealed, error) from error


def damaged(sealed: Sealed, error: Exception) -> IndexDamaged:
    """What is said of a segment that can't be read."""
    said = str(error) if isinstance(error, Damage) else f"its segment can't be read ({error})"
    return IndexDamaged(sealed.folder.parent, said)
