"""How well documents of each format are read: `python -m bench.accuracy_formats --kind docx`.

Without `--kind` it is all kinds that readers are named for in `bench/formats_truth.py`, and the
bad files; with `--faults` it says what differs.
"""

import argparse

from bench.formats_truth import READERS, Compared, bad, compared, outcome, truths


def table(kinds: list[str], faults: bool = False) -> str:
    """A row a file: marks there and read, of the sample found and led to the right note."""
    rows = [
        "| file | marks | read | sample | found | led to its note | faults |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind in kinds:
        for each in map(compared, truths(kind)):
            rows.append(_row(each))
            rows += [f"| | {fault} |" for fault in each.faults] if faults else []
    return "\n".join(rows)


def _row(each: Compared) -> str:
    figures = (each.marks, each.read, each.sample, each.found, each.led, len(each.faults))
    return f"| {each.file} | " + " | ".join(map(str, figures)) + " |"


def bad_files() -> str:
    """What must become of each bad file, and what does."""
    rows = ["| bad file | must be | is |", "|---|---|---|"]
    rows += [f"| {each['file']} | {each['must']} | {outcome(each['file'])} |" for each in bad()]
    return "\n".join(rows)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--kind", choices=READERS, action="append")
    arguments.add_argument("--faults", action="store_true")
    given = arguments.parse_args()
    print(table(given.kind or list(READERS), given.faults))
    if not given.kind:
        print(f"\n{bad_files()}")
