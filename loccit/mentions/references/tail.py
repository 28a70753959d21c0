"""What stands behind a title: what it appeared in, who brought it out, and when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loccit.mentions.references import people
from loccit.mentions.references.lead import MONTHS, YEAR, placed
from loccit.mentions.references.stretches import Mark, Stretch
from loccit.mentions.references.words import is_city, is_house, is_periodical, is_site

_SEGMENT = re.compile(
    r"(?:[^.,;()–—\[\]“”‘]|(?<![.,;()])\.(?=[\w,])|(?<=\b[A-Za-z])\.|(?<=\b(?:Co|St|Jr|Sr|Mt|No))\."
    r"|(?<=\b(?:Inc|Ltd|Dec|Jan|Nov|Vol))\.|(?<=\w)–(?=\w)|,(?= (?:Inc|Ltd|LLC|Jr)\b)){1,200}"
)
_LEADING = re.compile(
    r"\s*(?:(?:from )?the website of(?: the)?|at the|at|published (?:in|by)(?: the)?|on(?: the)?"
    r"|in(?: the)?|from(?: the)?|for the|of|to|by|pp?\.? ?\d+(?:[–-]\d+)?"
    r"|published (?:1[0-9]|20)\d\d by)\s+",
    re.IGNORECASE,
)
_YEAR = re.compile(YEAR)
_ENDS = re.compile(
    r";(?!\s*\d)|\bsee also\b|\. see\b"
    r"|\bpp?\. ?[\d–-]+,? (?:and|is|are|was|where|says|states|notes)\b"
    r"|\b(?:quoted|cited) (?:in|by)\b|\breprinted in\b",
    re.IGNORECASE,
)
"""Where another work or a remark begins."""
_VOLUMED = re.compile(
    r"[\s.,”\"]*([A-Z][^,;:()\d“”\"]{1,90}?)"
    r"(?=(?:\s*\([A-Z]\))?[,.]?\s+(?:[Vv]ol\b|[Nn]o\b|\d{1,4}\s*[(:,])"
    rf"|[.,]?\s+{YEAR}(?:\s+\w{{3,9}}(?:\s+\d{{1,2}})?)?;\s*\d)"
)
"""A periodical, with its volume behind it: `MNRAS 108 (1948)`, `Lancet. 2008;93`."""
_DATED = re.compile(rf"\s+(?:\d{{1,2}}\s+\w{{3,9}}\s+)?\(?{YEAR}$|\s+\d{{1,4}}$")
"""A date, or a volume, at the end of a segment."""
_BY = re.compile(r"[\s,.]*(?:article |edited |written )?[bB]y\s+")
_SLASH = re.compile(r"\s*/\s*")
_NO_HOUSE = re.compile(
    rf"\s*(?:(?:{MONTHS})\b|pdf\b|see\b|pp?\b|pages?\b|vols?\b|no\b|ch\b|chap|section|retrieved|accessed|archived|§|\d|ed\b"
    r"|eds\b|first|second|third|trans|rev\b|reprint|series|preface|part\b|book\b|line\b|entry\b|print\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """Where the title is; whether it is the title of a whole book, set in italics."""

    end: int
    whole: bool


def tail(prose: str, title: Title, end: int, marks: Sequence[Mark]) -> Iterator[Stretch]:
    """Parts that `prose` names from behind the title to `end`; `marks` are those after it."""
    at = title.end
    stop = _ENDS.search(prose[:end], at)
    end = stop.start() if stop else end
    authors, at = _authors(prose, at, end)
    yield from authors
    container = next((m for m in marks if at <= m.start < end), None)
    if container and _names_whole(prose, at, container, title):
        yield Stretch(container.opens, container.closes, "container")
        after = container.end
    else:
        container, after = None, at
    yield from _named(prose, after, end, title, container is not None)
    if year := _year(prose, at, end):
        yield year


def _authors(prose: str, at: int, end: int) -> tuple[list[Stretch], int]:
    """`Title by Author`, and a library's `Title / Author ; translator`."""
    match = _BY.match(prose[:end], at) or _SLASH.match(prose[:end], at)
    names, length = people.leading(prose[match.end() : end]) if match else ((), 0)
    if match is None or not names:
        return _behind(prose, at, end)
    return list(placed(prose, names, match.end())), match.end() + length


