"""Until when a request may be worked on: made once where it comes in, and handed down."""

from dataclasses import dataclass
from math import inf
from time import monotonic
from typing import Self

from loccit.model.errors import LoccitError


class OutOfTime(LoccitError):
    """The search took longer than it may."""

    def __init__(self) -> None:
        super().__init__(
            "The search took longer than it may. Search for fewer words, or longer beginnings"
            " of words."
        )


@dataclass(frozen=True, order=True, slots=True)
class Deadline:
    """A moment of `time.monotonic`, in seconds."""

    at: float

    @classmethod
    def within(cls, seconds: float) -> Self:
        return cls(monotonic() + seconds)

    @property
    def over(self) -> bool:
        return monotonic() > self.at

    def check(self) -> None:
        """Raises OutOfTime if it is over."""
        if self.over:
            raise OutOfTime


NEVER = Deadline(inf)
"""For work that nobody waits for at a screen: building, checking, measuring."""
