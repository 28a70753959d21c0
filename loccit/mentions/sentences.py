"""Where sentences end in prose, with the citation markers that close them."""

import re
from collections.abc import Iterator

_END = re.compile(
    r"""
    (?P<stop>[.!?…]+)                     # the full stop
    (?P<close>["'”’»)\]]*)                # quotation marks and brackets that close with it
    (?P<markers>(?:[–-]?\[[^\[\]\n]{1,40}\]|[⁰¹²³⁴-⁹,]{1,12})*) # of the sentence they close
    (?=\s+["'“‘«(\[]*[^\W_a-z]|\s*\Z)     # what follows opens like a sentence
    """,
    re.VERBOSE,
)
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt maj adm gov sen rep rev hon st jr sr vs etc al e.g i.e"
    " cf ca c no nos vol pp p fig ed eds trans approx dept inc ltd co corp bros jan feb mar apr jun"
    " jul aug sep sept oct nov dec u.s u.k u.n a.m p.m b.c a.d ph.d mt ft".split()
)
_SPACE = re.compile(r"\s*")
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘]+\Z")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of `text` as stretches that join without a gap; white space ends each.

    >>> text = "Dr. Li left.[4] He was 60. U.S. forces stayed."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Dr. Li left.[4] ', 'He was 60. ', 'U.S. forces stayed.']
    """
    start = 0
    for match in _END.finditer(text):
        if not _abbreviates(text, match):
            space = _SPACE.match(text, match.end())
            end = space.end() if space else match.end()
            yield start, end
            start = end
    if start < len(text):
        yield start, len(text)


def _abbreviates(text: str, match: re.Match[str]) -> bool:
    """Whether the stop ends an abbreviation or an initial, not a sentence."""
    if match["stop"] != "." or match["close"] or match["markers"] or match.end() == len(text):
        return False
    word = _LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    if word is None:
        return False
    bare = word[0].lower()
    return bare in _ABBREVIATIONS or (len(bare) == 1 and bare.isalpha() and word[0].isupper())
