"""What was typed, cut into parts: words, "phrases", field:values and OR, each with its place."""

import re
from dataclasses import dataclass

_PART = re.compile(
    r"""
    (?P<minus>-)?
    (?:(?P<field>[^\W\d_]+):)?
    (?:"(?P<quoted>[^"]*)(?P<closed>")? | (?P<bare>[^\s"]+))?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """`typed[start:end]`, taken apart; `value` is without quotes."""

    start: int
    end: int
    text: str
    minus: bool
    field: str
    value: str
    quoted: bool
    closed: bool

    @property
    def is_or(self) -> bool:
        return self.text in ("OR", "|")


def lex(typed: str) -> tuple[Token, ...]:
    """
    >>> [(t.field, t.value, t.quoted) for t in lex('raid place:"Deir ez-Zor" "air')]
    [('', 'raid', False), ('place', 'Deir ez-Zor', True), ('', 'air', True)]
    """
    found: list[Token] = []
    at = 0
    while at < len(typed):
        match = _PART.match(typed, at)
        if match is None or match.end() == at:
            at += 1
            continue
        found.append(_token(match))
        at = match.end()
    return tuple(found)


def _token(match: re.Match[str]) -> Token:
    quoted = match["quoted"] is not None
    value = match["quoted"] if quoted else match["bare"] or ""
    return Token(
        match.start(),
        match.end(),
        match[0],
        bool(match["minus"]),
        (match["field"] or "").lower(),
        value,
        quoted,
        not quoted or bool(match["closed"]),
    )


def without(tokens: tuple[Token, ...], dropped: Token) -> str:
    """The search as typed without one part, and without an OR that it leaves hanging.

    >>> tokens = lex("russia OR turkey 2015")
    >>> without(tokens, tokens[2])
    'russia 2015'
    """
    index = tokens.index(dropped)
    gone = {index}
    if index + 1 < len(tokens) and tokens[index + 1].is_or:
        gone.add(index + 1)
    elif index and tokens[index - 1].is_or:
        gone.add(index - 1)
    return " ".join(token.text for at, token in enumerate(tokens) if at not in gone)
