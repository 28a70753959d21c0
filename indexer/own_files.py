"""The reader's own files of names and dates, read once: what is used is what is fingerprinted."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loccit.indexer.problems import BadFile


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file with its bytes, None where there is no such file."""

    path: Path
    data: bytes | None

    @property
    def digest(self) -> bytes:
        """SHA-256, empty where there is no such file."""
        return b"" if self.data is None else hashlib.sha256(self.data).digest()

    @property
    def text(self) -> str:
        """As UTF-8, without its byte order mark; raises BadFile."""
        try:
            return (self.data or b"").decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise BadFile(f"{self.path} can't be read: {error}") from error

    def table(self, hint: str = "") -> dict[str, Any]:
        """As TOML; raises BadFile, whose message ends with `hint`."""
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise BadFile(f"{self.path} can't be read: {error}{hint}") from error


def load(path: Path) -> OwnFile:
    """Read the file, if there is one; raises BadFile."""
    try:
        return OwnFile(path, path.read_bytes())
    except FileNotFoundError:
        return OwnFile(path, None)
    except OSError as error:
        raise BadFile(f"{path} can't be read: {error}") from error
