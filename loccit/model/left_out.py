"""What a build left out of the index: files and folders, with the reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`path` is under the seeds, as it can be shown; `why` has no full stop at its end."""

    path: str
    why: str
