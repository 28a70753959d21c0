"""A passage between its neighbours: its text cut at its mentions, and what comes after it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine, Request
from loccit.engines.query import And, IntRange, KeywordTerm
from loccit.mentions.citations import markers
from loccit.model.addresses import MOST_DIGITS, Address
from loccit.model.documents import Document, Passage
from loccit.model.mentions import Date, Entity
from loccit.search.about.changed import Changed, changed
from loccit.search.cited import Lead, citing, leads

NEIGHBOURS = 2
"""Passages shown before and after."""
_KEY = re.compile(r"[0-9a-f]{8}")
_MOST_ALIKE = 50
"""Passages of a document with the same text, of which the nearest is taken."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a passage's text and the one mention that it is, if any."""

    text: str
    entity: Entity | None = None
    date: Date | None = None
    label: str = ""
    """The number or label that a citation leads to."""
    marker: bool = False
    """Whether it stands outside the sentence."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    passage: Passage
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class InContext:
    """`opens_next` are the citations that open the next passage and may support this one."""

    document: Document
    passage: Passage
    shown: tuple[Shown, ...]
    last_number: int
    before: Passage | None
    after: Passage | None
    opens_next: tuple[int, ...]


def in_context(engine: Engine, passage: Passage, until: Deadline) -> InContext | None:
    """None if the passage's document is not there."""
    document = engine.document(passage.document)
    if document is None:
        return None
    around = engine.passages(
        passage.document, passage.number - NEIGHBOURS, passage.number + NEIGHBOURS, until
    )
    near = {each.number: each for each in around}
    after = near.get(passage.number + 1)
    return InContext(
        document,
        passage,
        tuple(Shown(each, tuple(runs(each))) for each in around),
        engine.count(passage.document, until),
        near.get(passage.number - 1),
        after,
        tuple(_opening(after)) if after else (),
    )


def _opening(passage: Passage) -> Iterator[int]:
    for citation in passage.citations():
        if citation.role == "before" and citation.number is not None:
            yield citation.number


def passage_at(engine: Engine, document: str, place: str, until: Deadline) -> Passage | None:
    """The passage at `number~key`, wherever in the document its text appears now, the nearest if
    it appears there more than once; where it is gone, or for a number alone, the one there.
    """
    number, _, key = place.partition("~")
    if not (number.isascii() and number.isdecimal() and len(number) <= MOST_DIGITS):
        return None
    at = engine.passage(Address(document, int(number)), until)
    if not _KEY.fullmatch(key) or (at is not None and at.key == key):
        return at
    same = And((KeywordTerm("document", document), IntRange("key", int(key, 16), int(key, 16))))
    (matches,) = engine.answer([Request(same, size=_MOST_ALIKE)], until)
    passages = (hit.passage for hit in matches.hits)
    return min(passages, key=lambda each: abs(each.number - int(number)), default=at)


def changed_at(
    engine: Engine, document: str, place: str, found: Passage | None, until: Deadline
) -> Changed | None:
    """Where `number~key` leads if its text is gone, `found` being what `passage_at` found; None
    if it isn't gone, or for a number alone."""
    number, tilde, key = place.partition("~")
    if not (tilde and number.isascii() and number.isdecimal() and len(number) <= MOST_DIGITS):
        return None
    if found is not None and found.key == key:
        return None
    return changed(engine, document, int(number), key, until)


def runs(passage: Passage) -> Iterator[Run]:
    """The text, cut so that each run is at most one mention; joined it is the text."""
    at = 0
    for start, end, run in sorted(_marked(passage), key=lambda found: (found[0], -found[1])):
        if start < at:
            continue
        if at < start:
            yield Run(passage.text[at:start])
        yield run
        at = end
    if at < len(passage.text):
        yield Run(passage.text[at:])


def _marked(passage: Passage) -> Iterator[tuple[int, int, Run]]:
    text = passage.text
    yield from _cited(text, leads(text, citing(passage)))
    for mention in passage.mentions:
        stretch = text[mention.start : mention.end]
        if isinstance(mention, Date):
            anchor = f"d{passage.number}-{mention.start}"
            yield mention.start, mention.end, Run(stretch, date=mention, anchor=anchor)
        elif isinstance(mention, Entity):
            yield mention.start, mention.end, Run(stretch, entity=mention)


def _cited(text: str, followed: Sequence[Lead]) -> Iterator[tuple[int, int, Run]]:
    """What leads to a citation, and what is left of the markers beside it."""
    ahead = list(reversed(followed))
    for start, end in markers(text, followed):
        at = start
        while ahead and ahead[-1].start < end:
            lead = ahead.pop()
            inside = lead.start >= start
            if inside and at < lead.start:
                yield at, lead.start, Run(text[at : lead.start], marker=True)
            yield _followed(text, lead, inside)
            at = max(at, lead.end)
        if at < end:
            yield at, end, Run(text[at:end], marker=True)
    yield from (_followed(text, lead, False) for lead in reversed(ahead))


def _followed(text: str, lead: Lead, marker: bool) -> tuple[int, int, Run]:
    run = Run(text[lead.start : lead.end], label=lead.label, marker=marker)
    return lead.start, lead.end, run
