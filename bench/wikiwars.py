"""WikiWars as gold: the text of each document and its calendar dates in EDTF."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loccit.model.calendar import year_text

_TAG = re.compile(r"<TIMEX2(?P<attributes>[^>]*)>|</TIMEX2>")
_VALUE = re.compile(r'\bval="([^"]*)"')
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_CALENDAR = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?|-(?P<season>SP|SU|FA|WI))?\Z"
)
_SHORT_BC = re.compile(r"BC(\d{1,3})\Z")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}


@dataclass(frozen=True, slots=True)
class Gold:
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document: its name, its text, and its calendar dates in order."""

    name: str
    text: str
    dates: tuple[Gold, ...]


def edtf(value: str) -> str | None:
    """A TIMEX2 value in EDTF, None if it is no calendar date.

    >>> edtf("1939-09-01T05:00"), edtf("1939-WI"), edtf("193"), edtf("19"), edtf("BC0490")
    ('1939-09-01', '1939-24', '193X', '19XX', '-0489')
    >>> edtf("P3Y"), edtf("PRESENT_REF"), edtf("XXXX-WI")
    (None, None, None)
    """
    short = _SHORT_BC.match(value)
    match = _CALENDAR.match(f"BC{int(short[1]):04d}" if short else value)
    if match:
        year = 1 - int(match["year"]) if match["bc"] else int(match["year"])
        season = f"{_SEASONS[match['season']]}" if match["season"] else None
        parts = [year_text(year), season or match["month"], match["day"]]
        return "-".join(part for part in parts if part)
    if re.fullmatch(r"\d{3}", value):
        return value + "X"
    return value + "XX" if re.fullmatch(r"\d{2}", value) else None


def documents(folder: Path) -> Iterator[Annotated]:
    for path in sorted(folder.glob("*.key.xml")):
        raw = path.read_text(encoding="utf-8", errors="replace")
        body = raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")]
        for entity, character in _ENTITIES.items():
            body = body.replace(entity, character)
        yield _annotated(path.name.partition(".")[0], body)


def _annotated(name: str, body: str) -> Annotated:
    pieces: list[str] = []
    open_tags: list[tuple[int, str | None]] = []
    dates: list[Gold] = []
    at = length = 0
    for tag in _TAG.finditer(body):
        pieces.append(body[at : tag.start()])
        length += tag.start() - at
        at = tag.end()
        if tag["attributes"] is not None:
            value = _VALUE.search(tag["attributes"])
            open_tags.append((length, edtf(value[1]) if value else None))
        elif open_tags:
            start, known = open_tags.pop()
            if known is not None:
                dates.append(Gold(start, length, known))
    pieces.append(body[at:])
    return Annotated(name, "".join(pieces), tuple(sorted(dates, key=lambda gold: gold.start)))
