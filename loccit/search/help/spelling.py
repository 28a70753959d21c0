"""Did you mean: words that few passages have, with a likely spelling from the index itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loccit.engines import analysis
from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine
from loccit.search.query import fields, syntax
from loccit.search.query.stop_words import is_stop_word
from loccit.search.query.syntax import Fielded, Leaf, Negated, Node, Quoted, Word
from loccit.search.query.vocabulary import MOST_NAMES
from loccit.search.results import Spelling

FEW = 2
"""A word that more passages have is taken as meant."""
TIMES = 10
"""How many times more frequent the likelier spelling of a word that is there must be."""
MOST_TRIED = 8
_CANDIDATES = 20
_MOST_WORDS = 6


def spellings(engine: Engine, tree: Node | None, until: Deadline) -> tuple[Spelling, ...]:
    """The search with all its words and names that have a likelier spelling corrected; then, if
    there are several, each by itself.

    Raises OutOfTime beyond `until`.
    """
    if tree is None:
        return ()
    whole, each = tree, []
    for leaf, name in list(_leaves(tree))[:MOST_TRIED]:
        until.check()
        instead = _name(engine, leaf, name) if name else _word(engine, leaf.text, until)
        if instead:
            corrected = _as(leaf, instead)
            whole = syntax.replaced(whole, leaf, corrected)
            each.append(Spelling(leaf.text, instead, syntax.replaced(tree, leaf, corrected)))
    return (Spelling("", "", whole), *each) if len(each) > 1 else tuple(each)


def finding(spelled: Sequence[Spelling], totals: Sequence[int]) -> tuple[Spelling, ...]:
    """Those that find something, each with how much that is."""
    counted = (replace(each, total=total) for each, total in zip(spelled, totals, strict=True))
    return tuple(each for each in counted if each.total)


def _leaves(tree: Node) -> Iterator[tuple[Leaf, str]]:
    """The words that are asked for, and the values of name fields, each with its field."""
    match tree:
        case syntax.All(parts) | syntax.Any(parts):
            for part in parts:
                yield from _leaves(part)
        case Fielded(name, part) if (known := fields.search_field(name)) and known.kind == "named":
            yield from ((leaf, known.name) for leaf in syntax.leaves(part))
        case Word(text) if text.isalpha() and not is_stop_word(text):
            yield tree, ""
        case Negated() | Fielded() | Word() | Quoted():
            return


def _as(leaf: Leaf, text: str) -> Leaf:
    """The leaf with another text, quoted where it has more than one word."""
    return Quoted(text) if isinstance(leaf, Quoted) or not text.isalnum() else Word(text)


def _word(engine: Engine, text: str, until: Deadline) -> str:
    """The likelier spelling; "" where there is none, or none is needed."""
    term = analysis.term(text)
    (having,) = engine.frequencies("terms", (term,), until)
    if having > FEW:
        return ""
    for distance in (1, 2)[: 2 if len(text) > 5 else 1 if len(text) > 2 else 0]:
        near = engine.words_near(text, distance, _CANDIDATES)
        for word, count in zip(near.words, near.counts, strict=True):
            if count >= max(1, TIMES * having) and analysis.term(word) != term:
                return word.capitalize() if text[0].isupper() else word
    return ""


def _name(engine: Engine, leaf: Leaf, field: str) -> str:
    """The name of the field's type that the value is, but for one of its words."""
    words = leaf.text.split()
    if len(words) > _MOST_WORDS or _known(engine, field, leaf.text):
        return ""
    for at, word in enumerate(words):
        for other in engine.words_near(word, 1 if len(word) < 6 else 2, _CANDIDATES).words:
            known = _known(engine, field, " ".join((*words[:at], other, *words[at + 1 :])))
            if known:
                return known
    return ""


def _known(engine: Engine, field: str, value: str) -> str:
    """The first name that the value is a form of, in that field."""
    known = fields.search_field(field)
    facet = known.facet if known else ""
    fitting = (name for name in engine.named(value, MOST_NAMES) if facet in ("entity", name.type))
    return next((name.name for name in fitting), "")
