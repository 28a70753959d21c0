"""A file whose bytes are compared with their digests before any of them is given.

By blocks, so that a file of any length is opened at once and what is read of it is sure: a block
is read whole when something in it is first asked for, and hashed.
"""

import hashlib
import os
from collections.abc import Iterator
from io import FileIO
from weakref import finalize

from loccit.engines.manifest import ListedFile
from loccit.model.errors import LoccitError

BLOCK = 2**16
"""Bytes that are hashed together: a tenth of a millisecond."""
DIGEST = 32
"""Bytes of a SHA-256."""
_CHUNK = 2**20


class Damage(LoccitError):
    """A file isn't what its list says; the message names it."""


def pieces(size: int) -> int:
    """How many blocks a file of so many bytes has.

    >>> pieces(0), pieces(1), pieces(BLOCK), pieces(BLOCK + 1)
    (0, 1, 1, 2)
    """
    return -(-size // BLOCK)


class BlockFile:
    """Safe to read from several threads; nothing of it is mapped, so that a file cut short while
    it is read is an error like any other."""

    def __init__(self, file: FileIO, listed: ListedFile, digests: bytes) -> None:
        self._file = file
        self._listed = listed
        self._digests = digests
        self._sure = bytearray(pieces(listed.size))
        self._close = finalize(self, file.close)
        if os.fstat(file.fileno()).st_size != listed.size:
            raise self._damage("not as long as it was written")

    @property
    def size(self) -> int:
        return self._listed.size

    def get(self, at: int, length: int) -> bytes:
        """Those bytes; raises Damage, also where there aren't so many."""
        if at < 0 or length < 0 or at + length > self._listed.size:
            raise self._damage("read beyond its end")
        if not length:
            return b""
        first, last = at // BLOCK, (at + length - 1) // BLOCK
        if self._sure.find(0, first, last + 1) < 0:
            return self._read(at, length)
        return self._verified(first, last)[at - first * BLOCK :][:length]

    def _verified(self, first: int, last: int) -> bytes:
        """The blocks from the first to the last, sure from now on."""
        start = first * BLOCK
        content = self._read(start, min((last + 1) * BLOCK, self._listed.size) - start)
        view = memoryview(content)
        for number in range(first, last + 1):
            offset = number * BLOCK - start
            digest = hashlib.sha256(view[offset : offset + BLOCK]).digest()
            if digest != self._digests[number * DIGEST : (number + 1) * DIGEST]:
                raise self._damage("not as it was written")
            self._sure[number] = 1
        return content

    def verify(self) -> None:
        """Read all of it again; raises Damage."""
        whole = hashlib.sha256()
        for content in self._chunks():
            whole.update(content)
        if whole.hexdigest() != self._listed.sha256:
            raise self._damage("not as it was written")
        self._sure = bytearray(b"\1" * len(self._sure))

    def _chunks(self) -> Iterator[bytes]:
        for at in range(0, self._listed.size, _CHUNK):
            yield self._read(at, min(_CHUNK, self._listed.size - at))

    def _read(self, at: int, length: int) -> bytes:
        try:
            content = os.pread(self._file.fileno(), length, at)
            while 0 < len(content) < length:
                more = os.pread(self._file.fileno(), length - len(content), at + len(content))
                if not more:
                    break
                content += more
        except (OSError, ValueError) as error:
            raise self._damage(f"not to be read ({error})") from error
        if len(content) != length:
            raise self._damage("cut short")
        return content

    def _damage(self, how: str) -> Damage:
        return Damage(f"its file {self._listed.name} is {how}")

    def close(self) -> None:
        self._close()
