"""A value as one types it, in words or in EDTF, read by the same rules as the text."""

import re

from mentions.dates import values
from mentions.dates.tagger import tag
from mentions.dates.values import Spec
from mentions.dates.words import SEASON_MONTHS
from mentions.types import Date, Interval


def read(words: str) -> Date | None:
    """The date that `words` are as a whole, in words or in EDTF; None if they are none.

    >>> read("early July 2012").value, read("2012-10").value, read("october").value
    ('2012-07', '2012-10', 'XXXX-10')
    """
    spec = _edtf(words) or _whole(words)
    if spec is None:
        return None
    interval = values.interval(spec)
    reading = "stated" if interval else "unknown"
    return Date(
        0, len(words), values.value(spec), interval, None, spec.granularity, reading  # type: ignore[arg-type]
    )  # fmt: skip


def read_range(words: str) -> Date | None:
    """A date, or a range of two written `a/b`, first before last, which are then its parts.

    >>> read_range("2012-06-11/2012-07").value, read_range("2012-07/2012-06")
    ('2012-06-11/2012-07', None)
    """
    whole = read(words)
    if whole is not None or "/" not in words:
        return whole
    first, last = (read(end.strip()) for end in words.split("/", 1))
    if not first or not last or not first.interval or not last.interval:
        return None
    if first.interval.first > last.interval.last:
        return None
    days = Interval(first.interval.first, last.interval.last)
    value = f"{first.value}/{last.value}"
    return Date(0, len(words), value, days, None, last.granularity, "stated", (), (first, last))


_EDTF = re.compile(
    r"(?:(?P<bc>-)?(?P<century>\d\d)XX|(?P<decade>\d\d\d)X"
    r"|(?P<year>-?\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?)\Z"
)


def _edtf(words: str) -> Spec | None:
    match = _EDTF.match(words)
    if not match:
        return None
    if match["century"] or match["decade"]:
        return Spec(
            decade=int(match["decade"]) if match["decade"] else None,
            century=int(match["century"]) if match["century"] else None,
            bc=bool(match["bc"]),
        )
    year = None if match["year"] == "XXXX" else int(match["year"])
    month = int(match["month"]) if match["month"] else None
    if month in SEASON_MONTHS and not match["day"] and year is not None:
        return Spec(year, season=month)
    spec = Spec(year, month, int(match["day"]) if match["day"] else None)
    return spec if values.exists(spec) and (year is not None or month) else None


def _whole(words: str) -> Spec | None:
    text = words.strip()
    for tried in (text, text.title(), f"in {text.title()}", f"the {text}", f"in {text}"):
        for tagged in tag(tried):
            covers = tagged.end == len(tried) and tried[: tagged.start] in ("", "in ", "the ")
            if covers and not tagged.parts and tagged.relative is None:
                return tagged.spec
    return None
