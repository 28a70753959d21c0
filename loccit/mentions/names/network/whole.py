"""Spans of the network that are parts of one name, joined: its words are cut at every sign."""

import re
from collections.abc import Iterator, Sequence

from loccit.model.mentions import EntityType

LikelySpan = tuple[int, int, dict[EntityType, float]]
"""Where a name stands in a text, and how likely each of its types is, 0 to 1."""

_WORD_GOES_ON = re.compile(r"'(?!s\b)[^\W\d_]{2,}")
"""Behind D or Zinov: D'Amico, Zinov'yevna."""
_OF = re.compile(r" (?:of|the|de|da|von|van|bin|ibn) ")
_BYNAME = re.compile(r" the (?:Great|Elder|Younger|Conqueror|Good|Bold|Wise|Terrible|Fair|Short)\b")
_NUMBERED = re.compile(r" [IVX]+\b(?!\.)")
_ONE = re.compile(r"[^\W\d_]+\Z")


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
        yield start, _with_byname(text, end, types), types


def _to_end_of_word(text: str, end: int) -> int:
    on = _WORD_GOES_ON.match(text, end)
    return on.end() if on else end


def _is_person(types: dict[EntityType, float]) -> bool:
    return max(types, key=lambda type: types[type]) == "person"


def _goes_on(text: str, one: LikelySpan, other: LikelySpan) -> bool:
    """Proxenus of Atarneus: a person of one word, "of" and another name."""
    between = text[one[1] : other[0]]
    return (
        _is_person(one[2])
        and _OF.fullmatch(between) is not None
        and _ONE.match(text, one[0], one[1]) is not None
    )


def _with_byname(text: str, end: int, types: dict[EntityType, float]) -> int:
    if not _is_person(types):
        return end
    behind = _BYNAME.match(text, end) or _NUMBERED.match(text, end)
    return behind.end() if behind else end
