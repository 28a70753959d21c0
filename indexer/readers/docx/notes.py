"""How the notes of a Word document are labelled: the file leaves that to be counted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from loccit.indexer.readers.counting import WORD
from loccit.indexer.readers.docx.package import W
from loccit.indexer.readers.docx.styles import value
from loccit.indexer.readers.xml import Element, tag_of

Sort = Literal["footnote", "endnote"]
_DEFAULTS = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class Form:
    """A section's way of numbering one sort of notes (ECMA-376, 17.11)."""

    numbers: str
    start: int
    restart: str


@dataclass(slots=True)
class Counter:
    """Labels of one sort of notes, given out in the order of the text."""

    sort: Sort
    forms: list[Form]
    count: int = 0
    where: tuple[int, int] = (0, 0)
    begun: bool = field(default=False)

    @property
    def restarts(self) -> bool:
        return any(each.restart != "continuous" for each in self.forms)

    def next(self, section: int, page: int) -> str:
        form = self.forms[min(section, len(self.forms) - 1)]
        if not self.begun or self._anew(form, section, page):
            self.count = form.start - 1
        self.begun, self.where = True, (section, page)
        self.count += 1
        return WORD.get(form.numbers, str)(self.count)

    def _anew(self, form: Form, section: int, page: int) -> bool:
        match form.restart:
            case "eachSect":
                return section != self.where[0]
            case "eachPage":
                return (section, page) != self.where
            case _:
                return False


def counter(sort: Sort, document: Element, settings: Element | None) -> Counter:
    """The labels of a document's footnotes or endnotes, by its settings and its sections."""
    general = None if settings is None else settings.find(f"{W}{sort}Pr")
    forms = [_form(sort, each.find(f"{W}{sort}Pr"), general) for each in _sections(document)]
    return Counter(sort, forms or [_form(sort, None, general)])


def _sections(document: Element) -> Iterator[Element]:
    """Their properties in order; those of a tracked change are none."""
    for each in document.iter(f"{W}sectPr"):
        parent = each.getparent()
        if parent is not None and parent.tag != f"{W}sectPrChange":
            yield each


def _form(sort: Sort, own: Element | None, general: Element | None) -> Form:
    def said(name: str, default: str) -> str:
        return value(own, name) or value(general, name) or default

    start = said("numStart", "1")
    return Form(
        said("numFmt", _DEFAULTS[sort]),
        int(start) if start.isdecimal() and len(start) < 9 else 1,
        said("numRestart", "continuous"),
    )


def bookmarked(document: Element) -> dict[str, str]:
    """The note whose mark stands in each bookmark, which NOTEREF fields name; notes by key."""
    open_marks: dict[str, str] = {}
    found: dict[str, str] = {}
    for each in document.iter(
        f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}footnoteReference", f"{W}endnoteReference"
    ):
        id = each.get(f"{W}id", "")
        match tag_of(each).removeprefix(W):
            case "bookmarkStart":
                open_marks[id] = each.get(f"{W}name", "")
            case "bookmarkEnd":
                open_marks.pop(id, None)
            case tag:
                found.update(
                    (name, f"{tag.removesuffix('Reference')} {id}") for name in open_marks.values()
                )
                open_marks.clear()
    return found
