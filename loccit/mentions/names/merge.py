"""A merge: the name that a spelling stands for, and why."""

from dataclasses import dataclass

from loccit.model.mentions import EntityType

Key = tuple[str, EntityType]
"""A name as written, with its type."""


@dataclass(frozen=True, slots=True)
class Merge:
    """The name that a spelling stands for, and why."""

    name: str
    reason: str
