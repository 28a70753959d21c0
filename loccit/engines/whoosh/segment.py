"""One Whoosh segment out of inverted batches: each term's postings joined, the columns filled.

What Whoosh's `SegmentWriter` would write for the same passages, in its files and its formats, but
whole blocks at a time.
"""

import shutil
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from whoosh.codec import default_codec
from whoosh.codec.whoosh3 import (
    LENGTHS_COLUMN,
    WHOOSH3_HEADER_MAGIC,
    W3Codec,
    W3PerDocWriter,
    _lenfield,
)
from whoosh.columns import VarBytesColumn
from whoosh.filedb.compound import CompoundStorage
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from loccit.engines import field_table
from loccit.engines.whoosh import columns, files, layout
from loccit.engines.whoosh.batch import Inverted
from loccit.engines.whoosh.gathering import Flat, Ints
from loccit.engines.whoosh.inversion import TermPostings, length_byte
from loccit.engines.whoosh.term_table import TermTable


def write(generation: Path, batches: Sequence[Path]) -> None:
    """Whoosh's files and the columns, of the passages of the batches in their order."""
    schema = files.schema()
    storage = FileStorage(str(generation))
    codec = default_codec()
    segment = codec.new_segment(storage, layout.INDEX)
    segment.segid = layout.NAME
    opened = [Inverted(path) for path in batches]
    held = [each.flats() for each in opened]
    flats = {name: Flat.joined([each[name] for each in held]) for name in held[0]}
    lengths = {row.name: flats[row.name].lengths for row in field_table.texts()}
    _Documents(codec, storage, segment).write(opened, lengths)
    segment.set_doc_count(len(lengths["terms"]))
    terms = _Terms(storage, segment)
    words: list[tuple[bytes, int]] = []
    for name in sorted(flats):
        joined = _joined([each.terms() for each in opened])
        for term in terms.write(name, joined):
            if name == "words":
                words.append((term.key, term.passages))
    terms.close()
    for each in opened:
        each.close()
    _assemble(storage, segment)
    TOC(schema, [segment], 1).write(storage, layout.INDEX)
    shutil.rmtree(generation / f"{layout.INDEX}.tmp")
    columns.write(generation / files.COLUMNS, flats, words)


def _assemble(storage: FileStorage, segment: Any) -> None:
    """One file out of the segment's, in the order of their names, so that it is always the same."""
    names = sorted(segment.list_files(storage))
    whole = segment.create_file(storage, segment.COMPOUND_EXT)
    CompoundStorage.assemble(whole, storage, names)
    for name in names:
        storage.delete_file(name)
    segment.compound = True


def _joined(runs: Sequence[Iterator[TermPostings]]) -> Iterator[TermPostings]:
    """Each term once, its runs' blocks one behind another."""
    if len(runs) == 1:
        yield from runs[0]
        return
    for _, same in groupby(merge(*runs, key=attrgetter("key")), attrgetter("key")):
        yield _one(list(same))


def _one(parts: Sequence[TermPostings]) -> TermPostings:
    """Of the same term in runs of passages that follow each other; `merge` keeps their order."""
    first = parts[0]
    if len(parts) == 1:
        return first
    return TermPostings(
        first.key,
        sum(each.weight for each in parts),
        sum(each.passages for each in parts),
        min(each.shortest for each in parts),
        max(each.longest for each in parts),
        max(each.most for each in parts),
        first.first,
        parts[-1].last,
        tuple(block for each in parts for block in each.blocks),
    )


class _Documents(W3PerDocWriter):  # type: ignore[misc]
    """Stored passages and lengths."""

    def write(self, batches: Sequence[Inverted], lengths: dict[Any, Ints]) -> None:
        stored = self._get_column("_stored")._child
        doc = 0
        for batch in batches:
            for value in batch.stored():
                VarBytesColumn.Writer.add(stored, doc, value)
                doc += 1
        for field, each in lengths.items():
            if not each.any():
                continue
            self._fieldlengths[field] = int(each.sum())
            self._create_column(_lenfield(field), LENGTHS_COLUMN)
            column = self._get_column(_lenfield(field))
            for at, length in enumerate(each.tolist()):
                if length:
                    column.add(at, length_byte(length))
        self._doccount = doc
        self.close()


class _Terms:
    """Postings and the table of terms."""

    def __init__(self, storage: FileStorage, segment: Any) -> None:
        self._postings = segment.create_file(storage, W3Codec.POSTS_EXT)
        self._table = TermTable(segment.create_file(storage, W3Codec.TERMS_EXT))
        self._fields: dict[str, int] = {}
        self._table.extras["fieldmap"] = self._fields
        self._at = 0

    def write(self, field: str, terms: Iterator[TermPostings]) -> Iterator[TermPostings]:
        """Writes each term, then yields it; a field without one is not in the index."""
        for term in terms:
            number = self._fields.setdefault(field, len(self._fields))
            self._write(layout.FIELD.pack(number) + term.key, term)
            yield term

    def _write(self, key: bytes, term: TermPostings) -> None:
        """The postings, whose last block has its size negative, and what is known of the term."""
        parts = [WHOOSH3_HEADER_MAGIC]
        for block in term.blocks[:-1]:
            parts += (layout.SIZE.pack(len(block)), block)
        parts += (layout.SIZE.pack(-len(term.blocks[-1])), term.blocks[-1])
        postings = b"".join(parts)
        self._postings.write(postings)
        about = layout.TERM.pack(
            0, term.weight, term.passages, length_byte(term.shortest), length_byte(term.longest),
            term.most, term.first, term.last, self._at, len(postings),
        )  # fmt: skip
        self._table.add(key, about)
        self._at += len(postings)

    def close(self) -> None:
        self._table.close()
        self._postings.close()
