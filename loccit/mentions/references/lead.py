"""What stands before a title: who wrote it and when, or nothing that belongs to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loccit.mentions.references import people
from loccit.mentions.references.stretches import Stretch
from loccit.mentions.references.words import is_house, is_site
from loccit.model import calendar

YEAR = r"(?<![\d.–:/-])(?:1[0-9]\d\d|20[0-4]\d)(?=[a-z]?(?![\w–:/-]))"
_YEAR = re.compile(YEAR)
_OPENING = re.compile(
    r"\s*(?:(?:see|see also|cf\.?|example|article|entry|video|e\.g\.|the article|source)"
    r"\b[:,]?\s+)?",
    re.IGNORECASE,
)
MONTHS = "|".join(calendar.MONTHS) + (
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter"
)
_NOTHING = re.compile(
    rf"[\s.,;:()\[\]“”\"–—-]|\b(?:{MONTHS})\b\.?|\b\d{{1,2}}\b|\b(?:eds?|n\.d|reprint|by|col|a|b|c)\b",
)
_EDITED = re.compile(r",?\s*[(\[]?\b(?:eds?|editors?|hrsg|dir)\b\.?[)\]]?", re.IGNORECASE)
"""Behind names that are no authors'."""


@dataclass(frozen=True, slots=True)
class Lead:
    """`authors` and a year may be in it; from `rest` to `end` is what was not understood."""

    stretches: tuple[Stretch, ...]
    rest: int
    end: int

    def says_nothing_else(self, prose: str) -> bool:
        return not _NOTHING.sub("", _YEAR.sub("", prose[self.rest : self.end]))


def lead(prose: str, start: int, end: int) -> Lead:
    """What `prose` says from `start` to `end`, where a title begins."""
    opening = _OPENING.match(prose[:end], start)
    at = opening.end() if opening else start
    written, rest = _authors(prose, at, end)
    if edited := _EDITED.match(prose[:end], rest):
        written, rest = [], edited.end()
    dated = _year(prose, rest, end)
    stretches = (*written, *((dated[0],) if dated else ()))
    return Lead(stretches, dated[1] if dated else rest, end)


def _authors(prose: str, start: int, end: int) -> tuple[list[Stretch], int]:
    names, length = people.leading(prose[start:end])
    if not names:
        before = re.match(r"[^.,:;(\d]{2,60}(?=\s*[.,(]|\s+\d|\s*$)", prose[start:end])
        names = people.surnames(before[0]) if before else ()
        length = people.others(prose[:end], start + before.end()) - start if names and before else 0
    return list(placed(prose, names, start)), start + length


def placed(prose: str, names: tuple[str, ...], at: int) -> Iterator[Stretch]:
    """Where each name stands, from `at` on."""
    for name in names:
        start = prose.find(name, at)
        at = start + len(name)
        yield Stretch(start, at, "authors")


def _year(prose: str, start: int, end: int) -> tuple[Stretch, int] | None:
    """The year right behind the authors, with what closes it."""
    match = re.compile(
        rf"[\s.,]*\(?(?:(?:{MONTHS}|\d{{1,2}}|,)\.?\s*){{0,3}}(?P<year>{YEAR})[a-z]?[\s.,:)]*"
    ).match(prose[:end], start)
    if match is None:
        return None
    return Stretch(match.start("year"), match.end("year"), "year"), match.end()


def as_body(prose: str, found: Lead) -> Stretch | None:
    """An organisation or a site that stands where authors do."""
    text = prose[found.rest : found.end]
    plain = text.strip(" .,;:")
    words = plain.split()
    capital = sum(word[:1].isupper() for word in words)
    if found.stretches or not words or len(words) > 9 or capital * 2 < len(words):
        return None
    start = found.rest + text.index(plain)
    if is_house(plain):
        return Stretch(start, start + len(plain), "publisher")
    if is_site(plain) or capital == len(words) <= 4:
        return Stretch(start, start + len(plain), "container")
    return None
