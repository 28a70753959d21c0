"""Each part of a search, read: a word, a quotation or a field's value, to a query with a label."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from loccit.engines.query import Anywhere, KeywordTerm, Not, Or, Query, all_of, any_of
from loccit.model.mentions import Interval
from loccit.search.query import fields, syntax, words
from loccit.search.query.meaning import Highlight, Meaning, Unread
from loccit.search.query.parsed import PartKind, Problem
from loccit.search.query.syntax import Fielded, Leaf, Negated, Node, Quoted, Word, written
from loccit.search.query.vocabulary import Lookup

_RANGE = re.compile(r"-?\d{4}(-\d\d){0,2}\.\.(-?\d{4}(-\d\d){0,2})?\Z|\.\.-?\d{4}(-\d\d){0,2}\Z")
_MARKER = re.compile(r"\[(\d{1,9})\]\Z")
_BARE_FIELD = re.compile(r"([^\W\d_]+):\Z")


def is_range(text: str) -> bool:
    """Whether a word is a range of dates by itself: `2012..2014`, `..2014-06`."""
    return _RANGE.match(text) is not None


@dataclass(frozen=True, slots=True)
class LeafRead:
    """One part that can be taken away: `meaning` is None where nothing is asked for.

    `tag` is that of the filter that it is, "" for what scores; `field` the facet that names what
    it chooses.
    """

    node: Node
    start: int
    end: int
    kind: PartKind
    heading: str
    label: str
    meaning: Meaning | None = None
    tag: str = ""
    field: str = ""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """A part of the search that is required, with the parts it is made of."""

    query: Query | None
    leaves: tuple[LeafRead, ...]

    @property
    def narrows(self) -> str:
        """The tag of the filter that the whole is, "" for what scores."""
        tags = {leaf.tag for leaf in self.leaves if leaf.meaning}
        return tags.pop() if len(tags) == 1 else ""

    @property
    def highlights(self) -> Iterator[Highlight]:
        for leaf in self.leaves:
            if leaf.meaning and not leaf.negated:
                yield from leaf.meaning.highlights

    @property
    def days(self) -> Interval | None:
        """What a date was asked for, where nothing else would do."""
        meaning = self.leaves[0].meaning if len(self.leaves) == 1 else None
        return meaning.days if meaning and not self.leaves[0].negated else None


@dataclass(slots=True)
class PartReader:
    """Reads parts one after another; `ignored` are the words, by their identity in the tree, that
    needn't be there. In a search that is `shouted` capitals say nothing."""

    lookup: Lookup
    ignored: frozenset[int] = frozenset()
    shouted: bool = False
    named: Mapping[int, tuple[KeywordTerm, ...]] = field(default_factory=dict)
    """By a word's identity in the tree, the names that it is a spelling of, or a part of one."""
    problems: list[Problem] = field(default_factory=list)

    def element(self, node: Node, either: bool = False) -> Element:
        """A subtree; `either` inside an OR."""
        match node:
            case syntax.All(parts):
                return _joined([self.element(part, either) for part in parts], all_of)
            case syntax.Any(parts):
                return _joined([self.element(part, True) for part in parts], any_of)
            case Negated(part):
                return self._negated(node, part)
            case Fielded(name, part):
                return self._fielded(node, name, part, either)
            case Word(text):
                return _of(self._word(node, text, either))
            case Quoted():
                return _of(self._quoted(node, either))

    def _negated(self, node: Node, part: Node) -> Element:
        inner = self.element(part)
        query = None if inner.query is None else Not(inner.query)
        if len(inner.leaves) == 1:
            return Element(query, (_excluded(inner.leaves[0]),))
        start = min(leaf.start for leaf in inner.leaves) - 1
        end = max(leaf.end for leaf in inner.leaves)
        said = written(part)
        meaning = Meaning(query, said) if query else None
        leaf = LeafRead(node, max(0, start), end, "excluded", "without", said, meaning, "not")
        return Element(query, (replace(leaf, negated=True),))

    def _fielded(self, node: Fielded, name: str, part: Node, either: bool) -> Element:
        known = fields.search_field(name)
        if known is None:
            return self._unknown(node, name, part, either)
        match part:
            case syntax.All(parts):
                return _joined([self._fielded(node, name, each, either) for each in parts], all_of)
            case syntax.Any(parts):
                return _joined([self._fielded(node, name, each, either) for each in parts], any_of)
            case Word() | Quoted():
                start = node.start if node.part is part else part.start
                return _of(self._value(known, part, start))
            case _:
                return self.element(part, either)

    def _unknown(self, node: Fielded, name: str, part: Node, either: bool) -> Element:
        there = ", ".join(each.name for each in fields.search_fields())
        end = part.end if isinstance(part, Word | Quoted) else node.end
        self._problem(
            node.start, end, f"there is no field “{name}” (there are {there}); read as words"
        )
        if isinstance(part, Word | Quoted):
            first = Word(name, node.start, node.start + len(name))
            leaf = replace(self._word(first, name, either), node=node)
            return _joined([_of(leaf), self.element(part, either)], all_of)
        return self.element(part, either)

    def _value(self, known: fields.SearchField, leaf: Leaf, start: int) -> LeafRead:
        self._check_closed(leaf)
        try:
            meaning = known.read(leaf.text.strip(), self.lookup)
        except Unread as error:
            said = str(error) if leaf.text.strip() else f"nothing follows {known.name}:"
            return self._skipped(leaf, start, said, f"{known.name}:{written(leaf)}")
        return self._leaf(leaf, start, known.kind, known.heading, meaning, known)

    def _word(self, leaf: Word, text: str, either: bool) -> LeafRead:
        if is_range(text):
            return self._value(_field("date"), leaf, leaf.start)
        if marker := _MARKER.match(text):
            number = replace(leaf, text=marker[1])
            return replace(self._value(_field("cite"), number, leaf.start), node=leaf)
        bare = _BARE_FIELD.match(text)
        if bare and fields.search_field(bare[1].lower()):
            return self._skipped(leaf, leaf.start, f"nothing follows {text}", text)
        if id(leaf) in self.ignored:
            return LeafRead(leaf, leaf.start, leaf.end, "ignored", "too common to ask for", text)
        try:
            meaning = replace(words.word(self._eased(text), self.lookup))
        except Unread as error:
            return self._skipped(leaf, leaf.start, str(error), text)
        names = self.named.get(id(leaf), ())
        if names:
            meaning = replace(meaning, query=_with_names(meaning.query, names))
        return self._leaf(leaf, leaf.start, "words", _heading(either), meaning)

    def _quoted(self, leaf: Quoted, either: bool) -> LeafRead:
        self._check_closed(leaf)
        try:
            text = self._eased(leaf.text)
            meaning = words.quotation(text, leaf.slop, leaf.exact, self.lookup)
        except Unread as error:
            return self._skipped(leaf, leaf.start, str(error), written(leaf))
        return self._leaf(leaf, leaf.start, "phrase", _heading(either), meaning)

    def _eased(self, text: str) -> str:
        return text.lower() if self.shouted else text

    def _leaf(
        self, leaf: Leaf, start: int, kind: PartKind, heading: str, meaning: Meaning,
        known: fields.SearchField | None = None,
    ) -> LeafRead:  # fmt: skip
        if meaning.problem:
            self._problem(start, leaf.end, meaning.problem)
        tag, name = (known.tag, known.facet) if known else ("", "")
        return LeafRead(leaf, start, leaf.end, kind, heading, meaning.label, meaning, tag, name)

    def _check_closed(self, leaf: Leaf) -> None:
        if isinstance(leaf, Quoted) and not leaf.closed:
            said = 'a " is not closed; read to the end of the line'
            self._problem(leaf.start, leaf.end, said)

    def _skipped(self, leaf: Leaf, start: int, why: str, label: str) -> LeafRead:
        self._problem(start, leaf.end, f"{why}; left out")
        return LeafRead(leaf, start, leaf.end, "unread", "not read", label)

    def _problem(self, start: int, end: int, message: str) -> None:
        self.problems.append(Problem(start, end, message))


