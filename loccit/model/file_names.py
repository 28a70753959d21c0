"""File names as they can be shown and put into an address, and back.

Most are shown as they are. A name whose bytes are not UTF-8, or that has characters which end a
line, act on a terminal, turn the direction of what follows, can't be told from a space or can't
stand between quotation marks, is shown with those percent-encoded, as is one that looks so already:
what is shown stands for one name only.
"""

import os
import re
from urllib.parse import quote, unquote_to_bytes

_UNSHOWN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
    r"|[^\S ]|[\"“”]|(?<=[\s/]) |\A | (?=/)| \Z"
)
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")


def shown(name: str) -> str:
    r"""The name, or path, without what can't be shown.

    >>> shown("wars/syria"), shown("100 % sure"), shown("bad\udcffname"), shown("two\nlines")
    ('wars/syria', '100 % sure', 'bad%FFname', 'two%0Alines')
    >>> shown("bad%FFname")
    'bad%25FFname'
    """
    if not _UNSHOWN.search(name) and not _ENCODED.search(name):
        return name
    escaped = name.replace("%", "%25")
    return _UNSHOWN.sub(lambda match: quote(_bytes(match[0]), safe=""), escaped)


def meant(shown: str) -> str:
    r"""The name, or path, that is shown so.

    >>> meant("bad%FFname"), meant("bad%25FFname"), meant("100 % sure")
    ('bad\udcffname', 'bad%FFname', '100 % sure')
    """
    if not _ENCODED.search(shown):
        return shown
    return os.fsdecode(unquote_to_bytes(shown.encode("utf-8", "surrogateescape")))


def _bytes(text: str) -> bytes:
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
