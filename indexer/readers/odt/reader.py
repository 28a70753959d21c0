"""OpenDocument texts: the text as it is printed, with the notes as the file numbers them.

What tracked changes deleted, comments and hidden text are out. Names are those of OpenDocument
1.3, part 3.
"""

from collections.abc import Iterator
from pathlib import Path

from loccit.indexer.problems import UnreadableSeed
from loccit.indexer.readers import xml
from loccit.indexer.readers.archive import Archive
from loccit.indexer.readers.beats import Beat, silent
from loccit.indexer.readers.content import Content, Metadata
from loccit.indexer.readers.numbering import numbered
from loccit.indexer.readers.odt.body import Body
from loccit.indexer.readers.odt.runs import Runs
from loccit.indexer.readers.odt.styles import OFFICE, TEXT, styles
from loccit.indexer.readers.xml import Element

_MANIFEST = "META-INF/manifest.xml"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_ORDER = ("footnote", "endnote", "bibliography")


def read(path: Path, data: bytes, beat: Beat = silent) -> list[Content]:
    """The document; raises UnreadableSeed for what is no OpenDocument text that can be read."""
    try:
        return [_content(path, Archive(path, data, "an OpenDocument text"))]
    except RecursionError as error:
        raise UnreadableSeed(path, "its elements are nested too deep to be read") from error


def _content(path: Path, archive: Archive) -> Content:
    _refuse_locked(path, archive)
    content = _part(path, archive, "content.xml")
    text = content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise UnreadableSeed(path, "an OpenDocument file, but not a text")
    general = _part(path, archive, "styles.xml") if "styles.xml" in archive else None
    runs = Runs(styles(each for each in (general, content) if each is not None))
    body = Body(runs)
    body.walk(text)
    keys = sorted(runs.notes, key=lambda key: _ORDER.index(runs.sorts.get(key, _ORDER[0])))
    places = {key: at for at, key in enumerate(keys)}
    return Content(
        tuple(block.settled(places.get) for block in body.blocks),
        numbered([runs.notes[key] for key in keys]),
        _metadata(path, archive, body.title),
        tuple(_warnings(runs, text)),
    )


def _part(path: Path, archive: Archive, name: str) -> Element:
    return xml.without_entities(path, archive.read(name), name)


def _refuse_locked(path: Path, archive: Archive) -> None:
    if "content.xml" not in archive:
        raise UnreadableSeed(path, "a zip archive, but not an OpenDocument text")
    if _MANIFEST in archive:
        manifest = xml.parsed(path, archive.read(_MANIFEST), _MANIFEST)
        if next(manifest.iter("{*}encryption-data"), None) is not None:
            raise UnreadableSeed(path, "encrypted with a password; save it without one")


def _metadata(path: Path, archive: Archive, title: str) -> Metadata:
    root = _part(path, archive, "meta.xml") if "meta.xml" in archive else None

    def said(*names: str) -> str:
        found = [] if root is None else [each for name in names for each in root.iter(name)]
        texts = (" ".join((each.text or "").split()) for each in found)
        return next((text for text in texts if text), "")

    author = said(f"{_META}initial-creator", f"{_DC}creator")
    return Metadata(
        title=said(f"{_DC}title") or title,
        authors=(author,) if author else (),
        date=said(f"{_META}creation-date", f"{_DC}date")[:10],
        language=said(f"{_DC}language"),
    )


def _warnings(runs: Runs, text: Element) -> Iterator[str]:
    if runs.annotations:
        yield f"Comments were left out: {runs.annotations}."
    if next(text.iter(f"{TEXT}deletion"), None) is not None:
        yield "Text that is marked as deleted was left out."
    if runs.hidden:
        yield "Hidden text was left out."
