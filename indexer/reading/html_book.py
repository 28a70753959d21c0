"""One or more pages as a document: marks and notes are found across all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loccit.indexer.content import Block, Note
from loccit.indexer.reading.html_anchors import Anchors, Page
from loccit.indexer.reading.html_entries import Entry, entries, text_of
from loccit.indexer.reading.html_inline import InlineNote, inline_notes
from loccit.indexer.reading.html_landmarks import main_part
from loccit.indexer.reading.html_notes import references
from loccit.indexer.reading.html_tree import Element, words
from loccit.indexer.reading.html_walk import Marking, Walk
from loccit.indexer.reading.numbering import Found, numbered


@dataclass(frozen=True, slots=True)
class Read:
    """The blocks and notes of pages."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]


def read(
    pages: Sequence[Page],
    shown: Sequence[Page],
    own: frozenset[str] = frozenset(),
    places: Mapping[Element, str] | None = None,
) -> Read:
    """What `shown` hold; notes may stand in any of `pages`. `own` are addresses of the page
    itself, `places` elements at which pages of the print begin."""
    anchors = Anchors(own)
    anchors.read(pages)
    found = entries(references(anchors))
    inline = [each for page in pages for each in inline_notes(page.root)]
    names = _names(anchors)
    marks = _markings(found)
    walk = Walk(
        marks,
        {each.element: Marking(each.label, (_key_of(each),)) for each in inline},
        {element for each in found for element in each.elements},
        places or {},
    )
    for page in shown:
        walk.walk(main_part(page.root), page.name)
    return _made(walk, found, inline, names)


def _names(anchors: Anchors) -> dict[Element, str]:
    """How each target is opened."""
    names: dict[Element, str] = {}
    for (page, id), elements in anchors.targets.items():
        for element in elements:
            names.setdefault(element, f"{page}#{id}")
    return names


def _markings(found: Sequence[Entry]) -> dict[Element, Marking]:
    return {
        each.link.element: Marking(each.label, (str(at),))
        for at, entry in enumerate(found)
        for each in entry.cited
    }


def _key_of(note: InlineNote) -> str:
    return f"inline {id(note)}"


def _made(
    walk: Walk, found: Sequence[Entry], inline: Sequence[InlineNote], names: dict[Element, str]
) -> Read:
    printed = {element: made.label for element, made in walk.marks.items()}
    keys, notes = [], []
    for at, entry in enumerate(found):
        text, address = text_of(entry, printed)
        target = entry.cited[0].link.target if entry.cited else entry.elements[0]
        chapter = walk.chapters.get(str(at), "")
        keys.append(str(at))
        notes.append(Found(entry.label, text, chapter, names.get(target, ""), address))
    for each in inline:
        text, address = text_of(Entry([each.content], each.label, 0), {})
        keys.append(_key_of(each))
        notes.append(Found(each.label, text, walk.chapters.get(_key_of(each), ""), address=address))
    places = {key: at for at, key in enumerate(keys)}
    blocks = tuple(each.settled(places.get) for each in walk.blocks)
    return Read(blocks, numbered(notes))


__all__ = ["Page", "Read", "read", "words"]
