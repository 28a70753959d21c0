"""The names of one document as it spells them: all that naming needs before it reads passages."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from loccit.mentions.names.merge import Key, Merge
from loccit.mentions.names.merging import counted, within
from loccit.model.codec import dump
from loccit.model.documents import Passage
from loccit.model.mentions import EntityType


@dataclass(frozen=True, slots=True)
class Spelled:
    """How often each name is mentioned, and the merges that the document itself shows."""

    counts: Mapping[Key, int] = field(default_factory=dict)
    merges: Mapping[Key, Merge] = field(default_factory=dict)


def spelled(passages: Sequence[Passage], title: str) -> Spelled:
    entities = [passage.entities() for passage in passages]
    merges = within([passage.text for passage in passages], entities, title)
    return Spelled(counted(each for own in entities for each in own), merges)


def spelled_to_json(names: Spelled) -> str:
    counts = [[*key, count] for key, count in names.counts.items()]
    merges = [[*key, merge.name, merge.reason] for key, merge in names.merges.items()]
    return dump({"counts": counts, "merges": merges})


def spelled_from_json(text: str) -> Spelled:
    record = json.loads(text)
    return Spelled(
        {_key(name, type): count for name, type, count in record["counts"]},
        {_key(name, type): Merge(to, why) for name, type, to, why in record["merges"]},
    )


def _key(name: Any, type: Any) -> Key:
    return cast(str, name), cast(EntityType, type)
