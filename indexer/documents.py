"""A seed, read: the document, its text and its passages, before anything is found in them."""

import re
from dataclasses import dataclass

from loccit.indexer import passages, readers, references, sidecar
from loccit.indexer.loading import Loaded
from loccit.indexer.passages import Cutting
from loccit.mentions.references import understood
from loccit.model.documents import Document, Reference

_SEPARATORS = re.compile(r"[_\-]+")


@dataclass(frozen=True, slots=True)
class CutDocument:
    """`start_year` and the day `dated` are the sidecar's; `cuttings` are the passages in order."""

    document: Document
    start_year: int | None
    dated: int | None
    cuttings: tuple[Cutting, ...]


def read(loaded: Loaded) -> CutDocument:
    """Read and cut a seed; raises UnreadableSeed."""
    seed = loaded.seed
    beside = sidecar.read(seed.path, loaded.sidecar)
    text, listed = references.split(readers.read(seed.path, loaded.data))
    how = beside.passages or passages.taken_as(text)
    contiguous = how != "lines" if beside.contiguous is None else beside.contiguous
    document = Document(
        id=seed.id,
        title=beside.title or _title(seed.id),
        authors=beside.authors,
        date=beside.date,
        publisher=beside.publisher,
        language=beside.language,
        source=beside.source,
        licence=beside.licence,
        path=seed.path.as_posix(),
        format=seed.path.suffix.lower().removeprefix("."),
        fingerprint=loaded.fingerprint,
        contiguous=contiguous,
        references=_merged(beside.references, listed),
        warnings=beside.warnings,
    )
    return CutDocument(document, beside.start_year, beside.day, tuple(passages.cut(text, how)))


def _merged(own: tuple[Reference, ...], listed: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """The sidecar's references, and of those listed in the text what it is silent on."""
    spoken = {reference.key for reference in own}
    both = [*own, *(each for each in listed if each.key not in spoken)]
    return tuple(sorted(map(understood, both), key=lambda reference: reference.place))


def _title(id: str) -> str:
    """
    >>> _title("wars/syrian-civil-war")
    'Syrian civil war'
    """
    words = _SEPARATORS.sub(" ", id.rsplit("/", 1)[-1]).strip()
    return words[:1].upper() + words[1:] if words else id
