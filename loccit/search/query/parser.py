"""What a reader typed, to a query tree. Never fails: what it can't read, it reports.

Words are all required, in the text, the title, the heading or a name; OR binds closer than a
space, so `russia OR turkey 2015` asks for either of the two and 2015. Fields narrow and don't
score, unless they are in an OR with words. Stop words are required only where nothing else is
asked for; that they stand where they were typed counts.
"""

from collections.abc import Iterable, Iterator, Sequence

from loccit.engines import analysis
from loccit.engines.deadline import Deadline
from loccit.engines.engine import Filter
from loccit.engines.query import MatchAll, Query, all_of
from loccit.search.query import grammar, syntax
from loccit.search.query.parsed import Parsed, Part, Problem
from loccit.search.query.parts import Element, LeafRead, PartReader
from loccit.search.query.ranking import Weighed
from loccit.search.query.spelled_names import SpelledName, spelled_names
from loccit.search.query.stop_words import dropped
from loccit.search.query.syntax import Fielded, Node, Quoted, Word, written
from loccit.search.query.vocabulary import Lookup, Vocabulary

MOST_CHARACTERS, MOST_PARTS = grammar.MOST_CHARACTERS, grammar.MOST_PARTS


def parse(typed: str, vocabulary: Vocabulary, until: Deadline) -> Parsed:
    """Read `typed`; names, wildcards and fuzzy words are looked up in `vocabulary`.

    Wildcards and fuzzy words that are met beyond `until` stand for no word, and a problem says so.

    >>> from loccit.engines.deadline import NEVER
    >>> from loccit.search.query.vocabulary import NoVocabulary
    >>> parse('"court room" -coats', NoVocabulary(), NEVER).parts[0].label
    '“court room”'
    >>> parse("court -coats", NoVocabulary(), NEVER).filters
    (Filter(tag='not', query=Not(part=Anywhere(words=('coat',), slop=0, names=()))),)
    >>> [problem.message for problem in parse("cite:4x8", NoVocabulary(), NEVER).problems]
    ['“4x8” is not a citation number: after cite: comes a number, a label, a range such as \
320..329, any or none; left out']
    """
    syntax_read = grammar.read(typed)
    return _parsed(typed, syntax_read.tree, Lookup(vocabulary, until), syntax_read.problems)


def understood(tree: Node | None, vocabulary: Vocabulary, until: Deadline) -> Parsed:
    """What a tree asks for, without being typed; its problems have no places of use."""
    return _parsed("", tree, Lookup(vocabulary, until), ())


def _parsed(typed: str, tree: Node | None, lookup: Lookup, problems: Sequence[Problem]) -> Parsed:
    """The tree's meaning, part by part."""
    required = syntax.required(tree)
    names = spelled_names(required, lookup)
    named = {id(word): each.values for each in names for word in each.words}
    ignored = _ignored(tree)
    shouted = analysis.is_shouted(" ".join(leaf.text for leaf in syntax.leaves(tree)))
    reader = PartReader(lookup, frozenset(map(id, ignored)), shouted, named)
    elements = [reader.element(node) for node in required]
    asked = [(each.narrows, each.query) for each in elements if each.query is not None]
    scoring = dict.fromkeys(query for narrows, query in asked if not narrows)
    marks = dict.fromkeys(mark for each in elements for mark in each.highlights)
    in_order = _in_order(required) if ignored else ()
    weighed = Weighed.of(typed or written(tree), marks, names, in_order)
    return Parsed(
        typed=typed,
        query=_scoring(scoring, weighed, required),
        filters=tuple(Filter(narrows, query) for narrows, query in asked if narrows),
        parts=(*_parts(elements, tree), *_named(names, tree)),
        problems=tuple(sorted((*problems, *reader.problems), key=lambda each: each.start)),
        highlights=tuple(marks),
        dated=tuple(each.days for each in elements if each.days),
        tree=tree,
        weighed=weighed,
    )


def needed(tree: Node | None) -> Node | None:
    """The tree without the stop words that are not required.

    >>> from loccit.search.query.syntax import written
    >>> written(needed(grammar.read("the raid OR (of the town)").tree))
    'raid OR town'
    """
    for word in _ignored(tree):
        tree = syntax.without(tree, word)
    return tree


def _ignored(tree: Node | None) -> tuple[Word, ...]:
    """The stop words, where anything else is asked for."""
    words = dropped(tree)
    return words if words and _asks_for_content(tree, frozenset(map(id, words))) else ()


def _asks_for_content(tree: Node | None, common: frozenset[int]) -> bool:
    """Whether a part of the search scores that is none of the `common` words."""
    match tree:
        case syntax.All(parts) | syntax.Any(parts):
            return any(_asks_for_content(part, common) for part in parts)
        case Word(text):
            return id(tree) not in common and bool(analysis.terms(text))
        case Quoted() | Fielded("title" | "section" | "like"):
            return True
        case _:
            return False


def _in_order(required: Sequence[Node]) -> tuple[str, ...]:
    """The terms of a search that is words alone, stop words among them."""
    if not all(isinstance(node, Word) for node in required):
        return ()
    return tuple(
        t for node in required if isinstance(node, Word) for t in analysis.terms(node.text)
    )


def _parts(elements: Sequence[Element], tree: Node | None) -> Iterator[Part]:
    for element in elements:
        for leaf in element.leaves:
            yield _part(leaf, tree)


def _scoring(scoring: Iterable[Query], weighed: Weighed, required: Sequence[Node]) -> Query:
    """What scores, and what of words alone cites a source with them."""
    queries = tuple(scoring)
    if not queries:
        return MatchAll()
    query = all_of(*queries)
    if all(isinstance(node, Word) for node in required):
        query = weighed.or_citing(query)
    return weighed.ranked(query)


def _named(names: Iterable[SpelledName], tree: Node | None) -> Iterator[Part]:
    """The names that words stand for, where these are spelled otherwise; each can be left out."""
    for each in names:
        said = [name for name in each.names if name.spellings != (each.spelling,)]
        if not said or tree is None:
            continue
        words = tree
        for word in each.words:
            words = syntax.replaced(words, word, Quoted(word.text))
        yield Part(
            kind="named",
            heading="also under all spellings of",
            label=", ".join(name.name for name in said),
            start=each.words[0].start,
            end=each.words[-1].end,
            node=each.words[0],
            tree=tree,
            values=tuple(name.name for name in each.names),
            instead=written(words),
        )


def _part(leaf: LeafRead, tree: Node | None) -> Part:
    return Part(
        kind=leaf.kind,
        heading=leaf.heading,
        label=leaf.label,
        start=leaf.start,
        end=leaf.end,
        node=leaf.node,
        tree=tree,
        field=leaf.field,
        values=leaf.meaning.values if leaf.meaning and not leaf.negated else (),
    )
