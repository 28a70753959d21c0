"""The masked copy of a text: without citation markers, quotes and dashes made plain.

Every reader of prose works on the masked copy and reports on the author's text through the
offset map, so that `Damascus with Aleppo[49] and captured` reads as prose.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_PLAIN = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2033": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "\u2013",
        "\u2212": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
    }
)
"""One code point for one code point, so that offsets stay; the en dash stays a range's sign."""


@dataclass(frozen=True, slots=True)
class Masked:
    """`text` is the masked copy; `offsets[i]` is where its code point i appears in the passage."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the passage that `text[start:end]` was read from; not empty."""
        return self.offsets[start], self.offsets[end - 1] + 1


def mask(text: str, markers: Iterable[tuple[int, int]], offset: int = 0) -> Masked:
    """`text` without the `markers` (spans in order, not overlapping); it begins at `offset`.

    >>> mask("Aleppo[49] and", [(6, 10)]).text
    'Aleppo and'
    >>> mask("Aleppo[49] and", [(6, 10)]).span(7, 10)
    (11, 14)
    """
    kept: list[str] = []
    offsets = array("I")
    at = 0
    for start, end in [*markers, (len(text), len(text))]:
        kept.append(text[at:start])
        offsets.extend(range(offset + at, offset + start))
        at = end
    return Masked("".join(kept).translate(_PLAIN), offsets)


def blank(text: str, markers: Iterable[tuple[int, int]]) -> str:
    """`text` with each marker as spaces, code point for code point.

    >>> blank("Aleppo[49] and", [(6, 10)])
    'Aleppo     and'
    """
    kept: list[str] = []
    at = 0
    for start, end in markers:
        kept += text[at:start], " " * (end - start)
        at = end
    return "".join([*kept, text[at:]])
