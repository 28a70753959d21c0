"""A permanent address whose text has changed: what it was, the passage most like it, and what is
different.

What passages once were is kept in the index, within a limit; where the text of an address isn't,
only its number tells where it stood.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import Indel

from loccit.engines import analysis
from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine, Filter, Request
from loccit.engines.query import KeywordTerm, Term, any_of
from loccit.model.documents import Former, Passage

MOST_WORDS = 3_000
"""Of a text whose words are compared one by one."""
_CANDIDATES = 10
_MOST_TERMS = 60
_LEAST_ALIKE = 0.3
"""Share of words in common from which a passage is the same one, changed."""
_WORD = re.compile(r"\S+")

Edit = Literal["kept", "left out", "put in"]


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words that both texts have, that only the former has, or only the present."""

    edit: Edit
    words: str


@dataclass(frozen=True, slots=True)
class Changed:
    """`passage` is what the address, of `number`, leads to now; `former` is None where what it
    was isn't known.

    `changes` are the former text and the present one in one; empty where there is none like it,
    or one of them is too long to be compared. `is_like` tells these apart.
    """

    number: int
    passage: Passage
    former: Former | None = None
    changes: tuple[Change, ...] = ()
    is_like: bool = False


def changed(
    engine: Engine, document: str, number: int, key: str, until: Deadline
) -> Changed | None:
    """Where the address `number~key` leads, whose text the document has no more; None where the
    document has no passage.

    Raises OutOfTime beyond `until`.
    """
    former = next((each for each in engine.formers(document) if each.key == key), None)
    if former is None:
        at = _nearest(engine, document, number, until)
        return Changed(number, at) if at else None
    like = _most_like(engine, document, former, until)
    if like is None:
        at = _nearest(engine, document, former.number, until)
        return Changed(number, at, former) if at else None
    return Changed(number, like, former, tuple(changes(former.text, like.text)), True)


def _nearest(engine: Engine, document: str, number: int, until: Deadline) -> Passage | None:
    """The passage at a number, the last one if there are fewer."""
    at = max(1, min(number, engine.count(document, until)))
    return next(iter(engine.passages(document, at, at, until)), None)


def _most_like(engine: Engine, document: str, former: Former, until: Deadline) -> Passage | None:
    """Of the passages that share its words or stand where it stood, the one with the most of its
    words; None where none has enough."""
    around = engine.passages(document, former.number - 1, former.number + 1, until)
    candidates = {
        each.number: each for each in (*_sharing(engine, document, former, until), *around)
    }
    own = _words(former.text)[:MOST_WORDS]
    alike = [(_alike(own, each.text), -number, each) for number, each in candidates.items()]
    share, _, best = max(alike, key=lambda each: each[:2], default=(0.0, 0, None))
    return best if share >= _LEAST_ALIKE else None


def _sharing(engine: Engine, document: str, former: Former, until: Deadline) -> Iterator[Passage]:
    terms = tuple(dict.fromkeys(analysis.terms(former.text)))[:_MOST_TERMS]
    if terms:
        only = Filter("document", KeywordTerm("document", document))
        sharing = any_of(*(Term("terms", term) for term in terms))
        (matches,) = engine.answer([Request(sharing, (only,), size=_CANDIDATES)], until)
        yield from (hit.passage for hit in matches.hits)


def _alike(own: Sequence[str], text: str) -> float:
    """From 0, no word in common, to 1, the same words in the same order."""
    return float(Indel.normalized_similarity(own, _words(text)[:MOST_WORDS]))


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def changes(former: str, present: str) -> Iterator[Change]:
    """Both texts in one, word by word; nothing where one has more than MOST_WORDS.

    >>> [(each.edit, each.words) for each in changes("Two men came.", "Three men came.")]
    [('left out', 'Two'), ('put in', 'Three'), ('kept', 'men came.')]
    """
    old, new = _words(former), _words(present)
    if max(len(old), len(new)) > MOST_WORDS:
        return
    for is_kept, edits in groupby(_edits(old, new), key=lambda each: each.edit == "kept"):
        own = list(edits)
        kinds: tuple[Edit, ...] = ("kept",) if is_kept else ("left out", "put in")
        for edit in kinds:
            words = " ".join(each.words for each in own if each.edit == edit)
            if words:
                yield Change(edit, words)


def _edits(old: Sequence[str], new: Sequence[str]) -> Iterable[Change]:
    for code in Indel.opcodes(old, new):
        if code.tag == "equal":
            yield Change("kept", " ".join(old[code.src_start : code.src_end]))
        elif code.tag == "delete":
            yield Change("left out", " ".join(old[code.src_start : code.src_end]))
        else:
            yield Change("put in", " ".join(new[code.dest_start : code.dest_end]))
