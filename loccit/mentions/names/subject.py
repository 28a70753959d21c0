"""Whom or what a document is about: its title and its first sentence say its names and its type."""

import re
from collections.abc import Set
from dataclasses import dataclass

from loccit.mentions.names import words
from loccit.model.mentions import EntityType

_QUALIFIER = re.compile(r"\s*\([^()]*\)\Z")
_IS = re.compile(
    r"\W*+(?:The\s++)?(?P<name>[^.;()]{2,80}?)(?:,?\s*\([^)]{0,200}\))*,?"
    r"\s+(?:is|was|are|were)\s+(?:an?|the|one\s+of\s+the)\s+(?P<what>[^.;:]{2,160})"
)
_HEAD_ENDS = re.compile(
    r",|\s(?:of|in|who|that|which|whose|by|from|for|at|on|with|and|or|to|near|since|based|located"
    r"|situated|known|created|developed|written|directed|released|published|founded|held|played)\b"
)
_NOUNS: tuple[tuple[str, EntityType], ...] = (
    (words.OCCUPATIONS, "person"),
    (words.BODIES, "organisation"),
    (words.SETTLEMENTS + "|mountain range|airport|building|bridge|park|cemetery", "place"),
    (words.WORKS + "|series|video game|magazine|play|short story|comic", "other"),
    ("war|battle|election|tournament|championship|earthquake|treaty|siege|riot", "event"),
)
_KINDS = tuple((re.compile(rf"\b(?:{nouns})s?\Z"), type) for nouns, type in _NOUNS)


@dataclass(frozen=True, slots=True)
class Subject:
    """The names of what a document is about, its short forms among them, and its type."""

    names: Set[str]
    type: EntityType


def subject(title: str, opening: str) -> Subject | None:
    """What the first sentence says that the title is; None where it doesn't.

    >>> subject("Leda Vik", "Leda Vik (born 1970) is a Norwegian jazz singer from Oslo.").type
    'person'
    >>> subject("Vik", "Vik is cold.")
    """
    bare = _QUALIFIER.sub("", title).strip()
    said = _IS.match(opening)
    if not bare or said is None or said["name"].split()[0] != bare.split()[0]:
        return None
    ends = _HEAD_ENDS.search(said["what"])
    head = said["what"][: ends.start()] if ends else said["what"]
    type = next((type for kind, type in _KINDS if kind.search(head)), None)
    if type is None:
        return None
    names = {bare, said["name"]}
    if type in ("person", "organisation"):
        names |= _short_forms(bare) | _short_forms(said["name"])
    return Subject(names, type)


def _short_forms(name: str) -> set[str]:
    """Its first word and its last, if they are names."""
    own = name.split()
    return {word for word in (own[0], own[-1]) if word[:1].isupper() and len(word) > 2}
