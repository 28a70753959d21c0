"""What the tagger hands to the resolver: spans with what they say, still without their years."""

from dataclasses import dataclass
from typing import Literal

from mentions.dates.values import Spec

Unit = Literal["day", "month", "season", "year", "weekday", "day of month"]


@dataclass(frozen=True, slots=True)
class Relative:
    """A date told from the one that the text is at: `count` units on ("two months later": 2).

    `of_document` counts from the day that the document itself is dated ("yesterday"). For a
    weekday `count` is its number from Monday, for a day of the month ("on the 15th") the day.
    """

    unit: Unit
    count: int
    of_document: bool = False


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span of the masked text read as a date; a range has its two ends as `parts`.

    `relative` is a date that another gives ("the same day"); `same_year` one whose year is that
    of the date before ("June of that year"); `aside` one that names a year without moving the
    story there ("since 2016", "the 2019 offensive"). A day that the calendar hasn't (30 February
    2012) doesn't exist: nothing else is read from its words. `weekday` (0 is Monday) is what the
    text says the day is; an inferred year must agree with it.
    """

    start: int
    end: int
    spec: Spec
    parts: tuple["Tagged", ...] = ()
    relative: Relative | None = None
    same_year: bool = False
    aside: bool = False
    exists: bool = True
    weekday: int | None = None
