"""The tagger on one page: ranges, single dates, bare years, dates told from others."""

from loccit.mentions.dates import apart
from loccit.mentions.dates.joined import joined
from loccit.mentions.dates.ranges import ranges
from loccit.mentions.dates.rules import single
from loccit.mentions.dates.tagged import Tagged
from loccit.mentions.dates.told import told
from loccit.mentions.dates.years import years


def tag(text: str) -> tuple[Tagged, ...]:
    """The dates of a masked text in order, not overlapping, still without their years.

    Of two that begin together the longer wins, then the earlier rule.
    """
    candidates = [*ranges(text), *single(text), *years(text), *told(text)]
    candidates.sort(key=lambda tagged: (tagged.start, -tagged.end))
    kept: list[Tagged] = []
    for tagged in candidates:
        if not kept or kept[-1].end <= tagged.start:
            kept.append(tagged)
    dates = [tagged for tagged in kept if tagged.exists and not apart.is_none(text, tagged)]
    return tuple(apart.known(text, each) for each in joined(text, dates))
