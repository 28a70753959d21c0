"""What a reader typed, to a query tree. Never fails: what it can't read, it reports.

Words are all required; OR binds closer than a space, so `russia OR turkey 2015` asks for either
of the two and 2015. Fields narrow and don't score, unless they stand in an OR with words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from engines import analysis
from engines.query import Everything, Not, Or, Phrase, Query, Term, all_of, any_of
from engines.schema import Name
from mentions.types import Interval
from search import dates, fields
from search.lexer import Token, lex, without
from search.results import Parsed, Part, PartKind, Problem

MOST_CHARACTERS = 2000
MOST_PARTS = 64
_RANGE = re.compile(r"-?\d{4}(-\d\d){0,2}\.\.(-?\d{4}(-\d\d){0,2})?\Z|\.\.-?\d{4}(-\d\d){0,2}\Z")
_YEAR = re.compile(r"(1\d|20)\d\d\Z")


def _no_names(prefix: str) -> Sequence[Name]:
    return ()


@dataclass(frozen=True, slots=True)
class _Read:
    """One token, read: `group` names the filter it is, "" for what scores."""

    token: Token
    query: Query
    kind: PartKind
    heading: str
    label: str
    group: str = ""
    field: str = ""
    values: tuple[str, ...] = ()
    highlight: tuple[str, ...] = ()
    days: Interval | None = None


@dataclass(slots=True)
class _Reader:
    names: fields.Names
    problems: list[Problem] = field(default_factory=list)
    unread: list[Token] = field(default_factory=list)

    def read(self, token: Token) -> _Read | None:
        """None where there is nothing to search for; why is among the problems."""
        if token.quoted and not token.closed:
            self._problem(token, 'a " is not closed; read to the end of the line')
        if not token.field and not token.quoted and _RANGE.match(token.value):
            return self._field(token, "date")
        if token.field and fields.field(token.field):
            return self._field(token, token.field)
        if token.field and token.value:
            known = ", ".join(fields.FIELDS)
            self._problem(
                token, f"there is no field “{token.field}” (there are {known}); read as words"
            )
        return self._words(token)

    def _field(self, token: Token, name: str) -> _Read | None:
        found = fields.field(name)
        if found is None or not token.value.strip():
            self._skip(token, f"nothing stands after {name}:; left out")
            return None
        try:
            reading = found.read(token.value.strip(), self.names)
        except fields.Unread as error:
            self._skip(token, f"{error}; left out")
            return None
        heading = f"not {found.heading}" if token.minus else found.heading
        query = Not(reading.query) if token.minus else reading.query
        values = () if token.minus else reading.values
        group = "not" if token.minus else found.group
        days = None if token.minus else reading.days
        return _Read(
            token, query, found.kind, heading, reading.label, group, found.group, values, (), days
        )

    def _words(self, token: Token) -> _Read | None:
        text = f"{token.field} {token.value}" if token.field else token.value
        terms = tuple(analysis.terms(text))
        if not terms:
            self._skip(token, f"“{token.text[:40]}” has no letter or digit to search for; left out")
            return None
        query: Query = Term("terms", terms[0]) if len(terms) == 1 else Phrase("terms", terms)
        label = f"“{text}”" if token.quoted else text
        if token.minus:
            return _Read(token, Not(query), "excluded", "without", label, "not")
        kind: PartKind = "phrase" if token.quoted else "words"
        if not token.quoted and _YEAR.match(text):
            query = Or((query, dates.asked(text)))
            label = f"{text}, said or dated"
        return _Read(token, query, kind, "words", label, highlight=terms)

    def _problem(self, token: Token, message: str) -> None:
        self.problems.append(Problem(token.start, token.end, message))

    def _skip(self, token: Token, message: str) -> None:
        self._problem(token, message)
        self.unread.append(token)


def parse(typed: str, names: fields.Names = _no_names) -> Parsed:
    """Read `typed`; `names` looks a name up in the index, so that any spelling finds it.

    >>> parse("court -coats").query
    Term(field='terms', word='court')
    >>> parse("court -coats").filters
    (('not', Not(part=Term(field='terms', word='coat'))),)
    >>> [problem.message for problem in parse("cite:4x8").problems]
    ['“4x8” is not a citation number: after cite: comes a number, a range such as 320..329, \
any or none; left out']
    """
    reader = _Reader(names)
    tokens = _limited(typed, reader)
    groups = list(_groups(tokens, reader))
    scoring = [group for group in groups if not _narrows(group)]
    return Parsed(
        typed,
        all_of(*(any_of(*(read.query for read in group)) for group in scoring))
        if scoring
        else Everything(),
        tuple(
            (group[0].group, any_of(*(read.query for read in group)))
            for group in groups
            if _narrows(group)
        ),
        tuple(_parts(tokens, groups, reader.unread)),
        tuple(sorted(reader.problems, key=lambda problem: problem.start)),
        tuple(
            dict.fromkeys(read.highlight for group in groups for read in group if read.highlight)
        ),
        tuple(group[0].days for group in groups if len(group) == 1 and group[0].days),
    )


def _limited(typed: str, reader: _Reader) -> tuple[Token, ...]:
    tokens = lex(typed[:MOST_CHARACTERS])
    if len(typed) > MOST_CHARACTERS:
        reader.problems.append(
            Problem(
                MOST_CHARACTERS,
                len(typed),
                f"only the first {MOST_CHARACTERS:,} characters were read",
            )
        )
    if len(tokens) > MOST_PARTS:
        reader.problems.append(
            Problem(
                tokens[MOST_PARTS].start,
                len(typed),
                f"only the first {MOST_PARTS} parts were read",
            )
        )
    return tokens[:MOST_PARTS]


def _groups(tokens: tuple[Token, ...], reader: _Reader) -> Iterator[list[_Read]]:
    """The parts that are all required; several in a group are joined by OR."""
    group: list[_Read] = []
    joining = False
    for index, token in enumerate(tokens):
        if token.is_or:
            last = index + 1 == len(tokens)
            if joining or not group or last:
                reader._skip(token, "OR needs a part on either side; left out")
            else:
                joining = True
            continue
        read = reader.read(token)
        if read is None:
            continue
        if group and not joining:
            yield group
            group = []
        group.append(read)
        joining = False
    if group:
        yield group


def _narrows(group: list[_Read]) -> bool:
    """Whether the whole group is a filter of one kind."""
    return bool(group[0].group) and len({read.group for read in group}) == 1


def _parts(
    tokens: tuple[Token, ...], groups: list[list[_Read]], unread: list[Token]
) -> Iterator[Part]:
    for group in groups:
        for read in group:
            heading = read.heading
            if heading == "words":
                heading = "Any of the words" if len(group) > 1 else "All of the words"
            yield Part(
                read.kind, heading, read.label, read.token.start, read.token.end,
                without(tokens, read.token), read.field, read.values,
            )  # fmt: skip
    for token in unread:
        yield Part("unread", "not read", token.text, token.start, token.end, without(tokens, token))
