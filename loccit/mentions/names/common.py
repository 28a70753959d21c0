"""Words that are no names though they have a capital: common nouns, taxa, doctrines."""

import re
from collections.abc import Sequence

from loccit.mentions.names import peoples
from loccit.mentions.names.spans import Span

_SMALL_WORD = re.compile(r"(?<![\w'.-])[a-z]{3,}(?![\w'])")
_OPENS = re.compile(r"(?:\A|[.!?:;\n]|[.!?][\"')\]]+)\s*[\"'(\[]*\Z")
_BINOMIAL = re.compile(r"[A-Z][a-z]{3,} [a-z]{4,}\Z")
_DOCTRINE = re.compile(r"[A-Z][a-z]{3,}isms?\Z")
_FAITH = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(peoples.FAITHS)))})\Z")
_KINDS = frozenset("war wars province county governorate team forces army pact city river".split())


def uncommon(texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """The spans without those that name nothing.

    A word that only has a capital where a sentence opens, and stands in small letters elsewhere in
    the document, is a word; so are the two of a species and, but for faiths, what ends in -ism.
    """
    small = {word for text in texts for word in _SMALL_WORD.findall(text)}
    met: set[str] = set()
    for text, each in zip(texts, spans, strict=True):
        for start, end, _ in each:
            if not opens(text, start):
                met.add(text[start:end])
    return [
        [
            span
            for span in each
            if not _is_common(text[span[0] : span[1]], small, met) and not _is_kind(text, span)
        ]
        for text, each in zip(texts, spans, strict=True)
    ]


def opens(text: str, start: int) -> bool:
    """Whether a sentence opens at `start`."""
    return _OPENS.search(text, max(0, start - 12), start) is not None


def _is_common(name: str, small: set[str], met: set[str]) -> bool:
    lower = name.lower()
    known = lower in small or (lower.endswith("s") and lower[:-1] in small)
    return name.isalpha() and known and name not in met and name[1:].islower()


def _is_kind(text: str, span: Span) -> bool:
    name = text[span[0] : span[1]]
    if _DOCTRINE.match(name):
        return not _FAITH.match(name)
    binomial = _BINOMIAL.match(name) and name.split()[1] not in _KINDS
    return bool(binomial) and span[2] in ("other", "place", "group")
