"""What stands in the paragraphs of a Word document: text, fields, marks of notes, boxes."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from loccit.indexer.readers.docx.boxes import ALTERNATIVES, chosen, outermost
from loccit.indexer.readers.docx.notes import Counter
from loccit.indexer.readers.docx.package import M, R, W
from loccit.indexer.readers.docx.signs import sign_of
from loccit.indexer.readers.docx.styles import Styles, switch, value
from loccit.indexer.readers.drafts import Draft
from loccit.indexer.readers.xml import Element

_NOTE_FIELD = re.compile(r"\s*NOTEREF\s+(\S+)(.*)", re.DOTALL)
_LINK_FIELD = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')


@dataclass(slots=True)
class Field:
    """A field that is open: its code, and whether its result has begun."""

    code: str = ""
    shown: bool = False
    key: str = ""
    raised: bool = False
    result: str = ""


@dataclass(slots=True)
class Left:
    """What was left out, counted."""

    deleted: int = 0
    hidden: int = 0
    chunks: int = 0


@dataclass(slots=True)
class Reached:
    """How far the walk has come, for notes that are counted anew in each section or page."""

    section: int = 0
    page: int = 0
    chapter: str = ""


@dataclass(frozen=True, slots=True)
class Led:
    """A note that a mark led to: its key, what is printed, and the heading over the mark."""

    key: str
    label: str
    chapter: str


@dataclass(slots=True)
class Runs:
    """Writes the contents of paragraphs; what it meets beside text is kept in its fields.

    `hidden` is whether the style of the paragraph hides runs that don't say otherwise.
    """

    styles: Styles
    counters: dict[str, Counter]
    bookmarks: dict[str, str]
    links: dict[str, str]
    left: Left = field(default_factory=Left)
    reached: Reached = field(default_factory=Reached)
    led: dict[str, Led] = field(default_factory=dict)
    boxes: list[Element] = field(default_factory=list)
    draft: Draft = field(default_factory=Draft)
    hidden: bool = False
    address: str = ""
    custom: str = ""
    fields: list[Field] = field(default_factory=list)

    def write(self, parent: Element) -> None:
        """Everything in a paragraph, run or the like."""
        for child in parent:
            write = _WRITE.get(child.tag)
            if write is not None:
                write(self, child)

    def say(self, text: str) -> None:
        if any(not each.shown for each in self.fields):
            return
        target = next((each for each in self.fields if each.key), None)
        if target is not None:
            target.result += text
        elif self.custom and text.strip():
            self._mark(self.custom, text.strip())
            self.custom = ""
        else:
            self.draft.say(text)

    def _mark(self, key: str, label: str) -> None:
        self.led.setdefault(key, Led(key, label, self._series(key)))
        self.draft.mark(label, (key,))

    def _series(self, key: str) -> str:
        counter = self.counters[key.split()[0]]
        return self.reached.chapter if counter.restarts else f"{counter.sort.capitalize()}s"

    def note(self, element: Element, sort: str) -> None:
        if any(not each.shown for each in self.fields):
            return
        key = f"{sort} {element.get(f'{W}id', '')}"
        if switch_of(element, "customMarkFollows"):
            self.custom = key
        else:
            counted = self.counters[sort].next(self.reached.section, self.reached.page)
            self._mark(key, counted)

    def end_field(self) -> None:
        ended = self.fields.pop() if self.fields else Field()
        if ended.key and ended.result.strip():
            self.draft.mark(ended.result, (ended.key,), ended.raised)


def switch_of(element: Element, name: str) -> bool:
    return element.get(W + name, "0") not in ("0", "false", "off")


def _text(runs: Runs, element: Element) -> None:
    runs.say(element.text or "")


def _run(runs: Runs, run: Element) -> None:
    properties = run.find(f"{W}rPr")
    if _is_hidden(runs, properties):
        runs.left.hidden += 1
        for each in run.iter(f"{W}fldChar"):
            _field_part(runs, each)
        return
    if runs.fields and runs.fields[-1].key and properties is not None:
        runs.fields[-1].raised |= value(properties, "vertAlign") == "superscript"
    runs.write(run)


def _is_hidden(runs: Runs, properties: Element | None) -> bool:
    """By its own properties, else its style's, else its paragraph's style's."""
    own = switch(properties, "vanish")
    if own is None and (style := value(properties, "rStyle")):
        own = runs.styles.hides(style)
    return runs.hidden if own is None else own


