"""The parts of a reference in plain text: a short one, one with a title set apart, a bare one.

What is no reference at all (a remark, a quotation) has no parts: a title is one only where all
that stands before it is understood.
"""

import re

from loccit.mentions.references import identifiers, people
from loccit.mentions.references.lead import YEAR, Lead, as_body, lead, placed
from loccit.mentions.references.pieces import Whole
from loccit.mentions.references.stretches import MOST, Mark, Stretch, blanked, is_said, marks
from loccit.mentions.references.tail import Title, tail
from loccit.mentions.references.words import is_site

_SHORT = re.compile(
    rf"(?P<who>[^()\d;:\"“”]{{2,80}}?),?\s+\(?(?P<year>{YEAR})[a-z]?"
    r"(?=\)?(?:\s*$|,|;|:\s?\d|\)?\.?\s*$|\s+pp?\b|\s+page|\)?[.,]\s+pp?\b))"
)
_PAGES = re.compile(
    r"(?P<who>[^()\d;:\"“”]{2,80}?),\s*(?:pp?\b|pages?\b|vol\b|ch\b|chap|§|\d{1,4}[.–-])",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:retrieved|accessed|access date|archived|last visited|last accessed|consulted)\b"
    r".{0,40}?(?:\b(?:19|20)\d\d(?:-\d\d-\d\d)?\b|$)",
    re.IGNORECASE,
)
_WWW = re.compile(r"\bwww\.[^\s,;]+")
_CLASSICAL = re.compile(
    r"(?P<title>[A-ZÀ-Þ][\w’' ]{2,40}?),?\s+(?:[IVXL]+\.?\s+)?(?:\d{2,4}[ab]\d|[Ll]ines?\s+\d)"
)
_BARE = re.compile(r"(?P<title>[^.?!;]{6,250}?[.?!]?)(?:[.?!](?=\s|$)|\s*$)")
_OWN = re.compile(r"(?P<title>[^.,;()\d]{4,150}?)(?=\s*(?:$|[.,(]|\d{4}\b))")
_WITHIN = re.compile(r"[.,;]?\s+In:?\s.{0,200}$")
_UNMARKED = re.compile(r"(?P<title>.{6,250}?)[.,;]?\s*(?:[.,]\s*(?:[Ii]n:?)?|[Ii]n:?)?\s*$")
_BY = re.compile(r"\s*(?P<title>[^.,;\"“]{4,120}?),?\s+[bB]y\s+")
_SLASH = re.compile(r"\s*(?P<title>[^;/]{4,150}?)\s+/\s+(?=\w)")
_SMALL = frozenset("a an and at by de for from in la of on or the to und with & et y".split())


def read(shown: Whole) -> list[Stretch]:
    """Its parts where they stand, the work that is cited first; [] where nothing is one."""
    prose = _prose(shown)
    found = marks(shown, prose)
    said = [each for each in found if is_said(prose, each)]
    titles = [each for each in found if each not in said]
    start = said[0].end if said and not prose[: said[0].start].strip(" ") else 0
    return (
        _short(prose, start, titles)
        or _classical(prose, titles, start)
        or (titles and _marked(prose, titles, start))
        or _bare(prose[: titles[0].start] if titles else prose, start)
    )


def _prose(shown: Whole) -> str:
    """The text without addresses, identifiers, and days on which somebody looked."""
    text = shown.text[:MOST]
    spans = [(start, end) for _, start, end, _ in identifiers.found(text)]
    spans += [(start, end) for start, end, _ in identifiers.isbns(text)]
    spans += [match.span() for form in (_LATER, _WWW) for match in form.finditer(text)]
    return blanked(text, spans)


def _short(prose: str, start: int, titles: list[Mark]) -> list[Stretch]:
    """`Norris 1993, p. 35`, `Edler (1911)`, `Woodworth, p. 86`."""
    dated, paged = _SHORT.match(prose, start), _PAGES.match(prose, start)
    for match in filter(None, (dated, paged)):
        names = people.surnames(match["who"])
        if names and not any(mark.start < match.end("who") for mark in titles):
            written = list(placed(prose, names, match.start("who")))
            year = match.groupdict().get("year")
            return [*written, *([Stretch(*match.span("year"), "year")] if year else [])]
    return []


def _classical(prose: str, titles: list[Mark], start: int) -> list[Stretch]:
    """`Politics 1253a19–24`: a work by its own divisions."""
    match = None if titles else _CLASSICAL.match(prose, start)
    return [Stretch(*match.span("title"), "title")] if match else []


