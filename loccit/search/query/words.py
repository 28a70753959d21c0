"""Words and quotations, read: stems, phrases, =exact, wild*cards, fuzzy~ words, bare years."""

import re
from collections.abc import Callable
from dataclasses import replace

from loccit.engines import analysis
from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.lexicon import Expansion
from loccit.engines.query import Or, Phrase, Query, Term, all_of, any_of
from loccit.search.query import dates
from loccit.search.query.reading import Highlight, Reading, Unread
from loccit.search.query.vocabulary import Vocabulary

MOST_EXPANSIONS = 1000
"""Words that all wildcards and fuzzy words of one search stand for together."""
WIDEST = 100
"""Other words between those of `"near these"~100`."""

_YEAR = re.compile(r"(1\d|20)\d\d\Z")
_FUZZY = re.compile(r"(?P<word>.+?)~(?P<distance>[12])?\Z")
_WILD = re.compile(r"\*|\?(?=\w)")
_PIECE = re.compile(r"(?:\w|[*]|\?(?=[\w*]))+")

Expand = Callable[[int], Expansion]
"""The words that stand for one, at most so many."""


class Expander:
    """Expands over an index's words, within one search's limits."""

    def __init__(self, vocabulary: Vocabulary, until: Deadline = NEVER) -> None:
        self._vocabulary = vocabulary
        self._until = until
        self._left = MOST_EXPANSIONS

    def wild(self, pattern: str) -> Expansion:
        return self._taken(lambda most: self._vocabulary.lexicon().matching(pattern, most))

    def fuzzy(self, word: str, distance: int) -> Expansion:
        return self._taken(lambda most: self._vocabulary.lexicon().near(word, distance, most))

    def _taken(self, expand: Expand) -> Expansion:
        if self._until.over:
            raise Unread("the search ran out of time before this part was looked up")
        found = expand(self._left)
        self._left -= len(found.words)
        return found


def word(text: str, expander: Expander) -> Reading:
    """A word as typed, without white space; raises Unread."""
    fuzzy = _FUZZY.match(text)
    if text.startswith("=") and len(text) > 1:
        return exact(text[1:])
    if fuzzy and len(list(analysis.spans(fuzzy["word"]))) == 1:
        return _fuzzy(fuzzy["word"], int(fuzzy["distance"] or 0), expander)
    if _WILD.search(text):
        return _wild(text, expander)
    reading = phrase(text)
    if _YEAR.match(text):
        query = Or((reading.query, dates.asked(text)))
        return Reading(query, f"{text}, said or dated", highlights=reading.highlights)
    return reading


def phrase(text: str, slop: int = 0) -> Reading:
    """Words in order, with at most `slop` others between them; raises Unread."""
    terms = _terms(text)
    gap = min(slop, WIDEST)
    problem = f"at most {WIDEST} words may stand between; read as ~{WIDEST}" if gap < slop else ""
    query: Query = Term("terms", terms[0]) if len(terms) == 1 else Phrase("terms", terms, gap)
    return Reading(query, text, highlights=(Highlight(terms, slop=gap),), problem=problem)


def quotation(text: str, slop: int, unstemmed: bool) -> Reading:
    """`"text"~slop`, or `="text"`; raises Unread."""
    if unstemmed:
        return exact(text)
    reading = phrase(text, slop)
    near = f", at most {min(slop, WIDEST)} words between" if slop else ""
    return replace(reading, label=f"“{text}”{near}")


def exact(text: str) -> Reading:
    """Words unstemmed, with their accents; raises Unread."""
    terms = _terms(text)
    words = tuple(dict.fromkeys(analysis.words(text)))
    queries: list[Query] = [Term("words", each) for each in words]
    if len(terms) > 1:
        queries.append(Phrase("terms", terms))
    marked = Highlight(terms) if len(terms) > 1 else Highlight(words=frozenset(words))
    return Reading(all_of(*queries), f"exactly {text}", highlights=(marked,))


def _terms(text: str) -> tuple[str, ...]:
    terms = tuple(analysis.terms(text))
    if not terms:
        raise Unread(f"“{text[:40]}” has no letter or digit to search for")
    return terms


def _fuzzy(text: str, distance: int, expander: Expander) -> Reading:
    (first, last), *_ = analysis.spans(text)
    bare = text[first:last]
    reach = distance or (2 if len(bare) > 5 else 1 if len(bare) > 2 else 0)
    found = expander.fuzzy(bare, reach)
    own = analysis.word(bare)
    others = tuple(each for each in found.words if each != own)
    return _any(found.words or (own,), f"like {bare}{_shown(others)}", _cut(found, text))


def _wild(text: str, expander: Expander) -> Reading:
    queries: list[Query] = []
    highlights: list[Highlight] = []
    problem = ""
    for piece in _PIECE.findall(text):
        if not re.search(r"[^\W_]", piece):
            continue
        reading = _wild_piece(piece, expander) if _WILD.search(piece) else phrase(piece)
        queries.append(reading.query)
        highlights += reading.highlights
        problem = problem or reading.problem
    if not queries:
        raise Unread(f"“{text[:40]}” needs a letter beside its * or ?")
    return Reading(all_of(*queries), text, highlights=tuple(highlights), problem=problem)


def _wild_piece(pattern: str, expander: Expander) -> Reading:
    found = expander.wild(pattern)
    return _any(found.words, pattern, _cut(found, pattern))


def _any(words: tuple[str, ...], label: str, problem: str) -> Reading:
    query = any_of(*(Term("words", each) for each in words))
    return Reading(query, label, highlights=(Highlight(words=frozenset(words)),), problem=problem)


def _cut(found: Expansion, text: str) -> str:
    if not found.cut:
        return ""
    return (
        f"“{text[:40]}” stands for more words than a search takes ({MOST_EXPANSIONS:,});"
        f" the {len(found.words):,} most frequent were searched"
    )


def _shown(words: tuple[str, ...]) -> str:
    return f" ({', '.join(words[:3])}{' …' if len(words) > 3 else ''})" if words else ""
