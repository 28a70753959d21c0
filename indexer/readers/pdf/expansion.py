"""How far the compressed streams of a PDF expand, measured before anything else unpacks them."""

import re
import zlib
from collections.abc import Iterator

MOST = 128 * 2**20
"""Bytes that one stream may expand to; what a page draws takes a few megabytes at most."""
DEFLATES_BY = 1032
"""One byte of a deflated stream can't stand for more."""
CHUNK = 2**20

_STREAM = re.compile(rb"stream\r?\n")
_DEFLATED = re.compile(rb"/Fl(?:ateDecode)?\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_DICTIONARY = 2000
"""Bytes before a stream in which its dictionary is looked for."""


def expands_too_far(data: bytes) -> bool:
    """Whether a stream other than a picture (those are never unpacked here) passes MOST.

    Streams that can't, by their length and the number of their filters, aren't unpacked.
    """
    return any(_size(data, start, end, times) > MOST for start, end, times in _suspects(data))


def _suspects(data: bytes) -> Iterator[tuple[int, int, int]]:
    for match in _STREAM.finditer(data):
        if data[match.start() - 3 : match.start()] == b"end":
            continue
        start, end = match.end(), data.find(b"endstream", match.end())
        end = len(data) if end < 0 else end
        words = _dictionary(data, match.start())
        times = len(_DEFLATED.findall(words))
        if (end - start) * DEFLATES_BY**times > MOST and not _PICTURE.search(words):
            yield start, end, times


def _dictionary(data: bytes, end: int) -> bytes:
    words = data[max(0, end - _DICTIONARY) : end]
    return words[words.rfind(b"obj") + 1 :]


def _size(data: bytes, start: int, end: int, times: int) -> int:
    """Bytes that come out, counted until there are more than MOST; nothing of them is kept."""
    chunks: Iterator[bytes] = iter((data[start:end],))
    for _ in range(times):
        chunks = _inflated(chunks)
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MOST:
            break
    return size


def _inflated(chunks: Iterator[bytes]) -> Iterator[bytes]:
    inflate = zlib.decompressobj()
    for chunk in chunks:
        rest = chunk
        while rest and not inflate.eof:
            try:
                yield inflate.decompress(rest, CHUNK)
            except zlib.error:  # encrypted or damaged: whoever reads it will say so
                return
            rest = inflate.unconsumed_tail
