"""General rules that correct a recogniser's spans: articles, possessives, titles, types."""

import re

from mentions.types import EntityType

_TYPES: dict[str, EntityType] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "LAW": "other",
    "WORK_OF_ART": "other",
    "PRODUCT": "other",
    "LANGUAGE": "group",
    "MISC": "other",
}
"""A model's labels; those that aren't here (dates, numbers) name nothing."""

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:President|Prime Minister|Minister|Secretary|Secretary of State|General|Gen\.|Colonel"
    r"|Col\.|Major|Captain|Lieutenant|Sergeant|Admiral|King|Queen|Prince|Princess|Emperor|Sir"
    r"|Lord|Lady|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Professor|Prof\.|Senator|Governor|Chancellor|Ambassador"
    r"|Bishop|Archbishop|Cardinal|Pope|Sheikh|Imam|Ayatollah)\s+(?=[^\W\d_a-z])"
)
_OPENING = re.compile(r"[\s\"'(\[,;:–—-]+")
_CLOSING = re.compile(r"(?:'s?|[\s\"(\[,;:–—-])+\Z")
_SUFFIX = re.compile(r"-(?:held|led|backed|based|affiliated|controlled|linked|aligned|born|era)$")
"""What a hyphen adds to a name: US-backed names the US."""
_PLACE_ENDING = re.compile(
    r"\b(?:Governorate|Province|District|County|Airport|Airbase|Air Base|Dam|River|Valley|Desert"
    r"|Island|Islands|Peninsula|Mountains?|Lake|Sea|Bay|Strait|City|Village)\Z"
)
_EVENT_OPENING = re.compile(
    r"(?:Operation|Battle|Siege|Treaty|War|Battles)\s+(?:of\s+)?[^\W\d_a-z]"
)
_EVENT_ENDING = re.compile(r"\b(?:War|Offensive|Revolution|Uprising|Massacre|Summit|Crisis)\Z")


def corrected(text: str, start: int, end: int, label: str) -> tuple[int, int, EntityType] | None:
    """The span without what isn't the name, and its type; None if nothing of it is a name.

    >>> corrected("the Syrian Army's men", 0, 17, "ORG")
    (4, 15, 'organisation')
    >>> corrected("in 2012", 3, 7, "DATE")
    """
    if label not in _TYPES:
        return None
    start, end = _trimmed(text, start, end)
    if _TYPES[label] == "person":
        title = _TITLE.match(text, start, end)
        start = title.end() if title else start
    suffix = _SUFFIX.search(text[start:end])
    end = start + suffix.start() if suffix else end
    name = text[start:end]
    if not re.search(r"[^\W\d_]", name) or "\n" in name or name == "s":
        return None
    if label in ("NORP", "PERSON") and not name[0].isupper() and not name[-1].isupper():
        return (start, end, _TYPES[label]) if re.search(r"\b[^\W\d_a-z]", name) else None
    return start, end, _type(name, label)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end:
        opening = _OPENING.match(text, start, end) or _ARTICLE.match(text, start, end)
        if not opening:
            break
        start = opening.end()
    name = text[start:end]
    if "(" not in name:
        name = name.rstrip(")] ")
    closing = _CLOSING.search(name)
    return start, start + (closing.start() if closing else len(name))


def _type(name: str, label: str) -> EntityType:
    if _EVENT_OPENING.match(name) or (label != "ORG" and _EVENT_ENDING.search(name)):
        return "event"
    if _PLACE_ENDING.search(name) and label in ("PERSON", "ORG", "GPE", "LOC", "FAC"):
        return "place"
    return _TYPES[label]
