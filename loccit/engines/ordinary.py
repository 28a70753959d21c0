"""Opens ordinary files alone: no links, no pipes, no devices, none longer than expected.

What lies in an index's folder may have been put there by anyone. A link could lead to a file that
is none of the index's; a pipe would be waited for, and a device read, for ever.
"""

import os
import stat
from io import FileIO
from pathlib import Path

from loccit.model.errors import LoccitError

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class NotOrdinary(LoccitError, OSError):
    """What lies at the path is no file of its own."""


def opened(path: Path) -> FileIO:
    """The file at `path`, to read; raises OSError, NotOrdinary for what is none of its own."""
    if path.is_symlink():
        raise NotOrdinary(f"{path.name} is a link")
    file = FileIO(os.open(path, _FLAGS), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise NotOrdinary(f"{path.name} is no ordinary file")
    return file


def read(path: Path, most: int) -> bytes:
    """What the file holds; raises OSError, also where that is more than `most` bytes."""
    with opened(path) as file:
        content = bytearray()
        while chunk := os.read(file.fileno(), min(2**20, most + 1 - len(content))):
            content += chunk
    if len(content) > most:
        raise NotOrdinary(f"{path.name} is longer than {most:,} bytes")
    return bytes(content)


def is_in_the_way(path: Path) -> bool:
    """Whether something lies at `path` that is no ordinary file: writing there could change what
    a link leads to."""
    try:
        return not stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False
