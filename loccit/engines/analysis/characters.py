"""Classes of characters, as regular expressions take them."""

import unicodedata
from collections.abc import Iterator

from loccit.engines.analysis.folding import APOSTROPHES, HYPHENS, INVISIBLE

_WITH_MARKS = (
    (0x300, 0x33FF), (0xA66F, 0xABED), (0xFB1E, 0xFB1E), (0xFE00, 0xFE2F), (0x101FD, 0x11FFF),
    (0x16AF0, 0x16FF1), (0x1BC9D, 0x1BC9E), (0x1D165, 0x1D244), (0x1DA00, 0x1E94A),
)  # fmt: skip
"""Where Unicode has marks; the rest needn't be looked through."""


def _marks() -> Iterator[str]:
    """Every combining mark, as ranges."""
    for begin, end in _WITH_MARKS:
        first = None
        for point in range(begin, end + 2):
            is_mark = point <= end and unicodedata.category(chr(point))[0] == "M"
            if is_mark and first is None:
                first = point
            elif first is not None and not is_mark:
                yield f"\\U{first:08x}-\\U{point - 1:08x}"
                first = None


LETTER = r"[^\W_]"
"""A letter or digit of any script."""
WORD = rf"{LETTER}+(?:[{''.join(_marks())}{INVISIBLE}]+{LETTER}*)*"
"""Letters with the marks and what can't be seen among them."""
APOSTROPHE = f"[{APOSTROPHES}]"
HYPHEN = "[" + HYPHENS.replace("-", r"\-") + "]"

CURRENCY = "$€£¥₤₦₩₪₫₭₱₴₹₺₽₿"
SECTION = "§¶"
SHARE = "%‰٪％"

PAIRED = (
    "\u1100-\u11ff\u3005-\u3007\u303b\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c"
    "\uac00-\ud7a3\ud7b0-\ud7fb\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f"
    "\U00020000-\U000323af"
)
"""Han, kana, bopomofo and hangul, whose words are found by pairs of letters."""
BY_DICTIONARY = (
    "\u0e01-\u0e4e\u0e80-\u0ecf\u0edc-\u0edf\u1000-\u103f\u104c-\u109f\u1780-\u17d3\u17d7"
    "\u17dc-\u17dd\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f"
)
"""Thai, Lao, Burmese and Khmer, written without spaces between words."""
