"""What one part of a search means, before the parts are put together."""

from dataclasses import dataclass

from loccit.engines.query import Query
from loccit.model.errors import LoccitError
from loccit.model.mentions import Interval


class Unread(LoccitError, ValueError):
    """The part can't be read; the message says what can."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """What to mark in a snippet: `terms` in order with at most `slop` others between, or words.

    Of one term only what is `written` so, or is this `word`, if that is said. `common` are its
    stop words; `other` is what else a part of the search may stand for.
    """

    terms: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    slop: int = 0
    common: frozenset[str] = frozenset()
    other: bool = False
    written: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """`values` are those that facets would call it by; `problem` is how it was cut down, if."""

    query: Query
    label: str
    values: tuple[str, ...] = ()
    days: Interval | None = None
    """What a date was asked for, where passages may fall in it only possibly."""
    highlights: tuple[Highlight, ...] = ()
    problem: str = ""
