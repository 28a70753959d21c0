"""BibTeX, by bibtexparser: a quoted passage is a `@misc` of its document, a source what it is.

UTF-8, as biber and BibTeX of 8 bits read it; what LaTeX would act on is escaped.
"""

from collections.abc import Iterator

from loccit.mentions.references import person
from loccit.web.exports.work import Kind, Work, quoted_work
from loccit.web.quoting.quotation import Quotation, on_one_line

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{special: f"\\{special}" for special in "#$%&_"},
    }
)
"""Braces by name, since BibTeX counts them, also escaped ones."""
_IN_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})
"""An address is set as it is, so only what would end the field is encoded."""
_TYPES: dict[Kind, str] = {
    "article": "article", "book": "book", "chapter": "incollection", "page": "misc",
    "document": "misc",
}  # fmt: skip


def entry(quoted: Quotation) -> str:
    return written(quoted_work(quoted))


def written(work: Work) -> str:
    """An entry with a blank line behind it."""
    from bibtexparser.library import Library
    from bibtexparser.model import Entry, Field
    from bibtexparser.writer import BibtexFormat, write

    fields = [Field(name, f"{{{value}}}") for name, value in _fields(work) if value]
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent, layout.trailing_comma = "  ", True
    return f"{write(Library([Entry(_TYPES[work.kind], work.key, fields)]), layout)}\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join(filter(None, map(_name, work.authors)))
    yield "title", f"{{{escaped(work.title)}}}"
    container = "booktitle" if work.kind == "chapter" else "journal"
    yield container, escaped(work.container)
    yield "year", work.year
    yield "date", work.date if "-" in work.date else ""
    yield "pages", escaped(work.page)
    yield "publisher", escaped(work.publisher)
    yield "language", escaped(work.language)
    yield "isbn", escaped(work.isbn)
    yield "doi", on_one_line(work.doi).translate(_IN_ADDRESS)
    yield "eprint", escaped(work.arxiv)
    yield "archiveprefix", "arXiv" if work.arxiv else ""
    yield "url", on_one_line(work.address).translate(_IN_ADDRESS)
    yield "note", escaped(work.note)
    yield "abstract", escaped(work.abstract)


def _name(name: str) -> str:
    """A person by the family name; a body between braces, so that it isn't taken apart.

    >>> _name("Jonathan Swift"), _name("Human Rights Watch")
    ('Swift, Jonathan', '{Human Rights Watch}')
    """
    known = person(name)
    if known is None or not known.given:
        return f"{{{escaped(name)}}}" if escaped(name) else ""
    return f"{escaped(known.family)}, {escaped(known.given)}"


def escaped(text: str) -> str:
    r"""
    >>> print(escaped("50 % of {a_b}\nand \\x"))
    50 \% of \textbraceleft{}a\_b\textbraceright{} and \textbackslash{}x
    """
    return on_one_line(text).translate(_ESCAPES)
