"""The markup of a reference: templates, links and italics of wikitext, links of Markdown.

One pass, in time that grows with the text alone: what is nested deeper than `DEEPEST` and what is
never closed is text like any other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

DEEPEST = 6
"""Of templates and links inside each other."""


@dataclass(frozen=True, slots=True)
class Words:
    text: str
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Linked:
    """Words that lead to `address`, which may be of any scheme; "" is a page of the wiki."""

    address: str
    inside: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Template:
    """`fields` by name, in lower case without hyphens; those without one by number: "1"."""

    name: str
    fields: tuple[tuple[str, tuple["Node", ...]], ...]


Node = Words | Linked | Template


def parsed(text: str) -> tuple[Node, ...]:
    """
    >>> parsed("''A'' [http://b.org C]")
    (Words(text='A', italic=True), Words(text=' ', italic=False), \
Linked(address='http://b.org', inside=(Words(text='C', italic=False),)))
    """
    return _Scanner(text).nodes()


def template_name(written: str) -> str:
    """
    >>> template_name(" Cite_Journal\\n")
    'cite journal'
    """
    return " ".join(written.replace("_", " ").split()).lower()


_TOKEN = re.compile(
    r"(?P<comment><!--(?:.*?-->|.*))"
    r"|(?P<tag></?(?:i|em|b|strong|sup|sub|small|big|span|nowiki|ref|br|cite|abbr|q|u|bdi|tt|p)"
    r"(?:[\s/][^<>]{0,200})?>)"
    r"|\[(?P<label>[^\[\]\n]{1,300})\]\((?P<leads>https?://[^\s()<>]*"
    r"(?:\([^\s()<>]*\)[^\s()<>]*)*)\)"
    r"|<(?P<plain>https?://[^\s<>]+)>"
    r"|(?P<open>\{\{|\[\[)|(?P<close>\}\}|\]\]|\])"
    r"|\[(?P<address>(?:https?:)?//[^\s\[\]<>\"]+)\s*"
    r"|(?P<mark>[|=])|(?P<quotes>'{2,5})"
    r"|(?<![\w*])\*(?P<starred>[^\s*][^*\n]{0,300})(?<!\s)\*(?![\w*])",
    re.IGNORECASE | re.DOTALL,
)
_BULLETS = re.compile(r"[*#:;^↑\s]*")

Kind = Literal["text", "{{", "[[", "["]
_CLOSES: dict[str, Kind] = {"}}": "{{", "]]": "[[", "]": "["}


@dataclass(slots=True)
class _Frame:
    """What has been opened and isn't closed: `parts` are its stretches between bars."""

    kind: Kind
    opened: str
    address: str = ""
    italic: bool = False
    parts: list[tuple[str | None, list[Node]]] = field(default_factory=lambda: [(None, [])])

    def add(self, *nodes: Node) -> None:
        self.parts[-1][1].extend(nodes)

    def literally(self) -> Iterator[Node]:
        """Its nodes as if it had never been opened."""
        yield Words(self.opened)
        for place, (name, nodes) in enumerate(self.parts):
            yield Words(("|" if place else "") + ("" if name is None else f"{name}="))
            yield from nodes


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._frames = [_Frame("text", "")]

    def nodes(self) -> tuple[Node, ...]:
        bullets = _BULLETS.match(self._text)
        at = bullets.end() if bullets else 0
        while token := _TOKEN.search(self._text, at):
            self._words(self._text[at : token.start()])
            at = self._taken(token)
        self._words(self._text[at:])
        while len(self._frames) > 1:
            self._flatten()
        return tuple(each for each in self._top.parts[0][1] if not _is_empty(each))

    @property
    def _top(self) -> _Frame:
        return self._frames[-1]

    def _words(self, text: str) -> None:
        if text:
            self._top.add(Words(unescape(text), self._top.italic))

    def _taken(self, token: re.Match[str]) -> int:
        """What a token means, and where the text goes on."""
        kind = token.lastgroup or ""
        written = token[0]
        match kind:
            case "comment":
                pass
            case "tag":
                self._words(" " if written[1:3].lower() == "br" else "")
            case "leads":
                self._top.add(Linked(token["leads"], (Words(unescape(token["label"])),)))
            case "plain":
                self._words(token["plain"])
            case "starred":
                self._top.add(Words(unescape(token["starred"]), italic=True))
            case "open":
                self._open(_Frame("{{" if written == "{{" else "[[", written))
            case "address":
                self._open(_Frame("[", written, token["address"]))
            case "close":
                return self._close(written, token.start())
            case "quotes":
                self._quotes(written)
            case _:
                self._mark(written)
        return token.end()

    def _open(self, frame: _Frame) -> None:
        if len(self._frames) > DEEPEST:
            self._words(frame.opened)
        else:
            self._frames.append(frame)

    def _quotes(self, written: str) -> None:
        """Two apostrophes, or five, begin or end italics; three are bold, four have one over."""
        if len(written) in (2, 5):
            self._top.italic = not self._top.italic
        elif len(written) == 4:
            self._words("'")

    def _mark(self, written: str) -> None:
        """A bar begins a new field; the first `=` of a template's field ends its name."""
        top = self._top
        name, nodes = top.parts[-1]
        if written == "|" and top.kind in ("{{", "[["):
            top.parts.append((None, []))
            top.italic = False
        elif written == "=" and top.kind == "{{" and len(top.parts) > 1 and name is None:
            top.parts[-1] = ("".join(map(_flat, nodes)), [])
        else:
            self._words(written)

    def _close(self, written: str, at: int) -> int:
        """Where the text goes on behind what is closed; what isn't open is text."""
        if written == "]]" and self._top.kind == "[":
            written = "]"
        kind = _CLOSES[written]
        if not self._reaches(kind):
            self._words(written)
            return at + len(written)
        while self._top.kind != kind:
            self._flatten()
        frame = self._frames.pop()
        self._top.add(*_closed(frame, self._top.italic))
        return at + len(written)

    def _reaches(self, kind: Kind) -> bool:
        """Whether one of this kind is open, and nothing else may hold it back."""
        for frame in reversed(self._frames):
            if frame.kind == kind:
                return True
            if frame.kind == "{{" or kind == "[":
                return False
        return False

    def _flatten(self) -> None:
        frame = self._frames.pop()
        self._top.add(*frame.literally())


