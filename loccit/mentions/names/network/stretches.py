"""Which stretches of a text the network is given, and in which batches."""

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from loccit.mentions.names.network.tokens import Pieces, Word, words
from loccit.mentions.sentences import sentences

LONGEST = 126
"""Pieces in a stretch, what opens and closes it apart."""
BATCH = 4096
"""Pieces in a batch, with those that fill it up."""
_CAPITAL = re.compile(r"[^\W\d_a-z]")
_LATER_CAPITAL = re.compile(r"(?<=[^\W_])[^\w\n]+[^\W\d_a-z]|[a-z\d][A-Z]")


class Stretch(NamedTuple):
    """Words that are read together: of the text number `text`, with their pieces and shapes."""

    text: int
    words: list[Word]
    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    """Where the first piece of each word is."""


def stretches(texts: Sequence[str], pieces: Pieces) -> Iterator[Stretch]:
    """The sentences of each text that may hold a name, joined while they fit."""
    small = {word for text in texts for word in re.findall(r"(?<!\S)[a-z]+\b", text)}
    for number, text in enumerate(texts):
        stretch = _empty(number)
        for start, end in sentences(text):
            if not may_name(text[start:end], small):
                continue
            own = [Word(w.text, w.start + start, w.end + start) for w in words(text[start:end])]
            known = [pieces.of(word.text) for word in own]
            longer = len(stretch.pieces) + sum(len(ids) for ids, _ in known)
            if stretch.words and longer > LONGEST:
                yield stretch
                stretch = _empty(number)
            for word, (ids, shape) in zip(own, known, strict=True):
                if len(stretch.pieces) + len(ids) > LONGEST:
                    yield stretch
                    stretch = _empty(number)
                stretch.words.append(word)
                stretch.firsts.append(len(stretch.pieces))
                stretch.pieces.extend(ids)
                stretch.shapes.extend([shape] * len(ids))
        if stretch.words:
            yield stretch


def _empty(number: int) -> Stretch:
    return Stretch(number, [], [], [], [])


def may_name(sentence: str, small: Set[str]) -> bool:
    """Whether a sentence has a capital, other than that of a first word known in small letters.

    >>> may_name("They left in 2012.", {"they"}), may_name("Homs fell.", {"they"})
    (False, True)
    """
    if _LATER_CAPITAL.search(sentence):
        return True
    first = _CAPITAL.search(sentence)
    if first is None:
        return False
    word = re.compile(r"\w*").match(sentence, first.start())
    return word is None or word[0].lower() not in small


def batches(given: Sequence[Stretch]) -> Iterator[list[int]]:
    """The numbers of stretches of about one length, as many as go into a batch."""
    order = sorted(range(len(given)), key=lambda at: len(given[at].pieces))
    batch: list[int] = []
    for at in order:
        if batch and (len(batch) + 1) * (len(given[at].pieces) + 2) > BATCH:
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch
