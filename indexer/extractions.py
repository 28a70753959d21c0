"""Extractions kept from build to build: what hasn't changed is not read again.

One SQLite file in the index's folder; a row is found by what the extraction depends on (the
document's id and content, its sidecar, the extractors and their versions), so that a stale one is
never met. It holds nothing that can't be made again.

A row is believed only if it carries the mark of this machine's key: the file may have come with an
index from somewhere else, or be damaged. Others are made again.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable
from hmac import compare_digest
from pathlib import Path
from typing import Any

from loccit.engines import folder, signing
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

FILE = "extractions.v4.sqlite"
"""Another name where rows look different, so that those of before are made again."""
_TABLES = (
    "CREATE TABLE extraction (key TEXT, part INTEGER, id TEXT NOT NULL, spelled TEXT NOT NULL,"
    " body BLOB NOT NULL, mark TEXT NOT NULL, PRIMARY KEY (key, part))",
    "CREATE TABLE seed (key TEXT PRIMARY KEY, parts INTEGER NOT NULL, why TEXT NOT NULL,"
    " mark TEXT NOT NULL)",
)
_FILES = (FILE, f"{FILE}-wal", f"{FILE}-shm", f"{FILE}-journal")
_BLOCK = 65_536
"""Bytes of an extraction that are unpacked at a time."""


class Extractions:
    """The kept extractions of the index at `index`; only its single writer opens them."""

    def __init__(self, index: Path, settings: Settings) -> None:
        self._made_with = dump(sorted(versions(settings).items()))
        self._mac_key = signing.own_key(make=True)
        folder.refuse_what_is_in_the_way(index, *_FILES)
        try:
            self._rows = _opened(index / FILE)
        except sqlite3.DatabaseError:
            for name in _FILES:
                (index / name).unlink(missing_ok=True)
            self._rows = _opened(index / FILE)

    def key(self, loaded: Loaded) -> str:
        """What the extraction of a seed depends on, as SHA-256: its id and content, its sidecar,
        and what it is made with; not where it lies."""
        depends = (loaded.seed.id, loaded.fingerprint, self._made_with)
        return hashlib.sha256("\0".join(depends).encode("utf-8", "surrogateescape")).hexdigest()

    def has(self, key: str) -> bool:
        """Whether all documents of a seed are kept, as they were put."""
        try:
            parts, _ = self._seed(key)
            for part in range(parts):
                self._row(key, part)
        except KeyError:
            return False
        return True

    def put(self, key: str, part: int, extracted: Extracted) -> None:
        """Keep the extraction of a seed's document, for good: what is stopped later doesn't lose
        it. `part` counts its documents from 0."""
        passages = map(passage_to_json, extracted.passages)
        body = "\n".join((document_to_json(extracted.document), *passages))
        id, spelled = dump(extracted.document.id), spelled_to_json(extracted.spelled)
        packed = zlib.compress(body.encode("ascii"), 1)
        row = (key, part, id, spelled, packed, self._mark((key, str(part), id, spelled), packed))
        with self._rows:
            self._rows.execute("INSERT OR REPLACE INTO extraction VALUES (?, ?, ?, ?, ?, ?)", row)

    def complete(self, key: str, parts: int, why: str = "") -> None:
        """All of a seed's documents are kept; `why` it has no more of them, if it should."""
        row = (key, parts, why, self._mark((key, str(parts), why)))
        with self._rows:
            self._rows.execute("INSERT OR REPLACE INTO seed VALUES (?, ?, ?, ?)", row)

    def documents(self, key: str) -> tuple[str, ...]:
        """The ids of a seed's documents, in order; KeyError if it isn't kept."""
        parts, _ = self._seed(key)
        return tuple(json.loads(self._row(key, part)[0]) for part in range(parts))

    def stopped(self, key: str) -> str:
        """Why a seed has no more documents than are kept, "" if it is whole; KeyError if it isn't
        kept."""
        return self._seed(key)[1]

    def spelled(self, key: str, part: int) -> Spelled:
        """The names of an extraction that is kept; KeyError if there is none."""
        return spelled_from_json(self._row(key, part)[1])

    def get(self, key: str, part: int) -> tuple[Document, tuple[Passage, ...]]:
        """A document that is kept, with its passages; KeyError if there is none."""
        body = zlib.decompress(self._row(key, part)[2]).decode("ascii")
        document, *passages = body.split("\n")
        return document_from_json(document), tuple(map(passage_from_json, passages))

    def document(self, key: str, part: int) -> Document:
        """A document that is kept, without reading its passages; KeyError if there is none."""
        reading, first = zlib.decompressobj(), b""
        body = self._row(key, part)[2]
        while b"\n" not in first and body:
            first += reading.decompress(body, _BLOCK)
            body = reading.unconsumed_tail
        return document_from_json(first.partition(b"\n")[0].decode("ascii"))

    def _row(self, key: str, part: int) -> tuple[str, str, bytes]:
        """The id, the names and the body of a document; KeyError if there are none, or if they
        aren't what was put."""
        asked = "SELECT id, spelled, body, mark FROM extraction WHERE key = ? AND part = ?"
        match self._asked(asked, key, part):
            case (str(id), str(spelled), bytes(body), str(mark)) if self._is_marked(
                mark, (key, str(part), id, spelled), body
            ):
                return id, spelled, body
        raise KeyError(key, part)

    def _seed(self, key: str) -> tuple[int, str]:
        """How many documents a seed has, and why no more; KeyError as `_row`."""
        match self._asked("SELECT parts, why, mark FROM seed WHERE key = ?", key):
            case (int(parts), str(why), str(mark)) if self._is_marked(mark, (key, str(parts), why)):
                return parts, why
        raise KeyError(key)

    def _asked(self, question: str, *values: str | int) -> Any:
        try:
            return self._rows.execute(question, values).fetchone()
        except sqlite3.Error:
            return None

    def _is_marked(self, mark: str, texts: tuple[str, ...], body: bytes = b"") -> bool:
        return compare_digest(mark.encode(), self._mark(texts, body).encode())

    def _mark(self, texts: tuple[str, ...], body: bytes = b"") -> str:
        content = "\0".join((*texts, "")).encode("utf-8", "surrogatepass") + body
        return signing.mac(self._mac_key, "extraction", content)

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
    try:
        _prepare(rows)
    except BaseException:
        rows.close()
        raise
    return rows


def _prepare(rows: sqlite3.Connection) -> None:
    rows.execute("PRAGMA trusted_schema = OFF")
    (whole,) = rows.execute("PRAGMA quick_check(1)").fetchone()
    (other,) = rows.execute(
        "SELECT count(*) FROM sqlite_master WHERE sql NOT IN (?, ?)", _TABLES
    ).fetchone()
    if whole != "ok" or other:
        raise sqlite3.DatabaseError("not ours, or not whole")
    rows.execute("PRAGMA journal_mode = WAL")
    rows.execute("PRAGMA synchronous = NORMAL")
    (there,) = rows.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not there:
        for table in _TABLES:
            rows.execute(table)
