"""A reference of a document, understood: its text as it is shown, its links and its parts."""

from dataclasses import replace

from loccit.mentions.references import people
from loccit.mentions.references.reading import read
from loccit.mentions.references.source import year
from loccit.model.documents import Parts, Reference


def understood(reference: Reference) -> Reference:
    """The reference with its text as a reader wants it; what it says itself wins over what is read.

    >>> one = understood(Reference(1, "{{cite book|author=Ayn Rand|title=Anthem|year=1938}}"))
    >>> one.text, one.parts.year, one.original
    ('Ayn Rand (1938). Anthem.', '1938', '{{cite book|author=Ayn Rand|title=Anthem|year=1938}}')
    """
    reading = read(reference.text)
    text = reading.text or reference.text
    return replace(
        reference,
        text=text,
        original="" if text == reference.text else reference.text,
        links=reading.links if reading.text else (),
        address=reference.address or reading.parts.address,
        parts=_said(reference, reading.parts),
    )


def _said(reference: Reference, parts: Parts) -> Parts:
    """What the reference says of itself, beside its text, in the place of what was read."""
    return replace(
        parts,
        authors=people.split(reference.author) or parts.authors,
        year=year(reference.date) or parts.year,
        title=reference.title or parts.title,
        address=reference.address or parts.address,
    )
