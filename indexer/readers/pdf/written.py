"""A text in which stretches are written otherwise, and what that moves."""

from collections.abc import Sequence
from dataclasses import dataclass

from loccit.indexer.readers.content import Mark
from loccit.indexer.readers.pdf.joined import Joined


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with what is raised in brackets, its marks, and where it goes on to other sheets."""

    text: str
    marks: tuple[Mark, ...]
    sheets: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the text that is written otherwise, and the notes that it leads to."""

    start: int
    end: int
    text: str
    notes: tuple[int, ...] = ()


def without_overlaps(changes: Sequence[Change]) -> list[Change]:
    kept: list[Change] = []
    for change in changes:
        if all(change.end <= other.start or change.start >= other.end for other in kept):
            kept.append(change)
    return kept


def written(text: Joined, changes: Sequence[Change]) -> Marked:
    parts: list[str] = []
    marks: list[Mark] = []
    shifts: list[tuple[int, int]] = []
    at = length = 0
    for change in changes:
        parts += [text.text[at : change.start], change.text]
        length += change.start - at
        if change.notes:
            marks.append(Mark(length, length + len(change.text), change.notes))
        length += len(change.text)
        at = change.end
        shifts.append((change.end, length - change.end))
    parts.append(text.text[at:])
    sheets = tuple((place + _shift(shifts, place), sheet) for place, sheet in text.sheets)
    return Marked("".join(parts), tuple(marks), sheets)


def _shift(shifts: Sequence[tuple[int, int]], place: int) -> int:
    return next((by for end, by in reversed(shifts) if end <= place), 0)
