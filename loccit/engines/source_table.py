"""The documents of an index, found by the address of the web that their source is at."""

import re
from collections.abc import Iterable
from functools import cached_property

from loccit.model.documents import Document

_SCHEME = re.compile(r"https?://", re.IGNORECASE)


class SourceTable:
    """Made when it is first asked, once for all that ask."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = documents

    def at(self, address: str, most: int) -> tuple[Document, ...]:
        """At most so many documents whose source is there, in their order; none for "".

        http and https, a `/` at the end and what follows a `#` make no difference.
        """
        return tuple(self._places.get(bare(address), ())[: max(0, most)])

    @cached_property
    def _places(self) -> dict[str, list[Document]]:
        places: dict[str, list[Document]] = {}
        for document in self._documents:
            if place := bare(document.source):
                places.setdefault(place, []).append(document)
        return places


def bare(address: str) -> str:
    """What names the place; "" for what is no address of the web.

    >>> bare("http://example.org/a/#b"), bare("https://example.org/a"), bare("A book")
    ('example.org/a', 'example.org/a', '')
    """
    scheme = _SCHEME.match(address)
    return address[scheme.end() :].partition("#")[0].rstrip("/") if scheme else ""
