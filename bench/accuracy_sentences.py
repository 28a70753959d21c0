"""How well it is told where sentences end: `python -m bench.accuracy_sentences [--misses]`.

`tests/annotated/ends.jsonl` has 200 full stops that may end a sentence, each in its paragraph,
judged by reading. `--misses` lists the wrong ones of the half for developing.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from bench.annotated import FILE
from loccit.mentions.sentences import sentences

ENDS = FILE.with_name("ends.jsonl")


@dataclass(frozen=True, slots=True)
class Judged:
    """A full stop at `at` of a paragraph; `ends` by a reader, `read` by the program."""

    text: str
    at: int
    form: str
    checked: bool
    ends: bool
    read: bool

    @property
    def right(self) -> bool:
        return self.ends == self.read


def judged() -> Iterator[Judged]:
    for line in ENDS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, at = row["text"], row["at"]
        read = any(_ends_at(text, end, at) for _, end in sentences(text))
        yield Judged(text, at, row["form"], row["checked"], row["ends"], read)


def _ends_at(text: str, end: int, at: int) -> bool:
    """Whether a sentence ends with the full stop, what closes and the white space behind it."""
    return at < end and not text[at:end].rstrip().strip("\"'”’)].")


def table() -> str:
    """The figures as a table in Markdown."""
    rows = list(judged())
    lines = [
        "| full stops | asked | right | told to end a sentence, of those that do"
        " | told not to, of those that don't |\n|---|---|---|---|---|"
    ]
    for checked, half in ((False, "developed on"), (True, "checked on")):
        for form, words in (
            ("capitalised", "behind a word with a capital"),
            ("abbreviated", "behind an abbreviation by its use"),
        ):
            own = [row for row in rows if (row.checked, row.form) == (checked, form)]
            right = sum(row.right for row in own)
            told = (
                f"{sum(row.right for row in group)} of {len(group)}"
                for group in ([r for r in own if r.ends], [r for r in own if not r.ends])
            )
            lines.append(
                f"| {half}, {words} | {len(own)} | {right / len(own):.2f} | {' | '.join(told)} |"
            )
    return "\n".join(lines)


def main() -> None:
    print(table())
    if "--misses" in sys.argv:
        for row in judged():
            if not row.right and not row.checked:
                around = f"{row.text[max(0, row.at - 60) : row.at]}·{row.text[row.at + 1 :][:40]}"
                print(f"{'missed' if row.ends else 'cut'}: {around}")


if __name__ == "__main__":
    main()
