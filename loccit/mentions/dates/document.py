"""What is known of a document's own time: the year its story starts in, the day it is dated."""

import re
from collections.abc import Sequence

from loccit.mentions.dates import anchors, values
from loccit.mentions.dates.anchors import Anchor
from loccit.mentions.dates.tagged import Tagged
from loccit.mentions.dates.tagger import tag
from loccit.mentions.dates.values import Spec
from loccit.model import calendar
from loccit.model.mentions import Context, Evidence, Interval, Stretch

_DATELINE = re.compile(
    r"\s*(?:(?:Published|Posted|Updated|Dated?|Written)\b\s*(?:on|:)?\s*"
    r"|[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,3}(?:,\s+|\s+\())?\Z"
)
_BEHIND = re.compile(r"\)?\s*(?:[.:]?\s*(?:\n|\Z)|[.]\s|\)|[-\u2013\u2014]+\s)")


def starts_by(context: Context) -> Anchor | None:
    """Where the text is before its first date: the sidecar's year, else the one in the title."""
    if context.start_year is not None:
        given = Evidence("", 0, 0, f"start_year = {context.start_year}", "sidecar")
        return anchors.at_year(-1, (context.start_year,), given)
    years = anchors.only_year(context.title)
    if not years:
        return None
    return anchors.at_year(-1, years, Evidence("", 0, 0, context.title, "title"))


def dated_by(
    context: Context, text: str, tagged: Sequence[Sequence[Tagged]], stretches: Sequence[Stretch]
) -> Anchor | None:
    """The day that the document is dated: by its sidecar, its title or its first line."""
    if context.dated is not None:
        given = Evidence("", 0, 0, f"date = {calendar.iso(context.dated)}", "sidecar")
        return _at_day(Spec(*calendar.civil(context.dated)), given)
    titled = [each.spec for each in tag(context.title) if _is_day(each)]
    if len(titled) == 1:
        return _at_day(titled[0], Evidence("", 0, 0, context.title, "title"))
    first = next(iter(tagged[0]), None) if tagged else None
    if first is None or not _is_day(first):
        return None
    if _DATELINE.match(text[: first.start]) and _BEHIND.match(text, first.end):
        own = text[first.start : first.end]
        at = stretches[0].text.find(own)
        return _at_day(first.spec, Evidence(stretches[0].id, max(at, 0), at + len(own), own))
    return None


def _is_day(tagged: Tagged) -> bool:
    spec = tagged.spec
    return spec.year is not None and spec.day is not None and not tagged.parts


def _at_day(spec: Spec, evidence: Evidence) -> Anchor:
    interval = values.interval(spec)
    assert isinstance(interval, Interval)
    return Anchor(-1, -1, spec, interval, (evidence,))
