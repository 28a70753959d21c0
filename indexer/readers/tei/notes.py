"""Notes and entries of bibliographies in TEI: what is one, what it is called, what it says."""

import re
from collections.abc import Iterator

from loccit.indexer.readers.numbering import Found
from loccit.indexer.readers.tei.header import person, when
from loccit.indexer.readers.tei.tree import first, inside, local, own_id, targets, words
from loccit.indexer.readers.xml import Element

NOT_PRINTED = frozenset(
    "raw_reference remarkResponsibility editorial-remark grobid internal report-no".split()
)
"""Types of notes that are about the file."""
_ENTRIES = ("biblStruct", "bibl", "biblFull")
_NUMBER = re.compile(r"[\[(]?\s*(\d{1,4})\s*[\])]?[.,;]?")


class Notes:
    """The notes of a text by keys, in order; marks are made where they are led to."""

    def __init__(self, text: Element) -> None:
        self._led = {each for ref in inside(text, "ref", "ptr", "anchor") for each in targets(ref)}
        self._printed = dict(_printed(text))
        self._keys: dict[str, int] = {}
        self._found: list[Found] = []
        self._unnamed = 0
        self._known = {own_id(each) for each in inside(text, "note", *_ENTRIES) if own_id(each)}

    def leads(self, element: Element) -> tuple[str, ...]:
        """The keys of the notes that a `ref` or `ptr` leads to."""
        return tuple(each for each in targets(element) if each in self._known)

    def is_led_to(self, note: Element) -> bool:
        """Whether marks stand elsewhere, so that there is none where the note is."""
        return own_id(note) in self._led

    def add(self, note: Element, section: str) -> tuple[str, str]:
        """Keeps a note where it stands, and gives its label and key."""
        label = note.get("n") or self._printed.get(own_id(note), "")
        if not label:
            self._unnamed += 1
            label = str(self._unnamed)
        return label, self._keep(own_id(note), label, note_text(note), section)

    def add_entry(self, entry: Element, section: str) -> None:
        """Keeps an entry of a bibliography."""
        label = self._printed.get(own_id(entry), "") or entry.get("n") or _author_year(entry)
        self._keep(own_id(entry), label or own_id(entry), entry_text(entry), section)

    def label_of(self, key: str) -> str:
        """What is printed for a note that a `ptr` leads to, whose text says nothing."""
        return self._printed.get(key, "") or key

    def found(self) -> tuple[list[Found], dict[str, int]]:
        return self._found, self._keys

    def _keep(self, id: str, label: str, text: str, section: str) -> str:
        key = id or f" {len(self._found)}"
        if text and key not in self._keys:
            self._keys[key] = len(self._found)
            self._found.append(Found(label, text, section, f"#{id}" if id else "", _address(text)))
        return key


def _printed(text: Element) -> Iterator[tuple[str, str]]:
    """Numbers by which marks call notes, and those that notes have themselves."""
    for each in inside(text, "ref"):
        number = _NUMBER.fullmatch(words(each))
        leads = targets(each)
        if number and len(leads) == 1:
            yield leads[0], number[1]
    for each in inside(text, "note"):
        if own_id(each) and each.get("n"):
            yield own_id(each), each.get("n") or ""


def note_text(element: Element) -> str:
    """A note's words, but for what is told of the file."""
    parts: list[str] = []
    _say(element, parts)
    return " ".join("".join(parts).split())


def _say(element: Element, parts: list[str]) -> None:
    parts.append(element.text or "")
    for each in element:
        name = local(each)
        if name not in _SILENT and not (name in _PASSED_OVER and _is_offered(each)):
            apart = " " if name in _APART else ""
            parts.append(apart)
            _say(each, parts)
            parts.append(apart)
        parts.append(each.tail or "")


_SILENT = ("fw", "del", "metamark")
_APART = ("p", "lb", "l", "bibl", "item")
_PASSED_OVER = ("sic", "orig", "expan")


def _is_offered(element: Element) -> bool:
    """Whether it stands beside what is read in its place."""
    parent = element.getparent()
    return parent is not None and local(parent) == "choice"


def entry_text(entry: Element) -> str:
    """As a reader wants it: authors, year, title, where it appeared; else what it says itself."""
    if local(entry) != "biblStruct":
        return note_text(entry)
    inner, outer = first(entry, "analytic"), first(entry, "monogr")
    title, container = _title(inner), _title(outer)
    if not title and not container:
        return next((words(each) for each in inside(entry, "note", "idno")), "")
    authors = [person(each) for part in (inner, outer) for each in _own_authors(part)]
    year = next((said[:4] for each in inside(entry, "date") if (said := when(each))), "")
    where = [container if title else "", *_scope(entry)]
    lead = f"{', '.join(filter(None, authors))} ({year}). " if year else ""
    lead = lead or (f"{', '.join(authors)}. " if authors else "")
    parts = [title or container, ", ".join(filter(None, where)), *_identifiers(entry)]
    return lead.lstrip() + " ".join(f"{each.rstrip('.')}." for each in parts if each)


def _own_authors(part: Element | None) -> list[Element]:
    return [] if part is None else [each for each in part if local(each) == "author"]


def _title(part: Element | None) -> str:
    return (
        "" if part is None else next((words(each) for each in part if local(each) == "title"), "")
    )


def _scope(entry: Element) -> Iterator[str]:
    """Volume, issue and pages."""
    units = {each.get("unit") or "": each for each in inside(entry, "biblScope")}
    for unit, called in (("volume", ""), ("issue", "no. "), ("page", "pp. ")):
        if unit in units:
            each = units[unit]
            ends = [each.get("from") or "", each.get("to") or ""]
            number = words(each) or "–".join(filter(None, ends))
            yield f"{called}{number}" if number else ""


def _identifiers(entry: Element) -> Iterator[str]:
    for each in inside(entry, "idno"):
        if each.get("type") in ("DOI", "doi") and words(each):
            yield f"doi:{words(each)}"
        if each.get("type") in ("arXiv", "arxiv") and words(each):
            yield words(each)
    for each in inside(entry, "ptr"):
        if (each.get("target") or "").startswith("http"):
            yield each.get("target") or ""


def _author_year(entry: Element) -> str:
    surname = next((words(each) for each in inside(entry, "surname")), "")
    year = next((said[:4] for each in inside(entry, "date") if (said := when(each))), "")
    return f"{surname} {year}" if surname and year else ""


def _address(text: str) -> str:
    found = re.search(r"https?://[^\s<>\"]+", text)
    return found[0].rstrip(".,;:") if found else ""
