"""Addresses of pages."""

from functools import lru_cache
from typing import Any
from urllib.parse import quote, quote_plus

from flask import g, url_for

from loccit.model.documents import Passage


def search_address(q: str, **state: str | None) -> str:
    """The results for a search; `state` is what else its address carries, None left out.

    Its values are plain words (an order, a grouping).

    A page has hundreds of these, so the route is built once a request.
    """
    address = f"{_routes()['pages.results']}?q={_quoted(q)}"
    for name, value in state.items():
        if value is not None:
            address += f"&{name}={value}"
    return address


class _Routes(dict[str, str]):
    """The addresses of a request's application, by their endpoints: up to the two parts that a
    route ends in, if it does."""

    def __missing__(self, endpoint: str) -> str:
        parts: dict[str, Any] = dict.fromkeys(_IN_TWO_PARTS.get(endpoint, ()), "-")
        self[endpoint] = url_for(endpoint, **parts).removesuffix("-/-")
        return self[endpoint]


def _routes() -> _Routes:
    kept: _Routes | None = g.get("routes")
    if kept is None:
        kept = g.routes = _Routes()
    return kept


_QUOTED = {code: quote_plus(chr(code)) for code in range(128)}


def _quoted(text: str) -> str:
    """What `urllib.parse.quote_plus` makes of a text, ten times as fast where it is ASCII.

    >>> _quoted('org:"A & B"'), _quoted("Ægypt") == quote_plus("Ægypt")
    ('org%3A%22A+%26+B%22', True)
    """
    return text.translate(_QUOTED) if text.isascii() else quote_plus(text, errors="replace")


def document_address(document: str) -> str:
    return url_for("pages.document", document=document)


def citation_address(document: str, label: str) -> str:
    return _of_two("pages.citation", document, label)


def name_address(type: str, name: str) -> str:
    return _of_two("pages.name", type, name)


def passage_before(passage: Passage) -> str:
    """The one before, by its number."""
    return _of_two("pages.passage", passage.document, str(passage.number - 1))


def passage_address(passage: Passage) -> str:
    """The permanent address: by number, and by key when numbers have shifted."""
    return _of_two("pages.passage", passage.document, f"{passage.number}~{passage.key}")


_LEFT = "!$&'()*+,/:;=@"
"""What Werkzeug leaves as it is in a path (the WHATWG's URL standard, path segments)."""


_IN_TWO_PARTS = {
    "pages.citation": ("document", "label"),
    "pages.name": ("type", "name"),
    "pages.passage": ("document", "place"),
}


def _of_two(endpoint: str, first: str, last: str) -> str:
    """As `url_for` of a route that ends in two parts."""
    return f"{_routes()[endpoint]}{_in_a_path(first)}/{_in_a_path(last)}"


@lru_cache(maxsize=2**14)
def _in_a_path(part: str) -> str:
    return quote(part, _LEFT)
