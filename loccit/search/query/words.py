"""Words and quotations, read: stems, phrases, =exact, wild*cards, fuzzy~ words, bare years."""

import re
from dataclasses import replace

from loccit.engines import analysis
from loccit.engines.engine import Expansion
from loccit.engines.query import Anywhere, Or, Phrase, Query, Term, all_of, any_of
from loccit.search.query import dates
from loccit.search.query.meaning import Highlight, Meaning, Unread
from loccit.search.query.vocabulary import MOST_EXPANSIONS, Lookup

WIDEST = 100
"""Other words between those of `"near these"~100`."""

_YEAR = re.compile(r"(1\d|20)\d\d\Z")
_FUZZY = re.compile(r"(?P<word>.+?)~(?P<distance>[12])?\Z")
_WILD = re.compile(r"\*|\?(?=\w)")
_PIECE = re.compile(r"(?:\w|[*]|\?(?=[\w*]))+")


def word(text: str, lookup: Lookup) -> Meaning:
    """A word as typed, without white space; raises Unread."""
    fuzzy = _FUZZY.match(text)
    if text.startswith("=") and len(text) > 1:
        return exact(text[1:])
    if fuzzy and len(list(analysis.spans(fuzzy["word"]))) == 1:
        return _fuzzy(fuzzy["word"], int(fuzzy["distance"] or 0), lookup)
    if _WILD.search(text):
        return _wild(text, lookup)
    meaning = phrase(text)
    if _YEAR.match(text):
        query = Or((meaning.query, dates.asked(text)))
        return Meaning(query, f"{text}, mentioned or dated", highlights=meaning.highlights)
    return meaning


def phrase(text: str, slop: int = 0) -> Meaning:
    """Words in order, with at most `slop` others between them; raises Unread."""
    terms = _terms(text)
    gap = min(slop, WIDEST)
    problem = f"at most {WIDEST} words may come between; read as ~{WIDEST}" if gap < slop else ""
    query = Anywhere(terms, gap if len(terms) > 1 else 0)
    return Meaning(query, text, highlights=(Highlight(terms, slop=gap),), problem=problem)


def quotation(text: str, slop: int, unstemmed: bool) -> Meaning:
    """`"text"~slop`, or `="text"`; raises Unread."""
    if unstemmed:
        return exact(text)
    meaning = phrase(text, slop)
    near = f", at most {min(slop, WIDEST)} words between" if slop else ""
    return replace(meaning, label=f"“{text}”{near}")


def exact(text: str) -> Meaning:
    """Words unstemmed, with their accents; raises Unread."""
    terms = _terms(text)
    words = tuple(dict.fromkeys(analysis.words(text)))
    queries: list[Query] = [Term("words", each) for each in words]
    if len(terms) > 1:
        queries.append(Phrase("terms", terms))
    marked = Highlight(terms) if len(terms) > 1 else Highlight(words=frozenset(words))
    return Meaning(all_of(*queries), f"exactly {text}", highlights=(marked,))


def _terms(text: str) -> tuple[str, ...]:
    terms = tuple(analysis.terms(text))
    if not terms:
        raise Unread(f"“{text[:40]}” has no letter or digit to search for")
    return terms


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
    for piece in _PIECE.findall(text):
        if not re.search(r"[^\W_]", piece):
            continue
        meaning = _wild_piece(piece, lookup) if _WILD.search(piece) else phrase(piece)
        queries.append(meaning.query)
        highlights += meaning.highlights
        problem = problem or meaning.problem
    if not queries:
        raise Unread(f"“{text[:40]}” needs a letter beside its * or ?")
    return Meaning(all_of(*queries), text, highlights=tuple(highlights), problem=problem)


def _wild_piece(pattern: str, lookup: Lookup) -> Meaning:
    expansion = lookup.wild(pattern)
    return _any(expansion.words, pattern, _cut(expansion, pattern))


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
