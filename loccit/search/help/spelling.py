"""Did you mean: words that few passages have, with a likely spelling from the index itself."""

from collections.abc import Iterator

from loccit.engines import analysis
from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.engine import Engine, Request
from loccit.engines.query import Term
from loccit.search.about.names import readings
from loccit.search.query import fields, syntax
from loccit.search.query.stop_words import is_stop_word
from loccit.search.query.syntax import Fielded, Leaf, Negated, Node, Quoted, Word, written
from loccit.search.results import Spelling

FEW = 2
"""A word that more passages have is taken as meant."""
TIMES = 10
"""How many times more frequent the likelier spelling of a word that is there must be."""
MOST_TRIED = 8
_CANDIDATES = 20
_MOST_WORDS = 6


def spellings(engine: Engine, tree: Node | None, until: Deadline = NEVER) -> Iterator[Spelling]:
    """One for each word or name with a likelier spelling, then all of them at once.

    Raises OutOfTime beyond `until`.
    """
    if tree is None:
        return
    better = tree
    found = 0
    for leaf, name in list(_leaves(tree))[:MOST_TRIED]:
        until.check()
        instead = _name(engine, leaf, name) if name else _word(engine, leaf.text)
        if instead:
            new = _as(leaf, instead)
            found += 1
            better = syntax.replaced(better, leaf, new)
            yield Spelling(leaf.text, instead, written(syntax.replaced(tree, leaf, new)))
    if found > 1:
        yield Spelling("", "", written(better))


def _leaves(tree: Node) -> Iterator[tuple[Leaf, str]]:
    """The words that are asked for, and the values of name fields, each with its field."""
    match tree:
        case syntax.All(parts) | syntax.Any(parts):
            for part in parts:
                yield from _leaves(part)
        case Fielded(name, part) if (known := fields.field(name)) and known.kind == "named":
            yield from ((leaf, known.name) for leaf in syntax.leaves(part))
        case Word(text) if text.isalpha() and not is_stop_word(text):
            yield tree, ""
        case Negated() | Fielded() | Word() | Quoted():
            return


def _as(leaf: Leaf, text: str) -> Leaf:
    """The leaf with another text, quoted where it has more than one word."""
    return Quoted(text) if isinstance(leaf, Quoted) or not text.isalnum() else Word(text)


def _word(engine: Engine, text: str) -> str:
    """The likelier spelling; "" where there is none, or none is needed."""
    term = analysis.term(text)
    there = engine.search(Request(Term("terms", term), size=0)).total
    if there > FEW:
        return ""
    for distance in (1, 2)[: 2 if len(text) > 5 else 1 if len(text) > 2 else 0]:
        for word in engine.lexicon().near(text, distance, _CANDIDATES).words:
            likelier = engine.lexicon().count(word) >= max(1, TIMES * there)
            if likelier and analysis.term(word) != term:
                return word.capitalize() if text[0].isupper() else word
    return ""


def _name(engine: Engine, leaf: Leaf, field: str) -> str:
    """The name of the field's type that the value is, but for one of its words."""
    words = leaf.text.split()
    if len(words) > _MOST_WORDS or _known(engine, field, leaf.text):
        return ""
    for at, word in enumerate(words):
        for other in engine.lexicon().near(word, 1 if len(word) < 6 else 2, _CANDIDATES).words:
            known = _known(engine, field, " ".join((*words[:at], other, *words[at + 1 :])))
            if known:
                return known
    return ""


def _known(engine: Engine, field: str, value: str) -> str:
    """The first name that the value is a form of, in that field."""
    group = fields.FIELDS[field].group
    fitting = (name for name in readings(engine, value) if group in ("entity", name.type))
    return next((name.name for name in fitting), "")
