"""Pages of the web: their whole text without navigation, with notes whatever site made them.

Marks are found by `html_notes.py`, how far notes go by `html_entries.py`, the text by
`html_walk.py`; boilerplate removers lose notes, so only what says that it is no text is left out.
"""

import re
from pathlib import Path

from loccit.indexer.problems import UnreadableSeed
from loccit.indexer.readers.beats import Beat, silent
from loccit.indexer.readers.content import Content
from loccit.indexer.readers.html.anchors import Page
from loccit.indexer.readers.html.book import of_book, of_page
from loccit.indexer.readers.html.decoding import decoded
from loccit.indexer.readers.html.head import address_of, metadata
from loccit.indexer.readers.html.tree import tree
from loccit.indexer.readers.signatures import what_it_is

_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(\S+?)(?:#\S*)? -->")
_PAGES = ("", "an HTML page", "XML", "HTML or XML")


def read(path: Path, data: bytes, beat: Beat = silent) -> list[Content]:
    """The page; raises UnreadableSeed for what is none, or is nested too deep."""
    found = what_it_is(data)
    if found not in _PAGES:
        raise UnreadableSeed(path, "empty" if found == "empty" else f"not HTML, but {found}")
    text, warning = decoded(data)
    root = tree(path, text)
    page = Page("", root)
    own = {path.name, address_of(root), *_SAVED.findall(text[:2048])} - {""}
    made = of_page(page, frozenset(own))
    if not made.blocks:
        made = of_book([page], [page], {})
    if not made.blocks:
        raise UnreadableSeed(path, "there is no text in it")
    warnings = (warning,) if warning else ()
    return [Content(made.blocks, made.notes, metadata(root), warnings)]
