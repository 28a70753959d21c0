"""How far each note of a page goes, and its text without label and ways back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loccit.indexer.readers.html.notes import Reference
from loccit.indexer.readers.html.tree import classes_of, types_of, words
from loccit.indexer.readers.html.words import (
    BLOCKS,
    BRACKETS,
    HEADINGS,
    LABEL,
    NOTE_CLASS,
    NOTE_TYPES,
)
from loccit.indexer.readers.xml import Element

_NOT_CLIMBED = {"body", "html", "main", "article", "ol", "ul", "section"}
_CONTINUES = {"p", "blockquote", "ul", "ol", "pre", "div", "table", "dd"}
_MOST_CONTINUED = 12
_EMPTY = re.compile(r"^(?:\[\]|\(\)|[.:])\s+")


@dataclass(slots=True)
class Entry:
    """A note: the elements that it is, and where in them it begins if not at their beginning."""

    elements: list[Element]
    label: str
    order: int
    begins: Element | None = None
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
        first = references[0]
        made.append(Entry([home], first.label, first.link.to, begins, references))
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
