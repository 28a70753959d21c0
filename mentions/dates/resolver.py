"""The resolver: walks a document in order and gives each date its days, with the reasons.

The year of a yearless date comes from the dated words around it. In a document whose passages
are contiguous the last date gives it, or what stands before and after together; in a sample of a
document, only where what stands before and what stands after leave one year possible. Where two
stay possible the date stays yearless, with its bounds. Nothing falls back to today.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mentions.calendar import civil
from mentions.dates import relative, values
from mentions.dates.tagged import Tagged
from mentions.dates.tagger import tag
from mentions.dates.values import Spec
from mentions.masking import Masked
from mentions.types import Bounds, Context, Date, Evidence, Interval, Reading, Stretch

_YEAR_IN_WORDS = re.compile(r"(?<![\d-])(1\d{3}|20\d\d)(?![\d-])")
_NEAR_DAYS = 183
"""How far a date may run backwards in running text and still be of the same year."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A date whose days are known; `place` is its stretch, `evidence` the words that gave it."""

    place: int
    start: int
    spec: Spec
    interval: Interval
    evidence: tuple[Evidence, ...]

    @property
    def fine(self) -> bool:
        """Known to the month or the day, so that order can be told within a year."""
        return self.spec.month is not None


@dataclass(frozen=True, slots=True)
class _Settled:
    """A yearless date's spec with its year and the evidence, or None with its bounds."""

    spec: Spec | None = None
    evidence: tuple[Evidence, ...] = ()
    bounds: Bounds | None = None


def find(
    stretches: Sequence[Stretch], masked: Sequence[Masked], context: Context
) -> list[tuple[Date, ...]]:
    """The dates of each stretch, in order, resolved over the whole document."""
    tagged = [tag(each.text) for each in masked]
    walk = _Walk(stretches, masked, tagged, context)
    return [
        tuple(walk.date(place, each) for each in walk.entered(place, found))
        for place, found in enumerate(tagged)
    ]


