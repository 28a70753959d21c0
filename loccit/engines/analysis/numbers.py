"""Numbers however they are written: 250000, 250,000 and 250 000; 3.5."""

import re

_GROUPED = re.compile(r"\d{1,3}(?:([,٬.'’ \u00a0\u2009\u202f])\d{3})(?:\1\d{3})*")
_DECIMAL = re.compile(r"\d+[.٫]\d+")


def value(text: str) -> str:
    """A number with groups of thousands or a decimal point, as it is indexed; "" if it is none.

    One group behind a full stop is decimals, as in English.

    >>> value("250,000"), value("1.250.000"), value("250 000.5"), value("3.500"), value("6.5.2013")
    ('250000', '1250000', '250000.5', '3.500', '')
    """
    if _DECIMAL.fullmatch(text):
        return text.replace("٫", ".")
    whole, point, decimals = text, "", ""
    match = _GROUPED.match(text)
    if match and match.end() < len(text):
        whole, point, decimals = match[0], text[match.end()], text[match.end() + 1 :]
        if point not in ".٫" or not decimals.isdecimal():
            return ""
    if not _GROUPED.fullmatch(whole):
        return ""
    digits = "".join(filter(str.isdecimal, whole))
    return f"{digits}.{decimals}" if decimals else digits
