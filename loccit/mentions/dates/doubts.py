"""What speaks against the year that the story gives a date: then it stays without one.

A wrong year costs a reader more than a missing one. So a date is left open where the story has
not been dated for a while, where another year has been named since, where the section is of
another year, or where the date would lie behind the next one that has its year.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from loccit.mentions.dates import anchors
from loccit.mentions.dates.anchors import Anchor
from loccit.mentions.dates.tagged import Tagged, Unit

_FAR = 6
"""Stretches after which the story's last date no longer dates what is told."""
_MOST_BETWEEN = 3
_END = re.compile(r"(?<![A-Z.])[.!?][\"')]*\s+(?=[A-Z\"'(])")
_CLOSE = 40
"""Code points between an aside's year and a date that it may be of."""
_APART = re.compile(r"[.;)\"]|\bsince\b")
_JUMP, _JUST_BEFORE, _YEAR = 240, 95, 365
"""Days: of a jump on, of a date that lies just before, and in which a later one settles it."""
_BACK_BEFORE_DAY = 62
"""Days by which a date may lie before the story's, if that is a day, without a doubt."""
_LOOKED_BACK = 10
"""Named years that are looked at, at most."""
_OPENING_SENTENCE = re.compile(r"[.!?][\"')]*\s+(?:On\s+|In\s+)(?:the\s+)?\Z")
_OPENING = re.compile(r"(?:(?:On|In|By|At|From|During|Around)\s+)?(?:the\s+)?(?:early\s+|late\s+)?")


class NamedYear(NamedTuple):
    """A year that the text names, and where: the stretch and the date in it."""

    at: tuple[int, Tagged]
    year: int


class Named:
    """Every year that the text names, those of events among them, in order.

    Of other asides those of the date's own sentence count: "the fourth issue of 2018, on 7 March".
    """

    def __init__(self, texts: Sequence[str], tagged: Sequence[Sequence[Tagged]]) -> None:
        self._texts = texts
        self._named = [
            NamedYear((place, each), part.spec.year)
            for place, own in enumerate(tagged)
            for each in own
            for part in (each.parts or (each,))
            if part.spec.year is not None and each.aside in ("", "event", "always")
        ]
        self._places = [(each.at[0], each.at[1].start) for each in self._named]

    def other(self, year: int, since: Anchor, place: int, start: int) -> NamedYear | None:
        """Another year that is named between the story's last date and this one, the last such."""
        first = bisect_right(self._places, max((since.place, since.start), (place - 1, -1)))
        last = bisect_left(self._places, (place, start))
        near = self._named[max(first, last - _LOOKED_BACK) : last]
        return next(
            (
                each
                for each in reversed(near)
                if each.year != year and self._counts(each, place, start)
            ),
            None,
        )

    def _counts(self, named: NamedYear, place: int, start: int) -> bool:
        stretch, tagged = named.at
        if tagged.aside != "always":
            return True
        between = self._texts[place][tagged.end : start] if stretch == place else ""
        return bool(between) and len(between) <= _CLOSE and not _APART.search(between)


def is_parted(texts: Sequence[str], since: Anchor, place: int, start: int, unit: Unit) -> bool:
    """Whether "the next day" stands too far from the date that it is told from.

    It may follow within a few sentences of the same stretch, or in the first of the next ones;
    "that year" only in the very first.
    """
    if since.covers:
        return False
    if since.place == place:
        return _sentences(texts[place], since.start, start) > _MOST_BETWEEN
    most_back, most_before = (1, 0) if unit == "year" else (2, 2)
    return since.place < place - most_back or _sentences(texts[place], 0, start) > most_before


def _sentences(text: str, start: int, end: int) -> int:
    return sum(1 for _ in _END.finditer(text, start, end))


def opens(text: str, start: int) -> bool:
    """Whether a date opens a stretch: "On October 20", and no "as early as October 20"."""
    return _OPENING.fullmatch(text, 0, start) is not None


def is_far(place: int, since: Anchor) -> bool:
    """Whether the story has not been dated for a while; a title's or a heading's year holds on."""
    return not since.covers and place - since.place > _FAR


def is_nearer_before(tagged: Tagged, year: int, last: Anchor, after: Anchor | None) -> bool:
    """Whether the story would jump on by most of a year, and the year before lies just behind it:
    "On 13 January 1914 he won. His rival withdrew in December". A later stated date settles it.
    """
    if not last.fine or tagged.bound:
        return False
    days, before = anchors.in_year(tagged, year), anchors.in_year(tagged, year - 1)
    if days is None or before is None or days.first - last.interval.last <= _JUMP:
        return False
    settled = after is not None and days.last <= after.interval.last <= days.last + _YEAR
    return 0 < last.interval.first - before.last <= _JUST_BEFORE and not settled


def opens_sentence(text: str, start: int) -> bool:
    """Whether a date opens a sentence: "On 29 May, they met"."""
    before = text[max(0, start - 24) : start]
    return _OPENING_SENTENCE.search(before) is not None or opens(text, start)


def runs_back(tagged: Tagged, year: int, last: Anchor) -> bool:
    """Whether a date lies before one that is only known to the month, or well before a day: the
    text may have gone back, or on into the next year."""
    days = anchors.in_year(tagged, year)
    if days is None or not last.fine or tagged.bound:
        return False
    back = last.interval.first - days.last
    return back > (_BACK_BEFORE_DAY if last.spec.day else 0)


def runs_past(first: int, after: Anchor | None, by: int = 0) -> bool:
    """Whether a day lies more than `by` days behind the next stated date: where it was put into a
    later year than the story's, the text only looked back."""
    return after is not None and after.fine and after.interval.last + by < first
