"""The same search, narrowed: to a facet's value, or to other dates."""

from collections.abc import Callable

from loccit.engines import field_table
from loccit.model.addresses import Address
from loccit.search.query import fields, syntax
from loccit.search.query.parts import is_range
from loccit.search.query.syntax import All, Any, Fielded, Leaf, Node, Quoted, Word, written


def choosing(tree: Node | None, name: str) -> Callable[[str], str]:
    """The search with a value among those of the field `name`, which are alternatives.

    >>> choosing(Word("raid"), "place")("Homs")
    'raid place:Homs'
    >>> choosing(Fielded("place", Word("Homs")), "place")("Deir ez-Zor")
    'place:(Homs OR "Deir ez-Zor")'
    """
    parts = list(syntax.required(tree))
    at = next((at for at, part in enumerate(parts) if _takes(part, name)), None)
    if at is None:
        rest = written(tree)
        return lambda value: _joined(rest, name, leaf(value))

    def among(value: str) -> str:
        held = parts[at]
        assert isinstance(held, Fielded)
        wider = Fielded(held.name, syntax.any_of([held.part, leaf(value)]))
        return written(syntax.all_of([*parts[:at], wider, *parts[at + 1 :]]))

    return among


def dating(tree: Node | None) -> Callable[[str], str]:
    """The search with `date:value` in place of the dates it is narrowed by; without, if "".

    >>> dating(All((Word("raid"), Fielded("date", Quoted("early July 2012")))))("2015..")
    'raid date:2015..'
    """
    kept = [part for part in syntax.required(tree) if not _is_date(part)]
    rest = written(syntax.all_of(kept)) if kept else ""
    return lambda value: _joined(rest, "date", _day_leaf(value)) if value else rest


def dates(tree: Node | None) -> tuple[str, ...]:
    """The dates that the search is narrowed by, as they are typed.

    >>> dates(All((Fielded("date", Word("2012-10")), Word("raid"), Word("2012.."))))
    ('date:2012-10', '2012..')
    """
    return tuple(written(part) for part in syntax.required(tree) if _is_date(part))


def narrowed(typed: str, name: str, value: str) -> str:
    """What was typed, and the field `name` with a value.

    >>> narrowed("raid", "place", "Deir ez-Zor"), narrowed("raid", "date", "2012-10")
    ('raid place:"Deir ez-Zor"', 'raid date:2012-10')
    """
    return _joined(typed, name, _day_leaf(value) if name == "date" else leaf(value))


def _day_leaf(value: str) -> Leaf:
    return leaf(value, value.replace("..", "").replace("-", ""))


def _joined(rest: str, name: str, value: Leaf) -> str:
    """As `written` has it, but short: a page has hundreds of these."""
    typed = f"{name}:{value.text}" if isinstance(value, Word) else f'{name}:"{value.text}"'
    return f"{rest} {typed}" if rest else typed


def _takes(part: Node, name: str) -> bool:
    """Whether the part lists values of the field, to which one more can be added."""
    return isinstance(part, Fielded) and _is(part, name) and not isinstance(part.part, All)


def leaf(value: str, plain: str = "") -> Leaf:
    """A value as a part of a search; in quotation marks unless it, or `plain`, is a mere word."""
    bare = value.replace('"', " ")
    return Word(bare) if (plain or bare).isalnum() else Quoted(bare)


def _is(part: Fielded, name: str) -> bool:
    known = fields.search_field(part.name)
    return known is not None and known.name == name


def _is_date(part: Node) -> bool:
    match part:
        case Word(text):
            return is_range(text)
        case Fielded(name):
            known = fields.search_field(name)
            return known is not None and known.tag == "date"
        case _:
            return False


def in_document(typed: str, document: str) -> str:
    """What was typed, in one document.

    >>> in_document("raid", "wars/syria"), in_document("", "war")
    ('raid doc:"wars/syria"', 'doc:war')
    >>> in_document('"air strikes', "war")
    '"air strikes" doc:war'
    """
    closed = typed + '"' * (typed.count('"') % 2)
    return _joined(closed.strip(), "doc", leaf(document))


def citing_work(document: str, citing: str = "") -> str:
    """The search for what cites a document of the library, in the document `citing` if given.

    >>> citing_work("swift"), citing_work("swift", "war")
    ('cites:swift', 'cites:swift doc:war')
    """
    asked = _joined("", "cites", leaf(document))
    return in_document(asked, citing) if citing else asked


def alike(address: Address) -> Node:
    """The search for passages like the one at an address.

    >>> written(alike(Address("wars/syria", 3)))
    'like:"wars/syria#3"'
    """
    return Fielded("like", leaf(str(address)))


def citing(document: str, label: str) -> str:
    """The search for what a document cites as a number or label.

    >>> citing("war", "3"), citing("war", "Munro 2011")
    ('cite:3 doc:war', 'cite:"Munro 2011" doc:war')
    """
    asked = label if label[:1].isalnum() else f"{document}#{label}"
    return in_document(_joined("", "cite", leaf(asked)), document)


def loosened(tree: Node | None) -> Node | None:
    """The same search for passages with any of its words, within all that narrows.

    >>> written(loosened(All((Word("raid"), Quoted("air strike"), Fielded("doc", Word("war"))))))
    'raid OR air OR strike doc:war'
    """
    parts = syntax.required(tree)
    words = [word for part in parts for word in _words(part)]
    rest = [part for part in parts if not _words(part)]
    return syntax.all_of([*([syntax.any_of(words)] if words else []), *rest]) if parts else None


def _words(part: Node) -> list[Node]:
    match part:
        case Word(text) if not is_range(text):
            return [part]
        case Quoted(text):
            return [Word(word) for word in text.split() if any(map(str.isalnum, word))]
        case Any(parts) | All(parts):
            own = [_words(each) for each in parts]
            return [word for words in own for word in words] if all(own) else []
        case _:
            return []


def named(type: str, name: str) -> Node:
    """The search for a canonical name.

    >>> written(named("organisation", "Free Syrian Army"))
    'org:"Free Syrian Army"'
    """
    row = field_table.named(type)
    return Fielded(row.typed.name if row.typed else type, leaf(name))
