"""The resolver: walks a document in order and gives each date its days, with the reasons.

The year of a yearless date comes from the dated words around it. In a document whose passages
are contiguous the nearest before gives it, unless that would run backwards; in a sample of a
document, only where what stands before and what stands after leave one year possible. Where two
stay possible the date stays yearless, with its bounds. Nothing falls back to today.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mentions.calendar import civil
from mentions.dates import values
from mentions.dates.tagger import Tagged, tag
from mentions.dates.values import Spec
from mentions.masking import Masked
from mentions.types import Bounds, Context, Date, Evidence, Interval, Stretch

_YEAR_IN_WORDS = re.compile(r"(?<![\d-])(1\d{3}|20\d\d)(?![\d-])")


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A date whose days are known, in the order of the text; `place` is its stretch."""

    place: int
    start: int
    interval: Interval
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class _Settled:
    """A yearless date's year with its evidence, or None with its bounds."""

    year: int | None = None
    evidence: tuple[Evidence, ...] = ()
    bounds: Bounds | None = None


def find(
    stretches: Sequence[Stretch], masked: Sequence[Masked], context: Context
) -> list[tuple[Date, ...]]:
    """The dates of each stretch, in order, resolved over the whole document."""
    tagged = [tag(each.text) for each in masked]
    resolver = _Resolver(stretches, masked, tagged, context)
    return [
        tuple(resolver.date(place, each) for each in found) for place, found in enumerate(tagged)
    ]


class _Resolver:
    def __init__(
        self,
        stretches: Sequence[Stretch],
        masked: Sequence[Masked],
        tagged: Sequence[tuple[Tagged, ...]],
        context: Context,
    ) -> None:
        self._stretches, self._masked, self._context = stretches, masked, context
        self._anchors = list(self._known(tagged))
        self._places = [(anchor.place, anchor.start) for anchor in self._anchors]

    def _known(self, tagged: Sequence[tuple[Tagged, ...]]) -> Iterator[_Anchor]:
        """What carries a year: the document's start, headings, and dates with their year."""
        start = self._context.start_year or _only_year(self._context.title)
        if start is not None:
            yield _Anchor(-1, 0, _at_year(start), None)
        section = None
        for place, found in enumerate(tagged):
            stretch = self._stretches[place]
            if stretch.section != section:
                section = stretch.section
                year = _only_year(section)
                if year is not None:
                    yield _Anchor(place, -1, _at_year(year), None)
            for each in found:
                interval = values.interval((each.parts or (each,))[0].spec)
                if interval and each.spec.year is not None and not each.aside:
                    yield _Anchor(place, each.start, interval, self._evidence(place, each))

    def _evidence(self, place: int, tagged: Tagged) -> Evidence:
        start, end = self._masked[place].span(tagged.start, tagged.end)
        stretch = self._stretches[place]
        return Evidence(stretch.id, start, end, stretch.text[start:end])

    def date(self, place: int, tagged: Tagged) -> Date:
        if tagged.parts:
            return self._range(place, tagged)
        if tagged.anaphora:
            return self._same_day(place, tagged)
        if not tagged.spec.yearless:
            return self._placed(place, tagged, tagged.spec, _Settled(), "stated")
        settled = self._settle(place, tagged)
        if settled.year is None:
            return self._placed(place, tagged, tagged.spec, settled, "unknown")
        return self._placed(
            place, tagged, replace(tagged.spec, year=settled.year), settled, "inferred"
        )

    def _placed(
        self, place: int, tagged: Tagged, spec: Spec, settled: _Settled, reading: str
    ) -> Date:
        start, end = self._masked[place].span(tagged.start, tagged.end)
        return Date(
            start, end, values.value(spec), values.interval(spec), settled.bounds,
            spec.granularity, reading, settled.evidence,  # type: ignore[arg-type]
        )  # fmt: skip

    def _range(self, place: int, tagged: Tagged) -> Date:
        first, last = (self.date(place, part) for part in tagged.parts)
        if first.interval and last.interval and first.interval.first <= last.interval.last:
            interval = Interval(first.interval.first, last.interval.last)
        else:
            interval = None
        known = interval is not None
        start, end = self._masked[place].span(tagged.start, tagged.end)
        inferred = "inferred" in (first.reading, last.reading)
        return Date(
            start, end, f"{first.value}/{last.value}", interval, None if known else last.bounds,
            last.granularity, ("inferred" if inferred else "stated") if known else "unknown",
            tuple(dict.fromkeys(first.evidence + last.evidence)), (first, last),
        )  # fmt: skip

    def _same_day(self, place: int, tagged: Tagged) -> Date:
        """The day that the same passage names last before; else only bounds."""
        before, after = self._around(place, tagged.start)
        start, end = self._masked[place].span(tagged.start, tagged.end)
        if before and before.place == place and before.interval.first == before.interval.last:
            value = values.value(_spec_of(before.interval))
            given = (before.evidence,) if before.evidence else ()
            return Date(start, end, value, before.interval, None, "day", "inferred", given)
        return Date(
            start, end, "XXXX-XX-XX", None, _bounds(before, after), "day", "unknown"
        )  # fmt: skip

    def _around(self, place: int, start: int) -> tuple[_Anchor | None, _Anchor | None]:
        at = bisect_left(self._places, (place, start))
        before = self._anchors[at - 1] if at else None
        after = self._anchors[at] if at < len(self._anchors) else None
        return before, after

    def _settle(self, place: int, tagged: Tagged) -> _Settled:
        before, after = self._around(place, tagged.start)
        bounds = _bounds(before, after)
        if before and (self._context.contiguous or before.place == place):
            year = _following(before, tagged.spec)
            if year is not None:
                return _Settled(year, (before.evidence,) if before.evidence else ())
        if before and after and bounds:
            possible = _years_between(tagged.spec, before.interval.first, after.interval.last)
            if len(possible) == 1:
                given = (before.evidence, after.evidence)
                return _Settled(possible[0], tuple(each for each in given if each))
        return _Settled(bounds=bounds)


def _only_year(words: str) -> int | None:
    years = set(_YEAR_IN_WORDS.findall(words))
    return int(years.pop()) if len(years) == 1 else None


def _at_year(year: int) -> Interval:
    found = values.interval(Spec(year))
    assert found is not None
    return found


def _spec_of(day: Interval) -> Spec:
    return Spec(*civil(day.first))


def _following(before: _Anchor, spec: Spec) -> int | None:
    """The year of the nearest date before, unless the month would run backwards in it."""
    year = civil(before.interval.first)[0]
    found = (
        values.interval(replace(spec, year=year))
        if values.exists(replace(spec, year=year))
        else None
    )
    if found is None:
        return None
    return year if found.last >= before.interval.first else None


def _years_between(spec: Spec, first: int, last: int) -> list[int]:
    """The years in which the date falls within the days `first` to `last`; at most two."""
    found: list[int] = []
    for year in range(civil(first)[0], min(civil(last)[0], civil(first)[0] + 12) + 1):
        dated = replace(spec, year=year)
        days = values.interval(dated) if values.exists(dated) else None
        if days and days.last >= first and days.first <= last:
            found.append(year)
        if len(found) > 1:
            break
    return found


def _bounds(before: _Anchor | None, after: _Anchor | None) -> Bounds | None:
    """What the order of the text leaves possible; None where it says nothing, or runs back."""
    first = before.interval.first if before else None
    last = after.interval.last if after else None
    if first is not None and last is not None and first > last:
        return None
    return Bounds(first, last) if first is not None or last is not None else None
