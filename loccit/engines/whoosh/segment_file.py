"""A segment of Whoosh 3, read: its terms, their postings by blocks, its stored passages.

Whoosh's own reader unpickles a table of contents, and what it calls itself may be inside a term;
here the schema is the program's, and of the segment's structures only the plain ones are read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC
from whoosh.columns import VarBytesColumn
from whoosh.filedb.compound import CompoundStorage
from whoosh.filedb.filetables import HashReader

from loccit.engines.blocks import BlockFile
from loccit.engines.whoosh import layout, plain
from loccit.engines.whoosh.structured import Structured
from loccit.model.errors import LoccitError


class BadSegment(LoccitError, ValueError):
    """The segment says what none of ours does."""


class Term(NamedTuple):
    """In how many passages a term is, and where its postings lie."""

    passages: int
    at: int
    length: int


@dataclass(frozen=True, slots=True)
class Block:
    """Postings as they lie in the file: how many, and the pickle of the rest."""

    size: int
    _packed: bytes
    _compressed: bool

    def body(self) -> bytes:
        """Document numbers as differences, weights and packed positions, pickled."""
        return plain.decompressed(self._packed) if self._compressed else self._packed


class SegmentFile:
    """Safe to read from several threads. Damage is raised for bytes that aren't as written, and
    whatever they happen to mean for those of a segment that isn't ours."""

    def __init__(self, file: BlockFile, passages: int) -> None:
        whole = CompoundStorage(Structured(file, 0, file.size), use_mmap=False)
        terms, length = _part(whole, layout.TERMS)
        self._terms = HashReader(terms, length)
        self._fields: dict[str, int] = self._terms.extras["fieldmap"]
        self._postings, self._length = _part(whole, layout.POSTINGS)
        stored, size = _part(whole, layout.STORED)
        self._stored = VarBytesColumn().reader(stored, 0, size, passages)

    def term(self, field: str, term: bytes) -> Term | None:
        number = self._fields.get(field)
        if number is None:
            return None
        key = layout.FIELD.pack(number) + term
        for at, length in self._terms.ranges_for_key(key):
            about = layout.TERM.unpack(self._terms.dbfile.get(at, length))
            if about[0]:
                raise BadSegment("postings lie inside a term")
            return Term(about[2], about[-2], about[-1])
        return None

    def blocks(self, term: Term) -> Iterator[Block]:
        at, end = term.at, term.at + term.length
        if end > self._length or self._get(at, 4) != WHOOSH3_HEADER_MAGIC:
            raise BadSegment("no postings lie where a term says")
        at += len(WHOOSH3_HEADER_MAGIC)
        while at < end:
            (size,) = layout.SIZE.unpack(self._get(at, layout.SIZE.size))
            at += layout.SIZE.size
            content = self._get(at, abs(size))
            header, body = plain.first(content)
            yield Block(header[0], content[body:], bool(header[3]))
            at += abs(size)
            if size < 0:
                return

    def _get(self, at: int, length: int) -> bytes:
        content: bytes = self._postings.get(at, length)
        return content

    def stored(self, passage: int) -> str:
        """The passage's JSON."""
        text: str = plain.loads(plain.decompressed(self._stored[passage]))["stored"]
        return text


def _part(whole: CompoundStorage, suffix: str) -> tuple[Any, int]:
    """A file inside of the segment's, and how long it is."""
    name = layout.SEGMENT + suffix
    return whole.open_file(name), whole.file_length(name)
