"""Names that rules find without a model: states, peoples, titles of works, bodies by their form."""

import re
from collections.abc import Iterator

from mentions.names import words
from mentions.names.spans import Span
from mentions.types import EntityType


def _any_of(names: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


_COUNTRY = re.compile(rf"(?<![\w.])(?:{_any_of(words.COUNTRIES)})(?![\w])(?!\.[A-Z])")
_PEOPLE = re.compile(
    rf"(?<!\w)(?:(?:{words.PEOPLE_PREFIX}-[A-Z][a-z]+)"
    rf"|(?:(?:{_any_of(words.PEOPLES)})s?|{_any_of(words.PEOPLES_IN_PLURAL)}|{_any_of(words.FAITHS)}))"
    r"(?![\w])"
)
_WORD = r"(?:(?:[A-Z]\.)+|[A-Z][\w']*(?:-[A-Z][\w']*)*)"
_FOR = r"(?<!Army )(?<!Forces )(?<!Force )(?<!Navy )for"
_BODY = re.compile(
    rf"(?<![\w])(?!The\s)(?:{_WORD}\s){{0,4}}"
    rf"(?:{words.KINDS_OF_ORGANISATION}|Government|House|Director)"
    rf"\s(?:of|{_FOR})\s(?:the\s)?{_WORD}(?:\s(?:and\s(?:the\s)?|of\s(?:the\s)?)?{_WORD}){{0,5}}"
)
_HAPPENING = re.compile(
    rf"(?<![\w])(?:{_WORD}\s){{1,3}}(?:War|Wars|Revolution|Affair|Massacre|Uprising|Rebellion"
    r"|Revolt|Shift|Genocide|Crisis|Offensive|Olympics)\b(?!\s[A-Z])"
    r"|(?<!\w)(?:Operation|(?:Battle|Siege|Treaty|Congress|Peace) of(?: the)?)"
    rf"\s{_WORD}(?:\s{_WORD})?"
    rf"|(?<!\w)[12]\d{{3}}\s{_WORD}(?:\s{_WORD})?\s(?:offensive|invasion|coup|elections?|war"
    r"|earthquake|protests|revolution|crisis|uprising|hurricane|World Cup|Olympics)"
    rf"(?:\s(?:in|into|of|against)\s(?:the\s)?(?:[a-z-]+\s)?{_WORD})?"
)
_SMALL = r"(?:of|the|and|in|to|a|an|for|on|from|with|or)"
_QUOTED = re.compile(rf'"((?:{_WORD}[,!?]?|\d+)(?:\s(?:{_SMALL}|{_WORD}[,!?]?|\d+)){{0,7}})[.,]?"')
_WORK_BEFORE = re.compile(rf"\b{words.WORKS}\s+\Z")


def by_rule(text: str) -> Iterator[Span]:
    """Spans in no order, which may overlap each other and the model's.

    >>> sorted(by_rule("Kurds left Syria."))
    [(0, 5, 'group'), (11, 16, 'place')]
    """
    for pattern, type in _PATTERNS:
        for match in pattern.finditer(text):
            if "\n" not in match[0]:
                yield *match.span(), type
    for match in _QUOTED.finditer(text):
        many = len(match[1].split()) > 1
        before = _WORK_BEFORE.search(text, max(0, match.start() - 20), match.start())
        if before or (many and not text[match.end() :].lstrip().startswith("(")):
            yield *match.span(1), "other"


_PATTERNS: tuple[tuple[re.Pattern[str], EntityType], ...] = (
    (_COUNTRY, "place"),
    (_PEOPLE, "group"),
    (_BODY, "organisation"),
    (_HAPPENING, "event"),
)
