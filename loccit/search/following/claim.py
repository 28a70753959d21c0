"""What a citation stands behind, as words to look for in the document that it cites."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loccit.engines import analysis
from loccit.mentions import citations
from loccit.mentions.masking import blank
from loccit.mentions.sentences import sentences
from loccit.model.documents import Passage
from loccit.model.mentions import Date
from loccit.search.cited import cited_as
from loccit.search.query.stop_words import content

BESIDE, TITLED = 0.25, 0.25
"""What a word of the sentences beside counts, and one of the citing document's title, where a word
of the sentence itself counts 1. Chosen by measuring: docs/accuracy.md."""
_NAMED = re.compile(r"((-?\d{4})(?:-\d\d)?)(?:-\d\d)?(?![\dX])")
_QUOTATION = re.compile('["“„«]([^"“”„«»]{20,})["”“»]')
_FEWEST_QUOTED = 5
_MOST_WORDS = 200
"""That are looked for, the sentence's own first."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Claim:
    """`text` is the sentence, or the part of one, that a citation closes, without markers.

    `words` are its terms without stop words, each once; `weights` those of all words that are
    looked for; `pairs` are its neighbouring terms; `dates` the calendar cells of its dates.
    """

    text: str
    words: tuple[str, ...]
    weights: tuple[tuple[str, float], ...]
    pairs: frozenset[tuple[str, str]]
    dates: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    """The terms of what it quotes, where that is long enough to be looked for by itself."""


def claim(text: str, beside: str = "", title: str = "", dates: Iterable[Date] = ()) -> Claim:
    """What is claimed in `text`, which has no markers, nor `beside`, the text around it.

    >>> [word for word, weight in claim("The fort fell.", "Ships came.").weights]
    ['fort', 'fell', 'ship', 'came']
    """
    terms = analysis.terms(text)
    own = content(terms) if terms else ()
    weights = dict.fromkeys(own, 1.0)
    for others, weight in ((beside, BESIDE), (title, TITLED)):
        for word in content(analysis.terms(others)) if others else ():
            weights.setdefault(word, weight)
    kept = {*own}
    pairs = ((a, b) for a, b in pairwise(terms) if a in kept and b in kept)
    return Claim(
        text, own, tuple(weights.items())[:_MOST_WORDS], frozenset(pairs),
        tuple(dict.fromkeys(next(cells(each), "") for each in dates)), _quoted(text),
    )  # fmt: skip


def _quoted(text: str) -> tuple[str, ...]:
    words = content(
        term for match in _QUOTATION.finditer(text) for term in analysis.terms(match[1])
    )
    return words if len(words) >= _FEWEST_QUOTED else ()


def cells(date: Date) -> Iterator[str]:
    """The year, month and day that a date names, as far as it does, the narrowest first.

    A range has those of its ends.
    """
    for part in date.parts or (date,):
        named = _NAMED.match(part.value)
        if named and part.interval is not None:
            yield from (each for each in (named[0], named[1], named[2]) if each)


def prose(passage: Passage) -> str:
    """The text without its citations, code point for code point."""
    spans = {*citations.markers(passage.text)}
    spans |= {(each.start, each.end) for each in passage.citations()}
    return blank(passage.text, _apart(sorted(spans)))


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """In order, without those that begin inside another."""
    end = 0
    for each in spans:
        if each[0] >= end:
            yield each
            end = each[1]


def claims(passage: Passage, label: str, before: Passage | None = None, title: str = "") -> Claim:
    """What a passage cites as `label` for: the sentences or clauses that it closes there, or, where
    it opens the passage, the last one of the passage `before`."""
    text = prose(passage)
    whole = list(sentences(text))
    spans = tuple(_closed(passage, label, whole))
    if spans:
        around = _around(whole, spans)
        own = " ".join(text[start:end] for start, end in spans)
        rest = " ".join(_without(text, span, spans) for span in around)
        return claim(own, rest, title, _dated(passage, spans))
    if before is not None:
        earlier = prose(before)
        *_, last = [(0, len(earlier)), *sentences(earlier)]
        return claim(earlier[slice(*last)], text[: whole[0][1]] if whole else "", title,
                     _dated(before, (last,)))  # fmt: skip
    return claim(text, "", title, passage.dates())


def _closed(passage: Passage, label: str, whole: Sequence[Span]) -> Iterator[Span]:
    """The stretches that the citation closes; where it stands inside a sentence, that sentence."""
    supports = citations.supports(passage.text, passage.citations())
    for each in passage.citations():
        if cited_as(each) != label or each.role != "here":
            continue
        closing = [s for s in supports if s.opens <= each.start < s.closes]
        if closing:
            yield closing[0].start, closing[0].end
        else:
            yield from (span for span in whole if span[0] <= each.start < span[1])


def _around(whole: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The sentences of the stretches, and those beside them."""
    touched = {
        at
        for at, (start, end) in enumerate(whole)
        if any(start < last and first < end for first, last in spans)
    }
    beside = {near for at in touched for near in (at - 1, at, at + 1) if 0 <= near < len(whole)}
    return [whole[at] for at in sorted(beside)]


def _without(text: str, span: Span, spans: Iterable[Span]) -> str:
    stretch = list(text[slice(*span)])
    for first, last in spans:
        for at in range(max(first, span[0]), min(last, span[1])):
            stretch[at - span[0]] = " "
    return re.sub(r"\s+", " ", "".join(stretch))


def _dated(passage: Passage, spans: Sequence[Span]) -> tuple[Date, ...]:
    return tuple(
        date
        for date in passage.dates()
        if any(start <= date.start and date.end <= end for start, end in spans)
    )
