"""BibTeX: a passage is a `@misc` of its document, with the quotation as its abstract.

UTF-8, as biber and BibTeX of 8 bits read it; what LaTeX would act on is escaped.
"""

from collections.abc import Iterator

from loccit.web.exports.quoted import Quotation, on_one_line

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


def entry(quoted: Quotation) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(quoted))
    return f"@misc{{{quoted.key},\n{lines}}}\n\n"


def _fields(quoted: Quotation) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{escaped(quoted.passage.title or quoted.document.id)}}}"
    if quoted.source:
        yield "url", on_one_line(quoted.source).translate(_IN_ADDRESS)
    yield "note", escaped(quoted.note)
    yield "abstract", escaped(quoted.text)


def escaped(text: str) -> str:
    r"""
    >>> print(escaped("50 % of {a_b}\nand \\x"))
    50 \% of \textbraceleft{}a\_b\textbraceright{} and \textbackslash{}x
    """
    return on_one_line(text).translate(_ESCAPES)
