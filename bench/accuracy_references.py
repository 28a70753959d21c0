"""How well the parts of references are read: `python -m bench.accuracy_references`.

With `--misses` it lists every difference on the half that was developed on.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bench.annotated import REFERENCES
from loccit.mentions import references
from loccit.model.documents import Parts

FIELDS = (
    "authors", "year", "title", "container", "publisher", "address", "doi", "arxiv", "isbn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """A field of a reference as it is annotated and as it was read, made alike; () is none."""

    text: str
    field: str
    wanted: tuple[str, ...]
    read: tuple[str, ...]


def compared(checked: bool) -> Iterator[Compared]:
    """Every field of a half's references, but for those that can be read in more than one way."""
    for line in REFERENCES.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["checked"] == checked:
            yield from _fields(record, references.read(record["text"]).parts)


def _fields(record: dict[str, Any], parts: Parts) -> Iterator[Compared]:
    for field in FIELDS:
        if field not in record.get("open", ()):
            wanted = _alike(field, record.get(field, ""))
            yield Compared(record["text"], field, wanted, _alike(field, getattr(parts, field)))


def _alike(field: str, value: str | Iterable[str]) -> tuple[str, ...]:
    """Without what the rules of annotation leave open: hyphens of an ISBN, punctuation at ends."""
    values = (value,) if isinstance(value, str) else value
    plain = (re.sub(r"[\s-]", "", each) if field == "isbn" else each for each in values)
    return tuple(each.strip(" .,:;").casefold() for each in plain if each)


def table() -> str:
    """Precision and recall of each field on both halves, as a table in Markdown."""
    rows = [
        "| references | | " + " | ".join(FIELDS) + " | all | all, plain text |",
        "|---|---|" + "---|" * (len(FIELDS) + 2),
    ]
    for name, checked in (("developed on", False), ("checked on", True)):
        fields = list(compared(checked))
        plain = [each for each in fields if "{{" not in each.text]
        own = [[each for each in fields if each.field == field] for field in FIELDS]
        groups = [*own, fields, plain]
        for row, figures in zip(("annotated", "precision", "recall"), zip(*map(_figures, groups),
                                strict=True), strict=True):  # fmt: skip
            rows.append(f"| {name} | {row} | " + " | ".join(figures) + " |")
    return "\n".join(rows)


def _figures(group: list[Compared]) -> tuple[str, str, str]:
    """How many are annotated; of those read, and of those annotated, the share that is right."""
    wanted = sum(bool(each.wanted) for each in group)
    read = sum(bool(each.read) for each in group)
    right = sum(bool(each.wanted) and each.wanted == each.read for each in group)
    return str(wanted), _share(right, read), _share(right, wanted)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def main() -> None:
    if "--misses" in sys.argv:
        for each in compared(checked=False):
            if each.wanted != each.read:
                print(f"{each.text}\n  {each.field}: {each.wanted} read as {each.read}")
        return
    print(table())


if __name__ == "__main__":
    main()
