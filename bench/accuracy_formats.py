"""How well documents are read: `python -m bench.accuracy_formats --kind pdf`.

With `--misses` it lists what was missed, file by file.
"""

import argparse

from bench.formats_truth import READERS, Agreement, agreement, truths
from loccit.indexer.problems import UnreadableSeed

HEAD = (
    "| kind | files | sentences | on their page | headings | marks there / read "
    "| sampled marks found | notes right | title, author, date | intruders |"
)


def of_kind(kind: str, misses: bool = False) -> tuple[int, Agreement]:
    """How many files of a kind were read, and how far they agree with their truth."""
    whole, files = Agreement(), 0
    for truth in truths(kind):
        try:
            (content, *_) = READERS[kind](truth.path, truth.path.read_bytes())
        except UnreadableSeed as error:
            if misses:
                print(error)
            continue
        found = agreement(truth, content)
        whole.add(found)
        files += 1
        if misses:
            for line in found.missed:
                print(f"{truth.path.name}: {line}")
    return files, whole


def table(kinds: tuple[str, ...] = tuple(READERS), misses: bool = False) -> str:
    """A row for each kind, as a table in Markdown."""
    rows = [HEAD, "|---" * HEAD.count(" | ") + "|---|"]
    for kind in kinds:
        files, found = of_kind(kind, misses)
        cells = (
            kind,
            files,
            f"{found.sentences_found} of {found.sentences}",
            f"{found.pages_right} of {found.sentences}",
            f"{found.headings_found} of {found.headings}",
            f"{found.marks} / {found.marks_read}",
            f"{found.sampled_found} of {found.sampled}",
            f"{found.notes_right} of {found.sampled}",
            f"{found.named_right} of {found.named}",
            found.intruders,
        )
        rows.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", choices=sorted(READERS), action="append")
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    print(table(tuple(asked.kind or READERS), asked.misses))


if __name__ == "__main__":
    main()
