"""How well references are matched with documents: `python -m bench.accuracy_matching`.

Reference lists of papers (CL-SciSumm) and the ACL Anthology's papers as the library. Of some
references the paper is known; of the others it isn't, and what they are matched with can only be
read: `--draw 300` draws so many matches of the half for checking, with a fixed seed.
"""

import gzip
import hashlib
import json
import random
import sys
from collections.abc import Iterator
from typing import Any

from bench.data import DataMissing, place
from loccit.mentions.references import understood
from loccit.mentions.references.matching import Library
from loccit.mentions.references.works import Work
from loccit.model.documents import InLibrary, Reference

_SEED = 17


def is_checked(citing: str) -> bool:
    return hashlib.sha256(citing.encode()).digest()[0] % 2 == 1


def matched(checked: bool) -> Iterator[tuple[dict[str, Any], InLibrary | None]]:
    """Each reference of a half with what it is matched with."""
    with gzip.open(place("sources/references.jsonl.gz"), "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    library = Library(
        Work(each["id"], each["title"], str(each["year"]), tuple(each["surnames"]))
        for each in records
        if each["kind"] == "document"
    )
    for each in records:
        if each["kind"] == "reference" and is_checked(each["citing"]) == checked:
            yield each, library.match(understood(Reference(1, each["text"])), each["citing"])


def table() -> str:
    """The figures as a table in Markdown; raises DataMissing."""
    lines = [
        "| references | whose paper is known | matched with it | with another | of the others,"
        " matched |",
        "|---|---|---|---|---|",
    ]
    for name, checked in (("developed on", False), ("checked", True)):
        known = right = wrong = others = matches = 0
        for record, found in matched(checked):
            if record["document"]:
                known += 1
                right += found is not None and found.document == record["document"]
                wrong += found is not None and found.document != record["document"]
            else:
                others += 1
                matches += found is not None
        shares = f"{right} ({right / known:.3f}) | {wrong} | {matches} of {others}"
        lines.append(f"| {name} | {known} | {shares} |")
    return "\n".join(lines)


def drawn(most: int) -> Iterator[str]:
    """Matches of references whose paper isn't known, of the half for checking."""
    found = [(each, match) for each, match in matched(True) if match and not each["document"]]
    for record, match in random.Random(_SEED).sample(found, min(most, len(found))):
        yield f"{record['text']}\t{match.document}\t{match.why}"


if __name__ == "__main__":
    try:
        if "--draw" in sys.argv:
            print(*drawn(int(sys.argv[-1])), sep="\n")
        else:
            print(table())
    except DataMissing as error:
        sys.exit(str(error))
