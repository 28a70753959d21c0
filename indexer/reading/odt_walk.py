"""The blocks of an OpenDocument text in one walk, with the notes that stand at their marks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from loccit.indexer.content import Kind
from loccit.indexer.reading.drafts import Draft, Drafted
from loccit.indexer.reading.numbering import Found
from loccit.indexer.reading.odt_styles import (
    DRAW,
    OFFICE,
    STYLE,
    TABLE,
    TEXT,
    XLINK,
    Counted,
    Styles,
)
from loccit.indexer.reading.xml import Element, tag_of

__all__ = ["STYLE", "Walk"]

_SKIPPED = {
    f"{OFFICE}annotation-end", f"{OFFICE}forms", f"{TEXT}tracked-changes",
    f"{TEXT}table-of-content", f"{TEXT}illustration-index", f"{TEXT}table-index",
    f"{TEXT}object-index", f"{TEXT}sequence-decls", f"{TEXT}variable-decls",
    f"{TEXT}user-field-decls", f"{TEXT}dde-connection-decls", f"{TEXT}index-title-template",
    f"{TEXT}alphabetical-index-source", f"{TEXT}bibliography-source", f"{TEXT}user-index-source",
    f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph", f"{TEXT}ruby-text", f"{DRAW}object",
    f"{DRAW}object-ole", f"{DRAW}image", f"{TEXT}note-body", f"{TEXT}note-citation",
}  # fmt: skip
_BIBLIOGRAPHY = ("author", "title", "booktitle", "journal", "publisher", "year", "volume", "pages",
                 "url")  # fmt: skip
_MOST_SPACES = 8
_PARAGRAPHS_OF_A_CELL = 3


@dataclass(slots=True)
class Walk:
    """Walks the text once; what it meets beside blocks is kept in its fields."""

    styles: Styles
    blocks: list[Drafted] = field(default_factory=list)
    notes: dict[str, Found] = field(default_factory=dict)
    sorts: dict[str, str] = field(default_factory=dict)
    title: str = ""
    annotations: int = 0
    hidden: int = 0
    _draft: Draft = field(default_factory=Draft)
    _boxes: list[Element] = field(default_factory=list)
    _counted: dict[str, Counted] = field(default_factory=dict)
    _outline: Counted | None = None
    _chapter: str = ""
    _address: str = ""
    _counts: dict[str, int] = field(default_factory=dict)

    def walk(self, parent: Element) -> None:
        """The blocks of a body, section, box or cell."""
        for child in parent:
            self._block(child)

    def _block(self, element: Element) -> None:
        tag = tag_of(element)
        if tag == f"{TEXT}p" or tag == f"{TEXT}h":
            self._paragraph(element)
        elif tag == f"{TEXT}list":
            self._list(element, "", 1)
        elif tag == f"{TABLE}table":
            self._table(element)
        elif tag.startswith(DRAW) and tag not in _SKIPPED:
            self._boxes.append(element)
            self._open_boxes()
        elif tag not in _SKIPPED and element.get(f"{TEXT}display") != "none":
            self.walk(element)

    def _paragraph(self, element: Element, label: str | None = None) -> None:
        style = element.get(f"{TEXT}style-name")
        if self.styles.hides(style):
            self.hidden += 1
            return
        if self.styles.is_contents(style):
            return
        level = self._level(element)
        if level:
            label = self._number_of(element, level) or label
        if label:
            self._draft.say(f"{label} ")
        self._inside(element)
        self._end(label, level, style)

    def _end(self, label: str | None, level: int, style: str | None) -> None:
        draft, self._draft = self._draft, Draft()
        title = self.styles.is_title(style)
        kind: Kind = "heading" if level or title else "paragraph" if label is None else "line"
        block = draft.block(kind, level or int(title))
        if block is not None and block.block.text != (label or "").strip():
            self.blocks.append(block)
            if level == 1:
                self._chapter = block.block.text
            if title and not self.title:
                self.title = block.block.text
        self._open_boxes()

    def _level(self, element: Element) -> int:
        if element.tag != f"{TEXT}h":
            return 0
        level = element.get(f"{TEXT}outline-level", "1")
        return min(int(level), 10) if level.isdecimal() and len(level) < 4 else 1

    def _number_of(self, element: Element, level: int) -> str:
        if element.get(f"{TEXT}is-list-header") == "true":
            return ""
        if self._outline is None:
            self._outline = Counted(self.styles.outline)
        return self._outline.next(level, element.get(f"{TEXT}start-value"))

    def _list(self, element: Element, style: str, level: int) -> None:
        style = element.get(f"{TEXT}style-name") or style
        counted = self._counted.get(style)
        if counted is None or (level == 1 and not _goes_on(element)):
            counted = self._counted[style] = Counted(self.styles.lists.get(style, {}))
        for item in element:
            if item.tag in (f"{TEXT}list-item", f"{TEXT}list-header"):
                numbered = item.tag == f"{TEXT}list-item" and _has_own_words(item)
                start = item.get(f"{TEXT}start-value")
                self._item(item, style, level, counted.next(level, start) if numbered else "")

    def _item(self, item: Element, style: str, level: int, label: str) -> None:
        first: str | None = label
        for child in item:
            if child.tag == f"{TEXT}list":
                self._list(child, style, level + 1)
            elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(child, first)
                first = None
            else:
                self._block(child)

    def _table(self, table: Element) -> None:
        rows = [list(_cells(row)) for row in _rows(table)]
        if any(map(_lays_out, rows)) or all(len(cells) < 2 for cells in rows):
            for cell in (cell for cells in rows for cell in cells):
                self.walk(cell)
            return
        for cells in rows:
            self._draft.new_row()
            for at, cell in enumerate(cells):
                if at:
                    self._draft.new_cell()
                for paragraph in cell.iter(f"{TEXT}p", f"{TEXT}h"):
                    if not _is_in_note(paragraph, cell):
                        self._inside(paragraph)
                        self._draft.say(" ")
        draft, self._draft = self._draft, Draft()
        if draft.written.strip() and (block := draft.block("table")):
            self.blocks.append(block)
        self._open_boxes()

    def _open_boxes(self) -> None:
        """The boxes of text and drawings that a paragraph holds, behind it."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._box(box)

    def _box(self, element: Element) -> None:
        for child in element:
            if child.tag in (f"{TEXT}p", f"{TEXT}h", f"{TEXT}list", f"{TABLE}table"):
                self._block(child)
            elif tag_of(child).startswith(DRAW) and child.tag not in _SKIPPED:
                self._box(child)

    def _inside(self, element: Element) -> None:
        """The contents of a paragraph, span or link."""
        self._draft.say(element.text or "")
        for child in element:
            self._inline(child)
            self._draft.say(child.tail or "")

    def _inline(self, element: Element) -> None:
        tag = tag_of(element)
        write = _INLINE.get(tag)
        if write is not None:
            write(self, element)
        elif tag.startswith(DRAW) and tag not in _SKIPPED:
            if tag != f"{DRAW}a":
                self._boxes.append(element)
            else:
                self._boxes += element
        elif tag not in _SKIPPED:
            self._inside(element)

    def _span(self, element: Element) -> None:
        if self.styles.hides(element.get(f"{TEXT}style-name")):
            self.hidden += 1
        else:
            self._inside(element)

    def _link(self, element: Element) -> None:
        address = element.get(f"{XLINK}href", "")
        if not self._address and address.startswith(("http://", "https://")):
            self._address = address
        self._inside(element)

    def _note(self, element: Element) -> None:
        """A note stands in the text at its mark."""
        sort = element.get(f"{TEXT}note-class", "footnote")
        self._counts[sort] = self._counts.get(sort, 0) + 1
        citation = element.find(f"{TEXT}note-citation")
        label = "" if citation is None else " ".join("".join(citation.itertext()).split())
        if not label:
            form = self.styles.forms.get(sort, str)
            label = form(self._counts[sort])
        key = element.get(f"{TEXT}id") or f"{sort} {self._counts[sort]}"
        if key in self.notes:
            key = f"{key} {self._counts[sort]}"
        self._draft.mark(label, (key,))
        text, address = self._text_of(element.find(f"{TEXT}note-body"))
        self.notes[key] = Found(label, text, self._chapter, address=address)
        self.sorts[key] = sort

    def _text_of(self, body: Element | None) -> tuple[str, str]:
        """A note's text and the first address in it; the block around goes on afterwards."""
        draft, self._draft, self._address = self._draft, Draft(), ""
        boxes, self._boxes = self._boxes, []
        for each in () if body is None else body.iter(f"{TEXT}p", f"{TEXT}h"):
            if not _is_in_note(each, body):
                self._inside(each)
                self._draft.say(" ")
        text, self._draft, self._boxes = self._draft.written.strip(), draft, boxes
        return text, self._address

    def _reference(self, element: Element) -> None:
        """A cross-reference to a note, by its number."""
        key = element.get(f"{TEXT}ref-name", "")
        label = "".join(element.itertext())
        if element.get(f"{TEXT}reference-format") in (None, "text", "number") and label.strip():
            self._draft.mark(label, (key,), raised=False)
        else:
            self._draft.say(label)

    def _cited(self, element: Element) -> None:
        """A mark of the bibliography, which holds the work that it stands for."""
        label = "".join(element.itertext()).strip()
        bare = label.strip("[]() ") or element.get(f"{TEXT}identifier", "")
        said = (element.get(f"{TEXT}{name}", "") for name in _BIBLIOGRAPHY)
        key = f"bibliography {element.get(f'{TEXT}identifier', bare)}"
        text = ". ".join(each for each in said if each)
        if not text or not bare:
            self._draft.say(label)
            return
        self._draft.mark(label or f"[{bare}]", (key,), raised=False)
        self.notes.setdefault(key, Found(bare, text, address=element.get(f"{TEXT}url", "")))
        self.sorts[key] = "bibliography"

    def _spaces(self, element: Element) -> None:
        self._draft.say(" ")

    def _new_line(self, element: Element) -> None:
        self._draft.new_line()

    def _annotation(self, element: Element) -> None:
        self.annotations += 1


