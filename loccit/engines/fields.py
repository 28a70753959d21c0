"""A passage as an index holds it: its fields' values, the same for every engine."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loccit.engines import analysis
from loccit.engines.field_table import FacetField, IntegerField, KeywordField, TextField
from loccit.mentions import citations
from loccit.mentions.masking import blank
from loccit.model import calendar, cells
from loccit.model.documents import Document, Passage
from loccit.model.mentions import Citation, Date, Interval

MOST_MONTHS = 24
"""A range that holds longer is counted by the year on the timeline."""

FACET_GROUP: dict[FacetField, str] = {"cites": "cite", "cited": "cite", "when": "date"}
"""The group of filters that a facet's counts leave out, where it isn't the field's own name."""


def facet_group(field: FacetField) -> str:
    return FACET_GROUP.get(field, field)


@dataclass(frozen=True, slots=True)
class Fields:
    """`texts` are terms in order; `keywords` and `integers` are sets, sorted."""

    texts: dict[TextField, list[str]]
    keywords: dict[KeywordField, list[str]]
    integers: dict[IntegerField, list[int]]

    def facet(self, field: FacetField) -> list[str]:
        """The values that a facet counts the passage under."""
        match field:
            case "cite" | "cites":
                return [str(number) for number in self.integers.get(field, ())]
            case _:
                return self.keywords.get(field, [])


def fields(passage: Passage, document: Document) -> Fields:
    """What `passage` is indexed under."""
    cited = [c.number for c in passage.citations() if c.number is not None]
    dates = passage.dates()
    days = [date.interval.first for date in dates if date.interval]
    prose = blank(passage.text, citations.markers(passage.text))
    return Fields(
        {
            "terms": analysis.terms(prose),
            "words": analysis.words(prose),
            "title": analysis.terms(passage.title),
            "section": analysis.terms(passage.section),
            "source": _sources(document, set(cited)),
        },
        {
            "document": [passage.document],
            "heading": [passage.section] if passage.section else [],
            "cited": sorted({f"{passage.document}#{number}" for number in cited}),
            **_dated(dates),
            **_named(passage),
        },
        {
            "cite": sorted(set(cited)),
            "cites": [sum(map(_supports, passage.citations()))],
            "first_day": [min(days)] if days else [],
            "added": [passage.added] if passage.added else [],
            "key": [int(passage.key, 16)],
        },
    )


def _supports(citation: Citation) -> bool:
    """A request for a citation is not one."""
    return citation.number is not None or citation.label.startswith("note")


def _sources(document: Document, cited: set[int]) -> list[str]:
    return [
        term
        for reference in document.references
        if reference.number in cited
        for term in analysis.terms(reference.text)
    ]


def _named(passage: Passage) -> dict[KeywordField, list[str]]:
    names: dict[KeywordField, set[str]] = {}
    for entity in passage.entities():
        names.setdefault(entity.type, set()).add(entity.name)
    return {field: sorted(values) for field, values in names.items()}


def _dated(dates: Iterable[Date]) -> dict[KeywordField, list[str]]:
    found: dict[KeywordField, set[str]] = {
        field: set() for field in ("date", "date_own", "date_span", "held", "held_own", "when")
    }
    for date in dates:
        found["date"] |= set(yearless(date))
        found["when"] |= set(when(date))
        if date.interval:
            own = set(cells.cover(date.interval))
            held = own | {cell for each in own for cell in cells.ancestors(each)}
            found["date_own"] |= own
            found["date"] |= held
            found["date_span"] |= cells.spans(date.interval)
            if date.parts:
                found["held_own"] |= own
                found["held"] |= held
    found["when"] = found["when"] or {"none"}
    return {field: sorted(values) for field, values in found.items()}


def yearless(date: Date) -> Iterator[str]:
    """The cells without a year that a date of a month or a day has: every October finds it."""
    for part in date.parts:
        yield from yearless(part)
    if date.parts or date.granularity not in ("day", "month"):
        return
    if date.interval:
        _, month, day = calendar.civil(date.interval.first)
        known = [f"{month:02d}", f"{day:02d}"][: 2 if date.granularity == "day" else 1]
    else:
        known = _known(date.value)
    for count in range(1, len(known) + 1):
        yield "-".join(["XXXX", *known[:count]])


def _known(value: str) -> list[str]:
    """
    >>> _known("XXXX-10-06"), _known("XXXX-10"), _known("XXXX-XX-15")
    (['10', '06'], ['10'], [])
    """
    match = re.fullmatch(r"XXXX-(0[1-9]|1[0-2])(?:-(\d\d))?", value)
    return [part for part in match.groups() if part] if match else []


def when(date: Date) -> Iterator[str]:
    """The timeline's values: how well the date is known (d, m, y), then each cell it lies in.

    What is not drawn is counted as `yearless`, `decade` or `century`.
    """
    if date.interval is None:
        yield "yearless"
    elif date.granularity in ("decade", "century"):
        yield date.granularity
    elif date.parts:
        yield from _throughout(date.interval, date.granularity[0])
    else:
        year, month, _ = calendar.civil(date.interval.first)
        known = "y" if date.granularity in ("season", "year") else date.granularity[0]
        yield from _years(known, year)
        if known != "y":
            yield f"{known}{calendar.year_text(year)}-{month:02d}"
        if known == "d":
            yield f"d{calendar.iso(date.interval.first)}"


def _years(letter: str, year: int) -> Iterator[str]:
    """The year, its decade and its century; a winter belongs to its December's year."""
    for size in (1, 10, 100):
        yield letter + cells.years_name(year, size)


def _throughout(interval: Interval, letter: str) -> Iterator[str]:
    letter = letter if letter in "dm" else "y"
    (first_year, first_month, _), (last_year, last_month, _) = (
        calendar.civil(interval.first),
        calendar.civil(interval.last),
    )
    for year in range(first_year, last_year + 1):
        yield from _years(letter, year)
    months = range(first_year * 12 + first_month - 1, last_year * 12 + last_month)
    if letter != "y" and len(months) <= MOST_MONTHS:
        for month in months:
            yield f"{letter}{calendar.year_text(month // 12)}-{month % 12 + 1:02d}"
