"""Index a folder of documents and search it.

    python examples/build_and_search.py seeds index '"air strikes" date:2015'

The index is rebuilt each time, quickly where nothing has changed; names are left out (`model`).
"""

import sys

import loccit


def main(seeds: str, index: str, typed: str) -> None:
    built = loccit.build(seeds, index, model="")
    for skipped in built.skipped:
        print(f"Skipped {skipped}", file=sys.stderr)
    for warned in built.warnings:
        print(f"Warning: {warned}", file=sys.stderr)
    with loccit.open(index) as library:
        page = library.search(typed)
    for problem in page.parsed.problems:
        print(f"{problem.message}: {typed[problem.start : problem.end]}", file=sys.stderr)
    print(f"{page.total} of {built.manifest.passages} passages")
    for result in page.results:
        text = "".join(f"*{each.text}*" if each.matched else each.text for each in result.snippet)
        print(f"\n{result.passage.id}  {result.score:.2f}\n{text}")


# Documents are read by several processes, each of which imports this file.
if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except loccit.LoccitError as error:
        sys.exit(str(error))
