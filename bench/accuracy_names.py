"""Names on the project's own annotated passages: `python -m bench.accuracy_names [--misses]`."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from bench.annotated import AnnotatedPassage, passages
from mentions import citations, names
from mentions.find import find
from mentions.masking import mask
from mentions.names.spans import TYPES
from mentions.types import Context, Entity, Stretch

Span = tuple[int, int, str]
Finder = Callable[[Sequence[AnnotatedPassage]], list[set[Span]]]


def with_rules(given: Sequence[AnnotatedPassage]) -> list[set[Span]]:
    """The names that an index would hold."""
    recogniser = names.load()
    found: list[set[Span]] = []
    for document in dict.fromkeys(each.document for each in given):
        own = [each for each in given if each.document == document]
        stretches = [Stretch(f"d#{n}", each.text) for n, each in enumerate(own, start=1)]
        context = Context(document.replace("-", " "), contiguous=False)
        for mentions in find(stretches, context, recogniser):
            entities = (each for each in mentions if isinstance(each, Entity))
            found.append({(each.start, each.end, each.type) for each in entities})
    return found


def model_alone(given: Sequence[AnnotatedPassage]) -> list[set[Span]]:
    """The model's own spans on the masked text, its labels as our types."""
    model = import_module("mentions.names.recogniser").loaded("en_core_web_sm")
    found = []
    for each in given:
        masked = mask(each.text, citations.markers(each.text))
        spans = [
            (*masked.span(span.start_char, span.end_char), TYPES[span.label_])
            for span in model(masked.text).ents
            if span.label_ in TYPES
        ]
        found.append({(start, end, str(type)) for start, end, type in spans})
    return found


def scored(given: Sequence[AnnotatedPassage], found: Sequence[set[Span]]) -> str:
    """Precision, recall and F of exact spans with their types, then F of spans alone."""
    cells = []
    for width in (3, 2):
        right = made = asked = 0
        for each, spans in zip(given, found, strict=True):
            wanted = {(m.start, m.end, m.type)[:width] for m in each.marked if m.type != "date"}
            got = {span[:width] for span in spans}
            right, made, asked = right + len(wanted & got), made + len(got), asked + len(wanted)
        precision, recall = right / max(1, made), right / max(1, asked)
        f = 2 * precision * recall / max(1e-9, precision + recall)
        cells += [f"{precision:.3f}", f"{recall:.3f}", f"{f:.3f}"] if width == 3 else [f"{f:.3f}"]
    return " | ".join(cells)


def table() -> str:
    everything = passages()
    rows = [
        "| names | passages | precision | recall | span and type, F | span alone, F |",
        "|---|---|---|---|---|---|",
    ]
    seed = [each for each in everything if each.document == "syrian-civil-war"]
    others = [each for each in everything if each.document != "syrian-civil-war"]
    for name, given in (("the seed", seed), ("twenty articles", others), ("all", everything)):
        for how, finder in (("the model alone", model_alone), ("with rules", with_rules)):
            found = finder(given)
            rows.append(f"| {name}, {how} | {len(given)} | {scored(given, found)} |")
    return "\n".join(rows)


def misses() -> None:
    given = passages()
    for each, spans in zip(given, with_rules(given), strict=True):
        wanted = {(m.start, m.end, m.type) for m in each.marked if m.type != "date"}
        for sign, group in (("-", wanted - spans), ("+", spans - wanted)):
            for start, end, type in sorted(group):
                around = each.text[max(0, start - 20) : end + 20].replace("\n", " ")
                print(
                    f"{each.document[:12]:12} {sign} {type:12} {each.text[start:end]:40} {around}"
                )


if __name__ == "__main__":
    print(table())
    if "--misses" in sys.argv:
        misses()
