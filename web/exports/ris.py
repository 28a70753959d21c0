"""RIS, by rispy: a tag, two spaces, a hyphen, a value, on one line each, as reference managers
read it."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from loccit.mentions.references import person
from loccit.web.exports.work import Kind, Work, quoted_work
from loccit.web.quoting.quotation import Quotation, on_one_line

_TYPES: dict[Kind, str] = {
    "article": "JOUR", "book": "BOOK", "chapter": "CHAP", "page": "ELEC", "document": "GEN",
}  # fmt: skip


def entry(quoted: Quotation) -> str:
    return written(quoted_work(quoted))


def written(work: Work) -> str:
    """An entry with a blank line behind it; lines end as RIS has them."""
    fields = {name: value for name, value in _fields(work) if value}
    text: str = _writer().formats([fields])
    return text.replace("\n", "\r\n") + "\r\n"


@cache
def _writer() -> Any:
    """Without a number before each entry."""
    import rispy

    writer = rispy.RisWriter()
    writer.set_header = lambda count: ""
    return writer


def _fields(work: Work) -> Iterator[tuple[str, str | list[str]]]:
    yield "type_of_reference", _TYPES[work.kind]
    yield "id", work.key
    yield "authors", [name for name in map(_name, work.authors) if name]
    yield "title", on_one_line(work.title)
    yield "secondary_title", on_one_line(work.container)
    yield "year", work.year
    yield "date", work.date.replace("-", "/") if work.date[4:5] == "-" else ""
    yield "start_page", on_one_line(work.page)
    yield "publisher", on_one_line(work.publisher)
    yield "language", on_one_line(work.language)
    yield "doi", on_one_line(work.doi)
    yield "issn", on_one_line(work.isbn)
    yield "urls", [on_one_line(work.address)] if work.address else []
    yield "file_attachments2", work.copy
    yield "notes", [on_one_line(work.note)] if on_one_line(work.note) else []
    yield "abstract", on_one_line(work.abstract)


def _name(name: str) -> str:
    known = person(name)
    return on_one_line(f"{known.family}, {known.given}" if known and known.given else name)
