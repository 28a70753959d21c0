"""Full-text search for cited text: passages by words, dates, names and citation numbers.

From Python: `loccit.open("index").search("air strikes")`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from loccit.library import Library


def open(index: "str | Path" = "index", engine: str = "whoosh") -> "Library":
    """The index at `index`, open for searching; raises IndexMissing or IndexDamaged.

    The searching rooms are imported here, so that the command line starts without them.
    """
    from loccit.library import open_library

    return open_library(index, engine)
