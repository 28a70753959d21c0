"""What can be wrong with what goes in; every message names the file and the reason."""

from dataclasses import dataclass
from pathlib import Path

from loccit.model.errors import LoccitError


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was left out of the index, and why."""

    path: Path
    why: str

    def __str__(self) -> str:
        return f"{self.path}: {self.why}"


@dataclass(frozen=True, slots=True)
class Warned:
    """A file that is indexed, and what of its sidecar was ignored."""

    path: Path
    why: str

    def __str__(self) -> str:
        return f"{self.path}: {self.why}"


class UnreadableSeed(LoccitError):
    """A file that can't be indexed; the rest still is."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.skipped = Skipped(path, why)


class BadFile(LoccitError):
    """The reader's own file of corrections or names can't be used; the message names the fix."""


class NoSeeds(LoccitError):
    """Nothing to index where the caller pointed."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
