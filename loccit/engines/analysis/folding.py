"""What of a writing doesn't tell words apart: one table, with its reasons.

Compatibility forms come first (Unicode's NFKC), so that mathematical, full-width and half-width
letters and ligatures are letters before their case is folded. Then each character is looked up.
What is left out or changed is what keyboards lack or writers leave out; marks that make another
letter of a letter stay (vowel signs of Indic scripts, the dots of kana, the breve of й).
"""

import unicodedata

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Soft hyphen, joiners, spaces of no width, marks of direction: they show nothing by themselves."""
APOSTROPHES = "'`´‘’‛′‵＇ʹʺʻʼʽʾʿˈˊˋˮꞋꞌ՚׳״″"
"""Typed one for another, and left out: Qur'an, Qurʾan, Quran; geresh and gershayim among them."""
HYPHENS = "-\u2010\u2011־－﹣⁃"
"""The maqaf of Hebrew among them."""

_LETTERS = {
    "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ŋ": "n", "ĸ": "k", "ə": "a", "ǝ": "e",
    "ƿ": "w", "ɛ": "e", "ɔ": "o", "ȷ": "j", "ɩ": "i",  # of Latin, as they are typed without
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي",  # forms of ye: Arabic, Persian, Pashto, Urdu
    "ک": "ك", "ڪ": "ك", "ٱ": "ا",  # of kaf, and the alef that is joined to the word before
    "ة": "ه", "ہ": "ه", "ۃ": "ه", "ە": "ه",  # of he, and the te that is written like it
    "ـ": "",  # tatweel, which only stretches a line
}  # fmt: skip
_KEPT = frozenset("йўїќѓ")
"""Letters of their own, with keys of their own, though Unicode takes them apart."""
_DROPPED_MARKS = ("COMBINING ", "ARABIC ", "HEBREW ", "SYRIAC ", "VARIATION SELECTOR")
"""Accents, harakat, niqqud: readers type without. Of other scripts marks are vowels and tones."""
_KEPT_MARKS = ("COMBINING KATAKANA-HIRAGANA",)


class _Table(dict[int, str]):
    """A character's replacement, found out when it is first met."""

    def __init__(self, accents: bool) -> None:
        self._accents = accents

    def __missing__(self, point: int) -> str:
        self[point] = found = _written(chr(point), self._accents)
        return found


def _written(character: str, accents: bool) -> str:
    if character in APOSTROPHES or unicodedata.category(character) == "Cf" or character == "ـ":
        return ""
    if character in HYPHENS:
        return "-"
    digit = unicodedata.digit(character, None)
    if digit is not None and character.isdecimal():
        return str(digit)
    if accents or character in _KEPT:
        return character
    return "".join(map(_bare, unicodedata.normalize("NFKD", character)))


def _bare(character: str) -> str:
    """A letter without its stroke, hook or tail; a mark that is no letter's meaning, not at all."""
    if character in _LETTERS:
        return _LETTERS[character]
    name = unicodedata.name(character, "")
    if unicodedata.category(character).startswith("M"):
        dropped = name.startswith(_DROPPED_MARKS) and not name.startswith(_KEPT_MARKS)
        return "" if dropped else character
    if name.startswith("LATIN SMALL LETTER ") and " WITH " in name:
        letter = name.removeprefix("LATIN SMALL LETTER ").partition(" WITH ")[0].lower()
        return letter if len(letter) == 1 else _LETTERS.get(letter, character)
    return character


_WITHOUT_ACCENTS, _WITH_ACCENTS = _Table(False), _Table(True)
_ASCII = str.maketrans("", "", "'`")


def fold(text: str) -> str:
    """Case, accents, apostrophes and what can't be seen away, for comparing; of any script.

    >>> fold("Émile ÇELİK"), fold("Straße"), fold("Łódź"), fold("𝐀𝐥𝐞𝐩𝐩𝐨"), fold("Qur’an")
    ('emile celik', 'strasse', 'lodz', 'aleppo', 'quran')
    """
    return _folded(text, _WITHOUT_ACCENTS)


def fold_case(text: str) -> str:
    """As `fold`, with the accents and every letter as it is.

    >>> fold_case("Naïvely"), fold_case("Qurʾān")
    ('naïvely', 'qurān')
    """
    return _folded(text, _WITH_ACCENTS)


def _folded(text: str, table: _Table) -> str:
    if text.isascii():
        return text.lower().translate(_ASCII)
    text = unicodedata.normalize("NFKC", text.replace("´", "'"))
    text = unicodedata.normalize("NFKC", text.casefold()).translate(table)
    return unicodedata.normalize("NFC", text)
