"""Words and quotations, read: stems, phrases, =exact, wild*cards, fuzzy~ words, bare years."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

from loccit.engines import analysis
from loccit.engines.analysis.chunks import GROUPED
from loccit.engines.engine import Expansion
from loccit.engines.query import Anywhere, Or, Phrase, Query, Term, all_of, any_of
from loccit.search.query import choices, dates
from loccit.search.query.meaning import Highlight, Meaning, Unread
from loccit.search.query.vocabulary import MOST_EXPANSIONS, Lookup

WIDEST = 100
"""Other words between those of `"near these"~100`."""
MOST_RUNS = 100
"""Phrases that one with a star stands for."""

_YEAR = re.compile(r"(1\d|20)\d\d\Z")
_FUZZY = re.compile(r"(?P<word>.+?)~(?P<distance>[12])?\Z")
_WILD = re.compile(r"\*|\?(?=\w)")
_PIECE = re.compile(r"(?:\w|[*]|\?(?=[\w*]))+")
_ADDRESS = re.compile(r"[a-z][a-z+.-]*://|www\.", re.IGNORECASE)
_APART = re.compile(rf"{GROUPED}\Z")


def word(text: str, lookup: Lookup) -> Meaning:
    """A word as typed, without white space but that of a number; raises Unread."""
    fuzzy = _FUZZY.match(text)
    if text.startswith("=") and len(text) > 1:
        return exact(text[1:])
    if fuzzy and len(list(analysis.spans(fuzzy["word"]))) == 1:
        return _fuzzy(fuzzy["word"], int(fuzzy["distance"] or 0), lookup)
    if _WILD.search(text) and not _ADDRESS.match(text):
        return _wild(text, lookup)
    meaning = phrase(text, lookup)
    if _YEAR.match(text):
        return replace(meaning, query=Or((meaning.query, dates.asked(text))),
                       label=f"{text}, mentioned or dated")  # fmt: skip
    return _or_apart(meaning, text, lookup) if _APART.match(text) else meaning


def _or_apart(meaning: Meaning, text: str, lookup: Lookup) -> Meaning:
    """A number whose thousands are set apart, or the numbers that it may be instead."""
    numbers = [phrase(each, lookup) for each in text.split()]
    return replace(
        meaning,
        query=any_of(meaning.query, all_of(*dict.fromkeys(each.query for each in numbers))),
        label=f"{text}, as one number or several",
        highlights=(*meaning.highlights, *(m for each in numbers for m in each.highlights)),
    )


def phrase(text: str, lookup: Lookup, slop: int = 0) -> Meaning:
    """Words in order, with at most `slop` others between them; raises Unread."""
    asked = choices.of_text(text, lookup)
    if asked is None:
        raise _nothing(text)
    gap = min(slop, WIDEST)
    problem = f"at most {WIDEST} words may come between; read as ~{WIDEST}" if gap < slop else ""
    label = f"{text} ({asked.said})" if asked.said else text
    marks = asked.highlights(gap, choices.common(text))
    return Meaning(asked.query(gap), label, highlights=marks, problem=problem)


def quotation(text: str, slop: int, unstemmed: bool, lookup: Lookup) -> Meaning:
    """`"text"~slop`, or `="text"`; raises Unread."""
    if unstemmed:
        return exact(text)
    is_wild = _WILD.search(text) and not _ADDRESS.match(text)
    meaning = _wild_phrase(text, slop, lookup) if is_wild else phrase(text, lookup, slop)
    near = f", at most {min(slop, WIDEST)} words between" if slop else ""
    quoted, said = f"“{text}”", meaning.label.removeprefix(text)
    return replace(meaning, label=f"{quoted}{near}{said}")


def exact(text: str) -> Meaning:
    """Words unstemmed, with their accents; raises Unread."""
    terms = tuple(analysis.terms(text))
    if not terms:
        raise _nothing(text)
    words = tuple(dict.fromkeys(analysis.words(text)))
    queries: list[Query] = [Term("words", each) for each in words]
    if len(terms) > 1:
        queries.append(Phrase("terms", terms))
    marked = Highlight(terms) if len(terms) > 1 else Highlight(words=frozenset(words))
    return Meaning(all_of(*queries), f"exactly {text}", highlights=(marked,))


def _nothing(text: str) -> Unread:
    return Unread(f"“{text[:40]}” has no letter or digit to search for")


def _fuzzy(text: str, distance: int, lookup: Lookup) -> Meaning:
    (first, last), *_ = analysis.spans(text)
    bare = text[first:last]
    reach = distance or (2 if len(bare) > 5 else 1 if len(bare) > 2 else 0)
    expansion = lookup.fuzzy(bare, reach)
    own = analysis.word(bare)
    others = tuple(each for each in expansion.words if each != own)
    return _any(expansion.words or (own,), f"like {bare}{_shown(others)}", _cut(expansion, text))


def _wild(text: str, lookup: Lookup) -> Meaning:
    queries: list[Query] = []
    highlights: list[Highlight] = []
    problem = ""
    for piece in _pieces(text):
        meaning = _wild_piece(piece, lookup) if _WILD.search(piece) else phrase(piece, lookup)
        queries.append(meaning.query)
        highlights += meaning.highlights
        problem = problem or meaning.problem
    if not queries:
        raise Unread(f"“{text[:40]}” needs a letter beside its * or ?")
    return Meaning(all_of(*queries), text, highlights=tuple(highlights), problem=problem)


def _pieces(text: str) -> Iterator[str]:
    yield from (each for each in _PIECE.findall(text) if re.search(r"[^\W_]", each))


def _wild_piece(pattern: str, lookup: Lookup) -> Meaning:
    expansion = lookup.wild(pattern)
    return _any(expansion.words, pattern, _cut(expansion, pattern))


def _wild_phrase(text: str, slop: int, lookup: Lookup) -> Meaning:
    """Words in order, some of which are what a star stands for: one phrase for each of these."""
    each: list[Sequence[tuple[str, ...]]] = []
    problem = ""
    for piece in _pieces(text):
        if _WILD.search(piece):
            expansion = lookup.wild(piece)
            each.append(tuple(dict.fromkeys((analysis.term(one),) for one in expansion.words)))
            problem = problem or _cut(expansion, piece)
        else:
            each.append([tuple(analysis.terms(piece))])
    if not each:
        raise _nothing(text)
    gap = min(slop, WIDEST)
    every = [tuple(term for one in run for term in one)
             for run in islice(product(*each), MOST_RUNS + 1)]  # fmt: skip
    runs = every[:MOST_RUNS]
    if len(every) > MOST_RUNS:
        problem = f"“{text[:40]}” stands for more than {MOST_RUNS} phrases; so many were searched"
    query = any_of(*(Anywhere(run, gap if len(run) > 1 else 0) for run in runs))
    marks = tuple(Highlight(run, slop=gap, other=bool(at)) for at, run in enumerate(runs))
    return Meaning(query, text, highlights=marks, problem=problem)


def _any(words: tuple[str, ...], label: str, problem: str) -> Meaning:
    query = any_of(*(Term("words", each) for each in words))
    return Meaning(query, label, highlights=(Highlight(words=frozenset(words)),), problem=problem)


def _cut(expansion: Expansion, text: str) -> str:
    if not expansion.cut:
        return ""
    return (
        f"“{text[:40]}” matches more words than a search takes ({MOST_EXPANSIONS:,});"
        f" the {len(expansion.words):,} most frequent were searched"
    )


def _shown(words: tuple[str, ...]) -> str:
    return f" ({', '.join(words[:3])}{' …' if len(words) > 3 else ''})" if words else ""
