"""What a reader typed, to a query tree. Never fails: what it can't read, it reports.

Words are all required; OR binds closer than a space, so `russia OR turkey 2015` asks for either
of the two and 2015. Fields narrow and don't score, unless they stand in an OR with words. Stop
words are required only where nothing else is asked for.
"""

from collections.abc import Iterator, Sequence

from loccit.engines import analysis
from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.query import Everything, all_of
from loccit.search.query import grammar, syntax
from loccit.search.query.parts import LeafRead, Reader
from loccit.search.query.stop_words import STOP_WORDS, is_stop_word
from loccit.search.query.syntax import Fielded, Negated, Node, Quoted, Word, written
from loccit.search.query.vocabulary import NoVocabulary, Vocabulary
from loccit.search.results import Parsed, Part, Problem

MOST_CHARACTERS, MOST_PARTS = grammar.MOST_CHARACTERS, grammar.MOST_PARTS


def parse(typed: str, vocabulary: Vocabulary | None = None, until: Deadline = NEVER) -> Parsed:
    """Read `typed`; names, wildcards and fuzzy words are looked up in `vocabulary`.

    Wildcards and fuzzy words that are met beyond `until` stand for no word, and a problem says so.

    >>> parse("court -coats").query
    Term(field='terms', word='court')
    >>> parse("court -coats").filters
    (('not', Not(part=Term(field='terms', word='coat'))),)
    >>> [problem.message for problem in parse("cite:4x8").problems]
    ['“4x8” is not a citation number: after cite: comes a number, a range such as 320..329, \
any or none; left out']
    """
    found = grammar.read(typed)
    reader = Reader(vocabulary or NoVocabulary(), _asks_for_content(found.tree), until)
    return _read(typed, found.tree, reader, found.problems)


def _read(typed: str, tree: Node | None, reader: Reader, problems: Sequence[Problem]) -> Parsed:
    """The tree's meaning, part by part."""
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


def needed(tree: Node | None) -> Node | None:
    """The tree without the stop words that are not required.

    >>> written(needed(grammar.read("the raid OR (of the town)").tree))
    'raid OR town'
    """
    if _asks_for_content(tree):
        for word in list(_stop_words(tree)):
            tree = syntax.without(tree, word)
    return tree


def _stop_words(tree: Node | None) -> Iterator[Word]:
    match tree:
        case syntax.All(parts) | syntax.Any(parts):
            for part in parts:
                yield from _stop_words(part)
        case Negated(part):
            yield from _stop_words(part)
        case Word(text) if is_stop_word(text):
            yield tree


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
