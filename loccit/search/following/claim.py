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
    own = content(text)
    weights = dict.fromkeys(own, 1.0)
    for others, weight in ((beside, BESIDE), (title, TITLED)):
        for word in content(others):
            weights.setdefault(word, weight)
    kept = {*own}
    pairs = ((a, b) for a, b in pairwise(terms) if a in kept and b in kept)
    return Claim(
        text, own, tuple(weights.items())[:_MOST_WORDS], frozenset(pairs),
        tuple(dict.fromkeys(next(cells(each), "") for each in dates)), _quoted(text),
    )  # fmt: skip


def _quoted(text: str) -> tuple[str, ...]:
    words = content("\n".join(match[1] for match in _QUOTATION.finditer(text)))
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
    spans = {*citations.markers(passage.text, passage.citations())}
    spans |= {(each.start, each.end) for each in passage.citations()}
    return blank(passage.text, _apart(sorted(spans)))


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """In order, without those that begin inside another."""
    end = 0
    for each in spans:
        if each[0] >= end:
            yield each
            end = each[1]


def claims(
    passage: Passage, label: str, before: Passage | None = None, title: str = ""
) -> tuple[Claim, ...]:
    """What a passage cites as `label` for, in order: each sentence or clause that it closes there,
    and, where it opens the passage, the last sentence of the passage `before`."""
    text = prose(passage)
    whole = list(sentences(text))
    spans = tuple(dict.fromkeys(_closed(passage, label, whole)))
    opening = (_opening(before, text[: whole[0][1]] if whole else "", title),) if before else ()
    here = (_here(passage, text, whole, span, title) for span in spans)
    return (*opening, *here) or (claim(text, "", title, passage.dates()),)


def _opening(before: Passage, beside: str, title: str) -> Claim:
    text = prose(before)
    *_, last = [(0, len(text)), *sentences(text)]
    return claim(text[slice(*last)].strip(), beside, title, _dated(before, last))


def _here(passage: Passage, text: str, whole: Sequence[Span], span: Span, title: str) -> Claim:
    beside = " ".join(_without(text, near, span) for near in _around(whole, span))
    return claim(text[slice(*span)].strip(), beside, title, _dated(passage, span))


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


def _around(whole: Sequence[Span], span: Span) -> list[Span]:
    """The sentence of a stretch, and those beside it."""
    start, end = span
    touched = [at for at, each in enumerate(whole) if start < each[1] and each[0] < end]
    beside = {near for at in touched for near in (at - 1, at, at + 1) if 0 <= near < len(whole)}
    return [whole[at] for at in sorted(beside)]


def _without(text: str, stretch: Span, span: Span) -> str:
    """The stretch without what of the span is in it."""
    start, end = stretch
    first, last = min(max(span[0], start), end), max(min(span[1], end), start)
    kept = text[start:end] if first >= last else f"{text[start:first]} {text[last:end]}"
    return re.sub(r"\s+", " ", kept)


def _dated(passage: Passage, span: Span) -> tuple[Date, ...]:
    start, end = span
    return tuple(each for each in passage.dates() if start <= each.start and each.end <= end)
