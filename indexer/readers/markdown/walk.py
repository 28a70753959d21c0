"""The tokens of a Markdown document to blocks, with marks where notes and works are cited."""

import re
from collections.abc import Callable, Sequence

from markdown_it.token import Token

from loccit.indexer.readers.content import Kind
from loccit.indexer.readers.drafts import Draft, Drafted
from loccit.indexer.readers.markdown.notes import Notes

_IN_BRACKETS = r"\[(?P<inside>[^\[\]\n]{0,300}?(?<![\w.])@[\w{][^\[\]\n]{0,300})\]"
_BRACKETED = re.compile(_IN_BRACKETS)
_CITED = re.compile(rf"{_IN_BRACKETS}|(?<![\w.@/\\])@(?P<alone>[^\W_]\w*(?:[:.#$%&+?<>~/-]\w+)*)")
_KEY = re.compile(r"(?<![\w.])@(?:\{([^{}]+)\}|(\w+(?:[:.#$%&+?<>~/-]\w+)*))")
_BEAT = 500
"""Tokens between two signs of life."""
_HTML = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|</?[a-z][^<>]*>",
    re.DOTALL | re.IGNORECASE,
)


def cites(text: str) -> bool:
    """Whether a document cites as pandoc does, so that `@key` alone is a citation."""
    return _BRACKETED.search(text) is not None


class Walk:
    """`cites` is whether the document cites as pandoc does."""

    def __init__(self, notes: Notes, cites: bool) -> None:
        self._notes = notes
        self._cites = cites
        self._draft = Draft()
        self._made: list[Drafted] = []
        self._deep = 0

    def drafted(self, tokens: Sequence[Token], beat: Callable[[], object]) -> list[Drafted]:
        """The blocks in order; footnotes aren't running text."""
        kinds: list[Kind] = []
        noting, first = False, True
        for count, token in enumerate(tokens):
            if not count % _BEAT:
                beat()
            match token.type:
                case "footnote_reference_open" | "footnote_reference_close":
                    noting = token.type.endswith("open")
                case _ if noting:
                    continue
                case "list_item_open":
                    kinds.append("line")
                case "list_item_close":
                    kinds.pop()
                case "table_close":
                    self._end("table")
                case "tr_close":
                    self._draft.new_row()
                case "tr_open":
                    first = True
                case "td_open" | "th_open":
                    if not first:
                        self._draft.new_cell()
                    first = False
                case "inline":
                    self._inline(token.children or ())
                case "heading_close":
                    self._end("heading", int(token.tag[1:]))
                case "paragraph_close" | "dt_close":
                    self._end(kinds[-1] if kinds else "paragraph")
                case "fence" | "code_block":
                    self._code(token.content)
                case "html_block":
                    self._draft.say(_without_tags(token.content))
                    self._end("paragraph")
        self._end("paragraph")
        return self._made

    def _end(self, kind: Kind, level: int = 0) -> None:
        made = self._draft.block(kind, level)
        self._draft = Draft()
        if made is not None:
            self._made.append(made)

    def _code(self, text: str) -> None:
        self._draft.say(text)
        self._end("paragraph")

    def _inline(self, tokens: Sequence[Token]) -> None:
        words = ""
        for token in tokens:
            if token.type in ("text", "text_special"):
                words += token.content
                continue
            if token.type == "softbreak":
                words += "\n"
                continue
            self._words(words)
            words = ""
            self._other(token)
        self._words(words)

    def _other(self, token: Token) -> None:
        match token.type:
            case "hardbreak":
                self._draft.new_line()
            case "code_inline":
                self._draft.say(token.content)
            case "image":
                if len(token.content.split()) > 1:
                    self._inline(token.children or ())
            case "footnote_ref":
                self._footnote(token)
            case "html_inline":
                self._draft.say(" " if token.content.lower().startswith("<br") else "")

    def _footnote(self, token: Token) -> None:
        label = token.meta.get("label")
        if label is not None:
            self._draft.mark(str(label), (f"^{label}",))
        else:
            number, key = self._notes.inline(token.meta["id"])
            self._draft.mark(number, (key,))

    def _words(self, text: str) -> None:
        """Text, with pandoc's citations in it."""
        at = 0
        for found in _CITED.finditer(text) if self._cites else ():
            inside = found["inside"] or f"@{found['alone']}"
            keys = tuple(f"@{braced or bare}" for braced, bare in _KEY.findall(inside))
            if not keys:
                continue
            self._draft.say(text[at : found.start()])
            self._draft.mark(inside, keys, raised=found["inside"] is not None)
            at = found.end()
        self._draft.say(text[at:])


def _without_tags(text: str) -> str:
    return _HTML.sub(" ", text)
