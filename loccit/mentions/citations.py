"""Citation markers: `[48]`, `[12][13]`, `[12, 14–16]`, `[note 3]`, `[citation needed]`.

A marker opens directly behind what it closes or at the start; its numbers have up to four
digits. `a[0]` in code, `[sic]` and `[…]` are no markers.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from loccit.mentions.masking import blank
from loccit.mentions.sentences import sentences
from loccit.model.mentions import Citation, Role

EXTRACTOR_VERSION = 2
"""Raised when the same text would give other citations."""
MOST_IN_A_RANGE = 50
"""`[12–16]` is read as five numbers; a wider range is not taken for one of citations."""

_NUMBER = r"[1-9]\d{0,3}"
_ITEM = rf"{_NUMBER}(?:\s?[-\u2010-\u2015]\s?{_NUMBER})?"
_NOTE = r"(?:note|notes|nb|n|fn|a|lower-alpha)\s?\d{1,3}|[a-z]"
_REQUEST = (
    r"citation needed|clarification needed|better source needed|dubious(?: [-–] discuss)?"
    r"|when\?|who\?|which\?|by whom\?|according to whom\?|failed verification|page needed"
    r"|unreliable source\?|dead link|verification needed"
)
_MARKER = re.compile(
    rf"\[(?:(?P<items>{_ITEM}(?:\s?[,;]\s?{_ITEM}){{0,63}})"
    rf"|(?P<note>{_NOTE})|(?P<request>{_REQUEST}))\]",
    re.IGNORECASE,
)
_CODE_BEFORE = re.compile(r"(?:\b[a-z_][a-z0-9_]{0,2}|[_)\]=(]|[a-z_]\d+)\Z")
_TICKS = re.compile(r"`+")
_FENCE = 3
"""Backticks of which code may hold an empty line."""
_YEAR = re.compile(r"\[(?:1[0-9]|20)\d\d\]")
_INFLECTIONS = frozenset("sd")
"""Letters that a quotation adds to a word: `provide[s]`."""
_ONE = re.compile(rf"({_NUMBER})(?:\s?[-\u2010-\u2015]\s?({_NUMBER}))?")


def _found(text: str) -> Iterator[re.Match[str]]:
    last_end = -1
    code = [*_quoted_code(text), (len(text) + 1, len(text) + 1)]
    at = 0
    for match in _MARKER.finditer(text):
        start = match.start()
        while code[at][1] <= start:
            at += 1
        if code[at][0] <= start:
            continue
        if start == last_end or not (_is_year(text, match) or _is_code(text, match)):
            last_end = match.end()
            yield match


def _quoted_code(text: str) -> Iterator[tuple[int, int]]:
    """Markdown's code: from some backticks to the next as many, in order."""
    ticks = list(_TICKS.finditer(text))
    latest: dict[int, int] = {}
    closing: list[int | None] = []
    for at in range(len(ticks) - 1, -1, -1):
        closing.append(latest.get(len(ticks[at][0])))
        latest[len(ticks[at][0])] = at
    closing.reverse()
    at = 0
    while at < len(ticks):
        end = closing[at]
        start = ticks[at].end()
        if end is None or (
            len(ticks[at][0]) < _FENCE and "\n\n" in text[start : ticks[end].start()]
        ):
            at += 1
        else:
            yield start, ticks[end].start()
            at = end + 1


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether the bracket is a year that an editor put in: it comes after a space or first."""
    return _YEAR.fullmatch(match[0]) is not None and not text[: match.start()][-1:].strip()


def _is_code(text: str, match: re.Match[str]) -> bool:
    """Whether the bracket is an index, a list or a letter changed in a quotation, no marker."""
    before = text[max(0, match.start() - 8) : match.start()]
    after = text[match.end() : match.end() + 2]
    short_name = _CODE_BEFORE.search(before) is not None and before[-1:] not in (")", "]")
    if match["note"] and len(match["note"]) == 1:
        beside = before[-1:].isalpha() and match["note"] in _INFLECTIONS
        if short_name or beside or after[:1].isalpha():
            return True
    assigned = re.match(r"\s?[=.(\[]\S?", after) is not None and short_name
    return assigned or (short_name and re.search(r"[=+*/(;]\s?[a-z_]\w{0,2}\Z", before) is not None)


def markers(text: str) -> tuple[tuple[int, int], ...]:
    """Where the markers appear, in order, not overlapping.

    >>> markers("Aleppo[49] and [sic] x[note 3]")
    ((6, 10), (22, 30))
    """
    return tuple(match.span() for match in _found(text))


@dataclass(frozen=True, slots=True)
class Support:
    """`text[start:end]` is the sentence or clause that the marker `text[opens:closes]` closes."""

    opens: int
    closes: int
    start: int
    end: int


def supports(text: str) -> tuple[Support, ...]:
    """The stretch behind which each marker appears, in order; none for those that open the text.

    It begins with the sentence, or behind the marker before where that closes a clause of the
    same sentence; markers side by side support the same.

    >>> text = "[1] It rose,[2] then fell.[3][4] It ended."
    >>> [text[s.start:s.end] for s in supports(text)]
    ['It rose,', 'then fell.', 'then fell.']
    """
    marked = markers(text)
    prose = blank(text, marked)
    starts = [start for start, _ in sentences(prose)]
    supported: list[Support] = []
    closed = 0
    group: tuple[int, int] | None = None
    span: tuple[int, int] | None = None
    for first, last in marked:
        if group is None or text[group[1] : first].strip():
            at = starts[max(0, bisect_left(starts, first) - 1)] if starts else 0
            begun = max(at, closed)
            stretch = prose[begun:first]
            start = begun + len(stretch) - len(stretch.lstrip())
            end = begun + len(stretch.rstrip())
            span = (start, end) if re.search(r"\w", stretch) else None
            closed = last
        if span:
            supported.append(Support(first, last, *span))
        group = (first, last)
        closed = last
    return tuple(supported)


def find(text: str) -> tuple[Citation, ...]:
    """One mention for each number, in order.

    >>> [(c.label, c.number, c.role) for c in find("[48] So it was.[12, 14–15][note 3]")]
    [('48', 48, 'before'), ('12', 12, 'here'), ('14', 14, 'here'), ('15', 15, 'here'), \
('note 3', None, 'here')]
    """
    cited: list[Citation] = []
    opening = True
    at = 0
    for match in _found(text):
        opening = opening and not text[at : match.start()].strip()
        cited += _citations(match, "before" if opening else "here")
        at = match.end()
    return tuple(cited)


def _citations(match: re.Match[str], role: Role) -> Iterator[Citation]:
    if not match["items"]:
        yield Citation(match.start(), match.end(), match[0][1:-1], None, role)
        return
    items = list(_ONE.finditer(match.string, match.start("items"), match.end("items")))
    for item in items:
        numbers = _numbers(item)
        whole = len(items) == 1 and len(numbers) == 1
        start, end = match.span() if whole else item.span()
        for number in numbers:
            yield Citation(start, end, str(number), number, role)


def _numbers(item: re.Match[str]) -> list[int]:
    first, last = int(item[1]), int(item[2] or item[1])
    if first <= last < first + MOST_IN_A_RANGE:
        return list(range(first, last + 1))
    return [first, last]