def _behind(prose: str, at: int, end: int) -> tuple[list[Stretch], int]:
    """`Title, Author, House`: people right behind a title, with a house behind them."""
    comma = re.compile(r"\s*[,.]\s+").match(prose[:end], at)
    names, length = people.leading(prose[comma.end() : end]) if comma else ((), 0)
    if comma is None or not all(" " in name and not is_house(name) for name in names):
        return [], at
    after = comma.end() + length
    house = re.compile(r"[\s,.]*([^,.;()]{3,60})").match(prose[:end], after)
    if not names or house is None or not is_house(house[1]):
        return [], at
    return list(placed(prose, names, comma.end())), after


def _names_whole(prose: str, at: int, mark: Mark, title: Title) -> bool:
    """Whether what is set apart next is what the title appeared in."""
    between = prose[at : mark.start]
    if mark.kind == "quoted":
        return False
    if mark.kind == "linked":
        return not title.whole and not re.search(r"\w", between)
    return not title.whole or re.fullmatch(r"[\s.,]*[Ii]n:?\s+", between) is not None


def _named(
    prose: str, start: int, end: int, title: Title, has_container: bool
) -> Iterator[Stretch]:
    """Segments that are a periodical, a site or a house; the first of each."""
    have = {"container"} if has_container else set[str]()
    volumed = None if has_container else _VOLUMED.match(prose[:end], start)
    if volumed and not is_city(volumed[1]) and not _NO_HOUSE.match(volumed[1]):
        yield Stretch(*volumed.span(1), "container")
        have.add("container")
        start = volumed.end()
    for place, (begin, close) in enumerate(_segments(prose, start, end)):
        text = prose[begin:close]
        field, skip = _field(text, prose[close:end], place, title, has_container)
        if field and field not in have:
            have.add(field)
            opens = begin + skip
            yield Stretch(opens, close, "container" if field == "container" else "publisher")


def _segments(prose: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches between punctuation, without what leads into them."""
    for match in _SEGMENT.finditer(prose[:end], start):
        begin = match.start()
        leading = _LEADING.match(match[0])
        begin += leading.end() if leading else len(match[0]) - len(match[0].lstrip())
        close = begin + len(prose[begin : match.end()].rstrip(" :"))
        dated = _DATED.search(prose[begin:close])
        close = begin + dated.start() if dated else close
        if close - begin > 1:
            yield begin, close


def _field(text: str, after: str, place: int, title: Title, has_container: bool) -> tuple[str, int]:
    """The part that a segment is, and how much of it goes before; "" where it is none."""
    town, colon, house = text.partition(":")
    if colon and house.strip()[:1].isupper() and (is_city(town) or is_house(house)):
        return "publisher", len(text) - len(house.lstrip())
    if _NO_HOUSE.match(text) or not text[:1].isupper() or is_city(text) or len(text.split()) > 10:
        return ("container", 0) if is_site(text) else ("", 0)
    if is_site(text):
        return "container", 0
    if is_house(text) and not _is_a_journal(text, after):
        return "publisher", 0
    if title.whole:
        dated = re.match(rf"[\s,.]*\(?{YEAR}", after) or re.match(r"[\s,]*pp?\.", after)
        return ("publisher", 0) if place <= 2 and dated and len(text.split()) <= 5 else ("", 0)
    if not has_container and (is_periodical(text) or (place == 0 and _is_numbered(after))):
        return "container", 0
    return "", 0


def _is_numbered(after: str) -> bool:
    """Whether a date, a volume or an issue follows, as behind a periodical's name."""
    return bool(
        re.match(rf"[\s,.(]*(?:\d{{1,4}}\b|Vol|vol\.|no\.|\w{{3,9}}\.? \d{{1,2}}, |{YEAR})", after)
    )


def _is_a_journal(text: str, after: str) -> bool:
    return is_periodical(text) and re.match(r"[\s,]*(?:Vol|vol|\d{1,3}\s*[(:,])", after) is not None


def _year(prose: str, start: int, end: int) -> Stretch | None:
    match = _YEAR.search(prose[:end], start)
    while match and re.search(r"(?:\bpp?\.?|pages?|line)\s*$", prose[start : match.start()]):
        match = _YEAR.search(prose[:end], match.end())
    return Stretch(match.start(), match.end(), "year") if match else None
