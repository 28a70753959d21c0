"""Numbers of notes: unique in a document whatever is printed, so that a mark leads to one note."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from loccit.indexer.content import Note

_MOST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A note as it stands in the file; `chapter` is the heading over what leads to it."""

    label: str
    text: str
    chapter: str = ""
    locator: str = ""
    address: str = ""


def numbered(found: Sequence[Found]) -> tuple[Note, ...]:
    """The notes in order.

    A number that is printed is kept; where numbers begin again, those of the later series go on
    behind all before. A label that is no number gets one only where it is printed twice.

    >>> [note.number for note in numbered([Found("1", "a"), Found("2", "b"), Found("1", "c")])]
    [1, 2, 3]
    >>> [note.number for note in numbered([Found("i", "a"), Found("*", "b"), Found("*", "c")])]
    [None, 1, 2]
    """
    runs = _runs(found)
    numbers = list(_kept_or_shifted(found, runs))
    _count_repeated(found, numbers)
    return tuple(
        Note(number, each.label, each.text, series, each.locator, each.address)
        for each, number, series in zip(found, numbers, _series(found, runs), strict=True)
    )


def _series(found: Sequence[Found], runs: Sequence[int]) -> list[str]:
    """The chapter that each note's run begins in, "" where all is one run."""
    if len(set(runs)) < 2:
        return [""] * len(runs)
    chapters: dict[int, str] = {}
    for each, run in zip(found, runs, strict=True):
        chapters.setdefault(run, each.chapter)
    return [chapters[run] for run in runs]


def _printed(label: str) -> int | None:
    return int(label) if label.isdecimal() and len(label) <= _MOST_DIGITS else None


def _runs(found: Iterable[Found]) -> list[int]:
    """Which run each note belongs to: a new one begins where a number comes again."""
    runs, seen, run = [], set[int](), 0
    for each in found:
        number = _printed(each.label)
        if number in seen:
            run, seen = run + 1, set()
        if number is not None:
            seen.add(number)
        runs.append(run)
    return runs


def _kept_or_shifted(found: Sequence[Found], runs: Sequence[int]) -> Iterator[int | None]:
    used = set[int]()
    for _, group in groupby(zip(runs, found, strict=True), key=lambda each: each[0]):
        printed = [_printed(each.label) for _, each in group]
        clash = any(number in used for number in printed)
        shift = max(used, default=0) if clash else 0
        numbers = [None if each is None else each + shift for each in printed]
        used.update(each for each in numbers if each is not None)
        yield from numbers


def _count_repeated(found: Sequence[Found], numbers: list[int | None]) -> None:
    """A number for each note whose label others have too, where it is none itself."""
    times = Counter(each.label for each in found)
    free = max((each for each in numbers if each is not None), default=0)
    for at, each in enumerate(found):
        if numbers[at] is None and each.label and times[each.label] > 1:
            free += 1
            numbers[at] = free
