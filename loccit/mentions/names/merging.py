"""Merging: which spellings are one name. Never across types, and each merge has its reason.

Within a document: an abbreviation with the words that define it, and people's names (`people`).
Within and across: spellings that differ in accents, hyphens, full stops and capitals alone, and a
people's plural.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from loccit.mentions.names.definitions import defines
from loccit.mentions.names.merge import Key, Merge
from loccit.mentions.names.people import People
from loccit.mentions.names.plain import plain
from loccit.model.mentions import Entity

_SHORT_BEHIND = re.compile(r"(?:['’]s)?\s*\(\"?\Z")
_STATE = re.compile(
    r"(?:[A-Z]\w+ )?(?:Republic|Kingdom|Principality|Commonwealth) of (?P<own>.+)\Z"
)
_LONGEST_GAP = 6


def within(
    texts: Sequence[str], entities: Sequence[Sequence[Entity]], title: str = ""
) -> dict[Key, Merge]:
    """The spellings of one document that stand for another of its names."""
    counts = Counter((entity.name, entity.type) for each in entities for entity in each)
    merges = (
        dict(_initials(counts)) | dict(_founded(counts, title)) | dict(_defined(texts, entities))
    )
    people = People(counts, _firsts(entities), title)
    for name in people.names:
        taken = people.full_name(name)
        if taken and (name, "person") not in merges:
            merges[name, "person"] = taken
    return _settled(merges)


def _firsts(entities: Sequence[Sequence[Entity]]) -> dict[str, int]:
    """Where each name of a person comes first, as its number among all mentions."""
    firsts: dict[str, int] = {}
    for at, entity in enumerate(entity for each in entities for entity in each):
        if entity.type == "person":
            firsts.setdefault(entity.name, at)
    return firsts


def across(counts: Mapping[Key, int]) -> dict[Key, Merge]:
    """The spellings that differ in nothing but signs, to the most frequent of them."""
    groups: dict[Key, list[str]] = {}
    for name, type in counts:
        groups.setdefault((plain(name, type), type), []).append(name)
    merges: dict[Key, Merge] = {}
    for (_, type), names in groups.items():
        best = min(names, key=lambda name: (-counts[name, type], -len(name), name))
        for name in names:
            if name != best:
                merges[name, type] = Merge(best, f"the same as “{best}” but for its spelling")
    return merges


def _defined(
    texts: Sequence[str], entities: Sequence[Sequence[Entity]]
) -> Iterator[tuple[Key, Merge]]:
    """Abbreviations in brackets behind the words they stand for; the first definition counts."""
    seen: set[Key] = set()
    for text, each in zip(texts, entities, strict=True):
        for full, short in pairwise(each):
            between = text[full.end : short.start]
            if full.type != short.type or len(between) > _LONGEST_GAP:
                continue
            if not _SHORT_BEHIND.match(between) or text[short.end : short.end + 1] != ")":
                continue
            if not defines(full.name, short.name) and not _is_code(full, short):
                continue
            key = (short.name, short.type)
            if key not in seen and short.name != full.name:
                seen.add(key)
                yield key, Merge(full.name, f"defined in the text: “{full.name} ({short.name})”")


def _is_code(full: Entity, short: Entity) -> bool:
    """Of two organisations one is an abbreviation, perhaps of another language: YPG."""
    if full.type != "organisation":
        return False
    return any(re.fullmatch(r"(?:\w+ )?[A-Z]{2,6}(?:-[A-Z0-9]+)?", e.name) for e in (full, short))


def _initials(counts: Mapping[Key, int]) -> Iterator[tuple[Key, Merge]]:
    """An abbreviation and the only organisation of the document with these initials."""
    full = [name for name, type in counts if type == "organisation" and len(name.split()) > 2]
    by_letters: dict[str, set[str]] = {}
    for name in full:
        initials = [word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()]
        by_letters.setdefault("".join(sorted(initials)), set()).add(name)
    for name, type in counts:
        if type == "organisation" and re.fullmatch("[A-Z]{3,6}", name):
            fits = by_letters.get("".join(sorted(name)), set())
            if len(fits) == 1:
                (taken,) = fits
                yield (name, type), Merge(taken, f"the initials of “{taken}”, the only such name")


def _founded(counts: Mapping[Key, int], title: str) -> Iterator[tuple[Key, Merge]]:
    """`Republic of Albania` is Albania in a document of that title.

    In others it may not be: a Republic of Macedonia beside the Roman province.
    """
    for name, type in counts:
        match = _STATE.match(name)
        if type == "place" and match and match["own"] == title and (title, "place") in counts:
            yield (name, type), Merge(match["own"], f"the full name of “{match['own']}”")


def _settled(merges: Mapping[Key, Merge]) -> dict[Key, Merge]:
    """Each merge to a name that is not itself merged; what runs in a circle is left apart."""
    settled: dict[Key, Merge] = {}
    for key, merge in merges.items():
        name, seen = merge.name, {key[0]}
        while (name, key[1]) in merges and name not in seen:
            seen.add(name)
            name = merges[name, key[1]].name
        if name not in seen:
            settled[key] = Merge(name, merge.reason)
    return settled


def joined(*layers: Mapping[Key, Merge]) -> dict[Key, Merge]:
    """Merges of one layer after another: a name merged in the first may be merged in the next."""
    return _settled({key: merge for layer in reversed(layers) for key, merge in layer.items()})


def counted(entities: Iterable[Entity]) -> Counter[Key]:
    return Counter((entity.name, entity.type) for entity in entities)
