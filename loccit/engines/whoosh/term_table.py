"""Whoosh's table of terms (`OrderedHashWriter`), entries and hash tables written whole."""

import struct
from zlib import crc32

from whoosh.filedb.filetables import HashWriter, OrderedHashWriter
from whoosh.filedb.structfile import StructFile
from whoosh.util.numlists import GrowableArray

_SIZES = struct.Struct("!ii")
"""Of key and value, before them."""
_SLOT = struct.Struct("!Iq")
_EMPTY = b"\0" * _SLOT.size
_CRC32 = 1
"""What the file says of how its keys are hashed."""


class TermTable(OrderedHashWriter):  # type: ignore[misc]
    """Keys have to ascend."""

    def __init__(self, file: StructFile) -> None:
        HashWriter.__init__(self, file, hashtype=_CRC32)
        self.index = GrowableArray("H")
        self.lastkey = b""
        self._at: int = file.tell()

    def add(self, key: bytes, value: bytes) -> None:
        if key <= self.lastkey:
            raise ValueError(f"{key!r} comes after {self.lastkey!r}")
        self.lastkey = key
        self.index.append(self._at)
        hashed = crc32(key)
        self.buckets[hashed & 255].append((hashed, self._at))
        entry = _SIZES.pack(len(key), len(value)) + key + value
        self.dbfile.write(entry)
        self._at += len(entry)

    def _write_hashes(self) -> None:
        """Open addressing in tables twice as long as what they hold."""
        at = self._at
        for entries in self.buckets:
            slots = [_EMPTY] * (2 * len(entries))
            for hashed, position in entries:
                slot = (hashed >> 8) % len(slots)
                while slots[slot] is not _EMPTY:
                    slot = (slot + 1) % len(slots)
                slots[slot] = _SLOT.pack(hashed, position)
            self.directory.append((at, len(slots)))
            self.dbfile.write(b"".join(slots))
            at += len(slots) * _SLOT.size
