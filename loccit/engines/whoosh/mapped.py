"""Whoosh's files as the system maps them: nothing is copied into memory before it is read.

Whoosh maps a segment too, but hands each of its files out with a copy of all its bytes.
"""

import mmap
from io import SEEK_CUR, SEEK_END, SEEK_SET
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile


class View:
    """As much of a binary file's interface as Whoosh and `pickle` read with."""

    def __init__(self, bytes_: memoryview) -> None:
        self._bytes = bytes_
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        end = len(self._bytes) if size is None or size < 0 else self._at + size
        chunk = bytes(self._bytes[self._at : end])
        self._at += len(chunk)
        return chunk

    def readline(self) -> bytes:
        """Only old protocols of `pickle` read lines."""
        line = bytearray()
        while not line.endswith(b"\n") and (byte := self.read(1)):
            line += byte
        return bytes(line)

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        start = {SEEK_SET: 0, SEEK_CUR: self._at, SEEK_END: len(self._bytes)}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        """The map is closed with the last who looks at it."""


class MappedFile(BufferFile):  # type: ignore[misc]
    """A stretch of a mapped file."""

    def __init__(self, bytes_: memoryview, name: str | None = None) -> None:
        self._buf = bytes_
        self._name = name
        self.file = View(bytes_)
        self.onclose = None
        self.is_real = False
        self.is_closed = False

    def subset(self, position: int, length: int, name: str | None = None) -> "MappedFile":
        return MappedFile(self._buf[position : position + length], name or self._name)


class MappedStorage(FileStorage):  # type: ignore[misc]
    """A generation's folder, to read only."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), supports_mmap=False, readonly=True)

    def open_file(self, name: str, **_: Any) -> MappedFile:
        path = Path(self.folder) / name
        if not path.stat().st_size:
            return MappedFile(memoryview(b""), name)
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return MappedFile(memoryview(mapped), name)
