"""Marks of citations in a text: what is raised, what stands in square brackets, what is a link;
each only if it leads to a note."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loccit.indexer.readers.pdf.joined import Joined, Span
from loccit.indexer.readers.pdf.notes import Led
from loccit.indexer.readers.pdf.numbers import as_digits, as_raised, numbers_of
from loccit.indexer.readers.pdf.powers import REACH, before, is_power
from loccit.indexer.readers.pdf.written import Change, Marked, without_overlaps, written

_BRACKETS = re.compile(r"\[([^\[\]\n]{1,80})\]")
_PAGES = re.compile(
    r"\s*[,;:]\s*(?:pp?\.?|pages?|ch(?:ap(?:ter)?)?\.?|sec(?:tion|t?\.)?|§+|app(?:endix)?\.?|vol\.?|"
    r"fig(?:ure|\.)?|table|th(?:eore)?m\.?|S\.|Kap\.)\s*[^\[\]]*$",
    re.IGNORECASE,
)
PROSE = 4
"""A text with fewer words is a formula, perhaps; what is raised in it leads to no list."""

_SAID = re.compile(r"[.,;:!?\"”’»]\s?$|[^\W\d_]{3,}\s?$")
_WORD = re.compile(r"[^\W\d_]{3,}")
_APART = re.compile(r"[\s,;–-]?\s?")
_SIGNS = re.compile(r"[⁰¹²³⁴-⁹]+(?:[,⁻–‚][⁰¹²³⁴-⁹]+)*|[*∗†‡§¶‖]{1,3}")
_ATTACHED = re.compile(r"[\w}\\]$")
_NAMED_BEFORE = re.compile(
    r"(?:fig(?:ure|\.)?|tab(?:le|\.)?|sec(?:tion|t?\.)|§|eq(?:uation|n?\.)|chapter|ch\.|page|p\.|"
    r"appendix|part|theorem|lemma|step|box|example|listing|algorithm)s?\s*\(?$",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"[^\W\d_]?[^\W\d_A-Z]{3,}")
"""A word, rather than a name in a program."""
_NAMED = re.compile(r"[*∗†‡§¶‖#]{1,4}|[a-z]|[ivxl]{1,6}")


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document marks: whether brackets stand close to words ("fell[48]"), and whether what
    is raised leads to its list, rather than what is a link or in brackets. `sure` are the notes
    at feet that something marks beyond doubt: what looks like a power leads to none of them."""

    attached: bool = False
    raised: bool = True
    sure: frozenset[int] = frozenset()


def habits_of(texts: Sequence[Joined], led: Led) -> Habits:
    """How most numbers are marked that are of a list."""
    close = apart = links = raised = 0
    for text in texts:
        for span in text.spans:
            words = text.text[span.start : span.end].strip(" []()")
            if words and _all_in_list(as_digits(words), led, ""):
                is_link = bool(_by_links(text, [span], led))
                power = is_power(text.text, span.start, span.end, words)
                links += is_link
                raised += span.raised and not is_link and not power
        for match in _BRACKETS.finditer(text.text):
            if _all_in_list(match[1], led, ""):
                is_close = bool(_ATTACHED.search(before(text.text, match.start())))
                close, apart = close + is_close, apart + (not is_close)
    sure = frozenset(note for text in texts for note in _surely_marked(text, led))
    return Habits(close > apart, raised > max(links / 4, close + apart), sure)


def _surely_marked(text: Joined, led: Led) -> Iterator[int]:
    for spans in _runs(text):
        start, end = spans[0].start, spans[-1].end
        label = as_digits(text.text[start:end].strip(" []()"))
        note = led.at_foot(label, _sheet(text, start))
        if note is not None and not is_power(text.text, start, end, label):
            yield note


def marked(text: Joined, led: Led, habits: Habits, series: str, lists: bool = True) -> Marked:
    """The text with its marks; `series` is the chapter that it stands in.

    `lists` is false for what stands before the text begins (authors and where they work): its
    raised numbers lead to no list.
    """
    changes = sorted(
        without_overlaps(
            [
                *_raised(text, led, habits, series, lists),
                *_bracketed(text, led, habits, series),
                *_linked(text, led),
                *_signs(text, led, habits, series, lists),
            ]
        ),
        key=lambda change: change.start,
    )
    return written(text, changes)


def _raised(text: Joined, led: Led, habits: Habits, series: str, lists: bool) -> Iterator[Change]:
    """What is raised: a mark in brackets, or an exponent as raised digits."""
    for spans in _runs(text):
        start, end = spans[0].start, spans[-1].end
        words = text.text[start:end]
        inner = words.strip().strip("[]()").strip()
        notes = _notes_at(text, start, end, inner, spans, led, habits, series, lists)
        if notes:
            yield Change(start, end, f"[{inner.strip(' ,;')}]", notes)
        elif as_raised(words) != words and not text.text[end : end + 1].isalpha():
            yield Change(start, end, as_raised(words))


def _runs(text: Joined) -> Iterator[list[Span]]:
    """Raised spans that follow each other at once, or after a space; a bracket opens a new run."""
    run: list[Span] = []
    for span in (span for span in text.spans if span.raised):
        if run and (
            _APART.fullmatch(text.text[run[-1].end : span.start]) is None
            or _stands_alone(text, run[-1], span)
        ):
            yield run
            run = []
        run.append(span)
    if run:
        yield run


