"""Which words of a search may be misspelled, and the words of the index that each may be meant as.

A noisy channel (Kernighan, Church and Gale, 1990): what is likely is near as people misspell, and
common. The weights were fitted on lists of real misspellings and of right words that an index
hasn't, of 2,900 and of 169,000 passages, and rounded.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from loccit.engines import analysis
from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine
from loccit.mentions.names.known_words import known_words
from loccit.search.help import names_spelled
from loccit.search.help.endings import are_forms
from loccit.search.help.letters import FAR, distance, heard_alike
from loccit.search.query import fields, syntax
from loccit.search.query.stop_words import is_stop_word
from loccit.search.query.syntax import Fielded, Leaf, Negated, Node, Quoted, Word

OFTEN = 3
"""Passages from which on a word is taken as meant: of words in fewer, one in fifty is misspelled
where a far more frequent one is near; of those in more, hardly any."""
TIMES = 100
"""How many times more frequent the likelier spelling of a word must be that the index has."""
SURE = 3.0
"""Odds that the likelier spelling of such a word must have."""
MOST_TRIED = 8
"""Words of a search that are compared with those of the index."""
UNLIKELY = -2.5
"""Odds below which nothing that stands beside a word makes it likely."""

_MOST_LETTERS = 40
"""Of a word that is compared."""
_MOST_NEAR = 100
_MOST_HEARD_ALIKE = 400
_MOST_MEANT = 4
_FURTHEST = 3.0
_LETTER, _COMMON, _KNOWN, _PRIOR = 4.0, 0.55, 1.5, 0.3
_OTHER_FORM, _FUNCTION_WORD, _NO_NAME = 2.7, 4.0, 1.0
_LEAST_INDEX = 1000
"""Passages that a smaller index is taken to have, since counts in it say little."""
_NAMING, _BESIDE = ("title", "named"), ("section", "source")
"""Texts of the index beside that of the passages."""
_PLAIN = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Meant:
    """A word of the index, or a name, with the odds that it is meant: likely from 0 on."""

    text: str
    odds: float
    having: int
    """Passages that have it."""


@dataclass(frozen=True, slots=True)
class Misspelled:
    """`leaf.text[start:end]`, with what it may be meant as, the likeliest first.

    `term` is what the index has it under, in a passage or two; "" where it hasn't it so.
    """

    leaf: Leaf
    start: int
    end: int
    meant: tuple[Meant, ...]
    term: str = ""

    @property
    def text(self) -> str:
        return self.leaf.text[self.start : self.end]


def misspelled(
    engine: Engine, tree: Node | None, total: int, until: Deadline
) -> Iterator[Misspelled]:
    """The words and names of a search that have a likelier spelling; `total` is what it finds.

    Raises OutOfTime.
    """
    for leaf, field, start, end in islice(_doubtful(tree), MOST_TRIED):
        until.check()
        found = (
            _name(engine, leaf, field) if field else _word(engine, leaf, start, end, total, until)
        )
        if found and found.meant:
            yield found


def _doubtful(tree: Node | None) -> Iterator[tuple[Leaf, str, int, int]]:
    """Where there is a name, with its field, or a word that not everybody knows."""
    for leaf, field in _leaves(tree):
        if field:
            yield leaf, field, 0, len(leaf.text)
        else:
            for start, end in analysis.spans(leaf.text):
                if _is_doubtful(leaf.text[start:end]):
                    yield leaf, "", start, end


def _leaves(tree: Node | None) -> Iterator[tuple[Leaf, str]]:
    """The words and phrases that are asked for, and the values of name fields with the field."""
    match tree:
        case syntax.All(parts) | syntax.Any(parts):
            for part in parts:
                yield from _leaves(part)
        case Fielded(name, part) if (known := fields.search_field(name)) and known.kind == "named":
            yield from ((leaf, known.name) for leaf in syntax.leaves(part))
        case Word(text) if _PLAIN.fullmatch(text):
            yield tree, ""
        case Quoted(exact=False):
            yield tree, ""
        case None | Negated() | Fielded() | Word() | Quoted():
            return


def _name(engine: Engine, leaf: Leaf, field: str) -> Misspelled:
    known = names_spelled.likely(engine, field, leaf.text)
    meant = (Meant(known, SURE, 0),) if known else ()
    return Misspelled(leaf, 0, len(leaf.text), meant)


def _word(
    engine: Engine, leaf: Leaf, start: int, end: int, total: int, until: Deadline
) -> Misspelled | None:
    """None where the word is taken as meant."""
    word = leaf.text[start:end]
    there = _There.of(engine, word, until)
    if there.is_right(total):
        return None
    meant = _meant(engine, word, there, until)
    return Misspelled(leaf, start, end, meant, there.term if there.exactly else "")


def _is_doubtful(word: str) -> bool:
    """Whether it is a word, and none that everybody knows."""
    plain = word.isalpha() and len(word) <= _MOST_LETTERS and not is_stop_word(word)
    return plain and analysis.fold(word) not in known_words()


@dataclass(frozen=True, slots=True)
class _There:
    """How many passages have a word in any form, and exactly; whether it names something, or
    stands in a title, a heading or a source. Of these the index keeps stems, which say nothing of
    a word that the text has in other forms only: “soliders” isn't right for being like “solid”.
    """

    term: str
    having: int
    exactly: int
    elsewhere: bool

    @classmethod
    def of(cls, engine: Engine, word: str, until: Deadline) -> "_There":
        term = "".join(analysis.terms(word)[:1])
        (having,) = engine.frequencies("terms", (term,), until)
        (exactly,) = engine.frequencies("words", (analysis.word(word),), until)
        names = bool(engine.named(word, 1))
        if not names and (exactly or not having):
            names = _has(engine, (*_NAMING, *_BESIDE), term, until)
        return cls(term, having, exactly, names)

    def is_right(self, total: int) -> bool:
        """Whether it is taken as meant in a search that finds so many passages."""
        if self.exactly:
            return self.elsewhere or self.having >= OFTEN
        return self.elsewhere or (self.having > 0 and total > 0)


def _names_something(engine: Engine, word: str, until: Deadline) -> bool:
    """Whether the word is a name by itself, or stands in the title of a document or in a name
    that is spelled otherwise in the text."""
    return bool(engine.named(word, 1)) or _has(engine, _NAMING, analysis.term(word), until)


def _has(engine: Engine, texts: Sequence[str], term: str, until: Deadline) -> bool:
    return any(any(engine.frequencies(field, (term,), until)) for field in texts)


def _meant(engine: Engine, typed: str, there: _There, until: Deadline) -> tuple[Meant, ...]:
    """What it may be meant as, the likeliest first, of each stem the likeliest form."""
    best: dict[str, Meant] = {}
    for word, count in _near(engine, analysis.fold(typed), until).items():
        term = analysis.term(word)
        if term == there.term or count < TIMES * there.exactly:
            continue
        odds = _odds(engine, typed, word, count, until) - (SURE if there.having else 0)
        if odds >= UNLIKELY and (term not in best or odds > best[term].odds):
            best[term] = Meant(_written_like(typed, word), odds, count)
    likeliest = sorted(best.values(), key=lambda each: (-each.odds, each.text))
    return tuple(likeliest[:_MOST_MEANT])


def _near(engine: Engine, typed: str, until: Deadline) -> dict[str, int]:
    """Words of the index a few letters away, or that may sound the same, with their passages."""
    alike = heard_alike(typed, _MOST_HEARD_ALIKE)
    counts = engine.frequencies("words", alike, until)
    found = {word: count for word, count in zip(alike, counts, strict=True) if count}
    for away in range(1, _reach(len(typed)) + 1):
        near = engine.words_near(typed, away, _MOST_NEAR)
        found |= zip(near.words, near.counts, strict=True)
    return found


def _reach(letters: int) -> int:
    """Letters that may be wrong in a word of so many.

    >>> [_reach(letters) for letters in (3, 4, 6, 9)]
    [0, 1, 2, 3]
    """
    return 0 if letters < 4 else 1 if letters < 6 else 2 if letters < 9 else 3


def _odds(engine: Engine, typed: str, word: str, count: int, until: Deadline) -> float:
    """That `word`, in `count` passages, is meant, rather than what was typed."""
    one, other = analysis.fold(typed), analysis.fold(word)
    away = distance(one, other, _FURTHEST)
    if away == FAR:
        return -FAR
    share = count / max(engine.manifest.passages, _LEAST_INDEX)
    odds = _PRIOR + len(one) - _LETTER * away + _COMMON * math.log(share)
    odds += _KNOWN * (other in known_words())
    odds -= _OTHER_FORM * are_forms(one, other) + _FUNCTION_WORD * is_stop_word(word)
    if odds >= UNLIKELY and _looks_like_a_name(typed):
        odds -= 0 if _names_something(engine, word, until) else _NO_NAME
    return odds


def _looks_like_a_name(typed: str) -> bool:
    return typed[:1].isupper() and not typed.isupper()


def _written_like(typed: str, word: str) -> str:
    """The word with the capitals of what was typed.

    >>> _written_like("Einstien", "einstein"), _written_like("NATTO", "nato")
    ('Einstein', 'NATO')
    """
    if len(typed) > 1 and typed.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if typed[:1].isupper() else word