_INLINE: dict[object, Callable[[Walk, Element], None]] = {
    f"{TEXT}span": Walk._span,
    f"{TEXT}a": Walk._link,
    f"{TEXT}note": Walk._note,
    f"{TEXT}note-ref": Walk._reference,
    f"{TEXT}bibliography-mark": Walk._cited,
    f"{TEXT}s": Walk._spaces,
    f"{TEXT}tab": Walk._spaces,
    f"{TEXT}line-break": Walk._new_line,
    f"{OFFICE}annotation": Walk._annotation,
}


def _goes_on(element: Element) -> bool:
    return (
        element.get(f"{TEXT}continue-numbering") == "true"
        or element.get(f"{TEXT}continue-list") is not None
    )


def _has_own_words(item: Element) -> bool:
    return any(child.tag in (f"{TEXT}p", f"{TEXT}h") for child in item)


def _is_in_note(paragraph: Element, top: Element | None) -> bool:
    """Whether a paragraph is one of a note or comment inside, or of a box."""
    for each in paragraph.iterancestors():
        if each is top:
            return False
        if each.tag in (f"{TEXT}note-body", f"{OFFICE}annotation", f"{DRAW}text-box"):
            return True
    return False


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{TABLE}table-row":
            if child.get(f"{TABLE}visibility") not in ("collapse", "filter"):
                yield child
        elif child.tag in (
            f"{TABLE}table-header-rows",
            f"{TABLE}table-rows",
            f"{TABLE}table-row-group",
        ):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            yield child


def _lays_out(cells: list[Element]) -> bool:
    """Whether a row has cells that are pages of their own rather than values."""
    return any(
        next((each for each in cell.iter(f"{TABLE}table", f"{TEXT}list")), None) is not None
        or sum(1 for _ in cell.iterchildren(f"{TEXT}p")) > _PARAGRAPHS_OF_A_CELL
        for cell in cells
    )
