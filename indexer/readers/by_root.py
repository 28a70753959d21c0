"""XML by its root: a TEI document, or else a dump of a wiki."""

import re
from collections.abc import Iterable
from pathlib import Path

from loccit.indexer.readers.beats import Beat, silent
from loccit.indexer.readers.content import Content
from loccit.indexer.readers.dump import reader as dump
from loccit.indexer.readers.tei import reader as tei

_TEI = re.compile(rb"<(?:\w+:)?(?:TEI|teiCorpus|TEI\.2)[\s>]")
_LOOKED_AT = 65_536
"""Bytes in which the root stands."""


def read(path: Path, data: bytes, beat: Beat = silent) -> Iterable[Content]:
    """What the reader of its kind gives; raises UnreadableSeed."""
    if _TEI.search(data[:_LOOKED_AT].replace(b"\0", b"")):
        return tei.read(path, data, beat)
    return dump.read(path, data, beat)
