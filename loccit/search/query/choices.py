"""What a word as typed may stand under in an index, and what passages with it must have besides.

Small letters find either (`aids` both AIDS and aids); capitals are the stricter reading, as far as
the index tells words apart by them: US from us, AIDS from Aid. A word with a capital that the index
has in no small letters is a name, and another name of the same stem isn't meant: Hughes, not Hugh.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from loccit.engines import analysis
from loccit.engines.analysis import CAPITAL, LOUD, Reading, scripts
from loccit.engines.query import AnyOf, Anywhere, KeywordTerm, Not, Or, Query, Term, all_of
from loccit.mentions.names.peoples import FAITHS, PEOPLES
from loccit.search.query.meaning import Highlight, Unread
from loccit.search.query.stop_words import is_stop_word
from loccit.search.query.vocabulary import Lookup

MOST = 12
"""Runs of terms that one part of a search stands for at most."""
_NUMBERED = re.compile(r"([^\W\d_]+)(\d+)\Z")
_PEOPLE = re.compile(r"(?:(?:an|ist|ite|ish|ese|er)s?|is)\Z")


@dataclass(frozen=True, slots=True)
class Choice:
    """A run of terms; `needs` are what else a passage must have, without adding to its score.

    `written` is how the word must be written where it is marked, `word` which it must be.
    """

    terms: tuple[str, ...]
    needs: tuple[Query, ...] = ()
    written: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """At least one; `said` tells a reader what the word was taken for, where that isn't plain."""

    choices: tuple[Choice, ...]
    said: str = ""

    def query(self, slop: int) -> Query:
        runs = (_run(each, slop) for each in self.choices)
        return _either(tuple(dict.fromkeys(runs)))

    def highlights(self, slop: int, common: frozenset[str]) -> tuple[Highlight, ...]:
        first, *others = self.choices
        marks = [_mark(first, slop, common)]
        marks += [_mark(each, slop, common, other=True) for each in others]
        return tuple(dict.fromkeys(marks))


def _run(choice: Choice, slop: int) -> Query:
    words = Anywhere(choice.terms, slop if len(choice.terms) > 1 else 0)
    return all_of(words, *choice.needs)


def _either(queries: tuple[Query, ...]) -> Query:
    return queries[0] if len(queries) == 1 else Or(queries)


def _mark(choice: Choice, slop: int, common: frozenset[str], other: bool = False) -> Highlight:
    gap = slop if len(choice.terms) > 1 else 0
    return Highlight(choice.terms, slop=gap, common=common, other=other, written=choice.written,
                     word=choice.word)  # fmt: skip


def of_text(text: str, lookup: Lookup) -> Choices | None:
    """Of words side by side; None where there is no word."""
    read = tuple(analysis.read(text))
    if not read:
        return None
    alone = len(read) == 1
    each = [_of_reading(one, alone, lookup) for one in read]
    runs = islice(product(*(one.choices for one in each)), MOST)
    said = ", ".join(one.said for one in each if one.said)
    return Choices(tuple(map(_joined, runs)), said)


def _joined(run: Sequence[Choice]) -> Choice:
    if len(run) == 1:
        return run[0]
    terms = tuple(term for each in run for term in each.terms)
    return Choice(terms, tuple(dict.fromkeys(need for each in run for need in each.needs)))


def _of_reading(reading: Reading, alone: bool, lookup: Lookup) -> Choices:
    signs = tuple(key for key in reading.strict if not key.isupper())
    if signs:
        needs = tuple(KeywordTerm("written", key) for key in signs)
        return Choices((Choice(reading.terms, needs, written=signs[0]),))
    if len(reading.pieces) > 1:
        return _of_several(reading)
    if reading.capitals:
        return _capitals(reading, lookup)
    if any(key.startswith(CAPITAL) for key in reading.written):
        return _name(reading, lookup)
    return _small(reading, alone, lookup)


def _of_several(reading: Reading) -> Choices:
    choices = [_with_edges(reading)]
    if reading.joined:
        choices.append(Choice((reading.joined,)))
    return Choices(tuple(choices))


