"""Addresses of pages."""

from typing import Any
from urllib.parse import quote, quote_plus

from flask import g, url_for

from loccit.model.documents import Passage


def search_address(q: str, **state: str | None) -> str:
    """The results for a search; `state` is what else its address carries, None left out.

    Its values are plain words (an order, a grouping).

    A page has hundreds of these, so the route is built once a request.
    """
    if "results_address" not in g:
        g.results_address = url_for("pages.results")
    kept = "".join(f"&{name}={value}" for name, value in state.items() if value is not None)
    return f"{g.results_address}?q={_quoted(q)}{kept}"


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
    return _of_two("pages.citation", document=document, label=label)


def name_address(type: str, name: str) -> str:
    return _of_two("pages.name", type=type, name=name)


def passage_address(passage: Passage) -> str:
    """The permanent address: by number, and by key when numbers have shifted."""
    place = f"{passage.number}~{passage.key}"
    return _of_two("pages.passage", document=passage.document, place=place)


_IN_A_PATH = "!$&'()*+,/:;=@"
"""What Werkzeug leaves as it is in a path (the WHATWG's URL standard, path segments)."""


def _of_two(endpoint: str, **parts: str) -> str:
    """As `url_for` of a route that ends in two parts, which is built once a request."""
    routes: dict[str, str] = g.setdefault("routes", {})
    if endpoint not in routes:
        shape: dict[str, Any] = dict.fromkeys(parts, "-")
        routes[endpoint] = url_for(endpoint, **shape).removesuffix("-/-")
    return routes[endpoint] + "/".join(quote(each, _IN_A_PATH) for each in parts.values())
