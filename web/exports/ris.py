"""RIS, as reference managers read it: a tag, two spaces, a hyphen, a value, on one line each."""

from collections.abc import Iterator

from loccit.web.exports.quoted import Quotation, on_one_line


def entry(quoted: Quotation) -> str:
    return "".join(f"{tag}  - {on_one_line(value)}\r\n" for tag, value in _tags(quoted)) + "\r\n"


def _tags(quoted: Quotation) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC" if quoted.source else "GEN"
    yield "ID", quoted.key
    yield "TI", quoted.passage.title or quoted.document.id
    if quoted.source:
        yield "UR", quoted.source
    yield "L2", quoted.address
    yield "N1", quoted.note
    yield "AB", quoted.text
    yield "ER", ""
