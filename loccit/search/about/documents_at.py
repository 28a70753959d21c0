"""Which documents of the index are what lies at an address, as their sources say."""

import re
from collections.abc import Iterator
from itertools import islice

from loccit.engines.engine import Engine
from loccit.model.documents import Document

MOST = 5
"""Documents with one source, such as the chapters of a book."""
_SCHEME = re.compile(r"https?://", re.IGNORECASE)


def documents_at(engine: Engine, address: str) -> tuple[Document, ...]:
    """The first of the documents, by id, whose source is at `address`; none for "".

    http and https, a `/` at the end and what follows a `#` make no difference.
    """
    sought = _bare(address)
    return tuple(islice(_at(engine, sought), MOST)) if sought else ()


def _at(engine: Engine, sought: str) -> Iterator[Document]:
    for document in engine.documents():
        if sought in document.source and _bare(document.source) == sought:
            yield document


def _bare(address: str) -> str:
    """What names the place; "" for what is no address of the web.

    >>> _bare("http://example.org/a/#b"), _bare("https://example.org/a"), _bare("A book")
    ('example.org/a', 'example.org/a', '')
    """
    scheme = _SCHEME.match(address)
    return address[scheme.end() :].partition("#")[0].rstrip("/") if scheme else ""