def _field(name: str) -> fields.SearchField:
    known = fields.search_field(name)
    assert known
    return known


def _with_names(query: Query, names: tuple[KeywordTerm, ...]) -> Query:
    """What a word stands for first has the names too, however they are spelled."""
    match query:
        case Anywhere():
            return replace(query, names=names)
        case Or(parts) if isinstance(parts[0], Anywhere):
            return Or((replace(parts[0], names=names), *parts[1:]))
        case _:
            return query


def _heading(either: bool) -> str:
    return "Any of the words" if either else "All of the words"


def _excluded(leaf: LeafRead) -> LeafRead:
    if leaf.meaning is None:
        return leaf
    heading = "without" if leaf.kind in ("words", "phrase") else f"not {leaf.heading}"
    kind: PartKind = "excluded" if leaf.kind in ("words", "phrase") else leaf.kind
    return replace(leaf, kind=kind, heading=heading, tag="not", negated=True)


def _of(leaf: LeafRead) -> Element:
    return Element(leaf.meaning.query if leaf.meaning else None, (leaf,))


def _joined(elements: list[Element], join: Callable[..., Query]) -> Element:
    queries = dict.fromkeys(each.query for each in elements if each.query is not None)
    leaves = tuple(leaf for each in elements for leaf in each.leaves)
    return Element(join(*queries) if queries else None, leaves)
