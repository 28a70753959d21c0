"""Names on the project's own annotated passages: `python -m bench.accuracy_names [--misses]`."""

import json
import sys
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import cast

from bench import wikigold
from bench.annotated import REFERENTS, AnnotatedPassage, checked, drawn, passages
from loccit.indexer.aliases import starter
from loccit.indexer.extract import Extracted
from loccit.indexer.naming import Naming
from loccit.indexer.spelled import spelled
from loccit.mentions import citations, names
from loccit.mentions.find import find
from loccit.mentions.masking import mask
from loccit.mentions.names.network.model import Network
from loccit.mentions.names.recogniser import FOLDER
from loccit.model.documents import Document, Passage
from loccit.model.mentions import Context, Entity, EntityType, Stretch

Span = tuple[int, int, str]
Finder = Callable[[Sequence[AnnotatedPassage]], list[set[Span]]]


SPACY = "en_core_web_sm"
"""What our own recogniser is compared with."""


def with_rules(given: Sequence[AnnotatedPassage], model: str = names.OWN) -> list[set[Span]]:
    """The names that an index would hold."""
    recogniser = names.load(model)
    spans: list[set[Span]] = []
    for document in dict.fromkeys(each.document for each in given):
        own = [each for each in given if each.document == document]
        stretches = [Stretch(f"d#{n}", each.text) for n, each in enumerate(own, start=1)]
        context = Context(document.replace("-", " "), contiguous=False)
        for mentions in find(stretches, context, recogniser):
            entities = (each for each in mentions if isinstance(each, Entity))
            spans.append({(each.start, each.end, each.type) for each in entities})
    return spans


def spacy_with_rules(given: Sequence[AnnotatedPassage]) -> list[set[Span]]:
    """The names that an index would hold by the small spaCy model."""
    return with_rules(given, SPACY)


def network_alone(given: Sequence[AnnotatedPassage]) -> list[set[Span]]:
    """The network's own spans on the masked text."""
    masked = [mask(each.text, citations.markers(each.text)) for each in given]
    read = Network(FOLDER).read([each.text for each in masked])
    return [
        {
            (*each.span(start, end), max(types, key=lambda type: types[type]))
            for start, end, types in own
        }
        for each, own in zip(masked, read, strict=True)
    ]


def scored(given: Sequence[AnnotatedPassage], read_spans: Sequence[set[Span]]) -> str:
    """Precision, recall and F of exact spans with their types, F of spans alone, and the share of
    right types among right spans."""
    cells = []
    for width in (3, 2):
        right = made = asked = 0
        for each, spans in zip(given, read_spans, strict=True):
            wanted = {(m.start, m.end, m.type)[:width] for m in each.marked if m.type != "date"}
            got = {span[:width] for span in spans}
            right, made, asked = right + len(wanted & got), made + len(got), asked + len(wanted)
        precision, recall = right / max(1, made), right / max(1, asked)
        f = 2 * precision * recall / max(1e-9, precision + recall)
        cells += [f"{precision:.3f}", f"{recall:.3f}", f"{f:.3f}"] if width == 3 else [f"{f:.3f}"]
    cells.append(f"{typed(given, read_spans):.3f}")
    return " | ".join(cells)


def typed(given: Sequence[AnnotatedPassage], read_spans: Sequence[set[Span]]) -> float:
    """The share of right types among the names with the right span."""
    right = of = 0
    for each, spans in zip(given, read_spans, strict=True):
        wanted = {(m.start, m.end): m.type for m in each.marked if m.type != "date"}
        types = [(wanted[start, end], type) for start, end, type in spans if (start, end) in wanted]
        right, of = right + sum(a == b for a, b in types), of + len(types)
    return right / max(1, of)


_FINDERS: tuple[tuple[str, Finder], ...] = (
    ("the network alone", network_alone),
    ("with rules", with_rules),
    ("the small spaCy model with rules", spacy_with_rules),
)


def table() -> str:
    everything = passages()
    rows = [
        "| names | passages | precision | recall | span and type, F | span alone, F"
        " | type, of right spans |",
        "|---|---|---|---|---|---|---|",
    ]
    seed = [each for each in everything if each.document == "syrian-civil-war"]
    others = [each for each in everything if each.document != "syrian-civil-war"]
    for name, given in (
        ("the seed", seed),
        ("twenty articles", others),
        ("all developed on", everything),
        ("developed on, twenty articles drawn", drawn(checked=False)),
        ("checked on, twenty articles drawn", drawn(checked=True)),
        ("checked on, twenty further articles", checked()),
    ):
        for how, finder in _FINDERS:
            spans = finder(given)
            rows.append(f"| {name}, {how} | {len(given)} | {scored(given, spans)} |")
    return "\n".join(rows)


