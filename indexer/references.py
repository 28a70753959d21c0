"""References in the text itself: a list under `## References`, and Markdown's `[^1]: …`."""

import re
from collections.abc import Iterable, Iterator

from loccit.model.documents import Reference

_HEADING = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]*|={2,6}[ \t]*)?(?:References|Notes|Footnotes|Citations|Endnotes)"
    r"(?:[ \t]+and[ \t]+(?:references|notes))?[ \t]*(?:=+|#+|:)?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ENTRY = re.compile(
    r"^[ \t]*(?:\[(?P<square>\d{1,4})\]:?|(?P<plain>\d{1,4})[.)]|\^(?P<caret>\d{1,4}))[ \t]+(?=\S)",
    re.MULTILINE,
)
_NEXT_SECTION = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+\S|={2,6}[ \t]*\S)", re.MULTILINE)

_FOOTNOTE = re.compile(
    r"^ {0,3}\[\^(?P<label>[^\s\[\]^`/#]{1,40})\]:[ \t]*(?P<text>\S[^\r\n]*"
    r"(?:\r?\n(?! {0,3}\[\^)[^\S\r\n]*[^\s#][^\r\n]*|\r?\n[^\S\r\n]*\r?\n(?: {4}|\t)[^\r\n]*\S)*)",
    re.MULTILINE,
)
"""A footnote's own text, with the lines that go on with it."""


def split(text: str) -> tuple[str, tuple[Reference, ...]]:
    """The text with its references blanked out, length unchanged, and the references.

    A heading is one only if an entry follows it directly.

    >>> body, (one,) = split("It was.[4]\\n\\n## References\\n4. A Book, https://a.org/b.\\n")
    >>> body.rstrip(), one.number, one.text
    ('It was.[4]', 4, 'A Book, https://a.org/b.')
    """
    listed: dict[str, Reference] = {}
    for begins, read in ((_footnotes, _footnote_entries), (_lists, _entries)):
        spans = [*begins(text)]
        for start, end in spans:
            for reference in read(text[start:end]):
                listed.setdefault(reference.key, reference)
        text = _blanked(text, spans)
    return text, tuple(sorted(listed.values(), key=lambda each: each.place))


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    kept: list[str] = []
    at = 0
    for start, end in spans:
        kept += text[at:start], re.sub(r"[^\r\n]", " ", text[start:end])
        at = end
    return "".join([*kept, text[at:]])


def _footnotes(text: str) -> Iterator[tuple[int, int]]:
    for match in _FOOTNOTE.finditer(text):
        yield match.span()


def _footnote_entries(text: str) -> Iterator[Reference]:
    if match := _FOOTNOTE.match(text):
        label = match["label"]
        number = int(label) if label.isascii() and label.isdecimal() and len(label) < 5 else None
        yield _reference(number, match["text"], "" if number is not None else label)


def _lists(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for heading in _HEADING.finditer(text):
        if heading.start() < at:
            continue
        first = re.compile(r"\s*").match(text, heading.end())
        if first and _ENTRY.match(text, _line_start(text, first.end())):
            following = _NEXT_SECTION.search(text, first.end())
            at = following.start() if following else len(text)
            yield heading.start(), at


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _entries(text: str) -> Iterator[Reference]:
    entries = list(_ENTRY.finditer(text))
    ends = [entry.start() for entry in entries[1:]] + [len(text)]
    for entry, end in zip(entries, ends, strict=True):
        number = int(entry["square"] or entry["plain"] or entry["caret"])
        if text[entry.end() : end].strip():
            yield _reference(number, text[entry.end() : end])


def _reference(number: int | None, text: str, label: str = "") -> Reference:
    return Reference(number, " ".join(text.split()), label=label)
