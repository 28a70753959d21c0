"""Any text to a tree of parts: the grammar's tokens, repaired until the grammar takes them."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby

from lark import Lark, Token, Transformer, Tree, UnexpectedToken

from loccit.search.query import fields, signs
from loccit.search.query.parsed import Problem
from loccit.search.query.syntax import Fielded, Negated, Node, Quoted, Word, all_of, any_of

MOST_CHARACTERS = 2000
MOST_PARTS = 64
DEEPEST = 20
"""Brackets inside brackets."""

_NEGATIONS = ("NOT", "MINUS")
_OPERATORS = ("_OR", "_AND", *_NEGATIONS)
_LEAVES = ("QUOTED", "FIELD_VALUE", "WORD", "NUMBER", "ADDRESS")
_QUOTED = re.compile(r"(=?)[\"“”]([^\"“”]*)([\"“”]?)(?:~(\d+))?\Z")


@dataclass(frozen=True, slots=True)
class Syntax:
    """`tree` is None where nothing is left to read; `left_out` are stretches, as problems."""

    tree: Node | None
    problems: tuple[Problem, ...]


@cache
def _lark() -> Lark:
    grammar = files("loccit.search.query").joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="basic")


def read(typed: str) -> Syntax:
    """
    >>> read("russia OR turkey)").tree
    Any(parts=(Word(text='russia', start=0, end=6), Word(text='turkey', start=10, end=16)))
    """
    problems: list[Problem] = []
    plain = signs.plain(typed[:MOST_CHARACTERS])
    tokens = [_as_typed(token, typed) for token in _lark().lex(plain)]
    if len(typed) > MOST_CHARACTERS:
        said = f"only the first {MOST_CHARACTERS:,} characters were read"
        problems.append(Problem(MOST_CHARACTERS, len(typed), said))
    tokens = _shallow(_once_negated(_few(tokens, len(typed), problems), problems), problems)
    tree = _ToNodes(signs.sentences(signs.plain(typed))).transform(_mended(tokens, problems))
    return Syntax(tree, tuple(problems))


def _as_typed(token: Token, typed: str) -> Token:
    """A name or a document's id has the very letters that were typed."""
    known = fields.search_field(token.partition(":")[0].lower())
    if token.type != "FIELD_VALUE" or known is None or known.kind not in ("named", "document"):
        return token
    start, end = _place(token)
    value = start + token.index(":") + 1
    return token.update(value=token[: value - start] + typed[value:end])


def _few(tokens: list[Token], end: int, problems: list[Problem]) -> list[Token]:
    parts = 0
    for at, token in enumerate(tokens):
        parts += token.type in _LEAVES
        if parts > MOST_PARTS:
            start = token.start_pos or 0
            problems.append(Problem(start, end, f"only the first {MOST_PARTS} parts were read"))
            return tokens[:at]
    return tokens


