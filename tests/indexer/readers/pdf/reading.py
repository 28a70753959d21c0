"""Reads files that tests wrote."""

from pathlib import Path

from loccit.indexer.readers.content import Content
from loccit.indexer.readers.pdf.reader import read
from tests.indexer.readers.pdf.paper import Page, pdf

NAME = Path("siege.pdf")


def content(*pages: Page, info: str = "", labels: str = "") -> Content:
    """What is read of pages."""
    (found,) = read(NAME, pdf(*pages, info=info, labels=labels))
    return found


def texts(found: Content) -> list[str]:
    return [block.text for block in found.blocks]


def led(found: Content) -> list[tuple[str, list[str]]]:
    """Each mark as it is written, with the labels of its notes."""
    return [
        (block.text[mark.start : mark.end], [found.notes[note].label for note in mark.notes])
        for block in found.blocks
        for mark in block.marks
    ]


BODY = (
    "The town was besieged in the spring and it held out until",
    "the autumn of that year, when the garrison was starved and",
    "the people had left it by night for the villages around it.",
)
"""Three full lines of a paragraph."""


def body(page: Page, x: float = 50, y: float = 100, times: int = 1) -> Page:
    """Puts paragraphs of BODY on a page."""
    for at in range(times):
        page.lines(x, y + 50 * at, *BODY)
    return page
