"""Names that rules find without a model: states, peoples, titles of works, bodies by their form."""

import re
from collections.abc import Iterator

from loccit.mentions.names import peoples, words
from loccit.mentions.names.spans import Span
from loccit.model.mentions import EntityType


def _any_of(names: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


_COUNTRY = re.compile(rf"(?<![\w.])(?:{_any_of(peoples.COUNTRIES)})(?![\w])(?!\.[A-Z])")
_PEOPLE = re.compile(
    rf"(?<!\w)(?:(?:{peoples.PEOPLE_PREFIX}-[A-Z][a-z]+)"
    rf"|(?:(?!(?:{words.OPENING})\s)[A-Z][a-z]+\s)?(?:{_any_of(peoples.FAITHS)})"
    rf"|(?:(?:(?:{peoples.BEFORE_A_PEOPLE})[ -])?(?:{_any_of(peoples.PEOPLES)})s?"
    rf"|{_any_of(peoples.PEOPLES_IN_PLURAL)}))"
    rf"(?!\w|\s(?:State|{peoples.REALMS})\b)"
)
_REALM = re.compile(
    rf"(?<!\w)(?:(?:{peoples.BEFORE_A_PEOPLE})\s)?(?:{_any_of(peoples.PEOPLES)})\s(?:{peoples.REALMS})\b"
)
_SHIP = re.compile(
    rf"\b(?:{words.SHIPS}),?\s+(?:the\s+)?\"?((?:HMS|USS|SS|RMS|SMS)\s)?([A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)\"?"
)
_WORD = r"(?:(?:[A-Z]\.){1,12}|[A-Z][\w']{0,40}(?:-[A-Z][\w']{0,40}){0,6})"
"""Bounded, since one may begin at each sign of a run without a space."""
_FOR = r"(?<!Army )(?<!Forces )(?<!Force )(?<!Navy )for"
_BODY = re.compile(
    rf"(?<![\w])(?!The\s)(?:{_WORD}\s){{0,4}}"
    rf"(?:{words.KINDS_OF_ORGANISATION}|Government|House)"
    rf"\s(?:of|{_FOR})\s(?:the\s)?{_WORD}(?:\s(?:and\s(?:the\s)?|of\s(?:the\s)?)?{_WORD}){{0,5}}"
)
_HAPPENING = re.compile(
    rf"(?<![\w])(?!The\s)(?:{_WORD}\s){{1,3}}(?:War|Wars|Revolution|Affair|Massacre|Uprising|Rebellion"
    r"|Revolt|Shift|Genocide|Crisis|Offensive|Olympics)\b(?!\s[A-Z])"
    r"|(?<!\w)(?:Operation|(?:Battle|Siege|Treaty|Congress|Peace) of(?: the)?)"
    rf"\s{_WORD}(?:\s{_WORD})?"
    rf"|(?<!\w)[12]\d{{3}}\s{_WORD}(?:\s{_WORD})?\s(?:offensive|invasion|coup|elections?|war"
    r"|earthquake|protests|revolution|crisis|uprising|hurricane|World Cup|Olympics)"
    rf"(?:\s(?:in|into|of|against)\s(?:the\s)?(?:[a-z-]+\s)?{_WORD})?"
)
_SMALL = r"(?:of|the|and|in|to|a|an|for|on|from|with|or)"
_TITLE = rf"{_WORD}(?:'s)?(?::?\s(?:{_SMALL}\s){{0,2}}{_WORD}(?:'s)?){{0,6}}"
_QUOTED = re.compile(rf'"((?:{_WORD}[,!?]?|\d+)(?:\s(?:{_SMALL}|{_WORD}[,!?]?|\d+)){{0,7}})[.,]?"')
_QUOTED_WORK = re.compile(rf'\b(?:{words.WORKS}|{words.TITLED})\s+"([A-Z][^"\n]{{2,90}}?)[.,]?"')
_WORK = re.compile(rf"\b(?:{words.WORKS}),?\s+({_TITLE})(?![\w'])")
_WORK_OF = re.compile(rf"(?<=[a-z]'s\s)The\s{_TITLE}")
_BODY_ENDING = re.compile(rf"\s(?:{words.KINDS_OF_ORGANISATION})\Z")
_CODE = (
    r"(?:\d{1,2}[A-Z]{1,2}\d{1,3}|[A-Z][A-Za-z]{0,4}-?\d{1,4}[A-Z]{0,2}\d?|[A-Z][A-Za-z]{1,2}S-\d+)"
)
_DESIGNATION = re.compile(
    rf"(?<![\w/-])({_CODE}(?:\s(?:{_CODE}|[A-Z][a-z]+|[IVX]+)(?!\w))?)"
    rf"(?=(?:\s[\w.-]+){{0,3}}\s(?:{words.MACHINES})s?\b)"
)


def by_rule(text: str) -> Iterator[Span]:
    """Spans in no order, which may overlap each other and the model's.

    >>> sorted(by_rule("Kurds left Syria."))
    [(0, 5, 'group'), (11, 16, 'place')]
    """
    for pattern, type in _PATTERNS:
        for match in pattern.finditer(text):
            if "\n" not in match[0]:
                yield *match.span(), type
    yield from _titles(text)


def _titles(text: str) -> Iterator[Span]:
    """Titles of works, in quotes or behind the word for their kind, and designations."""
    for pattern in (_QUOTED_WORK, _WORK, _DESIGNATION):
        for match in pattern.finditer(text):
            yield *match.span(1), "other"
    for match in _SHIP.finditer(text):
        yield match.start(1) if match[1] else match.start(2), match.end(2), "other"
    for match in _WORK_OF.finditer(text):
        yield *match.span(), "other"
    for match in _QUOTED.finditer(text):
        many = len(match[1].split()) > 1
        if many and not text[match.end() :].lstrip().startswith("("):
            yield *match.span(1), "organisation" if _BODY_ENDING.search(match[1]) else "other"


_PATTERNS: tuple[tuple[re.Pattern[str], EntityType], ...] = (
    (_COUNTRY, "place"),
    (_REALM, "place"),
    (_PEOPLE, "group"),
    (_BODY, "organisation"),
    (_HAPPENING, "event"),
)