def _once_negated(tokens: list[Token], problems: list[Problem]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        if token.type in _NEGATIONS and kept and kept[-1].type in _NEGATIONS:
            _leave_out(token, "one minus is enough; left out", problems)
        else:
            kept.append(token)
    return kept


def _shallow(tokens: list[Token], problems: list[Problem]) -> list[Token]:
    """Without the brackets that lie too deep; what appears in them stays."""
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.type == "_LPAR"
        if depth > DEEPEST and token.type in ("_LPAR", "_RPAR"):
            _leave_out(token, f"brackets nest at most {DEEPEST} deep; left out", problems)
        else:
            kept.append(token)
        depth -= token.type == "_RPAR" and depth > 0
    return kept


def _mended(tokens: list[Token], problems: list[Problem]) -> Tree[Token]:
    """The tokens as a tree, each that the grammar can't place left out.

    A round leaves a token out or closes a bracket behind a part, so it ends.
    """
    while True:
        fed = 0
        parser = _lark().parse_interactive()
        try:
            for token in tokens:
                parser.feed_token(token)
                fed += 1
            tree: Tree[Token] = parser.feed_eof(tokens[-1] if tokens else None)  # type: ignore[no-untyped-call]
            return tree
        except UnexpectedToken:
            tokens = _without(tokens, fed, problems)


def _without(tokens: list[Token], at: int, problems: list[Problem]) -> list[Token]:
    last = tokens[at - 1] if at else None
    unfollowed = last is not None and _lacks(last, tokens[at:])
    if at < len(tokens) and not unfollowed:
        _leave_out(tokens[at], _unexpected(tokens[at]), problems)
        return tokens[:at] + tokens[at + 1 :]
    if last is not None and unfollowed:
        _leave_out(last, _unfollowed(last), problems)
        gone = last.type == "_LPAR" and at < len(tokens)
        return tokens[: at - 1] + tokens[at + gone :]
    opened = _unclosed(tokens)
    problems.append(Problem(*_place(opened), "a ( is not closed; read as closed at the end"))
    end = (last.end_pos or 0) if last else 0
    return [*tokens, Token("_RPAR", ")", start_pos=end, end_pos=end)]


def _opens(token: Token) -> bool:
    """Whether something has to follow."""
    return token.type in (*_OPERATORS, "_LPAR", "FIELD")


def _lacks(token: Token, rest: list[Token]) -> bool:
    """Whether what has to follow `token` is not there."""
    ended = not rest or rest[0].type == "_RPAR"
    return token.type == "FIELD" or (_opens(token) and ended)


def _unclosed(tokens: list[Token]) -> Token:
    opened: list[Token] = []
    for token in tokens:
        if token.type == "_LPAR":
            opened.append(token)
        elif token.type == "_RPAR":
            opened.pop()
    return opened[-1]


def _unfollowed(token: Token) -> str:
    """Why a token is left out behind which something is missing."""
    match token.type:
        case "_OR" | "_AND":
            return f"{token} needs a part on either side; left out"
        case "_LPAR":
            return "there is nothing in the brackets; left out"
        case _:
            return f"nothing follows {token}; left out"


def _unexpected(token: Token) -> str:
    """Why a token is left out that can't appear where it does."""
    match token.type:
        case "_OR" | "_AND":
            return f"{token} needs a part on either side; left out"
        case "_RPAR":
            return "a ) closes nothing; left out"
        case _:
            return f"“{token[:40]}” can't be in a list of values; left out"


def _leave_out(token: Token, why: str, problems: list[Problem]) -> None:
    problems.append(Problem(*_place(token), why))


def _place(token: Token) -> tuple[int, int]:
    return token.start_pos or 0, token.end_pos or 0


def _word(token: Token) -> Word:
    return Word(str(token), *_place(token))


def _quoted(token: Token, exact: bool = True) -> Quoted:
    match = _QUOTED.match(token)
    assert match
    slop = int(match[4] or 0)
    return Quoted(match[2], slop, exact and bool(match[1]), bool(match[3]), *_place(token))


def _field_name(text: str) -> str:
    return text.lower() if fields.search_field(text.lower()) else text


class _ToNodes(Transformer[Token, Node | None]):
    """The grammar's rules, each to its node; sentences begin at `openings`."""

    def __init__(self, openings: frozenset[int]) -> None:
        super().__init__()
        self._openings = openings

    def start(self, children: list[Node | None]) -> Node | None:
        return children[0]

    def all(self, children: list[Node]) -> Node:
        return all_of(children)

    def any(self, children: list[Node]) -> Node:
        return any_of(children)

    both = all
    values = any
    value_all = all

    def negated(self, children: list[Node]) -> Node:
        part = children[1]
        return part.part if isinstance(part, Negated) else Negated(part)

    def bracketed(self, children: list[Node]) -> Node:
        return children[0]

    def word(self, children: list[Token]) -> Node:
        (token,) = children
        start = token.start_pos or 0
        parts = signs.side_by_side(token) if token.type == "WORD" else [(0, len(token))]
        return all_of([self._word(token[a:b], start + a) for a, b in parts])

    def _word(self, text: str, start: int) -> Word:
        bare = signs.without_closing(text)
        return Word(bare, start, start + len(bare), start in self._openings)

    def quoted(self, children: list[Token]) -> Node:
        return _quoted(children[0])

    def field_value(self, children: list[Token]) -> Node:
        (token,) = children
        start, end = _place(token)
        name, _, value = token.partition(":")
        value = signs.without_closing(value)
        word = Word(value, start + len(name) + 1, start + len(name) + 1 + len(value))
        return Fielded(_field_name(name), word, start, end)

    def fielded(self, children: list[Token]) -> Node:
        name, quoted = children
        return _in_field(name, [_quoted(quoted)])

    def listed(self, children: list[Token | Node]) -> Node:
        name, values = children
        assert isinstance(name, Token)
        assert not isinstance(values, Token)
        return Fielded(_field_name(name[:-1]), values, *_place(name))

    def run(self, children: list[Token]) -> Node:
        """Words side by side in a list are one value: `place:(Deir ez-Zor OR Homs)`."""
        values: list[Node] = []
        for quoted, run in groupby(children, lambda token: token.type == "QUOTED"):
            tokens = list(run)
            values += [_quoted(each, False) for each in tokens] if quoted else [_joined(tokens)]
        return all_of(values)


def _joined(words: list[Token]) -> Node:
    if len(words) == 1:
        return _word(words[0])
    start, end = _place(words[0])[0], _place(words[-1])[1]
    return Quoted(" ".join(words), start=start, end=end)


def _in_field(name: Token, values: list[Node]) -> Node:
    return Fielded(_field_name(name[:-1]), all_of(values), *_place(name))
