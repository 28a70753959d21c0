"""The stretch of a passage that best shows why it matched, as data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engines import analysis
from mentions import citations
from mentions.masking import blank
from search.results import Piece

LENGTH = 320
"""Of a snippet in code points, about; whole words and whole markers may carry it further."""


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    which: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a passage: `pieces` joined are `text[start:]` as far as they go."""

    start: int
    pieces: tuple[Piece, ...]


def snippet(text: str, highlights: Sequence[tuple[str, ...]], length: int = LENGTH) -> Snippet:
    """The window of about `length` with the most different matches, then the most, then early.

    >>> snippet("It is so ordered.", [("order",)]).pieces[1]
    Piece(text='ordered', matched=True, marker=False, numbers=())
    """
    markers = citations.markers(text)
    found = sorted(_matches(blank(text, markers), highlights), key=lambda m: (m.start, -m.end))
    start, end = _window(text, found, markers, length)
    return Snippet(start, tuple(_pieces(text, start, end, found, markers)))


def _matches(prose: str, highlights: Sequence[tuple[str, ...]]) -> Iterator[_Match]:
    tokens = list(analysis.tokens(prose))
    at: dict[str, list[int]] = {}
    for index, token in enumerate(tokens):
        at.setdefault(token.term, []).append(index)
    for which, terms in enumerate(highlights):
        for index in at.get(terms[0], ()):
            run = tokens[index : index + len(terms)]
            if tuple(token.term for token in run) == terms:
                yield _Match(run[0].start, run[-1].end, which)


def _window(
    text: str, found: list[_Match], markers: Sequence[tuple[int, int]], length: int
) -> tuple[int, int]:
    if len(text) <= length * 5 // 4:
        return 0, len(text)
    start = _best_start(found, length) if found else 0
    start = min(max(0, start - length // 6), len(text) - length)
    end = start + length
    return _to_border(text, start, markers, -1), _to_border(text, end, markers, 1)


def _best_start(found: list[_Match], length: int) -> int:
    """The first match of the best window; one pass with two ends, so linear in the matches."""
    best, best_start = (0, 0), found[0].start
    inside: dict[int, int] = {}
    last = 0
    for first, match in enumerate(found):
        while last < len(found) and found[last].end <= match.start + length * 2 // 3:
            inside[found[last].which] = inside.get(found[last].which, 0) + 1
            last += 1
        worth = (len(inside), last - first)
        if worth > best:
            best, best_start = worth, match.start
        if match.which in inside:
            inside[match.which] -= 1
            if not inside[match.which]:
                del inside[match.which]
        last = max(last, first + 1)
    return best_start


def _to_border(text: str, at: int, markers: Sequence[tuple[int, int]], step: int) -> int:
    """The nearest white space from `at` in the direction of `step`, within 40 code points."""
    for position in range(at, at + 40 * step, step):
        if not 0 < position < len(text):
            return max(0, min(position, len(text)))
        if text[position - 1].isspace() if step < 0 else text[position].isspace():
            at = position
            break
    for start, end in markers:
        if start < at < end:
            return start if step < 0 else end
    return at


def _pieces(
    text: str, start: int, end: int, found: list[_Match], markers: Sequence[tuple[int, int]]
) -> Iterator[Piece]:
    numbers: dict[int, list[int]] = {}
    for citation in citations.find(text):
        numbers.setdefault(_marker_of(markers, citation.start), []).append(citation.number or 0)
    spans = [(m.start, m.end, True) for m in found] + [(s, e, False) for s, e in markers]
    at = start
    for first, last, matched in sorted(spans):
        if first < at or last > end:
            continue
        if at < first:
            yield Piece(text[at:first], False)
        yield from _split(text, first, last, matched, markers, numbers)
        at = last
    if at < end:
        yield Piece(text[at:end], False)


def _split(
    text: str,
    first: int,
    last: int,
    matched: bool,
    markers: Sequence[tuple[int, int]],
    numbers: dict[int, list[int]],
) -> Iterator[Piece]:
    """A match, with the markers inside a phrase kept apart and unmarked; or a marker."""
    at = first
    for start, end in markers:
        if first <= start and end <= last:
            if at < start:
                yield Piece(text[at:start], matched)
            cited = tuple(number for number in numbers.get(start, ()) if number)
            yield Piece(text[start:end], False, True, cited)
            at = end
    if at < last:
        yield Piece(text[at:last], matched)


def _marker_of(markers: Sequence[tuple[int, int]], position: int) -> int:
    return next((start for start, end in markers if start <= position < end), -1)