class _Walk:
    """What is known while the text is walked: the last date, and the last one finer than a year."""

    def __init__(
        self,
        stretches: Sequence[Stretch],
        masked: Sequence[Masked],
        tagged: Sequence[tuple[Tagged, ...]],
        context: Context,
    ) -> None:
        self._stretches, self._masked, self._context = stretches, masked, context
        self._last: _Anchor | None = None
        self._fine: _Anchor | None = None
        self._section = ""
        start = context.start_year or _only_year(context.title)
        if start is not None:
            self._last = _at_year(-1, start)
        self._explicit = [
            anchor for place, found in enumerate(tagged) for anchor in self._stated(place, found)
        ]
        self._places = [(anchor.place, anchor.start) for anchor in self._explicit]

    def _stated(self, place: int, found: Sequence[Tagged]) -> list[_Anchor]:
        anchors = []
        for each in found:
            first = (each.parts or (each,))[0]
            interval = values.interval(first.spec)
            if interval and first.spec.year is not None and not each.aside:
                evidence = (self._evidence(place, each),)
                anchors.append(_Anchor(place, each.start, first.spec, interval, evidence))
        return anchors

    def entered(self, place: int, found: Sequence[Tagged]) -> Sequence[Tagged]:
        """The stretch's dates; a heading with a year moves the walk there first."""
        section = self._stretches[place].section
        if section != self._section:
            self._section = section
            year = _only_year(section)
            if year is not None:
                self._last, self._fine = _at_year(place, year), None
        return found

    def _evidence(self, place: int, tagged: Tagged) -> Evidence:
        start, end = self._masked[place].span(tagged.start, tagged.end)
        stretch = self._stretches[place]
        return Evidence(stretch.id, start, end, stretch.text[start:end])

    def date(self, place: int, tagged: Tagged) -> Date:
        if tagged.parts:
            return self._range(place, tagged)
        if tagged.relative is not None:
            settled, reading = self._told(place, tagged), "inferred"
        elif tagged.spec.yearless:
            settled, reading = self._settle(place, tagged), "inferred"
        else:
            settled, reading = _Settled(tagged.spec), "stated"
        if settled.spec is None:
            return self._open(place, tagged, settled)
        self._move(place, tagged, settled, reading)
        return self._placed(place, tagged, settled.spec, settled, reading)  # type: ignore[arg-type]

    def _move(self, place: int, tagged: Tagged, settled: _Settled, reading: str) -> None:
        """The text is now at this date, unless it only looks aside."""
        interval = values.interval(settled.spec) if settled.spec else None
        if interval is None or settled.spec is None or tagged.aside:
            return
        if settled.spec.granularity in ("decade", "century"):
            return
        own = (self._evidence(place, tagged),) if reading == "stated" else settled.evidence
        anchor = _Anchor(place, tagged.start, settled.spec, interval, own)
        self._last = anchor
        if anchor.fine:
            self._fine = anchor

    def _open(self, place: int, tagged: Tagged, settled: _Settled) -> Date:
        start, end = self._masked[place].span(tagged.start, tagged.end)
        value, granularity = relative.unknown(tagged)
        return Date(start, end, value, None, settled.bounds, granularity, "unknown")

    def _placed(
        self, place: int, tagged: Tagged, spec: Spec, settled: _Settled, reading: Reading
    ) -> Date:
        start, end = self._masked[place].span(tagged.start, tagged.end)
        return Date(
            start, end, values.value(spec), values.interval(spec), settled.bounds,
            spec.granularity, reading, settled.evidence,
        )  # fmt: skip

    def _range(self, place: int, tagged: Tagged) -> Date:
        first, last = (self.date(place, part) for part in tagged.parts)
        ordered = (
            first.interval is not None
            and last.interval is not None
            and first.interval.first <= last.interval.last
        )
        interval = (
            Interval(first.interval.first, last.interval.last)
            if ordered and first.interval and last.interval
            else None
        )
        inferred = "inferred" in (first.reading, last.reading)
        reading: Reading = ("inferred" if inferred else "stated") if interval else "unknown"
        start, end = self._masked[place].span(tagged.start, tagged.end)
        return Date(
            start, end, f"{first.value}/{last.value}", interval,
            None if interval else last.bounds, last.granularity, reading,
            tuple(dict.fromkeys(first.evidence + last.evidence)), (first, last),
        )  # fmt: skip

    def _trusted(self, place: int, anchor: _Anchor | None) -> _Anchor | None:
        """In a sample, what another passage says need not hold in this one."""
        near = anchor is not None and (self._context.contiguous or anchor.place == place)
        return anchor if near else None

    def _told(self, place: int, tagged: Tagged) -> _Settled:
        """A date told from the one before; in a sample only within its own passage."""
        before = self._trusted(place, self._last)
        spec = relative.reached(tagged, before.spec, before.interval) if before else None
        if before and spec is not None:
            return _Settled(spec, before.evidence)
        return _Settled(bounds=_bounds(self._last, self._next(place, tagged.start)))

    def _next(self, place: int, start: int) -> _Anchor | None:
        at = bisect_right(self._places, (place, start))
        return self._explicit[at] if at < len(self._explicit) else None

    def _settle(self, place: int, tagged: Tagged) -> _Settled:
        after = self._next(place, tagged.start)
        last = self._trusted(place, self._last)
        if last and last.spec.year is not None and tagged.same_year:
            return _dated(tagged.spec, last.spec.year, last.evidence)
        if last is not None:
            year = self._running_year(tagged.spec, last, after)
            if year is not None:
                return _dated(tagged.spec, year, last.evidence)
        bounds = _bounds(self._last, after)
        if self._last and after and bounds:
            possible = _years_between(tagged.spec, self._last.interval.first, after.interval.last)
            if len(possible) == 1:
                given = tuple(dict.fromkeys(self._last.evidence + after.evidence))
                return _dated(tagged.spec, possible[0], given)
        return _Settled(bounds=bounds)

    def _running_year(self, spec: Spec, last: _Anchor, after: _Anchor | None) -> int | None:
        """The year in running text: what keeps the order, else the last date's own."""
        fine = self._fine
        if fine and after and after.fine and fine.interval.first <= after.interval.last:
            possible = _years_between(spec, fine.interval.first, after.interval.last)
            if len(possible) == 1 and after.place - fine.place <= 3:
                return possible[0]
        if last.fine:
            return _nearest_year(spec, last)
        return self._year_or_aside(spec, last)

    def _year_or_aside(self, spec: Spec, last: _Anchor) -> int | None:
        """A bare year just named, unless the dates before and after it are of another year."""
        fine = self._fine
        after = next(
            (each for each in self._fine_after(last) if each.place - last.place <= 3), None
        )
        if fine and after and fine.spec.year == after.spec.year != last.spec.year:
            return _nearest_year(spec, fine)
        return last.spec.year

    def _fine_after(self, anchor: _Anchor) -> Iterator[_Anchor]:
        at = bisect_right(self._places, (anchor.place, anchor.start))
        return (each for each in self._explicit[at : at + 6] if each.fine)


def _dated(spec: Spec, year: int, evidence: tuple[Evidence, ...]) -> _Settled:
    dated = replace(spec, year=year)
    return _Settled(dated, evidence) if values.exists(dated) else _Settled()


def _nearest_year(spec: Spec, last: _Anchor) -> int | None:
    """The last date's year, or the next if the month would run back by more than half a year."""
    assert last.spec.year is not None
    for year in (last.spec.year, last.spec.year + 1):
        dated = replace(spec, year=year)
        days = values.interval(dated) if values.exists(dated) else None
        if days and last.interval.first - days.last <= _NEAR_DAYS:
            return year
    return None


def _only_year(words: str) -> int | None:
    years = set(_YEAR_IN_WORDS.findall(words))
    return int(years.pop()) if len(years) == 1 else None


def _at_year(place: int, year: int) -> _Anchor:
    interval = values.interval(Spec(year))
    assert interval is not None
    return _Anchor(place, -1, Spec(year), interval, ())


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