def overlapping(given: Sequence[AnnotatedPassage], read_spans: Sequence[set[Span]]) -> float:
    """F of persons, places and organisations whose spans overlap one of the same type."""
    kept = ("person", "place", "organisation")
    right = made = asked = 0
    for each, spans in zip(given, read_spans, strict=True):
        wanted = [m for m in each.marked if m.type in kept]
        got = [span for span in spans if span[2] in kept]
        free = list(got)
        for mark in wanted:
            hit = next(
                (s for s in free if s[2] == mark.type and s[0] < mark.end and mark.start < s[1]),
                None,
            )
            if hit:
                free.remove(hit)
                right += 1
        made, asked = made + len(got), asked + len(wanted)
    return 2 * right / max(1, made + asked)


def wikigold_table() -> str:
    """On WikiGold, whose conventions differ from ours: spans by overlap. Raises DataMissing."""
    given = list(wikigold.sentences())
    halves = [[each for each in given if wikigold.number(each) % 2 == odd] for odd in (0, 1)]
    rows = ["| WikiGold, PER, LOC and ORG | sentences | F by overlap |", "|---|---|---|"]
    for name, own in zip(("developed on", "checked on", "all"), (*halves, given), strict=True):
        for how, finder in _FINDERS:
            score = overlapping(own, finder(own))
            rows.append(f"| {name}, {how} | {len(own)} | {score:.3f} |")
    return "\n".join(rows)


def merging_table() -> str:
    """Pairs of names that share a referent, under one name; on annotated mentions."""
    groups = [set(group) for group in json.loads(REFERENTS.read_text(encoding="utf-8"))]
    stands_for = _canonical()
    names = sorted(stands_for)
    pairs = wanted = wrong = 0
    missed = []
    for one, other in combinations(names, 2):
        same = any(one in group and other in group for group in groups)
        merged = bool(stands_for[one] & stands_for[other])
        wanted += same
        pairs += same and merged
        wrong += merged and not same
        if same and not merged:
            missed.append(f"{one} and {other}")
    return (
        "| names | pairs that share a referent | of these under one name | wrong merges |\n"
        f"|---|---|---|---|\n| {len(names)} | {wanted} | {pairs / max(1, wanted):.2f} | {wrong} |"
        f"\n\nNot merged: {'; '.join(missed) or 'none'}."
    )


def _canonical() -> dict[str, set[tuple[str, str]]]:
    """What each annotated name, as written, is merged into, as an index would hold it."""
    naming = Naming(starter())
    extracted = [_extracted(document) for document in dict.fromkeys(p.document for p in passages())]
    for each in extracted:
        naming.read(each.document.id, each.spelled)
    canonical: dict[str, set[tuple[str, str]]] = {}
    for each in extracted:
        for passage in naming.applied(each.document.id, each.passages):
            for entity in passage.entities():
                form = passage.text[entity.start : entity.end]
                canonical.setdefault(form, set()).add((entity.name, entity.type))
    return canonical


def _extracted(document: str) -> Extracted:
    own = [each for each in passages() if each.document == document]
    own_passages = tuple(
        Passage(
            id=f"{document}#{n}", document=document, number=n, key="", offset=0, title="",
            section="", text=each.text,
            mentions=tuple(
                Entity(m.start, m.end, each.text[m.start : m.end], cast(EntityType, m.type))
                for m in each.marked
                if m.type != "date"
            ),
        )
        for n, each in enumerate(own, start=1)
    )  # fmt: skip
    return Extracted(Document(document, document), own_passages, spelled(own_passages, document))


def misses() -> None:
    given = (*passages(), *drawn(checked=False))
    for each, spans in zip(given, with_rules(given), strict=True):
        wanted = {(m.start, m.end, m.type) for m in each.marked if m.type != "date"}
        for sign, group in (("-", wanted - spans), ("+", spans - wanted)):
            for start, end, type in sorted(group):
                around = each.text[max(0, start - 20) : end + 20].replace("\n", " ")
                print(
                    f"{each.document[:12]:12} {sign} {type:12} {each.text[start:end]:40} {around}"
                )


if __name__ == "__main__":
    print(f"{table()}\n\n{merging_table()}")
    if "--misses" in sys.argv:
        misses()
