"""Signs of a Word document by their code in a font."""

from loccit.indexer.readers.docx.package import W
from loccit.indexer.readers.xml import Element

_SYMBOL_FONT = dict(zip("abcdefghiklmnopqrstuvwxyz", "αβχδεφγηικλμνοπθρστυϖωξψζ", strict=True))
"""Greek as the font Symbol has it under Latin letters."""


def sign_of(element: Element) -> str:
    """The character that `w:sym` stands for, "" where it has no meaning without its font."""
    try:
        code = int(element.get(f"{W}char", ""), 16) & 0xFF
    except ValueError:
        return ""
    if not (0x20 <= code < 0x7F and element.get(f"{W}font", "").startswith("Symbol")):
        return ""
    return _SYMBOL_FONT.get(chr(code), chr(code))
