"""Markers: citations that stand outside the sentence, in brackets or raised."""

from collections.abc import Iterator

from loccit.mentions.citations import brackets, superscripts
from loccit.mentions.citations.marked import Marked


def marked(text: str) -> Iterator[Marked]:
    """The markers with their citations, in order, not overlapping."""
    yield from sorted(
        [*brackets.found(text), *superscripts.found(text)], key=lambda each: each.start
    )


def markers(text: str) -> tuple[tuple[int, int], ...]:
    """Where the markers appear, in order, not overlapping.

    >>> markers("Aleppo[49] and [sic] war.²")
    ((6, 10), (25, 26))
    """
    return tuple((each.start, each.end) for each in marked(text))
