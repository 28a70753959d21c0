"""What passages once were, by document, in a file of a generation's folder.

Two lines a document, its id and its former passages; only those that are asked for are read.
"""

import json
from collections.abc import Iterable
from functools import cached_property

from loccit.engines.blocks import Damage
from loccit.engines.errors import EngineError, IndexDamaged
from loccit.engines.sealing import Sealed
from loccit.model import codec
from loccit.model.documents import Former

FILE = "former.jsonl"


def lines(document: str, formers: Iterable[Former]) -> str:
    """As they stand in the file."""
    return f"{codec.dump(document)}\n{codec.formers_to_json(formers)}\n"


class FormerTable:
    """Of a sealed generation."""

    def __init__(self, sealed: Sealed) -> None:
        self._sealed = sealed

    def of(self, document: str) -> tuple[Former, ...]:
        """Raises IndexDamaged."""
        try:
            place = self._places.get(document)
            if place is None:
                return ()
            line = self._sealed.file(FILE).get(*place)
            return codec.formers_from_json(line.decode("ascii"))
        except EngineError:
            raise
        except Damage as error:
            raise IndexDamaged(self._sealed.folder.parent, str(error)) from error
        except Exception as error:  # lines that aren't ours raise whatever they happen to mean
            why = f"its file {FILE} can't be read"
            raise IndexDamaged(self._sealed.folder.parent, why) from error

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        """Where the second line of each document begins, and how long it is, in bytes."""
        places: dict[str, tuple[int, int]] = {}
        at = 0
        document: str | None = None
        for line in self._sealed.read(FILE).splitlines(keepends=True):
            if document is None:
                document = str(json.loads(line))
            else:
                places[document] = (at, len(line))
                document = None
            at += len(line)
        return places
