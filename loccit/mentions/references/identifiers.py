"""Addresses, DOIs, arXiv numbers and ISBNs where they stand in a text, with what they lead to."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from loccit.model.documents import Link

_NOT_IN_ADDRESSES = r"\s<>\"“”„|{}\[\]\\^`\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069"
_DOI = r"10\.\d{4,9}/[^\s\"“”|{}\[\]]{1,200}"
_ARXIV = r"\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z][a-z-]{1,20}(?:\.[A-Z]{2})?/\d{7}(?:v\d{1,2})?"
_FOUND = re.compile(
    rf"(?P<web>https?://[^{_NOT_IN_ADDRESSES}]+)"
    rf"|\b(?:doi:|DOI)[ \t]{{0,3}}(?P<doi>{_DOI})"
    rf"|\barXiv:[ \t]{{0,3}}(?P<arxiv>{_ARXIV})",
    re.IGNORECASE,
)
_ISBN = re.compile(
    r"\bISBN(?:-?1[03])?:?[ \t\xa0]{0,3}"
    r"(?P<isbn>97[89][ -]?(?:\d[ -]?){9}\d|(?:\d[ -]?){9}[\dXx])(?!\d)"
)
_TRAILING = ".,;:!?'’”»…"
"""What ends a sentence, not an address."""


def links(text: str) -> tuple[Link, ...]:
    """The addresses of the web in a text, http and https alone; DOIs and arXiv numbers lead too.

    >>> [each.address for each in links("See http://a.org/x(1). doi:10.1234/2; arXiv:1304.0001")]
    ['http://a.org/x(1)', 'https://doi.org/10.1234/2', 'https://arxiv.org/abs/1304.0001']
    """
    return tuple(Link(start, end, leads(kind, text)) for kind, start, end, text in found(text))


def found(text: str) -> Iterator[tuple[str, int, int, str]]:
    """Each with its kind (web, doi, arxiv), where it is with its prefix, and itself."""
    for match in _FOUND.finditer(text):
        kind = str(match.lastgroup)
        itself = _ended(match[kind])
        if kind != "web" or itself.partition("://")[2]:
            yield kind, match.start(), match.start(kind) + len(itself), itself


def isbns(text: str) -> Iterator[tuple[int, int, str]]:
    """
    >>> list(isbns("Brill, ISBN 0-393-03925-0."))
    [(7, 25, '0-393-03925-0')]
    """
    for match in _ISBN.finditer(text):
        yield match.start(), match.end(), match["isbn"]


def leads(kind: str, itself: str) -> str:
    """The address that a DOI, an arXiv number or an address itself leads to."""
    match kind:
        case "doi":
            return f"https://doi.org/{quote(itself, safe='/:;()-._~')}"
        case "arxiv":
            return f"https://arxiv.org/abs/{itself}"
        case _:
            return itself


def web(text: str) -> str:
    """An address of the web, with its scheme; "" where it has another, or is none.

    >>> web("//archive.org/x"), web("javascript:alert(1)"), web("see below")
    ('https://archive.org/x', '', '')
    """
    plain = text.strip()
    if plain.startswith("//"):
        plain = f"https:{plain}"
    match = re.match(r"https?://[^\s<>\"\x00-\x1f\x7f\u202a-\u202e]+", plain, re.IGNORECASE)
    return match[0] if match else ""


def doi(text: str) -> str:
    """
    >>> doi("https://doi.org/10.1000/182"), doi("10.1670/0022(2007)41[483:A]2.0.CO;2"), doi("none")
    ('10.1000/182', '10.1670/0022(2007)41[483:A]2.0.CO;2', '')
    """
    match = re.search(r"10\.\d{4,9}/[^\s\"“”]{1,200}", text)
    return _ended(match[0]) if match else ""


def arxiv(text: str) -> str:
    """
    >>> arxiv("arXiv:1304.0001v2 [cs]"), arxiv("math.GT/0309136")
    ('1304.0001v2', 'math.GT/0309136')
    """
    match = re.search(_ARXIV, text, re.IGNORECASE)
    return match[0] if match else ""


def _ended(found: str) -> str:
    """Without the punctuation behind it, and without a bracket that was opened before it."""
    end, over = len(found), found.count(")") - found.count("(")
    while end and (found[end - 1] in _TRAILING or (found[end - 1] == ")" and over > 0)):
        over -= found[end - 1] == ")"
        end -= 1
    return found[:end]
