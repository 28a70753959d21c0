"""CSV (RFC 4180), a passage a row; nothing in a cell is taken for a formula."""

import csv
import io
from collections.abc import Iterable

from loccit.model.documents import Reference
from loccit.model.mentions import ENTITY_TYPES
from loccit.web.exports.sources import listed
from loccit.web.quoting.quotation import Quotation, on_one_line
from loccit.web.words import KINDS

COLUMNS = (
    "id", "document", "number", "key", "title", "section", "page", "text", "citations", "dates",
    *(KINDS[type][1].lower() for type in ENTITY_TYPES),
    "sources", "source", "licence", "address", "score",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet would begin to reckon at (OWASP, CSV Injection)."""


def head() -> str:
    return _row(COLUMNS)


def row(quoted: Quotation) -> str:
    passage, document = quoted.passage, quoted.document
    names = [
        _joined(entity.name for entity in passage.entities() if entity.type == type)
        for type in ENTITY_TYPES
    ]
    return _row(
        (
            passage.id,
            passage.document,
            str(passage.number),
            passage.key,
            passage.title,
            passage.section,
            passage.page,
            passage.text,
            _joined(citation.label for citation in passage.citations()),
            _joined(date.value for date in passage.dates()),
            *names,
            "\n".join(map(_source, listed(passage, document))),
            document.source,
            document.licence,
            quoted.address,
            f"{quoted.score:.4f}",
        )
    )


def _source(reference: Reference) -> str:
    """
    >>> _source(Reference(48, "A Book.")), _source(Reference(None, "", label="note 3"))
    ('[48] A Book.', '[note 3]')
    """
    return f"[{reference.key}] {on_one_line(reference.text)}".strip()


def _joined(values: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(values))


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(map(defused, cells))
    return line.getvalue()


def defused(cell: str) -> str:
    """
    >>> defused("=1+1"), defused("1=1"), defused("-5 degrees"), defused("@sum")
    ("'=1+1", '1=1', "'-5 degrees", "'@sum")
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
