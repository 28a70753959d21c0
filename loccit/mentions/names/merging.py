"""Merging: which spellings are one name. Never across types, and each merge has its reason.

Within a document: an abbreviation with the words that define it, a surname with the one full name
that has it, initials with the name they abbreviate. Within and across: spellings that differ in
accents, hyphens, full stops and capitals alone, and a people's plural.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loccit.mentions.names.agreement import defines
from loccit.model.mentions import Entity, EntityType

Key = tuple[str, EntityType]
"""A name as written, with its type."""

_SHORT_BEHIND = re.compile(r"(?:['’]s)?\s*\(\"?\Z")
_PARTICLES = frozenset("al el ad as ash an ar at az".split())
_STATE = re.compile(
    r"(?:[A-Z]\w+ )?(?:Republic|Kingdom|Principality|Commonwealth) of (?P<own>.+)\Z"
)
_LONGEST_GAP = 6


@dataclass(frozen=True, slots=True)
class Merge:
    """The name that a spelling stands for, and why."""

    name: str
    reason: str


def within(
    texts: Sequence[str], entities: Sequence[Sequence[Entity]], title: str = ""
) -> dict[Key, Merge]:
    """The spellings of one document that stand for another of its names."""
    counts = Counter((entity.name, entity.type) for each in entities for entity in each)
    merges = (
        dict(_initials(counts)) | dict(_founded(counts, title)) | dict(_defined(texts, entities))
    )
    persons = [name for name, type in counts if type == "person"]
    full = {name for name in [*persons, *_titled(title, persons)] if len(_tokens(name)) > 1}
    for name in persons:
        taken = _full_name(name, full)
        if taken and (name, "person") not in merges:
            merges[name, "person"] = taken
    return _settled(merges)


def _titled(title: str, persons: Sequence[str]) -> Iterator[str]:
    """The document's title, where it is a name that ends in one of its persons' names."""
    if 2 <= len(title.split()) <= 4 and title.split()[-1] in persons:
        yield title


def across(counts: Mapping[Key, int]) -> dict[Key, Merge]:
    """The spellings that differ in nothing but signs, to the most frequent of them."""
    groups: dict[tuple[str, EntityType], list[str]] = {}
    for name, type in counts:
        groups.setdefault((plain(name, type), type), []).append(name)
    merges: dict[Key, Merge] = {}
    for (_, type), names in groups.items():
        best = min(names, key=lambda name: (-counts[name, type], -len(name), name))
        for name in names:
            if name != best:
                merges[name, type] = Merge(best, f"the same as “{best}” but for its spelling")
    return merges


def plain(name: str, type: EntityType) -> str:
    """What spellings of a name share.

    >>> plain("Al Assad", "person"), plain("al-Assad", "person"), plain("Kurds", "group")
    ('al assad', 'al assad', 'kurd')
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    words = re.sub(r"[-\s_]+", " ", re.sub(r"[.,'’`ʻʿ]", "", bare)).strip().split()
    if words[:1] == ["the"]:
        words = words[1:]
    text = " ".join(words)
    if type == "place":
        text = re.sub(r" (?:governorate|prov)\Z", " province", text)
    if type == "group" and len(text) > 4 and text.endswith("s") and not text.endswith("ss"):
        return text[:-1]
    return text or name


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


def _tokens(name: str) -> list[str]:
    return [token for token in plain(name, "person").split() if token not in _PARTICLES]


def _full_name(name: str, full: set[str]) -> Merge | None:
    """The one full name that a surname or a name with initials stands for."""
    own = _tokens(name)
    if not own:
        return None
    candidates = {
        plain(each, "person"): each
        for each in sorted(full)
        if each != name and _stands_for(own, _tokens(each))
    }
    if len(candidates) != 1:
        return None
    (taken,) = candidates.values()
    why = "initials of" if len(own) > 1 and len(own[0]) == 1 else "surname of"
    return Merge(taken, f"{why} “{taken}”, the only such name in the document")


def _stands_for(own: Sequence[str], full: Sequence[str]) -> bool:
    """
    >>> _stands_for(["assad"], ["bashar", "assad"]), _stands_for(["b", "x"], ["bob", "x"])
    (True, True)
    """
    if len(own) < len(full):
        return list(full[-len(own) :]) == list(own)
    initials = len(own) == len(full) > 1 and own[-1] == full[-1] and own != full
    return initials and all(
        (len(short) == 1 and long.startswith(short)) or short == long
        for short, long in zip(own[:-1], full[:-1], strict=True)
    )


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
