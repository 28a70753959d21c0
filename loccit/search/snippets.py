"""The stretch of a passage that best shows why it matched, as data."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loccit.mentions import citations
from loccit.mentions.masking import blank
from loccit.mentions.sentences import sentences
from loccit.search.highlights import FilterKind, Match, matches
from loccit.search.query.meaning import Highlight
from loccit.search.results import Piece

NEAR = 60
"""How far, in code points, a snippet is moved to begin with a sentence."""
_JOINER = "\u200d"
LENGTH = 320
"""Of a snippet in code points, about; whole words and whole markers may carry it further."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a passage: `pieces` joined are `text[start:]` as far as they go."""

    start: int
    pieces: tuple[Piece, ...]


def snippet(
    text: str,
    highlights: Sequence[Highlight],
    filtered: Sequence[Match] = (),
    length: int = LENGTH,
) -> Snippet:
    """The window of about `length` with the most different matches, then the most, then early.

    `filtered` are stretches that a filter matched, marked where no word is.

    >>> snippet("It is so ordered.", [Highlight(("order",))]).pieces[1]
    Piece(text='ordered', matched=True, marker=False, numbers=(), filter='')
    """
    markers = citations.markers(text)
    marked = [*matches(blank(text, markers), highlights)]
    marked += [each for each in filtered if each.filter != "cite" or not _inside(each, markers)]
    marked.sort(key=lambda match: (match.start, bool(match.filter), -match.end))
    start, end = _window(text, marked, markers, length)
    asked = [match.start for match in filtered if match.filter == "cite"]
    spans = [*marked, *(_marker(first, last, asked) for first, last in markers)]
    return Snippet(start, tuple(_pieces(text, start, end, spans, markers)))


def _inside(match: Match, markers: Sequence[tuple[int, int]]) -> bool:
    return _marker_of(markers, match.start) >= 0


def _marker(start: int, end: int, asked: Sequence[int]) -> Match:
    """A marker as a match of nothing, or of a filter for one of its numbers."""
    hit = any(start <= place < end for place in asked)
    return Match(start, end, -1, "cite" if hit else "")


def _window(
    text: str, marked: list[Match], markers: Sequence[tuple[int, int]], length: int
) -> tuple[int, int]:
    if len(text) <= length * 5 // 4:
        return 0, len(text)
    start = _best_start(marked, length) if marked else 0
    start = _begin(text, min(max(0, start - length // 6), len(text) - length), start)
    end = min(len(text), start + length)
    return _to_border(text, start, markers, -1), _to_border(text, end, markers, 1)


def _begin(text: str, start: int, match: int) -> int:
    """The start of a sentence before the first match, where one is near."""
    near = text[max(0, start - NEAR) : match]
    begins = [max(0, start - NEAR) + at for at, _ in sentences(near)][1:]
    return min(begins, key=lambda each: abs(each - start), default=start)


def _best_start(marked: list[Match], length: int) -> int:
    """The first match of the best window; one pass with two ends, so linear in the matches."""
    best, best_start = (0, 0), marked[0].start
    inside: dict[int, int] = {}
    last = 0
    for first, match in enumerate(marked):
        while last < len(marked) and marked[last].end <= match.start + length * 2 // 3:
            inside[marked[last].which] = inside.get(marked[last].which, 0) + 1
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
    else:
        at = _whole(text, at)
    for start, end in markers:
        if start < at < end:
            return start if step < 0 else end
    return at


def _whole(text: str, at: int) -> int:
    """No later than `at`, and not inside a letter with its accents, an emoji with its tone, a flag.

    The grapheme clusters of Unicode (UAX 29), but for the syllables of Hangul's single letters.
    """
    while 0 < at < len(text) and (_continues(text[at]) or text[at - 1] == _JOINER):
        at -= 1
    flags = 0
    while at < len(text) and flags < at and _is_of_a_flag(text[at]):
        if not _is_of_a_flag(text[at - 1 - flags]):
            break
        flags += 1
    return at - flags % 2


def _is_of_a_flag(character: str) -> bool:
    """Two of these are one flag."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _continues(character: str) -> bool:
    return (
        unicodedata.category(character).startswith("M")
        or character == _JOINER
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def _pieces(
    text: str, start: int, end: int, marked: list[Match], markers: Sequence[tuple[int, int]]
) -> Iterator[Piece]:
    numbers: dict[int, list[int]] = {}
    for citation in citations.find(text):
        numbers.setdefault(_marker_of(markers, citation.start), []).append(citation.number or 0)
    at = start
    for match in sorted(marked, key=lambda each: (each.start, bool(each.filter))):
        if match.start < at or match.end > end:
            continue
        if at < match.start:
            yield Piece(text[at : match.start], False)
        yield from _split(text, match, markers, numbers)
        at = match.end
    if at < end:
        yield Piece(text[at:end], False)


def _split(
    text: str, match: Match, markers: Sequence[tuple[int, int]], numbers: dict[int, list[int]]
) -> Iterator[Piece]:
    """A match, with the markers inside a phrase kept apart and unmarked; or a marker."""
    at = match.start
    for start, end in markers:
        if match.start <= start and end <= match.end:
            if at < start:
                yield _piece(text[at:start], match)
            cited = tuple(number for number in numbers.get(start, ()) if number)
            asked: FilterKind = "cite" if match.filter == "cite" else ""
            yield Piece(text[start:end], False, True, cited, asked)
            at = end
    if at < match.end:
        yield _piece(text[at : match.end], match)


def _piece(text: str, match: Match) -> Piece:
    return Piece(text, not match.filter, filter=match.filter)


def _marker_of(markers: Sequence[tuple[int, int]], position: int) -> int:
    return next((start for start, end in markers if start <= position < end), -1)
