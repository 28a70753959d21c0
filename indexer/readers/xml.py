"""XML is parsed without a network, without files and without expanding entities."""

from pathlib import Path

from lxml import etree

from loccit.indexer.problems import UnreadableSeed

Element = etree._Element


def tag_of(element: Element) -> str:
    """The tag as a string, which it is in trees without comments and entities, "" else."""
    return element.tag if isinstance(element.tag, str) else ""


def parsed(path: Path, data: bytes, name: str = "") -> Element:
    """The root of an XML document, without comments; raises UnreadableSeed.

    `name` is the part of `path` that the bytes are. Entities stay as they are written.
    """
    where = f"{name} in it" if name else "it"
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableSeed(
            path, f"{where} is no well-formed XML: {_first_line(error)}"
        ) from error
    if root is None:
        raise UnreadableSeed(path, f"{where} is no XML")
    return root


def without_entities(path: Path, data: bytes, name: str) -> Element:
    """As `parsed`, for formats that declare no entities of their own: those that do are refused."""
    root = parsed(path, data, name)
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableSeed(path, f"{name} in it declares entities, which its format doesn't have")
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["no reason given"])[0][:200]
