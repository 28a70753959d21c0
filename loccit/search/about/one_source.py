"""Which references are one source and how it is named, for the pages on works and on a source."""

import re
from collections.abc import Collection

from loccit.model.documents import Reference


def same(reference: Reference, document: str) -> str:
    """What two references have alike if they are one source, whatever pages of it they cite.

    The document of the library that they cite; a DOI or an arXiv number; authors, title and year;
    of a short reference, its authors and year in its document; else the text. One without words
    is like no other.
    """
    parts = reference.parts
    if reference.cites:
        return f"library {reference.cites.document}"
    if parts.doi or parts.arxiv:
        return f"{parts.doi or parts.arxiv}".casefold()
    if parts.title and parts.authors:
        return _folded(*parts.authors, parts.title, parts.year, parts.container)
    if parts.title:
        return f"{_folded(parts.title, parts.year, parts.container)} {parts.address}"
    if parts.authors:
        return f"{document} {_folded(*parts.authors, parts.year)}"
    return _folded(reference.text) or reference.text or f"{document}#{reference.key}"


def is_short(reference: Reference) -> bool:
    """Whether it has its author, and perhaps the year, and says the rest elsewhere."""
    parts = reference.parts
    return bool(parts.authors) and not (reference.cites or parts.title or parts.doi or parts.arxiv)


def name(references: Collection[Reference]) -> str:
    """Authors and year of short references to one source that cite different pages of it, else "".

    >>> from loccit.model.documents import Parts
    >>> parts = Parts(authors=("Donald",), year="1996")
    >>> name([Reference(n, f"Donald (1996), p. {n}.", parts=parts) for n in (20, 36)])
    'Donald (1996)'
    """
    first = next(iter(references), None)
    if first is None or not is_short(first) or len({each.text for each in references}) < 2:
        return ""
    *others, last = first.parts.authors
    authors = f"{', '.join(others)} and {last}" if others else last
    return f"{authors} ({first.parts.year})" if first.parts.year else authors


def _folded(*texts: str) -> str:
    """
    >>> _folded("Swift’s  Proposal", "1729") == _folded("Swift's proposal", "1729")
    True
    """
    return " ".join(re.findall(r"\w+", " / ".join(texts).casefold()))
