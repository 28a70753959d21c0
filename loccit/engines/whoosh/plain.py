"""Whoosh's pickles read as data: numbers, texts, lists, tuples and dictionaries of these.

A pickle can name any function and call it. Here none is found, of no module, so that what an
index holds is never run, whoever wrote it.
"""

import pickle
import zlib
from io import BufferedReader, BytesIO
from typing import Any, NoReturn

from loccit.model.errors import LoccitError

MOST_BYTES = 2**28
"""That a block or a stored passage may be when it is unpacked."""


class NotPlain(LoccitError, pickle.UnpicklingError):
    """A pickle that is more than data."""


class Unpickler(pickle.Unpickler):
    """Reads one pickle after another from a file."""

    def find_class(self, module: str, name: str, /) -> NoReturn:
        raise NotPlain(f"a pickle names {module}.{name}")

    def persistent_load(self, pid: Any) -> NoReturn:
        raise NotPlain("a pickle refers to something outside")


def loads(content: bytes) -> Any:
    """Through a buffer, which the unpickler reads ahead in: that takes an eighth of the time."""
    return Unpickler(BufferedReader(BytesIO(content), max(1, len(content)))).load()


def first(content: bytes) -> tuple[Any, int]:
    """The first pickle, and where it ends."""
    file = BytesIO(content)
    return Unpickler(file).load(), file.tell()


def decompressed(content: bytes) -> bytes:
    """Raises zlib.error for what isn't whole or would be larger than MOST_BYTES."""
    unpacking = zlib.decompressobj()
    unpacked = unpacking.decompress(content, MOST_BYTES)
    if not unpacking.eof:
        raise zlib.error("not whole, or too large")
    return unpacked
