"""A reference as it is shown, stretch by stretch, before it is one text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from loccit.model.documents import Link

Field = Literal[
    "", "authors", "year", "title", "container", "publisher", "address", "doi", "arxiv", "isbn"
]
FIELDS: tuple[Field, ...] = get_args(Field)[1:]


@dataclass(frozen=True, slots=True)
class Shown:
    """A stretch that a reader sees: where it leads, and which part of the reference it is.

    `template` is the number of the template that wrote it, 0 for what stands in the text itself.
    """

    text: str
    address: str = ""
    italic: bool = False
    field: Field = ""
    template: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the whole text, in code points; `shown` is what it came from."""

    start: int
    end: int
    shown: Shown


@dataclass(frozen=True, slots=True)
class Whole:
    """The text of a reference, with what each stretch of it is."""

    text: str
    spans: tuple[Span, ...]

    @property
    def links(self) -> tuple[Link, ...]:
        """Stretches that lead to one address beside each other are one link."""
        return tuple(_links(self.spans))


def whole(pieces: Iterable[Shown]) -> Whole:
    """One text of the pieces, with runs of white space as single spaces, none at its ends.

    >>> whole([Shown(" A  "), Shown(" book", italic=True), Shown(". ")]).text
    'A book.'
    """
    kept: list[str] = []
    spans: list[Span] = []
    at = 0
    space = False
    for piece in pieces:
        words = piece.text.split()
        space = at > 0 and (space or piece.text[:1].isspace())
        if words:
            text = " ".join(words)
            kept += " " * space, text
            at += space
            spans.append(Span(at, at + len(text), piece))
            at += len(text)
            space = piece.text[-1:].isspace()
        elif piece.text:
            space = True
    return Whole("".join(kept), tuple(spans))


def _links(spans: Iterable[Span]) -> Iterator[Link]:
    last: Link | None = None
    for span in spans:
        address = span.shown.address
        if last and (address != last.address or span.start > last.end + 1):
            yield last
            last = None
        if address:
            last = Link(last.start if last else span.start, span.end, address)
    if last:
        yield last
