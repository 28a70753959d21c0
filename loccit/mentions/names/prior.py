"""What all documents know of a name's type, as a prior for each of them."""

from collections.abc import Mapping

from loccit.mentions.names.merge import Key
from loccit.model.mentions import EntityType

_FEWEST = 3
"""Documents that give a name its usual type."""
_TIMES = 4
"""How many times as many documents as those that give it another."""


def retyped(documents: Mapping[Key, int]) -> dict[Key, EntityType]:
    """The names whose type in some documents is not their usual one, with the usual one.

    `documents` says how many documents have a name with a type.
    """
    by_name: dict[str, dict[EntityType, int]] = {}
    for (name, type), count in documents.items():
        by_name.setdefault(name, {})[type] = count
    made: dict[Key, EntityType] = {}
    for name, types in by_name.items():
        usual = max(types, key=lambda type: types[type])
        for type, count in types.items():
            if type != usual and types[usual] >= max(_FEWEST, _TIMES * count):
                made[name, type] = usual
    return made
