"""The stretch of a passage that best shows why it matched, as data."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loccit.mentions import citations
from loccit.mentions.masking import blank
from loccit.mentions.sentences import sentences
from loccit.search.cited import Lead
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
    leads: Sequence[Lead] = (),
) -> Snippet:
    """The window of about `length` with the most different matches, then the most, then early.

    `filtered` are stretches that a filter matched, marked where no word is; `leads` are those by
    which a citation can be followed.

    >>> snippet("It is so ordered.", [Highlight(("order",))]).pieces[1]
    Piece(text='ordered', matched=True, marker=False, label='', filter='')
    """
    markers = citations.markers(text, leads)
    marked = [*matches(blank(text, markers), highlights)]
    marked += [each for each in filtered if each.filter != "cite" or not _inside(each, markers)]
    marked.sort(key=lambda match: (match.start, bool(match.filter), -match.end))
    start, end = _window(text, marked, markers, length)
    asked = {match.start for match in filtered if match.filter == "cite"}
    shown = [(first, last) for first, last in markers if start <= first and last <= end]
    followed = [each for each in leads if start <= each.start and each.end <= end]
    drawn = _Drawn(text, shown, followed, asked)
    return Snippet(start, tuple(drawn.pieces(start, end, marked)))


def _inside(match: Match, markers: Sequence[tuple[int, int]]) -> bool:
    return _marker_of(markers, match.start) >= 0


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


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Cuts a text into pieces; `asked` is where citations begin that a filter matched."""

    text: str
    markers: Sequence[tuple[int, int]]
    leads: Sequence[Lead]
    asked: set[int]

    def pieces(self, start: int, end: int, marked: Sequence[Match]) -> Iterator[Piece]:
        own = [each for each in marked if start <= each.start and each.end <= end]
        spans = [*own, *(Match(*each, -1) for each in self.markers), *self._in_prose(own)]
        at = start
        for match in sorted(spans, key=lambda each: (each.start, bool(each.filter))):
            if match.start < at:
                continue
            if at < match.start:
                yield Piece(self.text[at : match.start], False)
            yield from self._split(match)
            at = match.end
        if at < end:
            yield Piece(self.text[at:end], False)

    def _in_prose(self, marked: Sequence[Match]) -> Iterator[Match]:
        """Citations that are words of a sentence, but for those in which a word is marked."""
        taken = {place for each in marked for place in range(each.start, each.end)}
        for lead in self.leads:
            in_marker = _marker_of(self.markers, lead.start) >= 0
            if not in_marker and taken.isdisjoint(range(lead.start, lead.end)):
                yield Match(lead.start, lead.end, _CITED)

    def _split(self, match: Match) -> Iterator[Piece]:
        """A match, with the markers inside a phrase kept apart and unmarked; or a marker."""
        at = match.start
        for start, end in self.markers:
            if match.start <= start and end <= match.end:
                if at < start:
                    yield self._piece(at, start, match)
                yield from self._marker(start, end)
                at = end
        if at < match.end:
            yield self._piece(at, match.end, match)

    def _marker(self, start: int, end: int) -> Iterator[Piece]:
        """A marker, cut where its numbers lead."""
        leads = [each for each in self.leads if start <= each.start and each.end <= end]
        hit = not leads and any(start <= place < end for place in self.asked)
        at = start
        for lead in leads:
            if at < lead.start:
                yield Piece(self.text[at : lead.start], False, True)
            yield Piece(self.text[lead.start : lead.end], False, True, lead.label, self._hit(lead))
            at = lead.end
        if at < end:
            yield Piece(self.text[at:end], False, True, filter="cite" if hit else "")

    def _hit(self, lead: Lead) -> FilterKind:
        return "cite" if lead.at in self.asked else ""

    def _piece(self, start: int, end: int, match: Match) -> Piece:
        label = next((e.label for e in self.leads if (e.start, e.end) == (start, end)), "")
        matched = not match.filter and match.which != _CITED
        return Piece(self.text[start:end], matched, label=label, filter=match.filter)


_CITED = -2
"""Of a citation in prose that no part of the search matched."""


def _marker_of(markers: Sequence[tuple[int, int]], position: int) -> int:
    return next((start for start, end in markers if start <= position < end), -1)
