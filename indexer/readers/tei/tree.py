"""Elements of TEI: their names whatever the namespace, identifiers, words."""

from collections.abc import Iterator

from loccit.indexer.readers.xml import Element, tag_of

_XML = "{http://www.w3.org/XML/1998/namespace}"


def local(element: Element) -> str:
    """The name of an element, without its namespace."""
    return tag_of(element).rpartition("}")[2]


def own_id(element: Element) -> str:
    return element.get(f"{_XML}id") or element.get("id") or ""


def language(element: Element) -> str:
    return element.get(f"{_XML}lang") or element.get("lang") or ""


def targets(element: Element) -> list[str]:
    """The identifiers in this file that it leads to."""
    return [each[1:] for each in (element.get("target") or "").split() if each.startswith("#")]


def inside(element: Element, *names: str) -> Iterator[Element]:
    """Everything in it of these names, in order."""
    return (each for each in element.iter() if each is not element and local(each) in names)


def first(element: Element | None, *path: str) -> Element | None:
    """Down by names, the first of each."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def words(element: Element | None) -> str:
    """All text in it, white space as it is read."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
