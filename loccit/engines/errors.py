"""What can go wrong between a caller and an index; every message names the fix."""

from pathlib import Path

from loccit.model.errors import LoccitError


class EngineError(LoccitError):
    """The index could not do what was asked; the message is fit for a reader."""


class IndexMissing(EngineError):
    def __init__(self, index: Path) -> None:
        super().__init__(f"No index at {index}. Build one with: loccit index seeds --index {index}")


class IndexDamaged(EngineError):
    """The directory isn't a whole index of ours, so it was not opened."""

    def __init__(self, index: Path, why: str) -> None:
        super().__init__(
            f"The index at {index} can't be used: {why}."
            f" Rebuild it with: loccit index seeds --index {index}"
        )


class EngineUnavailable(EngineError):
    """The engine's server or library can't be reached."""


class IndexLocked(EngineError):
    def __init__(self, index: Path, holder: str) -> None:
        super().__init__(
            f"Another run is writing the index at {index} ({holder})."
            " Wait until it ends; readers are not affected."
        )
