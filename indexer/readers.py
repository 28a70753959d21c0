"""Formats: a small table of suffix to reader. A reader turns a file's bytes into its text."""

from collections.abc import Callable
from pathlib import Path

from loccit.indexer.problems import UnreadableSeed

ReadText = Callable[[Path, bytes], str]


def plain(path: Path, data: bytes) -> str:
    """UTF-8 without its byte order mark, line ends untouched; raises UnreadableSeed."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableSeed(
            path, f"not UTF-8 (byte {error.start}); save it as UTF-8 and run again"
        ) from error
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableSeed(path, "empty")
    return text


READERS: dict[str, ReadText] = {".txt": plain, ".md": plain}


def read(path: Path, data: bytes) -> str:
    """The text of a file's bytes, by its suffix; raises UnreadableSeed."""
    return READERS[path.suffix.lower()](path, data)
