"""What can be wrong with what goes in; every message names the file and the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from loccit.model.errors import LoccitError
from loccit.model.file_names import shown

MOST_SAID = 20
"""Of files, in one message."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that was left out of the index, and why; `name` is its path under the
    seeds."""

    path: Path
    why: str
    name: Path = Path()

    def __str__(self) -> str:
        return f"{shown(str(self.path))}: {self.why}"


def some_of(skipped: Sequence[Skipped]) -> str:
    """A line each, for the first."""
    lines = [f"\n{each}" for each in skipped[:MOST_SAID]]
    if len(skipped) > MOST_SAID:
        lines.append(f"\nand {len(skipped) - MOST_SAID:,} more")
    return "".join(lines)


def reason(error: OSError) -> str:
    """What the system says, without the path."""
    return error.strerror or type(error).__name__


@dataclass(frozen=True, slots=True)
class Warned:
    """A file that is indexed, and what of its sidecar was ignored."""

    path: Path
    why: str

    def __str__(self) -> str:
        return f"{shown(str(self.path))}: {self.why}"


class UnreadableSeed(LoccitError):
    """A file that can't be indexed; the rest still is."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{shown(str(path))}: {why}")
        self.skipped = Skipped(path, why)


class BadFile(LoccitError):
    """The reader's own file of corrections or names can't be used; the message names the fix."""


class NoSeeds(LoccitError):
    """Nothing to index where the caller pointed."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
