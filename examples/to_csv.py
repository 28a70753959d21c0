"""Write every passage that a search finds to a CSV file, a row for each.

    python examples/to_csv.py index 'place:syria' passages.csv

pandas.read_csv("passages.csv") reads it; lists are in one cell, with "; " between.
"""

import csv
import sys

import loccit

COLUMNS = ("document", "number", "section", "text", "citations", "dates", "names")


def main(index: str, typed: str, file: str) -> None:
    with loccit.open(index) as library, open(file, "w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(COLUMNS)
        for hit in library.every(typed, sort="oldest"):
            passage = hit.passage
            citations = [citation.label for citation in passage.citations()]
            dates = [date.value for date in passage.dates()]
            names = dict.fromkeys(entity.name for entity in passage.entities())
            lists = ("; ".join(each) for each in (citations, dates, names))
            table.writerow(
                [passage.document, passage.number, passage.section, passage.text, *lists]
            )


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except loccit.LoccitError as error:
        sys.exit(str(error))
