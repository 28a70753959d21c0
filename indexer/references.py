"""A reference list in the text itself: under `## References` or `== Notes ==`, one a number."""

import re
from collections.abc import Iterator

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
_ADDRESS = re.compile(r"https?://[^\s<>\"”]+")


def split(text: str) -> tuple[str, tuple[Reference, ...]]:
    """The text with its reference list blanked out, length unchanged, and the references.

    A heading is one only if an entry follows it directly.

    >>> body, (one,) = split("It was.[4]\\n\\n## References\\n4. A Book, https://a.org/b.\\n")
    >>> body.rstrip(), one
    ('It was.[4]', Reference(number=4, text='A Book, https://a.org/b.', \
address='https://a.org/b', author='', date='', title=''))
    """
    listed: dict[int, Reference] = {}
    kept: list[str] = []
    at = 0
    for start, end in _lists(text):
        for reference in _entries(text[start:end]):
            listed.setdefault(reference.number, reference)
        kept += text[at:start], re.sub(r"[^\r\n]", " ", text[start:end])
        at = end
    return "".join([*kept, text[at:]]), tuple(listed[number] for number in sorted(listed))


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
        words = " ".join(text[entry.end() : end].split())
        address = _ADDRESS.search(words)
        if words:
            yield Reference(number, words, address[0].rstrip(".,;)") if address else "")
