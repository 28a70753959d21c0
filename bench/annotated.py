"""The project's own annotated passages: the seed, and three passages each of twenty articles."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "tests" / "annotated"
FILE = _FOLDER / "passages.jsonl"
CHECKED = _FOLDER / "checked.jsonl"
REFERENTS = _FOLDER / "referents.json"
SUPPORT = _FOLDER / "support.jsonl"


DRAWN = _FOLDER / "names.jsonl"
REFERENCES = _FOLDER / "references.jsonl"


@dataclass(frozen=True, slots=True)
class Marked:
    """An annotated stretch: `type` is an entity type, or "date" with its EDTF `value`."""

    start: int
    end: int
    type: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class AnnotatedPassage:
    document: str
    text: str
    marked: tuple[Marked, ...]


@cache
def passages() -> tuple[AnnotatedPassage, ...]:
    """All passages, those of a document together and in order."""
    return _read(FILE)


@cache
def drawn(checked: bool) -> tuple[AnnotatedPassage, ...]:
    """The opening and two later passages each of 40 articles: a half of the articles."""
    lines = DRAWN.read_text(encoding="utf-8").splitlines()
    return tuple(_passage(line) for line in lines if json.loads(line)["checked"] == checked)


@cache
def checked() -> tuple[AnnotatedPassage, ...]:
    """Passages of other articles, their names annotated, that no rule was made or tuned on."""
    return _read(CHECKED)


def _read(path: Path) -> tuple[AnnotatedPassage, ...]:
    return tuple(map(_passage, path.read_text(encoding="utf-8").splitlines()))


def _passage(line: str) -> AnnotatedPassage:
    record = json.loads(line)
    marked = tuple(
        Marked(each["start"], each["end"], each["type"], each.get("value", ""))
        for each in record["mentions"]
    )
    return AnnotatedPassage(record["document"], record["text"], marked)