def _marked(prose: str, titles: list[Mark], start: int) -> list[Stretch]:
    """A reference whose title is linked, in italics or between quotation marks."""
    title, *later = titles
    before = lead(prose, start, title.start)
    if _is_abbreviated(prose[title.opens : title.closes + 1]) and before.stretches:
        return [*before.stretches, Stretch(title.opens, title.closes, "container")]
    body = as_body(prose, before)
    if body or before.says_nothing_else(prose):
        if title.kind == "linked" and is_site(prose[title.opens : title.closes]):
            return []
        named = Stretch(title.opens, title.closes, "title")
        behind = tail(prose, Title(title.end, title.kind == "italic"), len(prose), later)
        return _once([*before.stretches, *([body] if body else []), named, *behind])
    return _bare_before(prose, before, title, later)


def _is_abbreviated(text: str) -> bool:
    """Whether a journal's title is: `Org. React.`"""
    words = text.split()
    return 1 < len(words) < 7 and sum(word.endswith(".") for word in words) * 2 > len(words)


def _bare_before(prose: str, before: Lead, mark: Mark, later: list[Mark]) -> list[Stretch]:
    """A title that isn't set apart, before a journal, a book or a site that is."""
    prior = _WITHIN.sub("", prose[before.rest : mark.start])
    between = _UNMARKED.match(prose[: before.rest] + prior, before.rest)
    site = is_site(prose[mark.opens : mark.closes])
    if between is None or not (before.stretches or site) or mark.kind == "quoted":
        return []
    text = between["title"].strip(" ,.")
    if not text[:1].isupper() or re.search(r"[.;]\s", text) or (mark.kind == "linked" and not site):
        return []
    title = Stretch(before.rest + between["title"].index(text), between.end("title"), "title")
    container = Stretch(mark.opens, mark.closes, "container")
    behind = tail(prose, Title(mark.end, False), len(prose), later)
    return _once([*before.stretches, title, container, *behind])


def _bare(prose: str, start: int) -> list[Stretch]:
    """A reference with nothing set apart: it opens with authors, or with a name alone."""
    before = lead(prose, start, len(prose))
    if not before.stretches or before.stretches[0].field != "authors":
        return _told_by(prose, start) or _alone(prose, start)
    dated = any(each.field == "year" for each in before.stretches)
    begin = re.compile(r"[\s.,:;)]*").match(prose, before.rest)
    at = begin.end() if begin else before.rest
    stands_alone = "." in prose[before.rest - 1 : at] and re.search(YEAR, prose[at:])
    match = (_BARE if dated or stands_alone else _OWN).match(prose, at)
    if match is None or not match["title"][:1].isupper() or _is_pages(match["title"]):
        return list(before.stretches) if dated and at >= len(prose) else []
    title = Stretch(*match.span("title"), "title")
    behind = tail(prose, Title(title.end, not dated), len(prose), ())
    return _once([*before.stretches, title, *behind])


def _told_by(prose: str, start: int) -> list[Stretch]:
    """`The Illyrians by John Wilkes, 1996`; as libraries write it, `The Illyrians / J. Wilkes`."""
    for form in (_BY, _SLASH):
        match = form.match(prose, start)
        names = people.leading(prose[match.end() :])[0] if match else ()
        if match and names and match["title"][:1].isupper():
            behind = tail(prose, Title(match.end("title"), True), len(prose), ())
            return _once([Stretch(*match.span("title"), "title"), *behind])
    return []


def _alone(prose: str, start: int) -> list[Stretch]:
    """A work by its name: few words, most with capitals, and nothing but numbers behind."""
    match = re.compile(r"\s*(?P<title>[^.,;:()\d]{4,80}?)\s*(?=$|[.,]|\(?\d)").match(prose, start)
    words = match["title"].split() if match else []
    heavy = [word for word in words if word not in _SMALL]
    capital = sum(word[:1].isupper() for word in heavy)
    if match is None or len(heavy) < 2 or len(words) > 9 or capital < len(heavy):
        return []
    behind = tail(prose, Title(match.end(), True), len(prose), ())
    return _once([Stretch(*match.span("title"), "title"), *behind])


def _is_pages(text: str) -> bool:
    return re.match(r"(?:pp?|pages?|vol|no|ch)\b", text, re.IGNORECASE) is not None


def _once(found: list[Stretch]) -> list[Stretch]:
    """The first of each field, but for authors."""
    kept: list[Stretch] = []
    for each in found:
        if each.field == "authors" or all(each.field != other.field for other in kept):
            kept.append(each)
    return kept
