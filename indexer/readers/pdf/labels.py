"""What a page is called: as the file says, else as it is printed, else by its place."""

from collections.abc import Sequence
from itertools import pairwise

from loccit.indexer.readers.pdf.sheets import Sheet


def labels(sheets: Sequence[Sheet], printed: dict[int, str]) -> dict[int, str]:
    """The label of each sheet. The file's own are believed unless they only count the sheets
    and other numbers are printed."""
    own = {sheet.number: sheet.label for sheet in sheets if sheet.label}
    if all(label == str(number) for number, label in own.items()):
        own = _filled(printed) or own
    return {sheet.number: own.get(sheet.number, str(sheet.number)) for sheet in sheets}


def _filled(printed: dict[int, str]) -> dict[int, str]:
    """The printed numbers, and those between two that agree on them.

    >>> _filled({1: "84", 3: "86"})
    {1: '84', 3: '86', 2: '85'}
    """
    numbers = {sheet: int(label) for sheet, label in printed.items() if label.isdecimal()}
    known = sorted(numbers)
    found = dict(printed)
    for before, after in pairwise([0, *known]):
        step = numbers[after] - after
        if before and numbers[before] - before != step:
            continue
        for sheet in range(before + 1, after):
            if sheet + step > 0:
                found.setdefault(sheet, str(sheet + step))
    return found