def _closed(frame: _Frame, italic: bool) -> Iterator[Node]:
    match frame.kind:
        case "[":
            yield Linked(frame.address, tuple(frame.parts[0][1]))
        case "[[":
            yield from _page(frame, italic)
        case _:
            yield _template(frame)


def _page(frame: _Frame, italic: bool) -> Iterator[Node]:
    """A link to a page of the wiki: its last part, without the place in the page or its space."""
    nodes = frame.parts[-1][1]
    if len(frame.parts) == 1:
        name = "".join(map(_flat, nodes)).strip().lstrip(":")
        nodes = [Words(name.partition("#")[0] or name.lstrip("#"))]
    for each in nodes:
        yield Words(each.text, True) if italic and isinstance(each, Words) else each


def _template(frame: _Frame) -> Template:
    (_, opening), *rest = frame.parts
    fields: dict[str, tuple[Node, ...]] = {}
    number = 0
    for name, nodes in rest:
        if name is None:
            number += 1
        key = str(number) if name is None else re.sub(r"[\s_-]", "", name).lower()
        value = _stripped(nodes)
        if value or key not in fields:
            fields[key] = value
    return Template(template_name("".join(map(_flat, opening))), tuple(fields.items()))


def _stripped(nodes: list[Node]) -> tuple[Node, ...]:
    """Without white space around it: () where there is nothing else."""
    kept = [each for each in nodes if not _is_empty(each)]
    while kept and isinstance(kept[0], Words) and not kept[0].text.strip():
        kept.pop(0)
    while kept and isinstance(kept[-1], Words) and not kept[-1].text.strip():
        kept.pop()
    return tuple(kept)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Words) and not node.text


def _flat(node: Node) -> str:
    match node:
        case Words(text):
            return text
        case Linked(inside=inside):
            return "".join(map(_flat, inside))
        case _:
            return ""
