"""Control characters as signs that can be seen, so that none reaches whoever shows a text."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_UNESCAPED = re.compile(r"[\x7f-\x9f\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_DELETE, _PICTURES, _LINE_FEED = 0x7F, 0x2400, "\u240a"


def visible(text: str) -> str:
    """`text` with each control character but tab and line ends as a sign; its length stays.

    What ASCII has is shown by Unicode's picture of it, the rest by the replacement character.

    >>> visible("a\\x1b[31mb\\x00"), visible("two\\nlines\\x9b")
    ('a␛[31mb␀', 'two\\nlines�')
    """
    return _CONTROL.sub(_sign, text)


def on_a_line(text: str) -> str:
    """`text` as part of a line: line ends and tabs are shown as signs too.

    >>> on_a_line("war\\nof words.txt")
    'war␊of words.txt'
    """
    return visible(_LINE_END.sub(_LINE_FEED, text).replace("\t", "\u2409"))


def escaped(text: str) -> str:
    """JSON with escapes also for what it may leave as it is and a terminal had better not get.

    >>> escaped('"a\x9b"')
    '"a\\\\u009b"'
    """
    return _UNESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == _DELETE:
        return "\u2421"
    return chr(_PICTURES + code) if code < _DELETE else "\ufffd"
