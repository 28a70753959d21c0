"""Numbers of notes as they are printed: raised digits, lists and ranges of them."""

import re

MOST = 60
"""A range over more than this is none."""

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻∗", "0123456789+-*")
_LOWERED = str.maketrans("0123456789+-−–n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ")
_PARTS = re.compile(r"(\d{1,4})(?:\s*[-–—−‑]\s*(\d{1,4}))?")
_LIST = re.compile(
    r"\s*\d{1,4}(?:\s*[-–—−‑]\s*\d{1,4})?(?:\s*[,;]\s*\d{1,4}(?:\s*[-–—−‑]\s*\d{1,4})?)*\s*[,;]?\s*"
)


def as_digits(text: str) -> str:
    """The text with raised digits as plain ones, and one asterisk for all sorts.

    >>> as_digits("⁴⁸")
    '48'
    """
    return text.translate(_RAISED)


def as_raised(text: str) -> str:
    """An exponent as raised digits; what is no number stays as it is.

    >>> as_raised("-3"), as_raised("st")
    ('⁻³', 'st')
    """
    return text.translate(_LOWERED) if re.fullmatch(r"[-−–+]?\d+|n", text) else text


def numbers_of(text: str) -> tuple[int, ...]:
    """The numbers of a list such as "1, 3–5", () where it is something else.

    >>> numbers_of("1, 3–5"), numbers_of("12"), numbers_of("5–3"), numbers_of("st")
    ((1, 3, 4, 5), (12,), (), ())
    """
    if not _LIST.fullmatch(text):
        return ()
    found: list[int] = []
    for first, last in _PARTS.findall(text):
        numbers = range(int(first), int(last or first) + 1)
        if not 0 < len(numbers) <= MOST:
            return ()
        found.extend(numbers)
    return tuple(found)
