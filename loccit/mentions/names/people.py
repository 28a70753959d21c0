"""Who a surname, initials or a given name alone stand for in a document.

A short form is the document's subject before it is anyone else. Otherwise it stands for the one
full name that has it, if the text names that before, or about as often: what is only said once,
late, of another of that surname explains nothing. A full name never stands for a longer one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from loccit.mentions.names.merge import Key, Merge
from loccit.mentions.names.plain import plain

_ARTICLES = frozenset("al el ad as ash an ar at az".split())
_PARTICLES = frozenset("van von der den de la le du da di del dos ten ter zu af bin ibn".split())
_QUALIFIER = re.compile(r"\s*\([^()]*\)\Z")
_TIMES = 4
"""How many times as often as the full name the short one may stand, where it comes first."""
_MOST_WORDS = 4
"""Words of a title that may be someone's name."""


class People:
    """The persons of a document: how often each name is mentioned, and where it comes first."""

    def __init__(self, counts: Mapping[Key, int], firsts: Mapping[str, int], title: str) -> None:
        self._counts = counts
        self._firsts = firsts
        self.names = [name for name, type in counts if type == "person"]
        self._subject = _subject(title, counts, self.names)
        full = {name for name in self.names if len(_tokens(name)) > 1}
        self._full = _FullNames(sorted(full | {self._subject} - {""}))

    def full_name(self, name: str) -> Merge | None:
        """The full name that a short one stands for, with the reason."""
        own = _tokens(name)
        if not own or name == self._subject:
            return None
        if self._subject and self._is_of_subject(own):
            return Merge(self._subject, f"short for “{self._subject}”, whom the document is about")
        candidates = {
            plain(each, "person"): each
            for each, tokens in self._full.like(own)
            if each != name and _stands_for(own, tokens)
        }
        if len(candidates) != 1:
            return None
        (taken,) = candidates.values()
        if taken != self._subject and not self._is_introduced(name, taken):
            return None
        why = "initials of" if len(own) > 1 and len(own[0]) == 1 else "surname of"
        return Merge(taken, f"{why} “{taken}”, the only such name in the document")

    def _is_of_subject(self, own: Sequence[str]) -> bool:
        full = _tokens(self._subject)
        if _stands_for(own, full):
            return True
        given = len(own) == 1 < len(full) and own[0] == full[0] and len(own[0]) > 1
        return given and self._full.at_an_end(own[0]) <= {self._subject}

    def _is_introduced(self, short: str, full: str) -> bool:
        """Whether the text says the full name first, or no less often, or more than once."""
        if self._firsts.get(full, 0) < self._firsts.get(short, 0):
            return True
        in_full, alone = self._counts[full, "person"], self._counts[short, "person"]
        return in_full >= alone or (in_full > 1 and alone <= _TIMES * in_full)


class _FullNames:
    """Full names in order, each with its tokens, found by their ends and by their initials."""

    def __init__(self, names: Sequence[str]) -> None:
        self._like: dict[tuple[str, ...], list[tuple[str, list[str]]]] = {}
        self._at_an_end: dict[str, set[str]] = {}
        for name in names:
            tokens = _tokens(name)
            for key in [*(tuple(tokens[at:]) for at in range(1, len(tokens))), _initials(tokens)]:
                self._like.setdefault(key, []).append((name, tokens))
            for token in (*tokens[:1], *tokens[-1:]):
                self._at_an_end.setdefault(token, set()).add(name)

    def like(self, own: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
        """Those that end in the tokens of a short name, or have its initials and its surname."""
        yield from self._like.get(tuple(own), ())
        if any(len(token) == 1 for token in own[:-1]):
            yield from self._like.get(_initials(own), ())

    def at_an_end(self, token: str) -> Set[str]:
        """The names that begin or end with it."""
        return self._at_an_end.get(token, set())


def _initials(tokens: Sequence[str]) -> tuple[str, ...]:
    """
    >>> _initials(["albert", "einstein"])
    ('a', '', 'einstein')
    """
    return (*(token[0] for token in tokens[:-1]), "", *tokens[-1:])


def _subject(title: str, counts: Mapping[Key, int], persons: Sequence[str]) -> str:
    """The title, if it is the name of a person whom the document names, in full or in part."""
    bare = _QUALIFIER.sub("", title)
    words = bare.split()
    if not 2 <= len(words) <= _MOST_WORDS or not all(_is_of_name(word) for word in words):
        return ""
    if bare in persons:
        return bare
    otherwise = any(name == bare for name, _ in counts)
    return bare if words[-1] in persons and not otherwise else ""


def _is_of_name(word: str) -> bool:
    return word[0].isupper() or word.lower() in _PARTICLES | _ARTICLES


def _tokens(name: str) -> list[str]:
    return [token for token in plain(name, "person").split() if token not in _ARTICLES]


def _stands_for(own: Sequence[str], full: Sequence[str]) -> bool:
    """
    >>> _stands_for(["assad"], ["bashar", "assad"]), _stands_for(["b", "x"], ["bob", "x"])
    (True, True)
    >>> _stands_for(["albert", "einstein"], ["hans", "albert", "einstein"])
    False
    >>> _stands_for(["orange"], ["william", "of", "orange"])
    False
    """
    if len(own) < len(full):
        before = full[-len(own) - 1]
        surname = (len(own) == 1 or own[0] in _PARTICLES) and before not in ("of", "the")
        return surname and list(full[-len(own) :]) == list(own)
    initials = len(own) == len(full) > 1 and own[-1] == full[-1] and own != full
    return initials and all(_abbreviates(*pair) for pair in zip(own[:-1], full[:-1], strict=True))


def _abbreviates(short: str, long: str) -> bool:
    return (len(short) == 1 and long.startswith(short)) or short == long
