"""A seed, read: the document, its text and its passages, before anything is found in them."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from loccit.indexer import passages, readers, references, sidecar
from loccit.indexer.passages import Cutting
from loccit.indexer.seeds import Seed
from loccit.model.documents import Document, Reference

_SEPARATORS = re.compile(r"[_\-]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """`start_year` and `dated` are the sidecar's; `cuttings` are the passages in order."""

    document: Document
    start_year: int | None
    dated: int | None
    cuttings: tuple[Cutting, ...]


def read(seed: Seed) -> Reading:
    """Read and cut a seed; raises UnreadableSeed."""
    beside = sidecar.read(seed.path)
    text, listed = references.split(readers.read(seed.path))
    how = beside.passages or passages.taken_as(text)
    contiguous = how == "prose" if beside.contiguous is None else beside.contiguous
    document = Document(
        seed.id,
        beside.title or _title(seed.id),
        beside.source,
        beside.licence,
        seed.path.as_posix(),
        seed.path.suffix.lower().removeprefix("."),
        fingerprint(seed.path),
        contiguous,
        _merged(beside.references, listed),
    )
    return Reading(document, beside.start_year, beside.date, tuple(passages.cut(text, how)))


def _merged(own: tuple[Reference, ...], listed: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """The sidecar's references, and of those listed in the text what it is silent on."""
    spoken = {reference.number for reference in own}
    both = [*own, *(each for each in listed if each.number not in spoken)]
    return tuple(sorted(both, key=lambda reference: reference.number))


def fingerprint(path: Path) -> str:
    """SHA-256 of the file's bytes and its sidecar's, in hexadecimal; raises UnreadableSeed."""
    digest = hashlib.sha256(readers.load(path))
    beside = sidecar.place(path)
    if beside.is_file():
        digest.update(b"\0sidecar\0" + readers.load(beside))
    return digest.hexdigest()


def _title(id: str) -> str:
    """
    >>> _title("wars/syrian-civil-war")
    'Syrian civil war'
    """
    words = _SEPARATORS.sub(" ", id.rsplit("/", 1)[-1]).strip()
    return words[:1].upper() + words[1:] if words else id
