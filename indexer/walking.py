"""What lies under a folder: files to read, and what can't be, with the reason.

Hidden files and folders are passed over, and folders are not entered by links.
"""

import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

from loccit.indexer.problems import Skipped, reason


@dataclass(frozen=True, slots=True)
class File:
    """A file at `path`, which leads to `target`; `name` is its path under the place that it was
    found in."""

    path: Path
    name: Path
    target: Path
    is_link: bool = False


Met = File | Skipped


def walk(place: Path, but: Collection[Path], is_within: Callable[[Path], bool]) -> Iterator[Met]:
    """What lies under the folder `place`, in order, without what lies at `but`.

    `but`, and the paths that `is_within` says of whether they lie among what is indexed, are
    without links.
    """
    real = Path(os.path.realpath(place))
    folders = [Path()]
    while folders:
        under = folders.pop()
        try:
            names = sorted(os.listdir(place / under))
        except OSError as error:
            yield Skipped(place / under, f"a folder that can't be read: {reason(error)}", under)
            continue
        inside = []
        for name in (under / each for each in names if not each.startswith(".")):
            if real / name in but:
                continue
            met = _met(File(place / name, name, real / name), is_within)
            if met is None:
                inside.append(name)
            else:
                yield met
        folders += reversed(inside)


def _met(file: File, is_within: Callable[[Path], bool]) -> Met | None:
    """None for a folder."""
    try:
        mode = file.path.lstat().st_mode
    except OSError as error:
        return Skipped(file.path, f"can't be read: {reason(error)}", file.name)
    if S_ISDIR(mode):
        return None
    if S_ISLNK(mode):
        return _link(file, is_within)
    if not S_ISREG(mode):
        return Skipped(file.path, "not a file: a pipe, a socket or a device", file.name)
    return file


def _link(file: File, is_within: Callable[[Path], bool]) -> Met:
    why = ""
    try:
        target = Path(os.path.realpath(file.path, strict=True))
    except FileNotFoundError:
        why = "a link that leads nowhere"
    except OSError as error:
        why = f"a link that can't be followed: {reason(error)}"
    else:
        if not is_within(target):
            why = "a link out of what is indexed; put the file itself there"
        elif target.is_dir():
            why = "a link to a folder that is indexed already"
        elif not target.is_file():
            why = "a link to what is no file"
        else:
            return File(file.path, file.name, target, is_link=True)
    return Skipped(file.path, why, file.name)
