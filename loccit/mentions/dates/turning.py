"""A yearless date with a full one soon behind it in the next year: December 25, January 3, 1777."""

from loccit.mentions.dates import anchors
from loccit.mentions.dates.anchors import Anchor, Settled
from loccit.mentions.dates.tagged import Tagged
from loccit.model.calendar import civil

_SOON = 62
"""Days from the one to the other, over the turn of the year."""


def year_before_turn(tagged: Tagged, after: Anchor | None) -> int | None:
    """The year before that of a day or a month that follows within two months, over New Year."""
    if after is None or not after.fine or tagged.bound or tagged.of_year is not None:
        return None
    year = anchors.year_soon_before(tagged, after)
    days = anchors.in_year(tagged, year) if year is not None else None
    if days is None or year == civil(after.interval.first)[0]:
        return None
    return year if after.interval.first - days.last <= _SOON else None


def weighed(tagged: Tagged, told: Settled, after: Anchor, year: int, *, is_beside: bool) -> Settled:
    """What the story told of the date, weighed against that year: it is given where the story
    gives none; where the two differ, and both stand in one passage, no year is."""
    if told.spec is None:
        return anchors.dated(tagged, year, after.evidence)
    if told.spec.year == year or not is_beside:
        return told
    years = sorted((year, told.spec.year or year))
    return anchors.open_between(tagged, (years[0], years[1]), told.evidence + after.evidence)
