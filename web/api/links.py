"""The links of an answer: itself, the pages around it, the page for readers."""

from typing import Any

from flask import request, url_for

from loccit.web.api.shapes import LinksJson


def links(html: str = "") -> LinksJson:
    """Of an answer that has no pages; `html` is the address of the page for readers."""
    addresses: LinksJson = {"self": _here()}
    if html:
        addresses["html"] = html
    return addresses


def paged(page: int, pages: int, html: str = "") -> LinksJson:
    """Of page `page`, from 1, of `pages`."""
    addresses = links(html)
    addresses["first"] = _here(page=1)
    if page > 1:
        addresses["prev"] = _here(page=min(page - 1, pages))
    if page < pages:
        addresses["next"] = _here(page=page + 1)
    addresses["last"] = _here(page=pages)
    return addresses


def header(addresses: LinksJson) -> str:
    """As the `Link` header has them (RFC 8288)."""
    named = [("alternate" if rel == "html" else rel, address) for rel, address in addresses.items()]
    return ", ".join(f'<{address}>; rel="{rel}"' for rel, address in named)


def _here(**changed: int) -> str:
    asked: dict[str, Any] = {**request.args.to_dict(), **(request.view_args or {}), **changed}
    return url_for(str(request.endpoint), **asked)
