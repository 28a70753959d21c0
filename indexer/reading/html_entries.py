"""How far each note of a page goes, and its text without label and ways back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from loccit.indexer.reading.drafts import Draft
from loccit.indexer.reading.html_landmarks import LeftOut
from loccit.indexer.reading.html_notes import Reference, says_back
from loccit.indexer.reading.html_tree import classes_of, types_of, words
from loccit.indexer.reading.html_words import (
    BLOCKS,
    BRACKETS,
    HEADINGS,
    LABEL,
    NOTE_CLASS,
    NOTE_TYPES,
)
from loccit.indexer.reading.xml import Element

_NOT_CLIMBED = {"body", "html", "main", "article", "ol", "ul", "section"}
_CONTINUES = {"p", "blockquote", "ul", "ol", "pre", "div", "table", "dd"}
_MOST_CONTINUED = 12
_EMPTY = re.compile(r"^(?:\[\]|\(\)|[.:])\s+")


@dataclass(slots=True)
class Entry:
    """A note: the elements that it is, where in them it begins and the next one begins."""

    elements: list[Element]
    label: str
    order: int
    begins: Element | None = None
    ends: Element | None = None
    cited: list[Reference] = field(default_factory=list)


def entries(references: Sequence[Reference]) -> list[Entry]:
    """The notes that marks lead to, in order, and those that stand among them uncited."""
    homes: dict[Element, dict[Element, list[Reference]]] = {}
    for each in references:
        homes.setdefault(each.home, {}).setdefault(each.link.target, []).append(each)
    found = [each for home, targets in homes.items() for each in _in_home(home, targets)]
    found.sort(key=lambda each: each.order)
    _climb(found)
    _continue(found)
    return sorted([*found, *_uncited(found)], key=lambda each: each.order)


def _in_home(home: Element, targets: dict[Element, list[Reference]]) -> Iterator[Entry]:
    """The notes of one block: more than one where each begins a line of it."""
    ordered = sorted(targets.items(), key=lambda each: each[1][0].link.to)
    made: list[Entry] = []
    for target, references in ordered:
        if made and not _parted(target, home):
            made[-1].cited += references
            continue
        begins = target if made else None
        if made:
            made[-1].ends = target
        entry = Entry([home], references[0].label, references[0].link.to, begins, None, references)
        made.append(entry)
    yield from made


def _parted(target: Element, home: Element) -> bool:
    """Whether a line break stands between a target and the text before it."""
    while target is not home:
        earlier = target.getprevious()
        if earlier is not None and not (earlier.tail or "").strip(BRACKETS):
            if earlier.tag == "br":
                return True
            if words(earlier):
                return False
        parent = target.getparent()
        if earlier is not None or parent is None or (parent.text or "").strip(BRACKETS):
            return False
        target = parent
    return False


def _climb(found: Sequence[Entry]) -> None:
    """From the block that a note begins in to the largest that holds it and nothing else."""
    count: dict[Element, int] = {}
    for each in found:
        for outer in (each.elements[0], *each.elements[0].iterancestors()):
            count[outer] = count.get(outer, 0) + 1
    for each in found:
        block = each.elements[0]
        while (parent := block.getparent()) is not None and count[parent] == 1:
            if not _holds_only(parent, block):
                break
            block = parent
        each.elements = [block]


def _holds_only(parent: Element, block: Element) -> bool:
    said = NOTE_TYPES & types_of(parent)
    if parent.tag in _NOT_CLIMBED and not said:
        return False
    if (parent.text or "").strip():
        return False
    for earlier in block.itersiblings(preceding=True):
        if words(earlier) and not LABEL.fullmatch(words(earlier)):
            return False
        if (earlier.tail or "").strip():
            return False
    if not said and parent.tag == "div" and not _says_note(parent):
        return not any(words(later) for later in block.itersiblings())
    return not any(words(each) for each in parent.iter(*HEADINGS) if each is not block)


def _says_note(element: Element) -> bool:
    return any(NOTE_CLASS.search(name) for name in classes_of(element))


def _continue(found: Sequence[Entry]) -> None:
    """Paragraphs between two notes belong to the first, as do those under a label in a heading or
    a term of a list."""
    heads = {each.elements[0] for each in found}
    for at, each in enumerate(found):
        block = each.elements[0]
        following = found[at + 1] if at + 1 < len(found) else None
        if block.tag in HEADINGS or block.tag == "dt":
            each.elements += _until(block, heads, within=block.tag == "dt")
        elif block.tag == "p" and following and _is_whole(each, following):
            gap = list(_until(block, heads))
            last = (gap or [block])[-1].getnext()
            if last is not None and last in heads:
                each.elements += gap


def _is_whole(entry: Entry, following: Entry) -> bool:
    """Whether the next note's mark stands before this note: notes are together, without text."""
    return bool(following.cited) and following.cited[0].link.at < entry.order


