"""What a reader typed, to a query tree. Never fails: what it can't read, it reports.

Words are all required; OR binds closer than a space, so `russia OR turkey 2015` asks for either
of the two and 2015. Fields narrow and don't score, unless they stand in an OR with words. Stop
words are required only where nothing else is asked for.
"""

from collections.abc import Sequence

from engines import analysis
from engines.query import Everything, all_of
from search import grammar, syntax
from search.parts import LeafRead, Reader
from search.results import Parsed, Part, Problem
from search.stop_words import STOP_WORDS
from search.syntax import Fielded, Node, Quoted, Word, written
from search.vocabulary import NoVocabulary, Vocabulary

MOST_CHARACTERS, MOST_PARTS = grammar.MOST_CHARACTERS, grammar.MOST_PARTS


def parse(typed: str, vocabulary: Vocabulary | None = None) -> Parsed:
    """Read `typed`; names, wildcards and fuzzy words are looked up in `vocabulary`.

    >>> parse("court -coats").query
    Term(field='terms', word='court')
    >>> parse("court -coats").filters
    (('not', Not(part=Term(field='terms', word='coat'))),)
    >>> [problem.message for problem in parse("cite:4x8").problems]
    ['“4x8” is not a citation number: after cite: comes a number, a range such as 320..329, \
any or none; left out']
    """
    found = grammar.read(typed)
    return read(typed, found.tree, vocabulary or NoVocabulary(), found.problems)


def read(
    typed: str, tree: Node | None, vocabulary: Vocabulary, problems: Sequence[Problem] = ()
) -> Parsed:
    """The tree's meaning, part by part."""
    common = STOP_WORDS if _asks_for_content(tree) else frozenset[str]()
    reader = Reader(vocabulary, common)
    elements = [reader.element(node) for node in syntax.required(tree)]
    asked = [(each.narrows, each.query) for each in elements if each.query is not None]
    scoring = dict.fromkeys(query for narrows, query in asked if not narrows)
    return Parsed(
        typed,
        all_of(*scoring) if scoring else Everything(),
        tuple((narrows, query) for narrows, query in asked if narrows),
        tuple(_part(leaf, tree) for each in elements for leaf in each.leaves),
        tuple(sorted((*problems, *reader.problems), key=lambda problem: problem.start)),
        tuple(dict.fromkeys(mark for each in elements for mark in each.highlights)),
        tuple(each.days for each in elements if each.days),
        tree,
    )


def _asks_for_content(tree: Node | None) -> bool:
    """Whether a part of the search scores that is not a stop word."""
    match tree:
        case syntax.All(parts) | syntax.Any(parts):
            return any(map(_asks_for_content, parts))
        case Word(text):
            terms = analysis.terms(text)
            return len(terms) > 1 or (len(terms) == 1 and terms[0] not in STOP_WORDS)
        case Quoted() | Fielded("title" | "section" | "like"):
            return True
        case _:
            return False


def _part(leaf: LeafRead, tree: Node | None) -> Part:
    values = leaf.reading.values if leaf.reading and not leaf.negated else ()
    rest = written(syntax.without(tree, leaf.node))
    return Part(leaf.kind, leaf.heading, leaf.label, leaf.start, leaf.end, rest, leaf.field, values)
