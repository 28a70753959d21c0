"""Tables: rows of cells that wide gaps divide."""

from loccit.indexer.pdf.groups import Group
from loccit.indexer.pdf.joined import Joined
from loccit.indexer.pdf.lines import Line, cells

LEAST_ROWS = 2
WIDEST = 0.6
"""A cell takes at most this part of its row; a line of prose with one gap in it is no row."""


def is_table(group: Group) -> bool:
    """Whether most lines of a group are rows."""
    return len(group) >= LEAST_ROWS and 2 * sum(is_row(line) for line in group) > len(group)


def is_row(line: Line) -> bool:
    found = cells(line)
    if len(found) < 2:
        return False
    widest = max(cell[-1].x1 - cell[0].x0 for cell in found)
    return len(found) > 2 or widest < WIDEST * max(line.right - line.left, 1.0)


def rows(group: Group) -> Joined:
    """A line of text for each row, its cells divided by tabs."""
    lines = []
    sheets: list[tuple[int, int]] = []
    length = 0
    for line in group:
        text = "\t".join(" ".join(piece.text for piece in cell) for cell in cells(line))
        if not sheets or sheets[-1][1] != line.sheet:
            sheets.append((length, line.sheet))
        lines.append(text)
        length += len(text) + 1
    return Joined("\n".join(lines), (), tuple(sheets))
