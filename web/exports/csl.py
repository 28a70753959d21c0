"""CSL-JSON (Citation Style Language 1.0.2), as Zotero, pandoc and citeproc read it."""

import json
from typing import Any

from loccit.mentions.references import person
from loccit.web.exports.work import Kind, Work, quoted_work
from loccit.web.quoting.quotation import Quotation

_TYPES: dict[Kind, str] = {
    "article": "article-journal", "book": "book", "chapter": "chapter", "page": "webpage",
    "document": "document",
}  # fmt: skip


def items(quoted: Quotation) -> str:
    return json.dumps([item(quoted_work(quoted))], indent=1) + "\n"


def written(work: Work) -> str:
    return json.dumps(item(work), indent=1)


def item(work: Work) -> dict[str, Any]:
    said = {
        "id": work.key,
        "type": _TYPES[work.kind],
        "author": [_name(name) for name in work.authors],
        "title": work.title,
        "container-title": work.container,
        "issued": _date(work.date),
        "publisher": work.publisher,
        "language": work.language,
        "DOI": work.doi,
        "ISBN": work.isbn,
        "number": f"arXiv:{work.arxiv}" if work.arxiv else "",
        "URL": work.address or work.copy,
        "section": work.section,
        "page": work.page,
        "license": work.licence,
        "note": work.note,
        "abstract": work.abstract,
    }
    return {name: value for name, value in said.items() if value}


def _name(name: str) -> dict[str, str]:
    known = person(name)
    if known is None or not known.given:
        return {"literal": name}
    return {"family": known.family, "given": known.given}


def _date(date: str) -> dict[str, list[list[int]]]:
    """
    >>> _date("2013-05-06"), _date("-0043"), _date("")
    ({'date-parts': [[2013, 5, 6]]}, {'date-parts': [[-43]]}, {})
    """
    if not date:
        return {}
    sign = -1 if date.startswith("-") else 1
    number, *finer = map(int, date.removeprefix("-").split("-"))
    return {"date-parts": [[sign * number, *finer]]}
