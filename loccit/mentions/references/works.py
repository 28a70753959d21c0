"""What a work can be known by: what its address names, its title, its year, its authors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from loccit.mentions.references import identifiers
from loccit.mentions.references.people import person
from loccit.model.documents import Document, Reference

_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web|archive\.(?:is|today|ph|org/wayback))/\d{4,14}(?:[a-z]{2}_)?/"
    r"(?=https?:)",
    re.IGNORECASE,
)
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|cmpid|ocid|ref_?src|_r", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)-?(\d{4})(?!\d)")


@dataclass(frozen=True, slots=True)
class Work:
    """A document of the library, as references may name it; "" and () where it doesn't say."""

    document: str
    title: str
    year: str = ""
    surnames: tuple[str, ...] = ()
    identities: tuple[str, ...] = ()

    @classmethod
    def of(cls, document: Document) -> "Work":
        people = filter(None, map(person, document.authors))
        return cls(
            document.id,
            document.title,
            year(document.date),
            tuple(each.family for each in people if each.family),
            tuple(dict.fromkeys(of_text(document.source))),
        )


def year(date: str) -> str:
    """
    >>> year("1729-10-03"), year("-0043"), year("")
    ('1729', '', '')
    """
    return date[:4] if re.match(r"\d{4}(?!\d)", date) else ""


def years(text: str) -> frozenset[str]:
    """
    >>> sorted(years("Knuth, D. 1968 (2nd ed. 1973), pp. 10000-12345"))
    ['1968', '1973']
    """
    return frozenset(match[1] for match in _YEAR.finditer(text))


def of_text(text: str) -> Iterator[str]:
    """What the addresses, DOIs and arXiv numbers in a text name."""
    for kind, _, _, itself in identifiers.found(text):
        named = identity(identifiers.leads(kind, itself))
        if named:
            yield named


def of_reference(reference: Reference) -> tuple[str, ...]:
    """What a reference names its work by, the surest first."""
    parts = reference.parts
    named = [f"doi:{parts.doi.lower()}"] if parts.doi else []
    named += [_arxiv(parts.arxiv)] if parts.arxiv else []
    addresses = (reference.address, parts.address, *(link.address for link in reference.links))
    named += [each for each in map(identity, addresses) if each]
    named += of_text(reference.text)
    return tuple(dict.fromkeys(named))


def identity(address: str) -> str:
    """What an address of the web names, so that two that differ in form alone are the same.

    Scheme, `www.`, fragment, tracking, the last `/` and case make no difference; a copy of an
    archive names what it is a copy of. "" for what is no address, or only a site's front page.

    >>> identity("HTTP://www.Example.org/A/?utm_source=x#b"), identity("https://example.org")
    ('web:example.org/a', '')
    >>> identity("https://doi.org/10.1000/ABC"), identity("https://arxiv.org/pdf/1304.0001v2.pdf")
    ('doi:10.1000/abc', 'arxiv:1304.0001')
    """
    address = _ARCHIVED.sub("", address.strip())
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host:
        return ""
    path = unquote(parts.path).rstrip("/").lower()
    if host in ("doi.org", "dx.doi.org"):
        doi = identifiers.doi(path)
        return f"doi:{doi.lower()}" if doi else ""
    if host.endswith("arxiv.org"):
        return _arxiv(path.rpartition("abs/")[2] or path)
    asked = [(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(key)]
    query = f"?{urlencode(sorted(asked)).lower()}" if asked else ""
    return f"web:{host}{path}{query}" if path or query else ""


def _arxiv(text: str) -> str:
    number = identifiers.arxiv(text.removesuffix(".pdf"))
    return f"arxiv:{re.sub(r'v[0-9]+$', '', number.lower())}" if number else ""
