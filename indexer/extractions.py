"""Extractions kept from build to build: what hasn't changed is not read again.

One SQLite file in the index's folder; a row is found by what the extraction depends on (the
document's id and content, its sidecar, the extractors and their versions), so that a stale one is
never met. It holds nothing that can't be made again.

A row is believed only if it carries the mark of this machine's key: the file may have come with an
index from somewhere else, or be damaged. Others are made again.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable
from hmac import compare_digest
from pathlib import Path

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

FILE = "extractions.v3.sqlite"
"""Another name where rows look different, so that those of before are made again."""
_TABLE = (
    "CREATE TABLE extraction"
    " (key TEXT PRIMARY KEY, spelled TEXT NOT NULL, body BLOB NOT NULL, mark TEXT NOT NULL)"
)
_FILES = (FILE, f"{FILE}-wal", f"{FILE}-shm", f"{FILE}-journal")


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
        try:
            self._row(key)
        except KeyError:
            return False
        return True

    def put(self, key: str, extracted: Extracted) -> None:
        """Keep an extraction, for good: what is stopped later doesn't lose it."""
        passages = map(passage_to_json, extracted.passages)
        body = "\n".join((document_to_json(extracted.document), *passages))
        spelled = spelled_to_json(extracted.spelled)
        packed = zlib.compress(body.encode("ascii"), 1)
        row = (key, spelled, packed, self._mark(key, spelled, packed))
        with self._rows:
            self._rows.execute("INSERT OR REPLACE INTO extraction VALUES (?, ?, ?, ?)", row)

    def spelled(self, key: str) -> Spelled:
        """The names of the extraction kept under `key`; KeyError if there is none."""
        return spelled_from_json(self._row(key)[0])

    def get(self, key: str) -> tuple[Document, tuple[Passage, ...]]:
        """The document and the passages kept under `key`; KeyError if there is none."""
        body = zlib.decompress(self._row(key)[1]).decode("ascii")
        document, *passages = body.split("\n")
        return document_from_json(document), tuple(map(passage_from_json, passages))

    def _row(self, key: str) -> tuple[str, bytes]:
        """The names and the body kept under `key`; KeyError if there are none, or if they aren't
        what was put."""
        asked = "SELECT spelled, body, mark FROM extraction WHERE key = ?"
        try:
            row = self._rows.execute(asked, (key,)).fetchone()
        except sqlite3.Error as error:
            raise KeyError(key) from error
        match row:
            case (str(spelled), bytes(body), str(mark)) if compare_digest(
                mark.encode(), self._mark(key, spelled, body).encode()
            ):
                return spelled, body
        raise KeyError(key)

    def _mark(self, key: str, spelled: str, body: bytes) -> str:
        content = "\0".join((key, spelled, "")).encode("utf-8", "surrogatepass") + body
        return signing.mac(self._mac_key, "extraction", content)

    def keep(self, keys: Iterable[str]) -> None:
        """Forget all others, and make what was put last."""
        with self._rows:
            self._rows.execute("CREATE TEMP TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY)")
            self._rows.execute("DELETE FROM kept")
            self._rows.executemany(
                "INSERT OR IGNORE INTO kept VALUES (?)", ((key,) for key in keys)
            )
            self._rows.execute("DELETE FROM extraction WHERE key NOT IN (SELECT key FROM kept)")

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
        "SELECT count(*) FROM sqlite_master WHERE sql != ?", (_TABLE,)
    ).fetchone()
    if whole != "ok" or other:
        raise sqlite3.DatabaseError("not ours, or not whole")
    rows.execute("PRAGMA journal_mode = WAL")
    rows.execute("PRAGMA synchronous = NORMAL")
    (there,) = rows.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not there:
        rows.execute(_TABLE)
