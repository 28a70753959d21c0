"""Words and names that are common in English: those that the network's table has whole."""

import json
from functools import cache
from pathlib import Path

from loccit.mentions.names.recogniser import FOLDER

SHORTEST = 4
"""Letters; shorter pieces of the table are often no words."""


@cache
def known_words(folder: Path = FOLDER) -> frozenset[str]:
    """Folded, some 20,000; read once. None where the table is missing or can't be read.

    >>> {"bunker", "paxton"} <= known_words(), "goverment" in known_words()
    (True, False)
    """
    try:
        table = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
        pieces = table["model"]["vocab"]
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
    return frozenset(piece for piece in pieces if len(piece) >= SHORTEST and piece.isalpha())
