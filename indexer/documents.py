"""A seed, read: the document, its text and its passages, before anything is found in them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loccit.indexer import listing, passages, readers, sidecar
from loccit.indexer.loading import Loaded
from loccit.indexer.passages import Cutting
from loccit.mentions.references import understood
from loccit.model.documents import Document, Reference
from loccit.model.file_names import shown

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
    decoded = readers.read(seed.path, loaded.data, beside.encoding)
    parted = listing.parted(decoded.text, beside.references)
    how = beside.passages or passages.taken_as(parted.body)
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
        path=shown(seed.path.as_posix()),
        format=seed.path.suffix.lower().removeprefix("."),
        fingerprint=loaded.fingerprint,
        contiguous=contiguous,
        references=_understood((*beside.references, *parted.references)),
        listed_under=parted.headings,
        warnings=(*beside.warnings, *decoded.warnings),
    )
    cuttings = [*passages.cut(parted.body, how)]
    for left in parted.left:
        cuttings += passages.apart(decoded.text, left.start, left.end, left.heading)
    cuttings.sort(key=lambda cutting: cutting.offset)
    return CutDocument(document, beside.start_year, beside.day, tuple(cuttings))


def _understood(references: Iterable[Reference]) -> tuple[Reference, ...]:
    return tuple(sorted(map(understood, references), key=lambda reference: reference.place))


def _title(id: str) -> str:
    """
    >>> _title("wars/syrian-civil-war")
    'Syrian civil war'
    """
    words = _SEPARATORS.sub(" ", id.rsplit("/", 1)[-1]).strip()
    return words[:1].upper() + words[1:] if words else id
