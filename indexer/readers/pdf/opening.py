"""A PDF file is opened, or refused with the reason."""

from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from loccit.indexer.problems import UnreadableSeed
from loccit.indexer.readers.pdf.expansion import expands_too_far

OPENS_WITHIN = 1024
"""A PDF's first words may stand anywhere in this many bytes (as readers of PDF have it)."""

LOCKED = {
    raw.FPDF_ERR_PASSWORD: "protected by a password; save a copy without one (qpdf --decrypt)",
    raw.FPDF_ERR_SECURITY: "encrypted in a way that can't be read; save a copy without protection",
}


def check(path: Path, data: bytes) -> None:
    """Raises UnreadableSeed for what isn't a PDF, or is a bomb."""
    if b"%PDF-" not in data[:OPENS_WITHIN]:
        raise UnreadableSeed(path, "not a PDF, whatever its name says")
    if expands_too_far(data):
        raise UnreadableSeed(path, "a small stream in it expands to hundreds of megabytes")


def opened(path: Path, data: bytes) -> pypdfium2.PdfDocument:
    """The document; raises UnreadableSeed for one that is locked, damaged or cut off."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableSeed(path, _why(data, error)) from error


def _why(data: bytes, error: pypdfium2.PdfiumError) -> str:
    """The reason; PDFium's own may be that of an earlier file, so it is checked."""
    locked = LOCKED.get(getattr(error, "err_code", 0), "") if b"/Encrypt" in data else ""
    return locked or "a damaged PDF, or one that is cut off"
