"""An EPUB's package: its files in reading order, its list of pages, what it says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urldefrag

from loccit.indexer.problems import UnreadableSeed
from loccit.indexer.readers import xml
from loccit.indexer.readers.archive import Archive, leads_out, resolved
from loccit.indexer.readers.content import Metadata
from loccit.indexer.readers.html.head import edtf
from loccit.indexer.readers.xml import Element

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_LOCKS = ("META-INF/rights.xml", "META-INF/license.lcpl", "META-INF/sinf.xml")
_OF_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_DC = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book; `linear` is whether it is read in its place in the order."""

    id: str
    name: str
    type: str
    properties: frozenset[str]
    linear: bool = True


@dataclass(slots=True)
class Book:
    """An opened book."""

    archive: Archive
    spine: tuple[Item, ...]
    metadata: Metadata
    pages: dict[tuple[str, str], str] = field(default_factory=dict)
    """The page of the print that begins at each place: file and id."""
    missing: tuple[str, ...] = ()


def opened(path: Path, data: bytes) -> Book:
    """The book; raises UnreadableSeed for what is none, is locked or damaged."""
    archive = Archive(path, data, "an EPUB")
    if _CONTAINER not in archive:
        raise UnreadableSeed(path, "a zip archive, but not an EPUB")
    name = _package_of(path, archive)
    package = xml.parsed(path, archive.read(name), name)
    items = {each.id: each for each in _items(package, name)}
    _refuse_locked(path, archive, items)
    spine = tuple(_spine(package, items))
    found = tuple(each for each in spine if each.name in archive)
    missing = tuple(each.name for each in spine if each.name not in archive)
    book = Book(archive, found, _metadata(package), missing=missing)
    _read_pages(path, book, list(items.values()))
    return book


def _package_of(path: Path, archive: Archive) -> str:
    container = xml.parsed(path, archive.read(_CONTAINER), _CONTAINER)
    for each in container.iter("{*}rootfile"):
        if name := each.get("full-path"):
            return name
    raise UnreadableSeed(path, f"{_CONTAINER} in it names no book")


def _items(package: Element, base: str) -> Iterator[Item]:
    for each in package.iter("{*}item"):
        yield Item(
            each.get("id", ""),
            resolved(base, each.get("href", "")),
            each.get("media-type", "").lower(),
            frozenset(each.get("properties", "").split()),
        )


def _spine(package: Element, items: dict[str, Item]) -> Iterator[Item]:
    for each in package.iter("{*}itemref"):
        item = items.get(each.get("idref", ""))
        if item is not None and (item.type in _PAGES or not item.type):
            linear = each.get("linear", "yes") != "no"
            yield Item(item.id, item.name, item.type, item.properties, linear)


def _refuse_locked(path: Path, archive: Archive, items: dict[str, Item]) -> None:
    """Fonts may be obscured; where text is, the book is locked."""
    if any(name in archive for name in _LOCKS):
        raise UnreadableSeed(path, "locked by digital rights management; nothing in it can be read")
    if _ENCRYPTION not in archive:
        return
    texts = {each.name for each in items.values() if each.type in _PAGES}
    for data in xml.parsed(path, archive.read(_ENCRYPTION), _ENCRYPTION).iter("{*}EncryptedData"):
        methods = {each.get("Algorithm", "") for each in data.iter("{*}EncryptionMethod")}
        names = {each.get("URI", "") for each in data.iter("{*}CipherReference")}
        if not methods <= set(_OF_FONTS) and {resolved("", each) for each in names} & texts:
            raise UnreadableSeed(path, "encrypted; save it without digital rights management")


def _metadata(package: Element) -> Metadata:
    def said(name: str) -> list[str]:
        found = (" ".join((each.text or "").split()) for each in package.iter(f"{_DC}{name}"))
        return [each for each in found if each]

    dates = [made for each in said("date") if (made := edtf(each))]
    titles, languages = said("title"), said("language")
    sources = [each for each in said("source") if each.startswith(("http://", "https://"))]
    return Metadata(
        titles[0] if titles else "",
        tuple(dict.fromkeys(said("creator"))),
        dates[0] if dates else "",
        languages[0] if languages else "",
        sources[0] if sources else "",
    )


def _read_pages(path: Path, book: Book, items: list[Item]) -> None:
    """The list of pages of the navigation document, or of EPUB 2's."""
    for item in items:
        nav = "nav" in item.properties
        if (nav or item.type == "application/x-dtbncx+xml") and item.name in book.archive:
            try:
                root = xml.parsed(path, book.archive.read(item.name), item.name)
            except UnreadableSeed:
                continue
            listed = _nav_pages(root) if nav else _ncx_pages(root)
            for address, label in listed:
                file, fragment = urldefrag(address)
                if label and not leads_out(name := resolved(item.name, file)):
                    book.pages.setdefault((name, fragment), label)


def _nav_pages(root: Element) -> Iterator[tuple[str, str]]:
    for nav in root.iter("{*}nav"):
        said = nav.get("{http://www.idpf.org/2007/ops}type", "") + nav.get("role", "")
        if "page-list" in said or "doc-pagelist" in said:
            for link in nav.iter("{*}a"):
                yield link.get("href", ""), " ".join("".join(link.itertext()).split())


def _ncx_pages(root: Element) -> Iterator[tuple[str, str]]:
    for target in root.iter("{*}pageTarget"):
        label = " ".join("".join(each.text or "" for each in target.iter("{*}text")).split())
        for content in target.iter("{*}content"):
            yield content.get("src", ""), label
