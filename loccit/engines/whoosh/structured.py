"""A stretch of a sealed file with the interface that Whoosh reads its structures through."""

from io import SEEK_CUR, SEEK_END, SEEK_SET
from typing import Any

from whoosh.filedb.structfile import StructFile

from loccit.engines.blocks import BlockFile
from loccit.engines.whoosh import plain


class View:
    """As much of a binary file's interface as Whoosh and `pickle` read with."""

    def __init__(self, file: BlockFile, offset: int, length: int) -> None:
        self._file = file
        self._offset = offset
        self._length = length
        self._at = 0

    def get(self, at: int, length: int) -> bytes:
        """At most so many bytes: fewer where it ends before."""
        inside = max(0, min(length, self._length - at))
        return self._file.get(self._offset + at, inside) if inside else b""

    def read(self, size: int = -1) -> bytes:
        chunk = self.get(self._at, self._length if size is None or size < 0 else size)
        self._at += len(chunk)
        return chunk

    def readline(self) -> bytes:
        """Only old protocols of `pickle` read lines."""
        line = bytearray()
        while not line.endswith(b"\n") and (byte := self.read(1)):
            line += byte
        return bytes(line)

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        start = {SEEK_SET: 0, SEEK_CUR: self._at, SEEK_END: self._length}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        """The file is closed by whoever opened it."""


class Structured(StructFile):  # type: ignore[misc]
    """`get` has no place of its own, so that threads may share it; what Whoosh reads as a pickle
    is read as data."""

    def __init__(self, file: BlockFile, offset: int, length: int, name: str | None = None) -> None:
        self._whole = file
        self._offset = offset
        self._name = name
        self.file = View(file, offset, length)
        self.onclose = None
        self.is_real = False
        self.is_closed = False

    def get(self, position: int, length: int) -> bytes:
        return self.file.get(position, length)

    def subset(self, position: int, length: int, name: str | None = None) -> "Structured":
        return Structured(self._whole, self._offset + position, length, name or self._name)

    def read_pickle(self) -> Any:
        return plain.Unpickler(self.file).load()
