"""Formats: a small table of suffix to reader. A reader turns a file's bytes into its text."""

from collections.abc import Callable
from pathlib import Path

from loccit.indexer.encodings import Decoded, decoded
from loccit.model.file_names import shown

ReadText = Callable[[Path, bytes, str], Decoded]

READERS: dict[str, ReadText] = {".txt": decoded, ".md": decoded}


def read(path: Path, data: bytes, declared: str = "") -> Decoded:
    """The text of a file's bytes, by its suffix; `declared` is the encoding that its sidecar
    names. Raises UnreadableSeed."""
    return READERS[path.suffix.lower()](path, data, declared)


def is_known(path: Path) -> bool:
    """Whether a file is one to read, by its suffix."""
    return path.suffix.lower() in READERS


def known() -> str:
    """The suffixes, in words."""
    return ", ".join(READERS)


def why_unknown(path: Path) -> str:
    """What to say of a file that isn't one."""
    suffix = shown(path.suffix)
    has = f"the suffix {suffix} is not known" if suffix else "it has no suffix"
    return f"{has}; known are {known()}"
