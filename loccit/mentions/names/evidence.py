"""What a name's surroundings and form tell of its type, as weights that add up over a document.

The recogniser's own label is one voice among others: `in X`, `actor X`, `X was born`, `the band X`,
an initial, an ending. Weights are of the size of logarithms of odds: set by hand after those of a
logistic regression on half of WikiGold and on the project's own annotated passages.
"""

import re
from collections.abc import Iterator

from loccit.mentions.names import peoples, words
from loccit.model.mentions import EntityType

TOLD: tuple[EntityType, ...] = ("person", "place", "organisation")
"""The types that evidence tells apart."""

Weights = dict[EntityType, float]
_Weights = tuple[float, float, float]
"""For a person, a place, an organisation."""

_ADJECTIVES = r"(?:[\w-]+\s+){0,4}?"
_IS = rf"\s*(?:\([^)]*\)\s*)?\s(?:is|was)\s+(?:an?|the)\s+{_ADJECTIVES}"
_WHO_IS = rf"\s*(?:\([^)]*\)\s*)?,\s*(?:an?|the)\s+{_ADJECTIVES}"
_ANY_REGION = "|".join(sorted(peoples.REGIONS | peoples.COUNTRIES))

_BEFORE: tuple[tuple[str, _Weights], ...] = (
    (rf"\b(?:{words.TITLES})\s?\.?\s+", (1.0, -0.6, -0.4)),
    (rf"\b(?:{words.OCCUPATIONS}|{words.KIN})s?\s*,?\s*\"?", (1.2, -0.7, -0.5)),
    (r"\b[Ii]n\s+|\b(?:near|at)\s+", (-0.6, 1.0, -0.4)),
    (r"\b(?:[Ii]n|near|at|across|around)\s+the\s+", (-0.4, 0.4, 0.0)),
    (
        r"\b(?:to|from|into|towards?|around|outside|across|throughout|through|between)\s+",
        (-0.6, 0.5, 0.1),
    ),
    (rf"\b(?:{words.SETTLEMENTS})s?\s+(?:of|in)\s+(?:the\s+)?", (-0.5, 1.2, -0.6)),
    (r"\b(?:captured|recaptured|besieged|seized|reached|visited|liberated)\s+", (-0.3, 0.8, -0.1)),
    (r"\b(?:north|south|east|west)\w*\s+of\s+", (-0.4, 0.8, -0.4)),
    (r"\bby\s+", (0.3, -0.3, 0.0)),
    (r"\b[Tt]he\s+", (-1.2, 0.4, 0.7)),
    (rf"\b(?:{words.BODIES})\s*,?\s*\"?", (-0.8, -0.5, 1.3)),
    (r"\b(?:joined|founded|members? of|signed (?:with|to))\s+(?:the\s+)?", (-0.3, -0.1, 0.5)),
    (r"(?:\A|[.!?]\s+)", (0.4, -0.3, 0.0)),
)
_BEHIND: tuple[tuple[str, _Weights], ...] = (
    (rf"\s+(?:{words.PERSONS_DO})\b", (1.0, -0.8, -0.3)),
    (r"\s*\(\s*(?:born|died|c\. ?\d|\d{3,4}\s?[-–])", (1.0, -0.6, -0.4)),
    (
        rf"\s?'s?\s+(?:{words.KIN}|death|life|work|works|career|own|book|writings)\b",
        (0.8, -0.4, -0.4),
    ),
    (r"\s?'s?\s", (0.4, -0.6, 0.2)),
    (rf"\s*,\s*(?:{_ANY_REGION})(?!\w)", (-0.6, 1.3, -0.5)),
    (rf"{_IS}(?:{words.SETTLEMENTS})s?\b", (-1.0, 3.0, -1.0)),
    (rf"{_IS}(?:{words.OCCUPATIONS}|{words.KIN})\b", (3.0, -1.0, -1.0)),
    (rf"{_IS}(?:{words.BODIES})\b", (-1.0, -1.0, 2.5)),
    (rf"{_WHO_IS}(?:{words.SETTLEMENTS})s?\b", (-0.5, 1.0, -0.6)),
    (rf"{_WHO_IS}(?:{words.OCCUPATIONS}|{words.KIN})\b", (0.9, -0.4, -0.5)),
    (rf"{_WHO_IS}(?:{words.BODIES})\b", (-0.3, -0.4, 0.7)),
    (rf"\s+(?:{words.SETTLEMENTS}|station|airport|area|border|campus)s?\b", (-0.5, 0.9, -0.4)),
    (rf"\s+(?:[a-z]+ing\s+)?(?:{words.BODIES})\b", (-0.4, -0.3, 1.0)),
    (r"\s+(?:members?|officials?|headquarters|employees|fighters|militants)\b", (-0.4, -0.4, 0.8)),
    (r"\s*\(\s*[A-Z]{2,}\b", (-0.4, -0.5, 0.9)),
)
_FORM: tuple[tuple[str, _Weights], ...] = (
    (r"[A-Z][A-Z&.]{1,6}s?\Z", (-1.0, 0.3, 0.7)),
    (r".*\b[A-Z]\. ", (0.6, -0.3, -0.3)),
    (rf".+\b(?:{words.KINDS_OF_PLACE})\Z|(?:Mount|Lake|Fort|San|Santa|New)\s", (-1.1, 1.2, -0.1)),
    (rf".+\b(?:{words.KINDS_OF_ORGANISATION})\b", (-1.2, 0.0, 1.2)),
    (rf"(?:{_ANY_REGION})\Z", (-0.6, 1.3, -0.7)),
    (rf"\w+(?:{words.PLACE_ENDINGS})\Z", (-0.4, 0.5, -0.1)),
    (r"(?:[A-Z][\w.]+\s)+[A-Z][a-z]+[^s]s\Z", (-0.4, -0.2, 0.6)),
    (r"[A-Z][a-z]+\s[A-Z][a-z]+\Z", (0.3, 0.0, -0.3)),
)
_LABEL: dict[EntityType, _Weights] = {
    "person": (1.0, -0.4, -0.4),
    "place": (-0.9, 1.1, -0.1),
    "organisation": (0.0, -0.6, 0.7),
}
_OTHERWISE = 1.0
"""The weight of a recogniser's label for a group, an event or something else."""
_BY_FORM = 3.0
"""The weight of such a label that the last word of the name confirms: Gettysburg Address."""
_KIND = re.compile(rf"\s(?:{words.KINDS_OF_EVENT}|{words.KINDS_OF_OTHER})\Z")
_REACH = 45
"""Code points that are looked at on each side."""

