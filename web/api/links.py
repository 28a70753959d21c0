"""The links of an answer: itself, the pages around it, the page for readers."""

from typing import Any

from flask import request, url_for

from loccit.web.api.shapes import LinksJson


def links(html: str = "") -> LinksJson:
    """Of an answer that has no pages; `html` is the address of the page for readers."""
    found: LinksJson = {"self": _here()}
    if html:
        found["html"] = html
    return found


def paged(page: int, pages: int, html: str = "") -> LinksJson:
    """Of page `page`, from 1, of `pages`."""
    found = links(html)
    found["first"] = _here(page=1)
    if page > 1:
        found["prev"] = _here(page=min(page - 1, pages))
    if page < pages:
        found["next"] = _here(page=page + 1)
    found["last"] = _here(page=pages)
    return found


def header(found: LinksJson) -> str:
    """As the `Link` header has them (RFC 8288)."""
    named = [("alternate" if rel == "html" else rel, address) for rel, address in found.items()]
    return ", ".join(f'<{address}>; rel="{rel}"' for rel, address in named)


def _here(**changed: int) -> str:
    asked: dict[str, Any] = {**request.args.to_dict(), **(request.view_args or {}), **changed}
    return url_for(str(request.endpoint), **asked)
