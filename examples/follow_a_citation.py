"""Follow the citations of the passages that a search finds to their sources.

    python examples/follow_a_citation.py index 'raid'

Prints each citation with its source, if its document lists one, and what it supports.
"""

import sys

import loccit
from loccit import Library


def follow(library: Library, document: str, number: int) -> None:
    page = library.citation(document, number)
    if page is None:
        return
    source = page.reference.text if page.reference else "no source is listed"
    print(f"\n[{number}] of {page.document.title or document}: {source}")
    for citing in page.citing:
        for sentence in citing.supported:
            print(f"  {citing.passage.id} supports: {sentence.strip()}")
        if citing.before:
            print(f"  {citing.before.id} ends with what it supports: …{citing.before.text[-80:]}")


def main(index: str, typed: str) -> None:
    with loccit.open(index) as library:
        for result in library.search(typed).results:
            passage = result.passage
            for number in sorted({c.number for c in passage.citations() if c.number is not None}):
                follow(library, passage.document, number)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except loccit.LoccitError as error:
        sys.exit(str(error))
