"""Raised numbers that cite: `civil war.²`, `the treaty¹,³ was`; `km²`, `x²` and `4th²` are none."""

import re
from collections.abc import Iterator

from loccit.mentions.citations.marked import Item, Marked

_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:(?:[,˒]\s?|[-\u207b\u2010-\u2015])[⁰¹²³⁴⁵⁶⁷⁸⁹]+){0,20}")
_ONE = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?:[-\u207b\u2010-\u2015]([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_WORD = re.compile(r"[^\s(\[/\"'“‘—–]*\Z")
_REACH = 40
_STOPS = ".,;:!?…"
_CLOSES = "\"'”’»)]"
_NOT_CITED = frozenset(
    """
    km hm dam dm cm mm nm pm fm mi ft yd in sq cu cb mile miles metre metres meter meters kilometre
    kilometres kilometer kilometers centimetre centimetres centimeter centimeters millimetre
    millimetres millimeter millimeters foot feet inch inches yard yards acre acres hectare hectares
    sec secs min mins hour hours second seconds rad deg mol kg mg lb lbs oz kmol gal pc kpc mpc
    parsec parsecs ly au hz khz mhz ghz
    sin cos tan cot csc sec sinh cosh tanh log exp det max chi eta phi psi rho tau sigma omega
    alpha beta gamma delta epsilon theta kappa lambda sup lim dim vol var mod adj area
    """.split()
)
"""Units and functions: what is raised behind them is a power."""
_MOST = 999


def found(text: str) -> Iterator[Marked]:
    """The raised numbers behind a word or a full stop, in order."""
    if text.isascii():
        return
    for match in _RAISED.finditer(text):
        if _cites(text, match):
            items = tuple(_items(match))
            if items and all(item.number for item in items):
                yield Marked(match.start(), match.end(), items)


def _cites(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _REACH) : match.start()]
    after = text[match.end() : match.end() + 3]
    stop = before[-1:] in _STOPS and before[-1:] != ""
    closed = before.rstrip(_CLOSES) if before[-1:] in _CLOSES else before
    word = _WORD.search(closed.rstrip(_STOPS) if closed[-1:] in _STOPS else closed)
    if word is None or not word[0] or _in_formula(before, after):
        return False
    if after[:1].isalnum():
        return stop and after[0].isupper() and _is_word(word[0]) and before[-1] in ".!?…"
    if before[-1:] in ")]" and closed[-1:] not in _STOPS:
        return before[-1] == ")" and _closes_prose(text, match.start())
    if stop and word[0].isdigit():
        return True
    return _is_word(word[0])


def _is_word(word: str) -> bool:
    """Whether what stands before is prose, and no unit, variable, formula or number."""
    letters = word.replace("-", "").replace("’", "").replace("'", "").replace(".", "")
    if not letters.isalpha() or letters.lower() in _NOT_CITED:
        return False
    return len(letters) > (3 if letters.isupper() else 2) and not _mixed(letters)


def _mixed(letters: str) -> bool:
    """A formula such as `NaCl`, or a unit such as `kWh`: short, with capitals inside."""
    return len(letters) <= 5 and not (letters.islower() or letters.istitle() or letters.isupper())


def _closes_prose(text: str, end: int) -> bool:
    """Whether the bracket before `end` holds words, so that no power is meant."""
    opening = text.rfind("(", max(0, end - 200), end)
    inside = text[opening + 1 : end - 1] if opening >= 0 else ""
    return re.search(r"[^\W\d_]{3,}\s+[^\W\d_]{2,}", inside) is not None


def _in_formula(before: str, after: str) -> bool:
    follows = after.lstrip(" ")[:1]
    return (
        after[:1] in ("⁺", "⁻", "ⁿ", "/", "·", "^", "°")
        or (follows != "" and follows in "=+×*^<>≤≥≈±")
        or re.search(r"[=+×*^<>≤≥≈±/·₀-₉]\s?[^\W\d_]*\Z", before) is not None
    )


def _items(match: re.Match[str]) -> Iterator[Item]:
    for one in _ONE.finditer(match.string, match.start(), match.end()):
        if one[1].startswith("⁰") or len(one[1]) > 3 or len(one[2] or "") > 3:
            yield Item(one.start(), one.end(), "", None)
            continue
        first = int(one[1].translate(_PLAIN))
        last = int(one[2].translate(_PLAIN)) if one[2] else first
        numbers = range(first, last + 1) if first <= last < first + 50 else (first, last)
        for number in numbers:
            yield Item(one.start(), one.end(), str(number), number)
