"""Where sentences end in prose, with the citation markers that close them."""

import re
from collections.abc import Iterator

from loccit.mentions.abbreviations import abbreviates

# Possessive, since a run of stops that closes nothing is walked once, however long it is.
_END = re.compile(
    r"""
    (?P<stop>(?<![.!?…])[.!?…]++)         # the full stop
    (?P<close>["'”’»)\]]*+)               # quotation marks and brackets that close with it
    (?P<markers>(?:[–-]?\[[^\[\]\n]{1,40}\]|[⁰¹²³⁴-⁹,]++)*+) # of the sentence they close
    (?=\s+["'“‘«(\[]*[^\W_a-z]|\s*\Z)     # what follows opens like a sentence
    """,
    re.VERBOSE,
)
_SPACE = re.compile(r"\s*")


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
    """Whether the stop belongs to an abbreviation or an initial within a sentence."""
    if match["stop"] != "." or match["markers"]:
        return False
    return abbreviates(text, match.start(), match.end())