_before = [(re.compile(rf"(?:{pattern})\Z"), weights) for pattern, weights in _BEFORE]
_behind = [(re.compile(pattern), weights) for pattern, weights in _BEHIND]
_form = [(re.compile(pattern), weights) for pattern, weights in _FORM]


def of(text: str, start: int, end: int, label: EntityType) -> Weights:
    """The weights of one mention that the recogniser gave the type `label`.

    >>> weights = of("in Brockhaus.", 3, 12, "person")
    >>> max(weights, key=weights.__getitem__)
    'place'
    """
    told = around(text, start, end)
    if label not in _LABEL:
        told[label] = _BY_FORM if _KIND.search(text, start, end) else _OTHERWISE
    else:
        _add(told, _LABEL[label])
    return told


def around(text: str, start: int, end: int) -> Weights:
    """What a mention's form and its surroundings weigh, whatever a recogniser says."""
    told: Weights = dict.fromkeys(TOLD, 0.0)
    for weights in _met(text, start, end):
        _add(told, weights)
    return told


def _add(told: Weights, weights: _Weights) -> None:
    for type, weight in zip(TOLD, weights, strict=True):
        told[type] += weight


def _met(text: str, start: int, end: int) -> Iterator[_Weights]:
    before, behind = text[max(0, start - _REACH) : start], text[end : end + 2 * _REACH]
    yield from (weights for pattern, weights in _before if pattern.search(before))
    yield from (weights for pattern, weights in _behind if pattern.match(behind))
    name = text[start:end]
    yield from (weights for pattern, weights in _form if pattern.match(name))
