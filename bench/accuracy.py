"""Every accuracy figure, printed and written into docs/accuracy.md: `make accuracy`.

`python -m bench.accuracy ranking` makes the table of that name alone.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from bench import (
    accuracy_citations,
    accuracy_dates,
    accuracy_drawn,
    accuracy_finding,
    accuracy_frequent,
    accuracy_names,
    accuracy_ranking,
    accuracy_references,
    accuracy_sentences,
    accuracy_spelling,
    accuracy_words,
)
from bench.data import DataMissing

PAGE = Path(__file__).parents[1] / "docs" / "accuracy.md"

TABLES: dict[str, Callable[[], str]] = {
    "dates": accuracy_dates.table,
    "own-dates": accuracy_dates.own_table,
    "drawn": accuracy_drawn.table,
    "drawn-checked": accuracy_drawn.checked_table,
    "citations": accuracy_citations.table,
    "support": accuracy_citations.support_table,
    "sentences": accuracy_sentences.table,
    "references": accuracy_references.table,
    "names": accuracy_names.table,
    "frequent": accuracy_frequent.table,
    "wikigold": accuracy_names.wikigold_table,
    "merging": accuracy_names.merging_table,
    "ranking": accuracy_ranking.table,
    "finding": accuracy_finding.table,
    "words": accuracy_words.table,
    "spelling": accuracy_spelling.table,
}
"""By the name of its place in the page; each returns a table in Markdown, or raises DataMissing."""


def written(page: str, name: str, table: str) -> str:
    """The page with `table` in the place called `name`.

    >>> written("<!-- a -->\\nold\\n<!-- /a -->", "a", "new")
    '<!-- a -->\\nnew\\n<!-- /a -->'
    """
    place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    return place.sub(lambda match: f"{match[1]}{table}\n{match[2]}", page)


def main() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name in sys.argv[1:] or TABLES:
        try:
            table_text = TABLES[name]()
        except DataMissing as error:
            print(f"{name}: {error}")
            continue
        print(f"{table_text}\n")
        page = written(page, name, table_text)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