def _left_out(runs: Runs, element: Element) -> None:
    runs.left.deleted += 1


def _line_break(runs: Runs, element: Element) -> None:
    if element.get(f"{W}type") == "page":
        runs.reached.page += 1
    if not any(not each.shown for each in runs.fields):
        runs.draft.new_line()


def _page_break(runs: Runs, element: Element) -> None:
    runs.reached.page += 1


def _says(text: str) -> Callable[[Runs, Element], None]:
    return lambda runs, element: runs.say(text)


def _symbol(runs: Runs, element: Element) -> None:
    runs.say(sign_of(element) or ("*" if runs.custom else ""))


def _footnote(runs: Runs, element: Element) -> None:
    runs.note(element, "footnote")


def _endnote(runs: Runs, element: Element) -> None:
    runs.note(element, "endnote")


def _field_part(runs: Runs, element: Element) -> None:
    match element.get(f"{W}fldCharType"):
        case "begin":
            runs.fields.append(Field())
        case "separate" if runs.fields:
            _begin_result(runs, runs.fields[-1])
        case "end":
            runs.end_field()


def _begin_result(runs: Runs, opened: Field) -> None:
    opened.shown = True
    if named := _NOTE_FIELD.match(opened.code):
        opened.key = runs.bookmarks.get(named[1], "")
        opened.raised = "\\f" in named[2]
    elif linked := _LINK_FIELD.match(opened.code):
        runs.address = runs.address or linked[1]


def _code(runs: Runs, element: Element) -> None:
    if runs.fields and not runs.fields[-1].shown:
        runs.fields[-1].code += element.text or ""


def _simple_field(runs: Runs, element: Element) -> None:
    opened = Field(element.get(f"{W}instr", ""))
    runs.fields.append(opened)
    _begin_result(runs, opened)
    runs.write(element)
    runs.end_field()


def _link(runs: Runs, element: Element) -> None:
    runs.address = runs.address or runs.links.get(element.get(f"{R}id", ""), "")
    runs.write(element)


def _control(runs: Runs, element: Element) -> None:
    for content in element.iterchildren(f"{W}sdtContent"):
        runs.write(content)


def _ruby(runs: Runs, element: Element) -> None:
    for base in element.iterchildren(f"{W}rubyBase"):
        runs.write(base)


def _formula(runs: Runs, element: Element) -> None:
    runs.say("".join(each.text or "" for each in element.iter(f"{M}t", f"{W}t")))


def _boxes(runs: Runs, element: Element) -> None:
    """A drawing: the boxes of text in it wait for the end of the paragraph."""
    runs.boxes += outermost(element)


def _alternatives(runs: Runs, element: Element) -> None:
    for each in chosen(element):
        runs.write(each)


_WRITE: dict[object, Callable[[Runs, Element], None]] = {
    f"{W}r": _run,
    f"{W}t": _text,
    f"{W}tab": _says(" "),
    f"{W}ptab": _says(" "),
    f"{W}br": _line_break,
    f"{W}cr": _line_break,
    f"{W}noBreakHyphen": _says("-"),
    f"{W}sym": _symbol,
    f"{W}lastRenderedPageBreak": _page_break,
    f"{W}footnoteReference": _footnote,
    f"{W}endnoteReference": _endnote,
    f"{W}fldChar": _field_part,
    f"{W}instrText": _code,
    f"{W}fldSimple": _simple_field,
    f"{W}hyperlink": _link,
    f"{W}sdt": _control,
    f"{W}ruby": _ruby,
    f"{W}del": _left_out,
    f"{W}moveFrom": _left_out,
    f"{W}ins": Runs.write,
    f"{W}moveTo": Runs.write,
    f"{W}smartTag": Runs.write,
    f"{W}customXml": Runs.write,
    f"{W}dir": Runs.write,
    f"{W}bdo": Runs.write,
    f"{W}drawing": _boxes,
    f"{W}pict": _boxes,
    f"{W}object": _boxes,
    ALTERNATIVES: _alternatives,
    f"{M}oMath": _formula,
    f"{M}oMathPara": _formula,
}
