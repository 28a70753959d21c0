"""Small collections for the engines' tests."""

from collections.abc import Sequence
from pathlib import Path

from loccit import engines
from loccit.engines.engine import CACHE_BYTES, Engine
from loccit.engines.manifest import Manifest
from loccit.model import calendar
from loccit.model.addresses import Address
from loccit.model.documents import Document, Passage, Reference, passage_key
from loccit.model.mentions import Citation, Date, Entity, Interval, Mention
from loccit.model.names import Form, Name


def passage(
    document: str, number: int, text: str, *mentions: Mention, title: str = "", section: str = ""
) -> Passage:
    return Passage(
        str(Address(document, number)),
        document,
        number,
        passage_key(text),
        0,
        title or document,
        section,
        text,
        mentions,
    )


def cited(*numbers: int) -> tuple[Citation, ...]:
    return tuple(Citation(0, 1, str(number), number, "here") for number in numbers)


def day(iso: str) -> Date:
    number = calendar.from_iso(iso)
    return Date(0, 1, iso, Interval(number, number), None, "day", "stated")


def year(number: int) -> Date:
    return Date(0, 1, str(number), calendar.year_interval(number), None, "year", "stated")


def named(name: str, type: str = "organisation") -> Entity:
    return Entity(0, 1, name, type)  # type: ignore[arg-type]


WARS = Document(
    "wars", "The wars", authors=("A. Author", "Ægir 😀"), date="1915-05", publisher="A publisher",
    language="en", source="https://example.org/wars", licence="CC0",
    references=(Reference(48, "A report of the ministry"),), warnings=("A key is not known",),
)  # fmt: skip
PEACE = Document("peace/one", "Peace")
RAID = passage(
    "wars", 1, "Rebel forces raided the town; the raid on the town failed.",
    *cited(48, 49), day("2012-10-06"), named("Free Syrian Army"), named("Idlib", "place"),
)  # fmt: skip
STRIKE = passage(
    "wars", 2, "Air strikes hit the town — naïvely 😀.", *cited(48), year(2012), named("NATO")
)
TALKS = passage("wars", 3, "The air was clear, strikes ended and talks began.", day("-0043-03-15"))
TRUCE = passage("peace/one", 1, "A truce held the town.", named("NATO"), section="After the raid")
NAMES = (
    Name("Free Syrian Army", "organisation", (Form("FSA", 2), Form("Free Syrian Army", 1))),
    Name("Idlib", "place", (Form("Idlib", 1),)),
)
ALL = (TRUCE, RAID, STRIKE, TALKS)
"""In the order of document and number."""


def built(
    name: str,
    place: Path,
    held: Sequence[tuple[Document, Sequence[Passage]]] = (
        (WARS, (RAID, STRIKE, TALKS)),
        (PEACE, (TRUCE,)),
    ),
    names: Sequence[Name] = NAMES,
) -> Engine:
    """A generation at `place` of the engine called `name`, open."""
    writer = engines.engine(name).begin_folder(place, 1)
    for document, passages in held:
        writer.put(document, passages)
    writer.put_names(tuple(names))
    kept = {document.id: passages for document, passages in held}
    writer.finish(manifest(name, kept))
    opened: Engine = engines.engine(name).open_folder(place, CACHE_BYTES)
    return opened


def manifest(name: str, held: dict[str, Sequence[Passage]]) -> Manifest:
    passages = sum(map(len, held.values()))
    return Manifest(name, "gen-1", len(held), passages, "2026-01-01T00:00:00+00:00", "f")
