"""Extractions kept from build to build: what hasn't changed is not read again.

One SQLite file in the index's folder; a row is found by what the extraction depends on (the
document's id and content, its sidecar, the extractors and their versions), so that a stale one is
never met. It holds nothing that can't be made again.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from loccit.indexer.extract import Extracted
from loccit.indexer.loading import Loaded
from loccit.indexer.settings import Settings, versions
from loccit.indexer.spelled import Spelled, spelled_from_json, spelled_to_json
from loccit.model.codec import (
    document_from_json,
    document_to_json,
    dump,
    passage_from_json,
    passage_to_json,
)
from loccit.model.documents import Document, Passage

FILE = "extractions.v3.sqlite"
"""Another name where rows look different, so that those of before are made again."""

_BLOCK = 65_536
"""Bytes of an extraction that are unpacked at a time."""


class Extractions:
    """The kept extractions of the index at `index`; only its single writer opens them."""

    def __init__(self, index: Path, settings: Settings) -> None:
        self._made_with = dump(sorted(versions(settings).items()))
        path = index / FILE
        try:
            self._rows = _opened(path)
        except sqlite3.DatabaseError:
            path.unlink()
            self._rows = _opened(path)

    def key(self, loaded: Loaded) -> str:
        """What the extraction of a seed depends on, as SHA-256: its id and content, its sidecar,
        and what it is made with; not where it lies."""
        depends = (loaded.seed.id, loaded.fingerprint, self._made_with)
        return hashlib.sha256("\0".join(depends).encode("utf-8", "surrogateescape")).hexdigest()

    def has(self, key: str) -> bool:
        """Whether all documents of a seed are kept."""
        return self._seed(key) is not None

    def put(self, key: str, part: int, extracted: Extracted) -> None:
        """Keep the extraction of a seed's document, for good: what is stopped later doesn't lose
        it. `part` counts its documents from 0."""
        passages = map(passage_to_json, extracted.passages)
        body = "\n".join((document_to_json(extracted.document), *passages))
        names = spelled_to_json(extracted.spelled)
        packed = zlib.compress(body.encode("ascii"), 1)
        row = (key, part, dump(extracted.document.id), names, packed)
        with self._rows:
            self._rows.execute("INSERT OR REPLACE INTO extraction VALUES (?, ?, ?, ?, ?)", row)

    def complete(self, key: str, parts: int, why: str = "") -> None:
        """All of a seed's documents are kept; `why` it has no more of them, if it should."""
        with self._rows:
            self._rows.execute("INSERT OR REPLACE INTO seed VALUES (?, ?, ?)", (key, parts, why))

    def documents(self, key: str) -> tuple[str, ...]:
        """The ids of a seed's documents, in order."""
        rows = self._rows.execute(
            "SELECT id FROM extraction JOIN seed USING (key) WHERE key = ? AND part < parts"
            " ORDER BY part",
            (key,),
        )
        return tuple(json.loads(id) for (id,) in rows)

    def stopped(self, key: str) -> str:
        """Why a seed has no more documents than are kept, "" if it is whole."""
        seed = self._seed(key)
        return str(seed[1]) if seed else ""

    def _seed(self, key: str) -> Any:
        return self._rows.execute("SELECT parts, why FROM seed WHERE key = ?", (key,)).fetchone()

    def spelled(self, key: str, part: int) -> Spelled:
        """The names of an extraction that is kept; KeyError if there is none."""
        return spelled_from_json(self._column("spelled", key, part))

    def get(self, key: str, part: int) -> tuple[Document, tuple[Passage, ...]]:
        """A document that is kept, with its passages; KeyError if there is none."""
        body = zlib.decompress(self._column("body", key, part)).decode("ascii")
        document, *passages = body.split("\n")
        return document_from_json(document), tuple(map(passage_from_json, passages))

    def document(self, key: str, part: int) -> Document:
        """A document that is kept, without reading its passages; KeyError if there is none."""
        reading, first = zlib.decompressobj(), b""
        body = self._column("body", key, part)
        while b"\n" not in first and body:
            first += reading.decompress(body, _BLOCK)
            body = reading.unconsumed_tail
        return document_from_json(first.partition(b"\n")[0].decode("ascii"))

    def _column(self, name: str, key: str, part: int) -> Any:
        row = self._rows.execute(
            f"SELECT {name} FROM extraction WHERE key = ? AND part = ?", (key, part)
        ).fetchone()
        if row is None:
            raise KeyError(key, part)
        return row[0]

    def keep(self, keys: Iterable[str]) -> None:
        """Forget all others, and make what was put last."""
        with self._rows:
            self._rows.execute("CREATE TEMP TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY)")
            self._rows.execute("DELETE FROM kept")
            self._rows.executemany(
                "INSERT OR IGNORE INTO kept VALUES (?)", ((key,) for key in keys)
            )
            for table in ("extraction", "seed"):
                self._rows.execute(f"DELETE FROM {table} WHERE key NOT IN (SELECT key FROM kept)")

    def close(self) -> None:
        self._rows.close()


def _opened(path: Path) -> sqlite3.Connection:
    """With a log that is written ahead, so that keeping a small document costs little."""
    rows = sqlite3.connect(path)
    rows.execute("PRAGMA journal_mode = WAL")
    rows.execute("PRAGMA synchronous = NORMAL")
    rows.execute(
        "CREATE TABLE IF NOT EXISTS extraction (key TEXT, part INTEGER, id TEXT NOT NULL,"
        " spelled TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (key, part))"
    )
    rows.execute(
        "CREATE TABLE IF NOT EXISTS seed (key TEXT PRIMARY KEY, parts INTEGER NOT NULL,"
        " why TEXT NOT NULL)"
    )
    return rows
