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

from loccit.indexer import documents
from loccit.indexer.extract import Extracted
from loccit.indexer.seeds import Seed
from loccit.indexer.settings import Settings, versions
from loccit.model.codec import (
    document_from_json,
    document_to_json,
    dump,
    passage_from_json,
    passage_to_json,
)

FILE = "extractions.sqlite"


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

    def key(self, seed: Seed) -> str:
        """What the extraction of `seed` depends on, as SHA-256; raises UnreadableSeed."""
        depends = (seed.id, seed.path.as_posix(), documents.fingerprint(seed.path), self._made_with)
        return hashlib.sha256("\0".join(depends).encode("utf-8", "surrogateescape")).hexdigest()

    def has(self, key: str) -> bool:
        found = self._rows.execute("SELECT 1 FROM extraction WHERE key = ?", (key,))
        return found.fetchone() is not None

    def put(self, key: str, extracted: Extracted) -> None:
        passages = [passage_to_json(passage) for passage in extracted.passages]
        body = dump([document_to_json(extracted.document), *passages])
        row = (key, zlib.compress(body.encode("ascii"), 1))
        self._rows.execute("INSERT OR REPLACE INTO extraction VALUES (?, ?)", row)

    def get(self, key: str) -> Extracted:
        """The extraction kept under `key`; KeyError if there is none."""
        found = self._rows.execute("SELECT body FROM extraction WHERE key = ?", (key,)).fetchone()
        if found is None:
            raise KeyError(key)
        document, *passages = json.loads(zlib.decompress(found[0]))
        return Extracted(document_from_json(document), tuple(map(passage_from_json, passages)))

    def keep(self, keys: Iterable[str]) -> None:
        """Forget all others, and make what was put last."""
        with self._rows:
            self._rows.execute("CREATE TEMP TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY)")
            self._rows.execute("DELETE FROM kept")
            self._rows.executemany(
                "INSERT OR IGNORE INTO kept VALUES (?)", ((key,) for key in keys)
            )
            self._rows.execute("DELETE FROM extraction WHERE key NOT IN (SELECT key FROM kept)")

    def commit(self) -> None:
        self._rows.commit()

    def close(self) -> None:
        self._rows.close()


def _opened(path: Path) -> sqlite3.Connection:
    rows = sqlite3.connect(path)
    rows.execute("CREATE TABLE IF NOT EXISTS extraction (key TEXT PRIMARY KEY, body BLOB NOT NULL)")
    return rows
