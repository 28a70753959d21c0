"""What to say of keys that mean nothing here: each is named, beside those that would do."""

from collections.abc import Iterable

_MOST = 10
"""Keys that are named; of the rest it is said how many."""
_LENGTH = 40
"""Of a key that is named, in code points."""


def unknown_keys(has: str, keys: Iterable[str], known: Iterable[str]) -> str:
    """
    >>> unknown_keys("war.toml has", ["colour"], ["title", "date"])
    'war.toml has the key colour, which is not known; known are title, date'
    >>> unknown_keys("war.toml has", ["colour", "size"], ["title"])
    'war.toml has the keys colour, size, which are not known; known are title'
    """
    every = [_shown(key) for key in dict.fromkeys(keys)]
    named = [*every[:_MOST], *([f"{len(every) - _MOST} more"] if len(every) > _MOST else [])]
    key, are = ("key", "is") if len(every) == 1 else ("keys", "are")
    return (
        f"{has} the {key} {', '.join(named)}, which {are} not known; known are {', '.join(known)}"
    )


def _shown(key: str) -> str:
    """On one line, whatever is in it.

    >>> _shown("a\\nb"), _shown("x" * 100) == "x" * 39 + "…", _shown("")
    ('a\\\\nb', True, '""')
    """
    plain = "".join(each if each.isprintable() else repr(each)[1:-1] for each in key) or '""'
    return plain if len(plain) <= _LENGTH else plain[: _LENGTH - 1] + "…"
