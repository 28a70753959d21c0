"""What passages once were, by document, in a file of a generation's folder.

Two lines a document, its id and its former passages; only those that are asked for are read.
"""

import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from loccit.engines.errors import IndexDamaged
from loccit.model import codec
from loccit.model.documents import Former

FILE = "former.jsonl"


def lines(document: str, formers: Iterable[Former]) -> str:
    """As they stand in the file."""
    return f"{codec.dump(document)}\n{codec.formers_to_json(formers)}\n"


class FormerTable:
    """Of the generation in `folder`; one that was built before there was such a file has none."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def of(self, document: str) -> tuple[Former, ...]:
        """Raises IndexDamaged."""
        try:
            place = self._places.get(document)
            if place is None:
                return ()
            with self._path.open("rb") as file:
                file.seek(place)
                return codec.formers_from_json(file.readline().decode("ascii"))
        except (OSError, ValueError, TypeError) as error:
            raise IndexDamaged(self._path.parent.parent, f"{FILE} can't be read") from error

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where the second line of each document begins, in bytes."""
        places: dict[str, int] = {}
        if self._path.exists():
            with self._path.open("rb") as file:
                while line := file.readline():
                    places[json.loads(line)] = file.tell()
                    file.readline()
        return places
