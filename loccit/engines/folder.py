"""The folder of an index: the names of its generations, and `CURRENT`, which names one of them.

It may have come from anyone, so that what lies in it is looked at before it is followed or written
over.
"""

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path

from loccit.engines import ordinary, sealing
from loccit.engines.errors import IndexDamaged

CURRENT = "CURRENT"
_GENERATION = re.compile(r"gen-\d{8}T\d{6}-\d{4,9}")
_CURRENT = re.compile(rf"({_GENERATION.pattern})(?: ([0-9a-f]{{64}}))?\n?")
_MOST = 200
"""Bytes of `CURRENT`."""
_WRITTEN = (".lock", ".writer", CURRENT, "CURRENT.new")
"""Files beside the generations that a writer opens."""


def is_generation(name: str) -> bool:
    return bool(_GENERATION.fullmatch(name))


def generations(index: Path) -> list[str]:
    """The names of those that lie in the folder, the oldest first; links are none."""
    try:
        with os.scandir(index) as entries:
            own = [e.name for e in entries if e.is_dir(follow_symlinks=False)]
    except OSError:
        return []
    return sorted(filter(is_generation, own))


def in_service(index: Path) -> tuple[str, str] | None:
    """The generation that `CURRENT` names, and the SHA-256 of its manifest ("" where it doesn't
    say); None where there is no `CURRENT`. Raises IndexDamaged where it names none."""
    try:
        text = ordinary.read(index / CURRENT, _MOST).decode("ascii")
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        return None
    except (OSError, ValueError) as error:
        raise IndexDamaged(index, "its file CURRENT can't be read") from error
    named = _CURRENT.fullmatch(text)
    if named is None:
        raise IndexDamaged(index, "its file CURRENT names no generation")
    return named[1], named[2] or ""


def put_in_service(index: Path, generation: str) -> None:
    """Name the generation in `CURRENT`, by one atomic rename."""
    manifest = (index / generation / sealing.MANIFEST).read_bytes()
    fresh = index / "CURRENT.new"
    with fresh.open("w", encoding="ascii") as file:
        file.write(f"{generation} {hashlib.sha256(manifest).hexdigest()}\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, index / CURRENT)
    _sync(index)


def refuse_what_is_in_the_way(index: Path, *names: str) -> None:
    """Raises IndexDamaged where what is about to be written is a link, a pipe or the like."""
    for name in (*_WRITTEN, *names):
        if ordinary.is_in_the_way(index / name):
            raise IndexDamaged(index, f"{name} in it is no ordinary file, so remove it first")


def seen(index: Path, generations: tuple[str, ...]) -> tuple[object, ...]:
    """What can be seen of the generations' files without reading them: another value when one
    was written, cut, replaced or removed."""
    found: list[object] = []
    for folder in (index / name for name in sorted(set(generations)) if is_generation(name)):
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                stat = entry.stat(follow_symlinks=False)
                found.append((folder.name, entry.name, stat.st_ino, stat.st_size, stat.st_mtime_ns))
    return tuple(sorted(found, key=str))


def _sync(folder: Path) -> None:
    """The rename itself reaches the disk only with its folder; not every system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
