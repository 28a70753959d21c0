"""Names that appear together, as an arc diagram (Wattenberg, 2002): names in a column, arcs beside.

The labels are the page's own text, a row of the column each; one unit of the drawing is a row.
"""

from dataclasses import dataclass
from math import sqrt

from loccit.search.about.together import Pair, Together

WIDTH = 8.0
_THICKEST = 0.28
_LARGEST = 0.28


@dataclass(frozen=True, slots=True)
class Arc:
    """`path` is SVG path data from one name's row to another's."""

    path: str
    thickness: float
    title: str


@dataclass(frozen=True, slots=True)
class Dot:
    """At a name's row; its area is the name's share of the passages."""

    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Arcs:
    width: float
    arcs: tuple[Arc, ...]
    dots: tuple[Dot, ...]


def arcs(names: Together) -> Arcs:
    """The strongest pair, and the most frequent name, have the full thickness and size."""
    most_met = max((pair.count for pair in names.pairs), default=1)
    most = max((name.count for name in names.names), default=1)
    dots = tuple(
        Dot(row + 0.5, max(0.08, _LARGEST * sqrt(name.count / most)))
        for row, name in enumerate(names.names)
    )
    drawn = tuple(_arc(names, pair, most_met) for pair in reversed(names.pairs))
    return Arcs(WIDTH, drawn, dots)


def _arc(names: Together, pair: Pair, most: int) -> Arc:
    rows = max(1, len(names.names) - 1)
    tall = (pair.other - pair.one) / 2
    wide = max(0.4, (WIDTH - 1) * (pair.other - pair.one) / rows)
    edge = WIDTH - 0.3
    path = f"M{edge:g} {pair.one + 0.5:g}A{wide:.3g} {tall:g} 0 0 0 {edge:g} {pair.other + 0.5:g}"
    one, other = names.names[pair.one].name, names.names[pair.other].name
    thickness = max(0.03, _THICKEST * pair.count / most)
    return Arc(path, thickness, f"{one} and {other}: {pair.count}")
