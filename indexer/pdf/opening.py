"""A PDF file is opened, or refused with the reason."""

from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from loccit.indexer.pdf.expansion import expands_too_far
from loccit.indexer.problems import UnreadableSeed

OPENS_WITHIN = 1024
"""A PDF's first words may stand anywhere in this many bytes (as readers of PDF have it)."""

WHY = {
    raw.FPDF_ERR_PASSWORD: "protected by a password; save a copy without one (qpdf --decrypt)",
    raw.FPDF_ERR_SECURITY: "encrypted in a way that can't be read; save a copy without protection",
}


def opened(path: Path, data: bytes) -> pypdfium2.PdfDocument:
    """The document; raises UnreadableSeed for what isn't a PDF, is locked, cut off or a bomb."""
    if b"%PDF-" not in data[:OPENS_WITHIN]:
        raise UnreadableSeed(path, "not a PDF, whatever its name says")
    if expands_too_far(data):
        raise UnreadableSeed(path, "a small stream in it expands to hundreds of megabytes")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        why = WHY.get(getattr(error, "err_code", 0), "a damaged PDF, or one that is cut off")
        raise UnreadableSeed(path, why) from error
    if len(document) == 0:
        raise UnreadableSeed(path, "a PDF without pages")
    return document
