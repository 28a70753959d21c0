"""The numbers of a claim, and how else a text may write each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loccit.engines import analysis
from loccit.engines.query import Phrase, Query, Term, any_of

_WRITTEN = re.compile(
    r"(?<![\w.,/:-])(?P<figure>\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+|\d+)(?P<part>\.\d+)?(?![\w/:])"
    r"(?![.,]\d)(?:[\s\u00a0](?P<scale>thousand|million|billion)\b)?"
)
_SCALES = {"thousand": 3, "million": 6, "billion": 9}
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()
_TENS = dict(zip(range(30, 100, 10), "thirty forty fifty sixty seventy eighty ninety".split(),
                 strict=True))  # fmt: skip
MOST = 12
"""Numbers of one claim that are looked for."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is `written`; `asked` finds passages that have it, in figures or in words."""

    written: str
    asked: Query


def numbers(text: str) -> Iterator[Number]:
    """Each number of a text once; those below ten say too little to be looked for.

    >>> [each.written for each in numbers("In 1947 some 1,400 men and 3 ships, or 2.5 million.")]
    ['1947', '1,400', '2.5 million']
    """
    seen: set[str] = set()
    for match in _WRITTEN.finditer(text):
        figures = re.sub(r"\D", "", match["figure"])
        small = len(figures) < 2 and not match["part"] and not match["scale"]
        if not small and match[0] not in seen and len(seen) < MOST:
            seen.add(match[0])
            yield Number(match[0], any_of(*map(_asked, dict.fromkeys(_ways(match, figures)))))


def _ways(match: re.Match[str], figures: str) -> Iterator[str]:
    part, scale = match["part"] or "", match["scale"]
    yield match[0]
    if not scale:
        yield figures + part
        if len(figures) > 3 and not part:
            yield f"{int(figures):,}"
        if not part and int(figures) < 100:
            yield from _in_words(int(figures))
        yield from _scaled(figures) if not part else ()
    else:
        whole = (figures + part[1:]).ljust(len(figures) + _SCALES[scale], "0")
        if len(part) - 1 <= _SCALES[scale]:
            yield whole
            yield f"{int(whole):,}"


def _scaled(figures: str) -> Iterator[str]:
    """1,400,000 is 1.4 million."""
    for name, zeros in _SCALES.items():
        if len(figures) > zeros and figures.endswith("0" * (zeros - 2)):
            part = figures[-zeros:].rstrip("0")
            yield f"{figures[:-zeros]}{'.' if part else ''}{part} {name}"


def _in_words(number: int) -> Iterator[str]:
    if number < len(_SMALL):
        yield _SMALL[number]
    elif number % 10 == 0:
        yield _TENS[number]
    elif number > 30:
        yield f"{_TENS[number - number % 10]}-{_SMALL[number % 10]}"
    else:
        yield f"twenty-{_SMALL[number - 20]}"


def _asked(written: str) -> Query:
    terms = tuple(analysis.terms(written))
    return Term("terms", terms[0]) if len(terms) == 1 else Phrase("terms", terms)