def _stands_alone(text: Joined, last: Span, span: Span) -> bool:
    """Whether a raised span opens a mark of its own: a bracket, or a number that links elsewhere
    than the number before it."""
    words = text.text[last.end : span.start] + text.text[span.start : span.end]
    one, other = text.text[last.start : last.end].strip(), words.strip()
    linked = last.link is not None and span.link is not None and last.link != span.link
    return other.startswith("[") or (linked and one.isdecimal() and other.isdecimal())


def _notes_at(
    text: Joined,
    start: int,
    end: int,
    inner: str,
    spans: Sequence[Span],
    led: Led,
    habits: Habits,
    series: str,
    lists: bool,
) -> tuple[int, ...]:
    """The notes that raised words lead to, () where they are something else."""
    linked = _by_links(text, spans, led)
    if linked:
        return linked
    sheet = _sheet(text, start)
    inner = as_digits(inner)
    labels = [str(number) for number in numbers_of(inner)] or (
        [inner] if _NAMED.fullmatch(inner) else []
    )
    at_foot = [led.at_foot(label, sheet) for label in labels]
    power = is_power(text.text, start, end, inner)
    if labels and all(note is not None for note in at_foot):
        notes = tuple(note for note in at_foot if note is not None)
        if not power or not habits.sure.intersection(notes):
            return notes
    if not lists or power or not habits.raised or not _is_prose(text.text, start):
        return ()
    in_list = [led.in_list(label, series) for label in labels]
    if any(note is None for note in in_list):
        return ()
    return tuple(note for note in in_list if note is not None)


def _is_prose(text: str, start: int) -> bool:
    """Whether what is raised stands in words rather than in a formula."""
    return len(_WORD.findall(text)) >= PROSE or bool(_SAID.search(before(text, start)))


def _by_links(text: Joined, spans: Sequence[Span], led: Led) -> tuple[int, ...]:
    found = []
    for span in spans:
        label = as_digits(text.text[span.start : span.end].strip(" []()"))
        named = bool(_NAMED_BEFORE.search(before(text.text, span.start)))
        note = led.by_link(label, span.link, _sheet(text, span.start), named) if span.link else None
        if note is not None:
            found.append(note)
    return tuple(found)


def _bracketed(text: Joined, led: Led, habits: Habits, series: str) -> Iterator[Change]:
    """Numbers or labels in square brackets that stand in a list."""
    for match in _BRACKETS.finditer(text.text):
        notes = _all_in_list(match[1], led, series)
        if notes and not _is_code(text, match.start(), habits):
            yield Change(match.start(), match.end(), match[0], notes)


def _all_in_list(inner: str, led: Led, series: str) -> tuple[int, ...]:
    words = _PAGES.sub("", inner)
    labels = [str(number) for number in numbers_of(words)] or [
        label.strip() for label in re.split(r"[,;]", words)
    ]
    found = [led.in_list(label, series) for label in labels if label]
    if not found or any(note is None for note in found):
        return ()
    return tuple(note for note in found if note is not None)


def _is_code(text: Joined, start: int, habits: Habits) -> bool:
    """Whether a bracket is an index, an argument or an interval, as in k[1] or ∈ [0, 1]."""
    if any(span.fixed and span.start <= start < span.end for span in text.spans):
        return True
    words = before(text.text, start)
    if words.rstrip()[-1:] in ("∈", "=", "\\", "}", "{"):
        return True
    word = re.search(r"[\w\\.]+$", words)
    if not word:
        return False
    return len(word[0]) == 1 or not (habits.attached or _WHOLE.fullmatch(word[0]))


def _linked(text: Joined, led: Led) -> Iterator[Change]:
    """Numbers that are not raised, but link to a note of their label."""
    for span in text.spans:
        words = text.text[span.start : span.end]
        notes = _by_links(text, [span], led) if span.link and not span.raised else ()
        inside = _in_brackets(text.text, span.start, span.end)
        if notes:
            yield Change(
                span.start, span.end, words if inside else f"[{words.strip(' []')}]", notes
            )


def _in_brackets(text: str, start: int, end: int) -> bool:
    words, after = before(text, start), text[end : end + REACH]
    return words.rfind("[") > words.rfind("]") and "]" in after.split("[", 1)[0]


def _signs(text: Joined, led: Led, habits: Habits, series: str, lists: bool) -> Iterator[Change]:
    """Raised digits that are letters of their own, and signs such as † that need no raising."""
    for match in _SIGNS.finditer(text.text):
        inner = as_digits(match[0])
        if inner == match[0]:
            note = led.at_foot(inner, _sheet(text, match.start()))
            notes: tuple[int, ...] = (note,) if note is not None and match.start() else ()
        else:
            span = Span(match.start(), match.end(), True, None, False)
            notes = _notes_at(
                text, match.start(), match.end(), inner, [span], led, habits, series, lists
            )
        if notes:
            yield Change(match.start(), match.end(), f"[{inner}]", notes)


def _sheet(text: Joined, at: int) -> int:
    """The sheet that a place of the text stands on."""
    return next(sheet for start, sheet in reversed(text.sheets) if start <= at)
