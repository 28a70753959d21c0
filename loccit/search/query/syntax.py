"""What was typed as a tree of parts, before it means anything to an engine; and back to text."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Word:
    """`typed[start:end]`, without white space, quotation marks, brackets or bars, or what closes a
    sentence; `opens` where it opens one after another."""

    text: str
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    opens: bool = field(default=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Quoted:
    """`"text"~slop`, or `="text"` where `exact`; `closed` unless its end was missing."""

    text: str
    slop: int = 0
    exact: bool = False
    closed: bool = field(default=True, compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Fielded:
    """`name:value`; `part` is a leaf, or an Any and All of leaves for `name:(a OR b)`."""

    name: str
    part: "Node"
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Negated:
    part: "Node"


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple["Node", ...]


Leaf = Word | Quoted
Node = Word | Quoted | Fielded | Negated | All | Any


def all_of(parts: list[Node]) -> Node:
    """The conjunction, flat, without a needless All; of at least one part."""
    flat = [each for part in parts for each in (part.parts if isinstance(part, All) else (part,))]
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def any_of(parts: list[Node]) -> Node:
    """The disjunction, flat, without a needless Any; of at least one part."""
    flat = [each for part in parts for each in (part.parts if isinstance(part, Any) else (part,))]
    return flat[0] if len(flat) == 1 else Any(tuple(flat))


def written(node: Node | None) -> str:
    """The tree as one would type it; reading it again gives the same tree.

    >>> written(All((Any((Word("a"), Word("b"))), Negated(Fielded("place", Quoted("El Bab"))))))
    'a OR b -place:"El Bab"'
    """
    match node:
        case None:
            return ""
        case All(parts):
            return " ".join(map(written, parts))
        case Any(parts):
            return " OR ".join(_closed(part, All) for part in parts)
        case Negated(part):
            return f"-{_closed(part, All, Any)}"
        case Fielded(name, part):
            return f"{name}:{_value(part)}"
        case Quoted(text, slop, exact):
            return f'{"=" * exact}"{text}"{f"~{slop}" * bool(slop)}'
        case Word(text):
            return text


def _closed(node: Node, *kinds: type[Node]) -> str:
    return f"({written(node)})" if isinstance(node, kinds) else written(node)


def _value(node: Node) -> str:
    return f"({_listed(node)})" if isinstance(node, All | Any) else written(node)


def _listed(node: Node) -> str:
    match node:
        case All(parts):
            return " AND ".join(map(_listed, parts))
        case Any(parts):
            return " OR ".join(map(_listed, parts))
        case _:
            return written(node)


def without(node: Node | None, dropped: Node) -> Node | None:
    """The tree without one of its nodes (that very object), and without what that leaves empty."""
    match node:
        case None:
            return None
        case _ if node is dropped:
            return None
        case All(parts) | Any(parts):
            kept = [each for part in parts if (each := without(part, dropped)) is not None]
            joined = all_of if isinstance(node, All) else any_of
            return joined(kept) if kept else None
        case Negated(part):
            rest = without(part, dropped)
            return Negated(rest) if rest else None
        case Fielded(name, part, start, end):
            rest = without(part, dropped)
            return Fielded(name, rest, start, end) if rest else None
        case _:
            return node


def replaced(node: Node, old: Node, new: Node) -> Node:
    """The tree with one of its nodes (that very object) replaced."""
    match node:
        case _ if node is old:
            return new
        case All(parts):
            return all_of([replaced(part, old, new) for part in parts])
        case Any(parts):
            return any_of([replaced(part, old, new) for part in parts])
        case Negated(part):
            return Negated(replaced(part, old, new))
        case Fielded(name, part, start, end):
            return Fielded(name, replaced(part, old, new), start, end)
        case _:
            return node


def required(tree: Node | None) -> tuple[Node, ...]:
    """The parts that all have to match."""
    match tree:
        case None:
            return ()
        case All(parts):
            return parts
        case _:
            return (tree,)


def leaves(node: Node | None) -> Iterator[Leaf]:
    """The words and quotations, in order."""
    match node:
        case None:
            return
        case All(parts) | Any(parts):
            for part in parts:
                yield from leaves(part)
        case Negated(part) | Fielded(_, part):
            yield from leaves(part)
        case _:
            yield node
