"""Pages of the print in a web page or book: where each begins, as it is printed."""

import re

from loccit.indexer.readers.html.tree import classes_of, types_of, words
from loccit.indexer.readers.html.words import PAGE_CLASSES, PAGE_TEXT, PAGE_TYPES
from loccit.indexer.readers.xml import Element

_BETWEEN = re.compile(r"(?<=[\])}])\s*(?=[\[({])")
_INLINE = {"span", "a", "div", "p", "hr", "i", "small", "ins", "mbp:pagebreak", "sup", "em"}


def page_at(element: Element) -> str | None:
    """The page that begins at an element, "" for a mark of one that says none; None for others."""
    if element.tag not in _INLINE or not element.attrib:
        return None
    said = bool(types_of(element) & PAGE_TYPES)
    if not said and PAGE_CLASSES.isdisjoint(classes_of(element)):
        return None
    texts = [element.get("title"), element.get("aria-label"), words(element)]
    if not said:
        texts.reverse()
    page = next((page for text in texts if text and (page := _page(text))), "")
    if page or said or not words(element):
        return page
    return None


def _page(text: str) -> str:
    """The last page that a text names, "" if it is something else: "[Pg 12]", "[12] [13]"."""
    parts = _BETWEEN.split(text.strip())
    found = [PAGE_TEXT.fullmatch(part) for part in parts]
    return found[-1][1] if found[-1] and all(found) else ""
