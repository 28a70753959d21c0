"""Spans of the network mended at their ends: its words are cut at every sign."""

import re
from collections.abc import Iterator, Sequence

from loccit.model.mentions import EntityType

Types = dict[EntityType, float]
"""How likely each type is, 0 to 1."""
LikelySpan = tuple[int, int, Types]
"""Where a name stands in a text, and how likely each of its types is."""

_HYPHENATED = re.compile(r"-(?![^\s-]*(?:ed|ing)\b)[a-z]{2,}(?=\W|\Z)(?!-)")
"""Behind Ki: Ki-woo."""
_NUMBER = re.compile(r" \d{1,4}\b(?![.,:/]\d| (?:people|men|km|miles))")
_CODE = re.compile(r"(?:[A-Z]{1,3}|Interstate|Highway|Route)\Z")
"""Before a number, a road: FM 306."""
_WORD_GOES_ON = re.compile(r"'(?!s\b)[^\W\d_]{2,}")
"""Behind D or Zinov: D'Amico, Zinov'yevna."""
_SMALL = r"(?:of|the|de|da|von|van|bin|ibn)"
_OF = re.compile(rf" {_SMALL} ")
_ENDS_SMALL = re.compile(rf" {_SMALL}\Z")
_LEFT_OVER = re.compile(r"(?: (?:of|the|for|and|in|de|on|by|at|to))+\Z")
_BYNAME = re.compile(r" the (?:Great|Elder|Younger|Conqueror|Good|Bold|Wise|Terrible|Fair|Short)\b")
_NUMBERED = re.compile(r" [IVX]+\b(?!\.)")
_ONE = re.compile(r"[^\W\d_]+\Z")
_HOUSE_NUMBER = re.compile(r"\d+[a-z]? (?=[^\W\d_a-z])")
_TEAM = re.compile(r" team\b")
_SIGNS = re.compile(r"(?:\s*&(?:amp)?|[^\w.!?)\"'&+*])+\Z")
_SMALL_BEHIND = re.compile(r"(?: [a-z]+)+\Z")


def whole(text: str, spans: Sequence[LikelySpan]) -> Iterator[LikelySpan]:
    """The spans, with what of a word was cut off, and persons with their bynames.

    >>> person = {"person": 1.0}
    >>> list(whole("Zinov'yevna and Philip of Macedon", [(0, 5, person), (6, 11, person)]))
    [(0, 11, {'person': 1.0})]
    """
    kept: list[LikelySpan] = []
    for start, end, types in spans:
        end = _to_end_of_word(text, end)
        if kept and start < kept[-1][1]:
            if end > kept[-1][1]:
                kept[-1] = (kept[-1][0], end, kept[-1][2])
        elif kept and _goes_on(text, kept[-1], (start, end, types)):
            kept[-1] = (kept[-1][0], end, kept[-1][2])
        else:
            kept.append((start, end, types))
    for start, end, types in kept:
        type = likeliest(types)
        yield _first(text, start, end, type), _last(text, start, end, type), types


def likeliest(types: Types) -> EntityType:
    return max(types, key=lambda type: types[type])


def _to_end_of_word(text: str, end: int) -> int:
    on = _WORD_GOES_ON.match(text, end)
    return on.end() if on else end


def _goes_on(text: str, one: LikelySpan, other: LikelySpan) -> bool:
    """Proxenus of Atarneus: a person of one word, "of" and another name."""
    if likeliest(one[2]) != "person":
        return False
    between, own = text[one[1] : other[0]], text[one[0] : one[1]]
    small = _ENDS_SMALL.search(own)
    if small:
        return between == " " and _ONE.match(own[: small.start()]) is not None
    return _OF.fullmatch(between) is not None and _ONE.match(own) is not None


def _first(text: str, start: int, end: int, type: EntityType) -> int:
    """A place without the number of the house."""
    number = _HOUSE_NUMBER.match(text, start, end) if type == "place" else None
    return number.end() if number else start


def _last(text: str, start: int, end: int, type: EntityType) -> int:
    own = _SIGNS.sub("", text[start:end])
    end = start + len(own)
    left_over = _LEFT_OVER.search(own)
    if left_over:
        return start + left_over.start()
    if type == "place" and _CODE.match(own):
        behind = _NUMBER.match(text, end)
        return behind.end() if behind else end
    if type == "person":
        behind = _HYPHENATED.match(text, end) if _ONE.match(own) else None
        behind = behind or _BYNAME.match(text, end) or _NUMBERED.match(text, end)
        return behind.end() if behind else end
    if type == "organisation" and " national " in own:
        behind = _TEAM.match(text, end)
        return behind.end() if behind else end
    small = _SMALL_BEHIND.search(own) if type == "group" else None
    return start + small.start() if small else end
