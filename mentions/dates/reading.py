"""A value as one types it, in words or in EDTF, read by the same rules as the text."""

import re

from mentions.dates import values
from mentions.dates.tagger import tag
from mentions.dates.values import Spec
from mentions.types import Date


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


_EDTF = re.compile(
    r"(?:(?P<century>\d\d)XX|(?P<decade>\d\d\d)X"
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
        )
    year = None if match["year"] == "XXXX" else int(match["year"])
    month = int(match["month"]) if match["month"] else None
    if month is not None and 21 <= month <= 24 and not match["day"] and year is not None:
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
