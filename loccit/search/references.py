"""A reference as data for whoever draws it: stretches of text, some of which lead somewhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from loccit.mentions.references import links
from loccit.model.documents import Reference

_SHORT = 60
"""Code points of an address that is written behind a reference."""


@dataclass(frozen=True, slots=True)
class ReferencePiece:
    """A stretch of a reference; `address` is http or https, "" where it is text alone."""

    text: str
    address: str = ""


def pieces(reference: Reference, most: int = 0) -> tuple[ReferencePiece, ...]:
    """What a reader sees of a reference, in order; of `most` code points about, unless 0.

    An address that the reference has beside its text comes last, unless the text is cut.

    >>> pieces(Reference(1, "A Book, https://a.org/b."))[1]
    ReferencePiece(text='https://a.org/b', address='https://a.org/b')
    """
    end = _end(reference.text, most)
    drawn = [each for each in _drawn(reference, end) if each.text]
    if end < len(reference.text):
        return (*drawn, ReferencePiece("…"))
    return (*drawn, *_beside(reference, {each.address for each in drawn}))


def _end(text: str, most: int) -> int:
    """Where the text is cut: behind a word."""
    if not most or len(text) <= most:
        return len(text)
    space = text.rfind(" ", most // 2, most + 1)
    return space if space > 0 else most


def _drawn(reference: Reference, end: int) -> Iterator[ReferencePiece]:
    text, at = reference.text, 0
    for link in reference.links or links(text):
        if link.start >= end:
            break
        yield ReferencePiece(text[at : link.start])
        at = min(link.end, end)
        yield ReferencePiece(text[link.start : at], link.address)
    yield ReferencePiece(text[at:end])


def _beside(reference: Reference, drawn: set[str]) -> Iterator[ReferencePiece]:
    address = reference.address
    if not address or address in drawn or address in reference.text:
        return
    yield ReferencePiece(" ")
    if address.startswith(("https://", "http://")):
        shown = address if len(address) <= _SHORT else address[: _SHORT - 1] + "…"
        yield ReferencePiece(shown, address)
    else:
        yield ReferencePiece(address)
