"""Addresses, DOIs and arXiv numbers where they stand in a text, with what they lead to."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from loccit.model.documents import Link

_FOUND = re.compile(
    r"(?P<web>https?://[^\s<>\"“”„|{}\[\]\\^`\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e]+)"
    r"|\bdoi:[ \t]{0,3}(?P<doi>10\.\d{4,9}/[^\s<>\"“”|{}]{1,200})"
    r"|\barXiv:[ \t]{0,3}(?P<arxiv>\d{4}\.\d{4,5}(?:v\d{1,2})?"
    r"|[a-z][a-z-]{1,20}(?:\.[A-Z]{2})?/\d{7})",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?'’”»…"
"""What ends a sentence, not an address."""


def links(text: str) -> tuple[Link, ...]:
    """The addresses of the web in a text, http and https alone; DOIs and arXiv numbers lead too.

    >>> [each.address for each in links("See http://a.org/x(1). doi:10.1/2; arXiv:1304.0001")]
    ['http://a.org/x(1)', 'https://arxiv.org/abs/1304.0001']
    """
    return tuple(_links(text))


def _links(text: str) -> Iterator[Link]:
    for match in _FOUND.finditer(text):
        kind = str(match.lastgroup)
        found = _ended(match[kind])
        if kind == "web" and not found.partition("://")[2]:
            continue
        yield Link(match.start(), match.start(kind) + len(found), leads(kind, found))


def leads(kind: str, found: str) -> str:
    """The address that a DOI, an arXiv number or an address itself leads to."""
    match kind:
        case "doi":
            return f"https://doi.org/{quote(found, safe='/:;()-._~')}"
        case "arxiv":
            return f"https://arxiv.org/abs/{found}"
        case _:
            return found


def _ended(found: str) -> str:
    """Without the punctuation behind it, and without a bracket that was opened before it."""
    while found:
        last = found[-1]
        if last in _TRAILING or (last == ")" and found.count(")") > found.count("(")):
            found = found[:-1]
        else:
            break
    return found
