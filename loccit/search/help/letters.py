"""How far a spelling is from a word, counted as people misspell: a doubled letter is near, a letter
changed for one that neither sounds like it nor lies beside it on a keyboard is far."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, islice

FAR = 99.0
"""Further than anything that is compared."""

_DOUBLED, _SWAPPED, _SOUNDS, _SILENT = 0.5, 0.6, 0.6, 0.6
_LEFT_OUT, _PUT_IN, _BESIDE, _CHANGED = 0.8, 0.9, 0.9, 1.3
_FIRST = 0.7
"""More where the first letter is wrong: people keep it."""
_MOST_AHEAD = 3
"""Letters that one spelling may be ahead of the other."""

_VOWELS = "aeiouy"
_ALIKE = frozenset("ck cs sz cz kq cq fv dt bp mn gj uw vw lr bv iy".split())
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE_KEYS = {
    (a, b)
    for row, below in zip(_KEYS, (*_KEYS[1:], ""), strict=True)
    for at, a in enumerate(row)
    for b in (*row[at + 1 : at + 2], *below[max(0, at - 1) : at + 1])
}
_SAME_SOUND = """
ai:a ai:ei au:o ay:ai ble:bel ck:c ck:k cc:k ch:k ci:s ction:xion cs:x ct:x dg:g dg:j ea:e ea:ee
ea:i eau:o ee:e ee:i ei:ay eu:u ew:u ey:y gh:f gn:n ie:y i:y igh:i kn:n ks:x kw:qu le:al le:el mb:m
oa:o oe:e oo:u ou:o ou:ow ou:u ough:o ps:s ph:f ph:v rh:r sc:s sch:sh sh:ch sh:ci sh:ss sh:ti
sion:tion tch:ch th:d th:t ti:s ts:z tz:z wh:w wr:r
"""
"""Letters that may be heard alike, each pair both ways."""


def _sounds() -> dict[str, list[tuple[str, str]]]:
    """The pairs by the first letter of either side."""
    found = defaultdict(list)
    for pair in _SAME_SOUND.split():
        one, other = pair.split(":")
        found[one[0]].append((one, other))
        found[other[0]].append((other, one))
    return dict(found)


_BY_LETTER = _sounds()


def distance(typed: str, word: str, most: float) -> float:
    """The cheapest way from one to the other, both folded; FAR where it costs more than `most`.

    A letter put in, left out or changed costs about 1, one that is doubled, swapped or heard alike
    about a half.

    >>> distance("milennium", "millennium", 9), distance("fysics", "physics", 9)
    (0.5, 0.6)
    >>> distance("paxton", "patton", 9), distance("wigner", "higher", 1) == FAR
    (1.3, True)
    """
    if abs(len(typed) - len(word)) > _MOST_AHEAD:
        return FAR
    costs = {(0, 0): 0.0}
    for at in range(len(typed) + 1):
        for beside in range(max(0, at - _MOST_AHEAD), min(len(word), at + _MOST_AHEAD) + 1):
            here = costs.get((at, beside), FAR)
            if here > most:
                continue
            for ahead, further, cost in _steps(typed, word, at, beside):
                place = (at + ahead, beside + further)
                costs[place] = min(costs.get(place, FAR), here + cost)
    whole = round(costs.get((len(typed), len(word)), FAR), 3)
    return whole if whole <= most else FAR


def _steps(typed: str, word: str, at: int, beside: int) -> Iterator[tuple[int, int, float]]:
    """What may come next: letters of `typed` and of `word`, and what that costs."""
    given, right = typed[at : at + 1], word[beside : beside + 1]
    if given and given == right:
        yield 1, 1, 0.0
    first = _FIRST if not at and not beside and given != right else 0.0
    if given:
        doubled = given == typed[at - 1 : at]
        yield 1, 0, (_DOUBLED if doubled else _PUT_IN) + first
    if right:
        yield 0, 1, _left_out(right, word[beside - 1 : beside]) + first
    if not given or not right:
        return
    if given != right:
        first_vowel = not set(typed[:at]) & set(_VOWELS)
        yield 1, 1, _changed(given, right, first_vowel) + first
    if given != right and typed[at : at + 2] == word[beside : beside + 2][::-1]:
        yield 2, 2, _SWAPPED
    for one, other in _BY_LETTER.get(given, ()):
        if typed.startswith(one, at) and word.startswith(other, beside):
            yield len(one), len(other), _SOUNDS


def _left_out(letter: str, before: str) -> float:
    if letter == before:
        return _DOUBLED
    return _SILENT if letter in "he" else _LEFT_OUT


def _changed(given: str, right: str, first_vowel: bool) -> float:
    """The first vowel of a word is mostly stressed, and seldom taken for another."""
    if "".join(sorted((given, right))) in _ALIKE:
        return _SOUNDS
    if given in _VOWELS and right in _VOWELS:
        return _CHANGED if first_vowel else _SOUNDS
    return _BESIDE if (given, right) in _BESIDE_KEYS or (right, given) in _BESIDE_KEYS else _CHANGED


def heard_alike(typed: str, most: int) -> list[str]:
    """At most so many spellings of the same sounds: one or two stretches written otherwise.

    >>> "photo" in heard_alike("foto", 99), "psychology" in heard_alike("sykology", 999)
    (True, True)
    """
    once = list(dict.fromkeys(islice(_respelled(typed), most)))
    twice = (each for other in once for each in _respelled(other))
    return list(dict.fromkeys(islice(chain(once, twice), most)))


def _respelled(typed: str) -> Iterator[str]:
    for at, letter in enumerate(typed):
        for one, other in _BY_LETTER.get(letter, ()):
            if typed.startswith(one, at):
                yield typed[:at] + other + typed[at + len(one) :]