def _with_edges(reading: Reading) -> Choice:
    """Beside a number, a single letter of a script that is read by pairs may be one of a pair."""
    terms = reading.terms
    loose = {at for at in (0, len(terms) - 1) if scripts.is_single(terms[at])}
    kept = tuple(term for at, term in enumerate(terms) if at not in loose)
    needs = tuple(Not(Not(Anywhere((terms[at],)))) for at in sorted(loose))
    return Choice(kept, needs) if kept else Choice(terms)


def _small(reading: Reading, alone: bool, lookup: Lookup) -> Choices:
    """Also in capitals, which aren't stemmed; beside others, COVID-19 for covid19."""
    (stem,), (piece,) = reading.terms, reading.pieces
    choices, said = [Choice((stem,))], ""
    plain = analysis.fold(piece.word)
    if plain != stem and lookup.having("terms", plain):
        choices.append(Choice((plain,)))
        said = f"{plain.upper()} too"
    cuts = scripts.cuts(piece.word)
    choices += (Choice((piece.word[:at], piece.word[at:])) for at in cuts)
    numbered = _NUMBERED.match(plain)
    if numbered and not alone:
        choices.append(Choice((analysis.term(numbered[1]), numbered[2])))
    return Choices(tuple(choices), said)


def _capitals(reading: Reading, lookup: Lookup) -> Choices:
    (small,), (key, *_) = reading.terms, reading.strict
    strict = Choice((small,), (AnyOf("written", (key, LOUD + key)),), written=key)
    if is_stop_word(small):
        return Choices((strict,), "in capitals")
    having, stem = lookup.having("written", key), analysis.term(small)
    choices = [Choice((small,))]
    if not having and not _is_name(stem, lookup):
        plain = Choice((stem,))
        return Choices((plain, *choices) if stem != small else (plain,))
    capital = lookup.having("written", CAPITAL + small)
    if lookup.having("terms", small) > having + capital:
        return Choices((strict,), "in capitals")
    if stem != small and _is_name(stem, lookup):
        choices += (Choice((stem,), (need,)) for need in _exactly(small, stem, lookup))
    return Choices(tuple(choices))


def _name(reading: Reading, lookup: Lookup) -> Choices:
    """Just this form of it, where the index has others too."""
    plain = _small(reading, True, lookup)
    (stem,), word = reading.terms, analysis.fold(reading.pieces[0].word)
    if _is_people(word) or not _is_name(stem, lookup):
        return plain
    needs = tuple(_exactly(word, stem, lookup))
    if not needs:
        return plain
    return Choices((Choice((stem,), needs, word=word), *plain.choices[1:]), "as a name")


def _is_name(stem: str, lookup: Lookup) -> bool:
    """Whether the index has nothing of this stem in small letters."""
    having = lookup.having("terms", stem)
    return 0 < having <= lookup.having("written", CAPITAL + stem)


def _is_people(word: str) -> bool:
    """Whether it is one of those whose plural is the same name: Kurds, Syrians."""
    singular = word.removesuffix("s").capitalize()
    known = singular in PEOPLES or singular in FAITHS
    return known or (len(word) > 6 and bool(_PEOPLE.search(word)))


def _exactly(word: str, stem: str, lookup: Lookup) -> Iterator[Query]:
    """That a passage has the word itself, accents aside, where others have another of its stem;
    of titles, headings and names the index has stems only."""
    try:
        found = [lookup.wild(each) for each in (word, *analysis.others(word))]
    except Unread:  # no time is left: the word in any form
        return
    words = tuple(each for one in found for each in one.words)
    if words and sum(sum(one.counts) for one in found) < lookup.having("terms", stem):
        beside = (Term(field, stem) for field in ("title", "section", "named"))
        yield Not(Not(Or((*(Term("words", each) for each in words), *beside))))


def common(text: str) -> frozenset[str]:
    """The terms of its stop words."""
    return frozenset(_common(text))


def _common(text: str) -> Iterator[str]:
    for token in analysis.tokens(text):
        typed = text[token.start : token.end]
        if is_stop_word(typed) and not (typed.isupper() and len(typed) > 1):
            yield token.term
