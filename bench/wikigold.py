"""WikiGold (Balasuriya and others, 2009): sentences from Wikipedia with PER, LOC, ORG and MISC."""

from collections.abc import Iterator

from bench.annotated import AnnotatedPassage, Marked
from bench.data import place

_TYPES = {"PER": "person", "LOC": "place", "ORG": "organisation", "MISC": "other"}


def sentences() -> Iterator[AnnotatedPassage]:
    """Each sentence as a text of its own, words joined by spaces; raises DataMissing."""
    path = place("entities/wikigold") / "data" / "wikigold.conll.txt"
    document = 0
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        words = [line.rsplit(" ", 1) for line in block.splitlines() if " " in line]
        document += any(word == "-DOCSTART-" for word, _ in words)
        words = [pair for pair in words if pair[0] != "-DOCSTART-"]
        if words:
            yield _sentence(document, words)


def number(sentence: AnnotatedPassage) -> int:
    """The number of its document, from 1."""
    return int(sentence.document.removeprefix("wikigold-"))


def _sentence(document: int, words: list[list[str]]) -> AnnotatedPassage:
    text = " ".join(word for word, _ in words)
    marked: list[Marked] = []
    at, before = 0, "O"
    for word, tag in words:
        end = at + len(word)
        kind = _TYPES.get(tag.removeprefix("I-").removeprefix("B-"), "")
        if kind and tag == before and tag.startswith("I-"):
            marked[-1] = Marked(marked[-1].start, end, kind)
        elif kind:
            marked.append(Marked(at, end, kind))
        at, before = end + 1, tag
    return AnnotatedPassage(f"wikigold-{document}", text, tuple(marked))
