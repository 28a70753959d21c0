"""PDF: what a file's pages say, with their marks and notes. This page tells the way."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2

from loccit.indexer.content import Content
from loccit.indexer.pdf.assembling import blocks
from loccit.indexer.pdf.columns import in_order
from loccit.indexer.pdf.feet import parted
from loccit.indexer.pdf.front import front, front_lines
from loccit.indexer.pdf.furniture import without_furniture
from loccit.indexer.pdf.groups import body_size, groups
from loccit.indexer.pdf.headings import chapters, levels
from loccit.indexer.pdf.joined import words_of
from loccit.indexer.pdf.labels import labels
from loccit.indexer.pdf.letters import sheet
from loccit.indexer.pdf.lines import lines
from loccit.indexer.pdf.naming import metadata
from loccit.indexer.pdf.notes import notes_of
from loccit.indexer.pdf.opening import opened
from loccit.indexer.pdf.references import listed
from loccit.indexer.pdf.sheets import Sheet
from loccit.indexer.pdf.unread import refuse_without_text, warnings
from loccit.indexer.problems import UnreadableSeed


def read(path: Path, data: bytes, beat: Callable[[], object] = lambda: None) -> list[Content]:
    """The document in a PDF; raises UnreadableSeed and nothing else.

    What pages repeat, which words are whole and what marks lead to is known only when all pages
    have been seen, so the text comes at the end; `beat` is called after each page, for whoever
    watches that something goes on.
    """
    document = opened(path, data)
    try:
        return [_content(path, document, _sheets(document, beat))]
    except (pypdfium2.PdfiumError, MemoryError, RecursionError) as error:
        raise UnreadableSeed(path, f"a damaged PDF ({error})") from error
    finally:
        document.close()


def _sheets(document: pypdfium2.PdfDocument, beat: Callable[[], object]) -> list[Sheet]:
    """All sheets; a damaged one is empty."""
    found: list[Sheet] = []
    for number in range(1, len(document) + 1):
        try:
            found.append(sheet(document, number))
        except pypdfium2.PdfiumError:
            found.append(Sheet.damaged(number))
        beat()
    return found


def _content(path: Path, document: pypdfium2.PdfDocument, sheets: list[Sheet]) -> Content:
    refuse_without_text(path, sheets)
    furnished = without_furniture([lines(one) for one in sheets], [one.height for one in sheets])
    pages = [in_order(page) for page in furnished.pages]
    body = body_size(line for page in pages for line in page)
    text = parted(pages, body, front_lines(pages, body))
    words = words_of(line for page in pages for line in page)
    all_groups = groups(text.pages)
    rest = listed(all_groups, body)
    ranks = levels(rest.groups, body)
    notes = notes_of(rest.entries, text.feet, chapters(rest.groups, ranks), words)
    printed = labels(sheets, furnished.numbers)
    return Content(
        blocks=blocks(rest.groups, ranks, notes, words, printed, front(rest.groups, body)),
        notes=tuple(placed.note for placed in notes),
        metadata=metadata(path, document, all_groups, body),
        warnings=warnings(sheets),
    )
