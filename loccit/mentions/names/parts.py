"""A span that holds two names, and a name that goes on behind its span."""

import re
from collections.abc import Iterator

from loccit.mentions.names import peoples
from loccit.mentions.names.spans import Span

_TWO = re.compile(r"(?P<one>[A-Z][^,]*?[^\s,])(?: and |, )(?P<other>[A-Z][^,]*)")
_TWO_PEOPLES = re.compile(r"(?P<one>[A-Z]\w+) (?P<other>[A-Z][\w']*(?:ist|ite)s?)")
_PARTICLE_BEHIND = re.compile(
    r"[ -](?:la|le|les|del|de|da|do|du|am|sur|upon|von|van)[ -][A-Z]\w+(?![\w'.])"
)
"""Andorra la Vella, Stratford-upon-Avon."""


def parts(text: str, span: Span) -> Iterator[Span]:
    """A span of two persons, places or peoples as those, and a place or person with its particle.

    >>> list(parts("Ada and Grace", (0, 13, "person")))
    [(0, 3, 'person'), (8, 13, 'person')]
    """
    start, end, type = span
    behind = _PARTICLE_BEHIND.match(text, end) if type in ("person", "place") else None
    if behind:
        yield start, behind.end(), type
        return
    peoples_named = _TWO_PEOPLES.fullmatch(text, start, end)
    if peoples_named and peoples_named["one"] in peoples.PEOPLES:
        yield *peoples_named.span("one"), "group"
        yield *peoples_named.span("other"), "group"
        return
    match = _TWO.fullmatch(text, start, end) if type in ("person", "place") else None
    if match is None or text[start:end] in peoples.COUNTRIES:
        yield span
        return
    for part in ("one", "other"):
        yield *match.span(part), type
