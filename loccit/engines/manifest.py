"""The manifest that vouches for a generation."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from loccit.model.left_out import LeftOut

FORMAT_VERSION = 12
"""Of an index's layout; an index of another version is rebuilt, not read."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation is: written last, so that an index without one is not whole.

    `built` is ISO 8601 in UTC; `fingerprint` is the SHA-256 over the input, the extractors'
    versions and the settings: the same fingerprint means the same index.
    """

    engine: str
    generation: str
    documents: int
    passages: int
    built: str
    fingerprint: str
    format: int = FORMAT_VERSION
    extractors: Mapping[str, str] | None = None
    settings: Mapping[str, str] | None = None
    counts: Mapping[str, int] | None = None
    """For the home page: dates, names, what is cited (`citations`), passages `uncited`."""
    skipped: int = 0
    """Files and folders that are not in the index, though they lie where its documents do."""
    left_out: tuple[LeftOut, ...] = ()
    """The first of them, by path."""
    files: Mapping[str, int] | None = None
    """The generation's other files with their sizes in bytes, so that damage is seen at once."""


def manifest_to_json(manifest: Manifest) -> str:
    return json.dumps(asdict(manifest), indent=1)


def manifest_from_json(text: str) -> Manifest:
    """Raises ValueError or TypeError on anything that isn't a manifest of ours."""
    record = json.loads(text)
    left_out = tuple(LeftOut(**each) for each in record.pop("left_out", ()))
    return Manifest(**record, left_out=left_out)
