"""The parts of a reference: those that its template names, else those that its text shows."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from loccit.mentions.references import identifiers
from loccit.mentions.references.pieces import FIELDS, Field, Span, Whole
from loccit.mentions.references.plain import read
from loccit.mentions.references.stretches import MOST, Stretch
from loccit.model.documents import Parts

_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/10\.")
_SEES = frozenset(("", "see", "see also", "cf", "compare", "e.g", "in"))
_PUNCTUATION = " .,;:[]“”‘’\"'–—/-"
_AROUND = _PUNCTUATION + "()"
_PREFIX = re.compile(r"(?:^|(?<=[\s.;]))(?:doi|ISBN|arXiv)$", re.IGNORECASE)
_JOINS = frozenset(("and", "&", "by", "in", "in the", "et", "with"))
"""What held parts together and says nothing alone."""


def found(shown: Whole) -> Parts:
    """The parts of the work that a reference cites first; the rest is what is left of it."""
    return _as_parts(shown, _of_template(shown) or [*_of_text(shown), *_identified(shown)])


def _of_template(shown: Whole) -> list[Stretch]:
    """What the first template with a title says; else a short reference that opens the text."""
    written: dict[int, list[Span]] = {}
    for span in shown.spans:
        if span.shown.template and span.shown.field:
            written.setdefault(span.shown.template, []).append(span)
    for spans in written.values():
        if any(span.shown.field == "title" for span in spans):
            return _stretches(spans)
    for spans in written.values():
        if any(span.shown.field in ("authors", "address") for span in spans):
            before = shown.text[: spans[0].start].strip(_AROUND).casefold()
            return _stretches(spans) if before in _SEES else []
    return []


def _stretches(spans: list[Span]) -> list[Stretch]:
    kept = [Stretch(span.start, span.end, span.shown.field) for span in spans]
    addresses = [s.shown.address for s in spans if s.shown.field in ("title", "address")]
    if addresses and addresses[0]:
        kept.append(Stretch(0, 0, "address", addresses[0]))
    return [each for each in kept if each.field != "address" or each.value]


def _of_text(shown: Whole) -> Iterator[Stretch]:
    """What is read in plain text; the year of a short reference behind it is the book's."""
    end = MOST
    short = [s for s in shown.spans if s.shown.template and s.shown.field in ("authors", "year")]
    if short:
        end = short[0].start
    stretches = read(_clipped(shown, end))
    yield from stretches
    years = [s for s in short if s.shown.field == "year"]
    if stretches and years and not any(each.field == "year" for each in stretches):
        yield Stretch(years[0].start, years[0].end, "year")


def _clipped(shown: Whole, end: int) -> Whole:
    spans = (replace(s, end=min(s.end, end)) for s in shown.spans if s.start < end)
    return Whole(shown.text[:end], tuple(spans))


def _identified(shown: Whole) -> Iterator[Stretch]:
    """Identifiers and the first address that is no copy in an archive, wherever they stand."""
    text = shown.text
    for span in shown.spans:
        if span.shown.field in ("doi", "arxiv", "isbn"):
            yield Stretch(span.start, span.end, span.shown.field)
    for kind, start, end, itself in identifiers.found(text):
        if kind in ("doi", "arxiv"):
            yield Stretch(start, end, "doi" if kind == "doi" else "arxiv", itself)
    for start, end, itself in identifiers.isbns(text):
        yield Stretch(start, end, "isbn", itself)
    leads = [*_leading(shown)]
    for each in leads:
        if _DOI.match(each.value):
            yield Stretch(each.start, each.end, "doi", identifiers.doi(unquote(each.value)))
    leads = [each for each in leads if not _DOI.match(each.value)]
    own = [each for each in leads if "archive.org/" not in each.value] or leads
    yield from own[:1]


def _leading(shown: Whole) -> Iterator[Stretch]:
    text = shown.text
    for link in (*shown.links, *identifiers.links(text)):
        bare = text[link.start : link.end] == link.address
        if bare or not link.address.startswith(("https://doi.org/10.", "https://arxiv.org/abs/")):
            yield Stretch(link.start, link.end if bare else link.start, "address", link.address)


def _as_parts(shown: Whole, stretches: list[Stretch]) -> Parts:
    values: dict[Field, list[str]] = {field: [] for field in FIELDS}
    taken = bytearray(len(shown.text))
    for each in stretches:
        own = each.value or shown.text[each.start : each.end]
        if each.field == "authors" or not values[each.field]:
            values[each.field].append(own)
            taken[each.start : each.end] = b"\1" * (each.end - each.start)
    one = {field: values[field][0].strip() for field in FIELDS[1:] if values[field]}
    authors = tuple(each.strip(" ,;") for each in values["authors"])
    return Parts(authors=authors, rest=_rest(shown.text, taken), **one)


def _rest(text: str, taken: bytearray) -> str:
    """What no part has, stretch by stretch, without the punctuation that held them together."""
    kept: list[str] = []
    at = 0
    while at < len(text):
        end = taken.find(1, at)
        end = len(text) if end < 0 else end
        kept.append(_trimmed(text[at:end]))
        at = taken.find(0, end)
        at = len(text) if at < 0 else at
    return "; ".join(each for each in kept if each and each.casefold() not in _JOINS)


def _trimmed(text: str) -> str:
    """Without punctuation at its ends, nor a bracket whose other one is elsewhere.

    >>> _trimmed(". In Orr, I (ed.). "), _trimmed(", York)")
    ('In Orr, I (ed.)', 'York')
    """
    plain = _PREFIX.sub("", text.strip(_PUNCTUATION))
    plain = plain.lstrip(f"){_PUNCTUATION}").rstrip(f"({_PUNCTUATION}")
    if plain.endswith(")") and plain.count(")") > plain.count("("):
        plain = plain[:-1]
    if plain.startswith("(") and plain.count("(") > plain.count(")"):
        plain = plain[1:]
    return plain.strip(_PUNCTUATION)