def _until(block: Element, heads: set[Element], within: bool = False) -> Iterator[Element]:
    for count, each in enumerate(block.itersiblings()):
        stop = each in heads or each.tag in HEADINGS or each.tag == "hr" or count > _MOST_CONTINUED
        if stop or each.tag not in _CONTINUES or (within and each.tag != "dd"):
            return
        if any(inner in heads for inner in each.iter(*BLOCKS)):
            return
        yield each


def _uncited(found: Sequence[Entry]) -> Iterator[Entry]:
    """Entries of a list that no mark leads to, where marks lead to others."""
    taken = {element for each in found for element in each.elements}
    lists: dict[Element, int] = {}
    for each in found:
        parent = each.elements[0].getparent()
        if parent is not None and len(each.elements) == 1 and each.begins is None:
            lists.setdefault(parent, each.order)
    for parent, order in lists.items():
        model = next(each for each in parent if each in taken)
        if model.tag == "li" or _says_note(model) or _says_note(parent):
            yield from _missing(parent, model, taken, order)


def _missing(parent: Element, model: Element, taken: set[Element], order: int) -> Iterator[Entry]:
    alike = [each for each in parent if each.tag == model.tag]
    cited = sum(each in taken for each in alike)
    noted = _says_note(parent) or bool(NOTE_TYPES & types_of(parent)) or _says_note(model)
    if not noted and cited * 2 < len(alike):
        return
    for at, each in enumerate(alike, int(_start(parent))):
        if not words(each) or any(
            inner in taken or inner.tag in HEADINGS for inner in each.iter("*")
        ):
            continue
        if model.tag == "li" or set(classes_of(model)) & set(classes_of(each)):
            label = str(at) if parent.tag == "ol" else ""
            yield Entry([each], label, order)


def _start(parent: Element) -> str:
    start = parent.get("start", "1")
    return start if start.isdecimal() and len(start) < 6 else "1"


def text_of(entry: Entry, marks: dict[Element, str], left_out: LeftOut) -> tuple[str, str]:
    """A note's text and the address of the first link out of it; marks in it as printed."""
    text, address = _Collector(entry, marks, left_out).collected()
    return _without_label(text, entry.label), address


class _Collector:
    """Goes through the elements of a note, from where it begins to where the next one does."""

    def __init__(self, entry: Entry, marks: dict[Element, str], left_out: LeftOut) -> None:
        self._entry, self._marks, self._left_out = entry, marks, left_out
        self._draft, self._address = Draft(), ""
        self._on = entry.begins is None

    def collected(self) -> tuple[str, str]:
        for element in self._entry.elements:
            self._read(element)
            self._say(" ")
        return self._draft.written.strip(), self._address

    def _read(self, top: Element) -> None:
        walk = etree.iterwalk(top, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if not self._start(element, top):
                    walk.skip_subtree()
            else:
                if element.tag in BLOCKS or element.tag == "br":
                    self._say(" ")
                if element is not top:
                    self._say(element.tail)

    def _start(self, element: Element, top: Element) -> bool:
        """Whether what is in the element is still to be read."""
        if element is self._entry.begins:
            self._on = True
        elif element is self._entry.ends:
            self._on = False
        if element is not top and self._left_out(element):
            return False
        if element.tag == "a" and self._is_way_back(element):
            return False
        if element in self._marks:
            self._draft.mark(self._marks[element], (), raised=True)
            return False
        if element.tag in BLOCKS:
            self._say(" ")
        self._say(element.text)
        return True

    def _say(self, text: str | None) -> None:
        if text and self._on:
            self._draft.say(text)

    def _is_way_back(self, link: Element) -> bool:
        """A link back to the mark: an arrow, or the label before the first word."""
        address = link.get("href") or ""
        text = words(link)
        if says_back(link, text):
            return bool(text) or "#" in address
        if "#" in address and self._is_label(text.strip(BRACKETS + ".:^")):
            return not self._draft.written.strip(BRACKETS + "^↑,;.abcdefghijklmnopqrstuvwxyz")
        if not self._address and address.startswith(("http://", "https://", "//")):
            self._address = address if address[0] != "/" else f"https:{address}"
        return False

    def _is_label(self, text: str) -> bool:
        """What is printed for the note, or one letter of several ways back."""
        return text == self._entry.label or (len(text) == 1 and text.isalpha())


def _without_label(text: str, label: str) -> str:
    """ "[3] See Munro.", "3. See Munro." and "3 See Munro." are a note's label and its text."""
    text = text.lstrip("^↑ ")
    start = text.lstrip("[({")
    if label and start.startswith(label):
        bare = start[len(label) :]
        rest = bare.lstrip("])}").lstrip(".:) ")
        set_off = len(start) < len(text) or bare[:1] in "])}.: \u00a0"
        if rest and set_off and not bare[:1].isalnum():
            text = rest
    return _EMPTY.sub("", text).strip(" ↑^")
