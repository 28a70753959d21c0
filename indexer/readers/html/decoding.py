"""A page's bytes as text, by its byte order mark, its own words or its bytes."""

import codecs
import re

_SNIFFED = 4096
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_XML = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""")
_META = re.compile(rb"""<meta\b[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
"""How browsers read what a page names (WHATWG's Encoding Standard)."""


def decoded(data: bytes) -> tuple[str, str]:
    """The text and a warning, "" where all went well.

    What is well-formed UTF-8 is read so whatever the page names: no other text is by chance.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), ""
    if wide := _without_mark(data[:_SNIFFED]):
        return data.decode(wide, errors="replace"), f"It is read as {wide.upper()}."
    named = _named(data[:_SNIFFED])
    if not (named and data.isascii()):
        try:
            return data.decode("utf-8"), ""
        except UnicodeDecodeError:
            pass
    if named:
        return _as_named(data, named)
    text = data.decode("cp1252", errors="replace")
    return text, "It names no encoding and isn't UTF-8: it is read as Windows-1252."


def _named(start: bytes) -> str:
    """The encoding that a page names, "" for none that is known."""
    found = _XML.match(start.lstrip()) or _META.search(start)
    if found is None:
        return ""
    try:
        name = codecs.lookup(found[1].decode("ascii", errors="ignore")).name
    except LookupError:
        return ""
    return _READ_AS.get(name, name)


def _as_named(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), ""
    except (UnicodeDecodeError, LookupError):
        pass
    if encoding == "utf-8" and not _mostly_utf8(data):
        return data.decode("cp1252", errors="replace"), (
            "It says that it is UTF-8 but isn't: it is read as Windows-1252."
        )
    try:
        text = data.decode(encoding, errors="replace")
    except LookupError:
        text = data.decode("utf-8", errors="replace")
    return text, f"Some bytes are not {encoding.upper()}: they are shown as \ufffd."


def _mostly_utf8(data: bytes) -> bool:
    """Whether what isn't ASCII is UTF-8 for the most part."""
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    return wrong * 10 < sum(1 for each in text if ord(each) > 0x7F)


def _without_mark(start: bytes) -> str:
    """UTF-16 without a mark, by the zeros among its letters."""
    if len(start) < 4 or b"\0" not in start[:64]:
        return ""
    even, odd = start[0:256:2].count(0), start[1:256:2].count(0)
    if odd > 3 * max(even, 1):
        return "utf-16-le"
    return "utf-16-be" if even > 3 * max(odd, 1) else ""
