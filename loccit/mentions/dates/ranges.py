"""Ranges: two dates, the second of which may lend its month and year to the first."""

import re
from collections.abc import Iterator
from dataclasses import replace

from loccit.mentions.dates import values
from loccit.mentions.dates.counts import counts
from loccit.mentions.dates.patterns import (
    BEFORE_DAY,
    DASH,
    DAY,
    MONTH,
    TO,
    YEAR,
    month_number,
    number,
)
from loccit.mentions.dates.tagged import Tagged
from loccit.mentions.dates.values import Spec

_MONTHS = re.compile(MONTH)
_DASHED = re.compile(rf"\d(?:{DASH}|/)\d")
_BETWEEN = re.compile(r"(?:rom|etween)\s\d")
_BETWEEN_DAYS = re.compile(r"etween\s+(?:the\s+)?\d")
_BETWEEN_MONTHS = re.compile(r"etween\s+[A-Z]")
_RANGES = tuple(
    (needs, re.compile(pattern))
    for needs, pattern in (
        (_MONTHS, rf"\b(?P<a_day>{DAY})(?:\s+(?P<a_month>{MONTH}))?(?:\s+(?P<a_year>{YEAR}))?"
         rf"(?:{TO}|/)"
         rf"(?P<b_day>{DAY})\s+(?P<b_month>{MONTH})(?:,?\s+(?P<b_year>{YEAR}))?\b"),
        (_MONTHS, rf"\b(?P<a_month>{MONTH})\s+(?P<a_day>{DAY})(?:,\s+(?P<a_year>{YEAR}))?(?:{TO}|/)"
         rf"(?:(?P<b_month>{MONTH})\s+)?(?P<b_day>{DAY})(?:,?\s+(?P<b_year>{YEAR}))?\b"),
        (_MONTHS, rf"\b(?P<a_month>{MONTH})(?:\s+(?P<a_year>{YEAR}))?{TO}"
         rf"(?P<b_month>{MONTH})\s+(?P<b_year>{YEAR})\b"),
        (_BETWEEN_DAYS, rf"\b[Bb]etween\s+(?:the\s+)?(?P<a_day>{DAY})(?:\s+(?P<a_month>{MONTH}))?"
         rf"(?:\s+(?P<a_year>{YEAR}))?\s+and\s+(?:the\s+)?(?P<b_day>{DAY})(?:\s+of)?"
         rf"\s+(?P<b_month>{MONTH})(?:,?\s+(?P<b_year>{YEAR}))?\b"),
        (_BETWEEN_MONTHS, rf"\b[Bb]etween\s+(?P<a_month>{MONTH})\s+(?P<a_day>{DAY})"
         rf"(?:,\s+(?P<a_year>{YEAR}),?)?\s+and\s+(?:(?P<b_month>{MONTH})\s+)?(?P<b_day>{DAY})"
         rf"(?:,?\s+(?P<b_year>{YEAR}))?\b"),
        (_DASHED, rf"(?<![\d.,/-])\b(?P<a_year>{YEAR})(?:{DASH}|/(?=\d\d?\b))"
         rf"(?P<b_year>{YEAR}|\d\d|(?<=\d[-–—/])\d)\b"
         rf"(?![\d/-]|[.,]\d|\s+{MONTH})"),
        (_BETWEEN, rf"\b(?:[Ff]rom|[Bb]etween)\s+(?P<a_year>{YEAR})"
         rf"\s+(?:to|and|until)\s+(?P<b_year>{YEAR})\b"),
    )
)  # fmt: skip
"""A text without anything of the first can't have the second."""


def ranges(text: str) -> Iterator[Tagged]:
    """Ranges that hold throughout, with their two ends as parts."""
    for needs, pattern in _RANGES:
        for match in pattern.finditer(text) if needs.search(text) else ():
            tagged = _range(match)
            if tagged is not None and not (
                tagged.spec.month is None and counts(text, tagged.start, tagged.end)
            ):
                yield tagged


def _range(match: re.Match[str]) -> Tagged | None:
    groups = match.groupdict()
    for name in ("month", "year"):
        known = groups.get(f"a_{name}") or groups.get(f"b_{name}")
        groups[f"a_{name}"] = groups.get(f"a_{name}") or known
        if name == "month":
            groups[f"b_{name}"] = groups.get(f"b_{name}") or known
    if groups["b_year"] and groups["a_year"]:
        groups["b_year"] = groups["a_year"][: -len(groups["b_year"])] + groups["b_year"]
    first, last = (_end(groups, letter) for letter in "ab")
    if first.year and first.year == last.year and match.start("a_year") < 0:
        first = replace(first, year=_year_before(first, last))
    if not (values.exists(first) and values.exists(last)) or not _ordered(first, last):
        return None
    if "/" in match[0] and first.month is None and last.year != (first.year or 0) + 1:
        return None
    ends = (
        Tagged(*_end_span(match, "a"), first),
        Tagged(*_end_span(match, "b"), last),
    )
    start = match.start("a_day") if groups.get("a_day") else match.start()
    if groups.get("a_day") and match.start("a_month") >= 0:
        start = min(start, match.start("a_month"))
    if not groups.get("a_month"):
        start = match.start("a_year")
    if groups.get("a_day") and (
        before := BEFORE_DAY.search(match.string, max(0, start - 48), start)
    ):
        start = before.start()
    return Tagged(start, match.end(), last, ends)


def _year_before(first: Spec, last: Spec) -> int | None:
    """The year of `last`, or the one before where it lends it over New Year (Dec – Feb 2015)."""
    assert last.year is not None
    return last.year - ((first.month or 0) > (last.month or 0))


def _end(groups: dict[str, str | None], letter: str) -> Spec:
    day, month, year = (groups.get(f"{letter}_{name}") for name in ("day", "month", "year"))
    return Spec(
        int(year) if year else None,
        month_number(month) if month else None,
        number(day) if day else None,
    )


def _end_span(match: re.Match[str], letter: str) -> tuple[int, int]:
    spans = [
        match.span(name)
        for name in match.groupdict()
        if name.startswith(letter) and match.start(name) >= 0
    ]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _ordered(first: Spec, last: Spec) -> bool:
    def key(spec: Spec) -> tuple[int, int, int]:
        return spec.year or 0, spec.month or 0, spec.day or 0

    return key(first) < key(last) or (first.year is None and last.year is None)
