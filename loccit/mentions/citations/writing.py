"""Markers: citations that stand outside the sentence, in brackets or raised."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from loccit.mentions.citations import brackets, superscripts
from loccit.mentions.citations.marked import Marked


def marked(text: str) -> Iterator[Marked]:
    """The markers with their citations, in order, not overlapping."""
    yield from sorted(
        [*brackets.found(text), *superscripts.found(text)], key=lambda each: each.start
    )


class Stretched(Protocol):
    """A citation, or what else is a stretch of a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def markers(text: str, cited: Iterable[Stretched] = ()) -> tuple[tuple[int, int], ...]:
    """Where the markers appear, in order, not overlapping.

    Of the citations that are known, `cited`, those in square brackets are markers too, whatever
    is in these.

    >>> markers("Aleppo[49] and [sic] war.²")
    ((6, 10), (25, 26))
    """
    found = [(each.start, each.end) for each in marked(text)]
    known = {(each.start, each.end) for each in cited if _is_bracketed(text, each)}
    beside = [
        (start, end)
        for start, end in sorted(known)
        if not any(first < end and start < last for first, last in found)
    ]
    return tuple(sorted([*found, *beside])) if beside else tuple(found)


def _is_bracketed(text: str, each: Stretched) -> bool:
    return text[each.start : each.start + 1] == "[" and text[each.end - 1 : each.end] == "]"
