"""Rows of a table: lines of cells that wide gaps divide."""

from loccit.indexer.readers.pdf.lines import Line, cells

LEAST = 2
"""A table has at least so many rows."""
WIDEST = 0.6
"""A cell takes at most this part of its row; a line of prose with one gap in it is no row."""
APART = 2.4
"""Rows stand at most this many ems apart."""


def is_table(lines: list[Line]) -> bool:
    """Whether most of some lines are rows."""
    return len(lines) >= LEAST and 2 * sum(is_row(line) for line in lines) > len(lines)


def is_row(line: Line) -> bool:
    found = cells(line)
    if len(found) < 2:
        return False
    widest = max(cell[-1].x1 - cell[0].x0 for cell in found)
    return len(found) > 2 or widest < WIDEST * max(line.right - line.left, 1.0)


def are_rows(before: Line, line: Line) -> bool:
    """Whether two lines are rows of one table: a cell of one begins where one of the other does."""
    if not 0 < line.y - before.y < APART * line.size or not (is_row(before) and is_row(line)):
        return False
    return any(
        abs(one[0].x0 - other[0].x0) < line.size
        for one in cells(before)[1:]
        for other in cells(line)[1:]
    )
