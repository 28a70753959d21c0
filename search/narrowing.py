"""The same search, narrowed: to a facet's value, or to other dates."""

from search import fields, syntax
from search.parts import is_range
from search.syntax import All, Fielded, Leaf, Node, Quoted, Word, written


def chosen(tree: Node | None, name: str, value: str) -> str:
    """The search with `value` among those of the field `name`, which are alternatives.

    >>> chosen(Word("raid"), "place", "Homs")
    'raid place:Homs'
    >>> chosen(Fielded("place", Word("Homs")), "place", "Deir ez-Zor")
    'place:(Homs OR "Deir ez-Zor")'
    """
    parts = list(syntax.required(tree))
    for at, part in enumerate(parts):
        if isinstance(part, Fielded) and _is(part, name) and not isinstance(part.part, All):
            parts[at] = Fielded(part.name, syntax.any_of([part.part, leaf(value)]))
            break
    else:
        parts.append(Fielded(name, leaf(value)))
    return written(syntax.all_of(parts))


def dated(tree: Node | None, value: str) -> str:
    """The search with `date:value` in place of the dates it is narrowed by; without, if "".

    >>> dated(All((Word("raid"), Fielded("date", Quoted("early July 2012")))), "2015..")
    'raid date:2015..'
    """
    kept = [part for part in syntax.required(tree) if not _is_date(part)]
    if value:
        kept.append(Fielded("date", leaf(value, value.replace("..", "").replace("-", ""))))
    return written(syntax.all_of(kept)) if kept else ""


def leaf(value: str, plain: str = "") -> Leaf:
    """A value as a part of a search; in quotation marks unless it, or `plain`, is a mere word."""
    bare = value.replace('"', " ")
    return Word(bare) if (plain or bare).isalnum() else Quoted(bare)


def _is(part: Fielded, name: str) -> bool:
    known = fields.field(part.name)
    return known is not None and known.name == name


def _is_date(part: Node) -> bool:
    match part:
        case Word(text):
            return is_range(text)
        case Fielded(name):
            known = fields.field(name)
            return known is not None and known.group == "date"
        case _:
            return False
