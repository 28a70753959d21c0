"""In what order the lines of a sheet are read: columns one after the other, what crosses them
between, and lines that stand beside each other in one column as one."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from loccit.indexer.readers.pdf.lines import HIGHEST, LOWEST, SMALLER, Line, in_column, line_of
from loccit.indexer.readers.pdf.numbers import numbers_of

LEAST_ROWS = 4
"""Rows that must stand beside each other before a gap is a gutter between columns."""
LEAST_WIDTH = 9.0
"""The middle line of a column is at least this wide, in ems; cells of tables are narrower."""
MOST_COLUMNS = 4
APART = 1.8
"""Lines stand apart if their baselines do by this many ems."""


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines as they are read, each with its column's edges."""
    ordered: list[Line] = []
    for number, column in enumerate(_columns(list(lines), MOST_COLUMNS)):
        left = min(line.x0 for line in column)
        right = sorted(line.x1 for line in column)[len(column) * 9 // 10]
        ordered += [in_column(row, left, right, number) for row in _rows(column)]
    return ordered


def _columns(lines: list[Line], most: int) -> list[list[Line]]:
    """The columns of a part of the sheet, in order, each a list of lines in no order."""
    gutter = _gutter(lines) if most > 1 else None
    if gutter is None:
        return [lines] if lines else []
    found: list[list[Line]] = []
    bands = _bands(lines, gutter)
    for place, (crossing, band) in enumerate(bands):
        if crossing:
            found.append(band)
            continue
        left = [line for line in band if line.x1 <= gutter]
        right = [line for line in band if line.x1 > gutter]
        low = _set_off_below(left, right) if place + 1 < len(bands) else []
        for side in ([line for line in left if line not in low], right, low):
            found += _columns(side, most - 1)
    return found


def _set_off_below(left: list[Line], right: list[Line]) -> list[Line]:
    """The last lines on the left that stand below all on the right, and apart from those above:
    a short heading of what crosses both columns below it."""
    ordered = sorted(left, key=lambda line: line.y)
    bottom = max((line.y for line in right), default=0.0)
    for at in range(1, len(ordered) if right else 0):
        line, above = ordered[at], ordered[at - 1]
        if line.y > bottom and line.y - above.y > APART * line.size:
            return ordered[at:]
    return []


def _bands(lines: list[Line], gutter: float) -> list[tuple[bool, list[Line]]]:
    """Stretches of lines from top to bottom that all cross the gutter, or that none does."""
    bands: list[tuple[bool, list[Line]]] = []
    for line in sorted(lines, key=lambda line: line.y):
        crossing = line.x0 < gutter < line.x1
        if not bands or bands[-1][0] != crossing:
            bands.append((crossing, []))
        bands[-1][1].append(line)
    return bands


@dataclass(frozen=True, slots=True)
class _Gap:
    left: float
    right: float
    before: Line
    after: Line


def _gutter(lines: list[Line]) -> float | None:
    """Where most rows have a gap with prose on both sides; None if there is no such place."""
    gaps = [gap for row in _baselines(lines) for gap in _gaps(row)]
    if len(gaps) < LEAST_ROWS:
        return None
    at = _most_gaps(gaps)
    best = [gap for gap in gaps if gap.left < at < gap.right]
    crossing = sum(line.x0 < at < line.x1 for line in lines)
    if len(best) < max(LEAST_ROWS, crossing / 2):
        return None
    wide = [
        median((line.x1 - line.x0) / line.size for line in side)
        for side in ([gap.before for gap in best], [gap.after for gap in best])
    ]
    if min(wide) < LEAST_WIDTH:
        return None
    return (max(gap.left for gap in best) + min(gap.right for gap in best)) / 2


def _most_gaps(gaps: Sequence[_Gap]) -> float:
    """Where most gaps lie above each other: the middle of the stretch that they share."""
    edges = sorted([(gap.left, 1) for gap in gaps] + [(gap.right, -1) for gap in gaps])
    most = count = 0
    place = 0.0
    for (edge, step), (following, _) in pairwise(edges):
        count += step
        if count > most and following > edge:
            most, place = count, (edge + following) / 2
    return place


def _gaps(row: list[Line]) -> list[_Gap]:
    return [
        _Gap(one.x1, other.x0, one, other)
        for one, other in itertools.pairwise(row)
        if other.x0 > one.x1
    ]


def _baselines(lines: list[Line]) -> list[list[Line]]:
    """Lines that stand beside each other, from left to right, row by row."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.y):
        if rows and line.y - rows[-1][0].y < 0.5 * min(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.x0) for row in rows]


def _rows(lines: list[Line]) -> list[Line]:
    """Lines of one column from top to bottom; what stands in one row is one line."""
    rows = [
        row[0]
        if len(row) == 1
        else line_of(row[0].sheet, [piece for line in row for piece in line.pieces])
        for row in _baselines(lines)
    ]
    kept: list[Line] = []
    for row in rows:
        if kept and _is_lone_mark(kept[-1], row):
            kept[-1] = _with_mark(kept[-1], row)
        else:
            kept.append(row)
    return kept


def _is_lone_mark(before: Line, line: Line) -> bool:
    """Whether a line is nothing but a raised number that didn't fit on the line before."""
    small = line.size <= SMALLER * before.size and bool(numbers_of(line.text))
    below = 0 < line.y - before.y < 1.2 * before.size
    return small and below and line.x0 < before.x0 + 2 * before.size


def _with_mark(before: Line, line: Line) -> Line:
    raised = before.y - (LOWEST + HIGHEST) / 2 * before.size
    mark = [replace(piece, y=raised, spaced=True) for piece in line.pieces]
    joined = line_of(before.sheet, [*before.pieces, *mark])
    return replace(joined, x1=before.x1)
