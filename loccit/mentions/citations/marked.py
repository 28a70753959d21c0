"""What every kind of citation is found as: a stretch of text with the citations in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One citation: `text[start:end]` names it, `label` is what it is called."""

    start: int
    end: int
    label: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """`text[start:end]` is the whole marker, or the bracket around authors and years."""

    start: int
    end: int
    items: tuple[Item, ...]
