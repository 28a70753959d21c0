"""What an export takes: read as strictly as the API's parameters, and described like them."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema
from pydantic.dataclasses import dataclass

from loccit.engines.engine import Sort
from loccit.web.parameters import SAID
from loccit.web.quoting.styles import Style


def _moment(text: str) -> str:
    if text:
        seconds(text)
    return text


def seconds(text: str) -> int:
    """A day or a moment of ISO 8601 in seconds since 1970, UTC where it names no zone.

    >>> seconds("2026-01-01"), seconds("2026-01-01T00:00:00+01:00")
    (1767225600, 1767222000)
    """
    try:
        moment = datetime.fromisoformat(text)
        zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(1, int(zoned.timestamp()))
    except (ValueError, OverflowError) as error:
        raise ValueError("must be a day or a moment such as 2026-01-31T12:00:00Z") from error


Moment = Annotated[
    str,
    AfterValidator(_moment),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "format": "date-time"},
                {"type": "string", "format": "date"},
                {"const": ""},
            ],
            "default": "",
        }
    ),
]


@dataclass(frozen=True, config=SAID)
class MatchesAsked:
    q: str = ""
    """What to search for, in the query language; empty finds every passage."""
    sort: Sort = "score"
    """Best match first, by the earliest date that a passage mentions, or latest added first."""


@dataclass(frozen=True, config=SAID)
class RestAsked(MatchesAsked):
    q: str = ""
    """What to search for, in the query language; empty finds every passage."""
    sort: Sort = "score"
    """Best match first, by the earliest date that a passage mentions, or latest added first."""
    after: str = ""
    """The id of the last passage that has arrived whole: the export goes on behind it."""
    index: str = ""
    """The generation of the index that the export began with, as its header `Loccit-Index` had it;
    if another is in service, the rest is refused."""


@dataclass(frozen=True, config=SAID)
class NewsAsked:
    q: str = ""
    """What to search for, in the query language; empty finds every passage."""
    since: Moment = ""
    """Only what was added after this day or moment (ISO 8601, UTC unless it names a zone)."""

    @property
    def since_seconds(self) -> int:
        """0 where it isn't given."""
        return seconds(self.since) if self.since else 0


@dataclass(frozen=True, config=SAID)
class OnePassage:
    document: str
    """The id of its document; a `/` in it may be written as it is."""
    place: str
    """Its number, or `number~key`, which finds the passage also where its number has shifted."""


@dataclass(frozen=True, config=SAID)
class OneQuotation:
    document: str
    """The id of its document; a `/` in it may be written as it is."""
    place: str
    """Its number, or `number~key`, which finds the passage also where its number has shifted."""
    style: Style = "loccit"
    """How its reference is written: with the index it is from, or as a style guide has it."""
