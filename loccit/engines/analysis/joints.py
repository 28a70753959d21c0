"""What a joint makes of the words beside it: one word (Qur'an, U.S., 3.5), or several that belong
together (air-strike, l'homme), or words that only touch (example.org)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loccit.engines.analysis import numbers
from loccit.engines.analysis.characters import APOSTROPHE, HYPHEN
from loccit.engines.analysis.chunks import JOINT
from loccit.engines.analysis.folding import fold
from loccit.mentions.names.known_words import known_words

_JOINT = re.compile(JOINT)
_APOSTROPHE, _HYPHEN = re.compile(APOSTROPHE), re.compile(HYPHEN)
_HIDDEN = re.compile("[\u200b\u200c]+")
"""What divides a word without being seen."""
_ELIDED = frozenset(
    "l d j m n s t c qu lorsqu puisqu jusqu quoiqu dell nell all sull dall un".split()
)
"""What French and Italian shorten before an apostrophe."""
_PRONOUNS = frozenset("i you he she it we they who that there what".split())
_SHORTENED = frozenset("ll re ve d m".split())
_MOST_JOINED = 30
"""Words that joints hold together; a longer row is read as words that only touch."""
_ABBREVIATED = 4
"""Letters that an abbreviation with full stops has at most, unless each stands alone."""

Stretch = tuple[str, int, int]


class Unit(NamedTuple):
    """A word, `text`, with the joint before it; `parts` are what else is found of it."""

    text: str
    start: int
    end: int
    joint: str = ""
    parts: tuple[Stretch, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether its joint holds it together with the word before."""
        return bool(_HYPHEN.match(self.joint) or _APOSTROPHE.match(self.joint)) or self.joint == "/"

    @property
    def bare(self) -> str:
        """Without what can't be seen."""
        return _HIDDEN.sub("", self.text)


def units(body: str, at: int) -> Iterator[Unit]:
    """Of a chunk's body, which begins at `at`."""
    if body.isascii() and body.isalnum():
        yield Unit(body, at, at + len(body))
        return
    if body[0].isdecimal() and (number := numbers.value(body)):
        groups = [(match[0], *match.span()) for match in re.finditer(r"\d+", body)]
        apart = re.search(r"\s", body)
        parts = [(text, at + first, at + last) for text, first, last in groups if apart]
        yield Unit(number, at, at + len(body), "", tuple(parts))
        return
    every = list(_cut(body, at))
    if len(every) > _MOST_JOINED:
        yield from (each._replace(joint="") for each in every)
        return
    for unit in _merged(every):
        if unit.text.isascii():
            yield unit
            continue
        hidden = [match.span() for match in re.finditer(r"[^\u200b\u200c]+", unit.text)]
        if len(hidden) > 1:
            own = tuple((unit.text[a:b], unit.start + a, unit.start + b) for a, b in hidden)
            yield unit._replace(parts=(*unit.parts, *own))
        else:
            yield unit


def _cut(body: str, at: int) -> Iterator[Unit]:
    begin, joint = 0, ""
    for match in _JOINT.finditer(body):
        if match.start() > begin:
            yield Unit(body[begin : match.start()], at + begin, at + match.start(), joint)
            begin, joint = match.end(), match[0]
    if begin < len(body) and fold(body[begin:]):
        yield Unit(body[begin:], at + begin, at + len(body), joint)


def _merged(every: Sequence[Unit]) -> Iterator[Unit]:
    if len(every) == 1:
        yield from every
        return
    at = 0
    while at < len(every):
        count = _abbreviation(every[at:]) or _number(every[at:]) or 1
        one = _one(every[at : at + count])
        at += count
        while at < len(every) and (grown := _grown(one, every[at])):
            one = grown
            at += 1
        yield one


def _one(several: Sequence[Unit]) -> Unit:
    """An abbreviation or a number, as one word."""
    if len(several) == 1:
        return several[0]
    written = "".join(each.joint * bool(at) + each.text for at, each in enumerate(several))
    text = numbers.value(written) or "".join(each.text for each in several)
    longer = tuple((each.text, each.start, each.end) for each in several if len(each.text) > 1)
    parts = () if numbers.value(written) else longer
    return Unit(text, several[0].start, several[-1].end, several[0].joint, parts)


def _abbreviation(every: Sequence[Unit]) -> int:
    """How many of the units are letters with full stops, 0 if too few: U.S, Ph.D, e.g."""
    if len(every) < 2 or every[1].joint not in (".", "．"):
        return 0
    count = 1
    while count < len(every) and every[count].joint in (".", "．"):
        count += 1
    letters = [each.text for each in every[:count]]
    if count < 2 or not all(each.isalpha() for each in letters):
        return 0
    single = all(len(each) == 1 for each in letters)
    short = sum(map(len, letters)) <= _ABBREVIATED and all(each[0].isupper() for each in letters)
    return count if single or (short and any(len(each) == 1 for each in letters)) else 0


def _number(every: Sequence[Unit]) -> int:
    """How many of the units are one number, 0 if fewer than two; of 6.5.2013 none are."""
    written = every[0].text
    if not written.isdecimal():
        return 0
    best = 0
    for at, unit in enumerate(every[1:], start=2):
        if not _is_of_number(unit):
            break
        written += unit.joint + unit.text
        if numbers.value(written):
            best = at
    dotted = best < len(every) and _is_of_number(every[best]) and every[best].joint == "."
    return 0 if dotted or every[0].joint == "." else best


def _is_of_number(unit: Unit) -> bool:
    return unit.text.isdecimal() and bool(unit.joint) and unit.joint in ".,٬٫'’"


def _grown(one: Unit, following: Unit) -> Unit | None:
    """Both as one word; None where they are two."""
    joint, end = following.joint, following.end
    if joint in (".", "-"):
        return None
    if joint == "·" or joint in ('"', "”"):
        return one._replace(text=one.text + following.text, end=end)
    if joint.isspace() or (joint[1:].isspace() and _is_divided(one.text, following.text)):
        halves = ((one.text, one.start, one.end), (following.text, following.start, end))
        return one._replace(text=one.text + following.text, end=end, parts=(*one.parts, *halves))
    if not _APOSTROPHE.match(joint):
        return None
    left, right = fold(one.text), fold(following.text)
    if right == "s" or (right in _SHORTENED and left in _PRONOUNS):
        return one
    if left in _ELIDED or left[-1:].isdecimal() or right[:1].isdecimal():
        return None
    long = [each for each in (one, following) if len(each.text) > 1]
    parts = (*one.parts, *((each.text, each.start, each.end) for each in long))
    return one._replace(text=one.text + following.text, end=end, parts=parts)


def _is_divided(left: str, right: str) -> bool:
    """Whether a hyphen at a line's end divides a word; else it is one of a compound."""
    if not (left[-1:].isalpha() and right[:1].islower()):
        return not left.isascii() and left[-1:].isalpha() and right[:1].isalpha()
    known = known_words()
    whole = fold(left + right)
    return whole in known or not {fold(left), fold(right)} <= known
