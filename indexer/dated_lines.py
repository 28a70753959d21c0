"""Lines that open with a date, as the entries of a chronology do: `May 1948: blockade begins`."""

import re

from loccit.model.calendar import MONTHS

_MONTH = (
    rf"(?:{'|'.join(MONTHS)}"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_DAYS = rf"{_DAY}(?:\s*[-–—/]\s*{_DAY})?"
_YEAR = r"(?:1\d{3}|20\d\d)(?!\d)"
_ERA = r"(?:BCE?|B\.C\.(?:E\.)?|AD|A\.D\.|CE|C\.E\.)(?!\w)"
_DATE = rf"""(?:
    \d{{4}}-\d\d(?:-\d\d)?(?!\d)
  | \d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d\d)(?!\d)
  | {_DAYS}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?
  | {_MONTH}\s+{_DAYS}(?:,?\s+{_YEAR})?
  | {_MONTH},?\s+(?:of\s+)?{_YEAR}
  | (?:spring|summer|autumn|fall|winter|Easter|Christmas)(?:\s+of)?\s+{_YEAR}
  | \d{{1,4}}\s?{_ERA} | A\.?D\.?\s?\d{{1,4}}(?!\d)
  | \d{{1,2}}(?:st|nd|rd|th)[ -]century(?:\s+{_ERA})?
  | {_YEAR}(?:s\b)?
  | {_MONTH}(?=\s*(?:[:–—-]|\Z))
  | \d{{3}}(?=\s*[:–—])
)"""
_BARE = rf"""(?:(?:early|mid|late|by|about|around|circa|ca?\.)[\s-]*)?
    (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?
    {_DATE}(?:\s*(?:[-–—/]|\bto\b|\buntil\b)\s*(?:{_DATE}|\d\d(?!\d)|present\b))?"""
_FLAGS = re.VERBOSE | re.IGNORECASE
_ALONE = re.compile(rf"(?:the\s+)?{_BARE}[*_)\]\s:.]*\Z", _FLAGS)
_DATED = re.compile(
    rf"""[*•·+_(\s–—-]*
    (?:(?:in|on|by|from|since|at|the)\s+)*(?:(?:beginning|end|start|middle)\s+of\s+)?{_BARE}""",
    _FLAGS,
)
_SET_OFF = re.compile(r"[*_)\]]*\s*(?:[:;,.|–—-]|[\"'“‘«(\[*_]*[^\W_a-z]|\Z)")


def is_dated(line: str) -> bool:
    """Whether the line opens with a date, behind a bullet or a preposition at most.

    >>> [is_dated(line) for line in ("May 1948: blockade", "- 1914 War", "In 44 BC he fell.")]
    [True, True, True]
    >>> is_dated("1. Origins"), is_dated("May I come?"), is_dated("The war of 1914")
    (False, False, False)
    """
    return _DATED.match(line[:120]) is not None


def opens_with_date(line: str) -> bool:
    """Whether the date stands at the very beginning, behind a bullet at most.

    >>> opens_with_date("- 1914 War"), opens_with_date("In 1914 war began.")
    (True, False)
    """
    return (
        is_dated(line)
        and re.match(r"[*•·+_(\s–—-]*(?:in|on|by|from|since|at|the)\b", line, re.IGNORECASE) is None
    )


def opens_with_year(line: str) -> bool:
    """Whether the date that opens the line has a year.

    >>> opens_with_year("May 1948: blockade"), opens_with_year("6 May: Li arrives")
    (True, False)
    """
    dated = _DATED.match(line[:120])
    return dated is not None and re.search(r"\d{3}|\d\s?[AB]", dated[0]) is not None


def opens_with_month(line: str) -> bool:
    """Whether the date that opens the line names a month or a day, not a year alone.

    >>> opens_with_month("May 1948: blockade"), opens_with_month("1914–1918: The war")
    (True, False)
    """
    dated = _DATED.match(line[:120])
    return dated is not None and re.search(rf"{_MONTH}|-\d\d-", dated[0], _FLAGS) is not None


def is_entry(line: str) -> bool:
    """Whether what follows the date that opens the line is set off from it, or opens a sentence.

    >>> [is_entry(line) for line in ("1914: war", "May 1948 Blockade", "1918 with a peace")]
    [True, True, False]
    """
    dated = _DATED.match(line[:120])
    return dated is not None and _SET_OFF.match(line, dated.end()) is not None


def is_date_alone(line: str) -> bool:
    """Whether a date is all that the line is.

    >>> is_date_alone("1815 to 1918"), is_date_alone("1914 War begins")
    (True, False)
    """
    return len(line) <= 60 and _ALONE.match(line.strip()) is not None
