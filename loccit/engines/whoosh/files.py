"""A generation's folder: Whoosh's own files, and beside them tables and columns of ours."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from whoosh import fields, index
from whoosh.reading import IndexReader

from loccit.engines import field_table
from loccit.engines.errors import IndexDamaged
from loccit.engines.manifest import FORMAT_VERSION, Manifest, manifest_from_json
from loccit.engines.whoosh.mapped import MappedStorage

T = TypeVar("T")

MANIFEST, DOCUMENTS, NAMES, COLUMNS = (
    "manifest.json",
    "documents.jsonl",
    "names.jsonl",
    "columns.npz",
)


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


def manifest(generation: Path) -> Manifest:
    """The manifest, which vouches for the rest; raises IndexDamaged unless it is ours."""
    try:
        ours = manifest_from_json((generation / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError) as error:
        raise IndexDamaged(generation.parent, "its manifest is missing or not ours") from error
    if ours.format != FORMAT_VERSION or ours.engine != "whoosh":
        raise IndexDamaged(
            generation.parent,
            f"it has format {ours.format} of {ours.engine}, not {FORMAT_VERSION} of whoosh",
        )
    for name, size in (ours.files or {}).items():
        if not _has_size(generation / name, size):
            raise IndexDamaged(generation.parent, f"its file {name} is missing or not whole")
    return ours


def _has_size(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False


def open_whoosh(generation: Path) -> index.FileIndex:
    """Whoosh's index; call only after `manifest`, since Whoosh reads pickles."""
    try:
        return MappedStorage(generation).open_index()
    except Exception as error:  # a damaged file raises whatever its bytes happen to mean
        raise IndexDamaged(generation.parent, f"Whoosh can't open it ({error})") from error


def reader(generation: Path, opened: index.FileIndex) -> IndexReader:
    """Of the one segment; raises IndexDamaged."""
    try:
        return opened.reader()
    except Exception as error:  # a damaged segment raises whatever its bytes happen to mean
        raise IndexDamaged(generation.parent, f"a segment can't be read ({error})") from error


def write_lines(path: Path, values: Iterable[T], encode: Callable[[T], str]) -> None:
    with path.open("w", encoding="ascii") as file:
        for value in values:
            file.write(encode(value) + "\n")


def read_lines(path: Path, decode: Callable[[str], T]) -> tuple[T, ...]:
    """Raises IndexDamaged."""
    try:
        with path.open(encoding="ascii") as file:
            return tuple(decode(line) for line in file)
    except (OSError, ValueError, TypeError, json.JSONDecodeError) as error:
        raise IndexDamaged(path.parent.parent, f"{path.name} can't be read") from error
