"""What a page is called: as the file says, else as it is printed, else by its place."""

from collections.abc import Sequence

from loccit.indexer.pdf.sheets import Sheet


def labels(sheets: Sequence[Sheet], printed: dict[int, str]) -> dict[int, str]:
    """The label of each sheet. The file's own are believed unless they only count the sheets
    and other numbers are printed."""
    own = {sheet.number: sheet.label for sheet in sheets if sheet.label}
    if all(label == str(number) for number, label in own.items()):
        own = _filled(printed, len(sheets)) or own
    return {sheet.number: own.get(sheet.number, str(sheet.number)) for sheet in sheets}


def _filled(printed: dict[int, str], count: int) -> dict[int, str]:
    """The printed numbers, and those between two that agree on them.

    >>> _filled({1: "84", 3: "86"}, 3)
    {1: '84', 3: '86', 2: '85'}
    """
    found = dict(printed)
    numbers = {sheet: int(label) for sheet, label in printed.items() if label.isdecimal()}
    for sheet in range(1, count + 1):
        before = max((one for one in numbers if one < sheet), default=0)
        after = min((one for one in numbers if one > sheet), default=0)
        if sheet in found or not after:
            continue
        step = numbers[after] - after
        if (not before or numbers[before] - before == step) and sheet + step > 0:
            found[sheet] = str(sheet + step)
    return found
