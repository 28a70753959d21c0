"""Which lane a request goes in, by what it asks for."""

import unicodedata
from urllib.parse import unquote_plus

from loccit.web.serving.limits import LaneName

_EXPORTS = ("/search.", "/sources.")
_FEED = "/search.atom"
_QUICK = ("/static/", "/healthz", "/robots.txt", "/opensearch.xml")
_SLOW = ("/together", "/compare")
"""Pages that count the names, or the years, of everything that a search finds."""
_EXPANDED = frozenset("*?~")
"""Signs of wildcards and of words spelled otherwise, which stand for many words."""


def lane(path: str, query: str) -> LaneName:
    """By an address's path, without what the site is under, and its query as it was sent.

    >>> lane("/search", "q=war"), lane("/api/search", "q=wa%2A"), lane("/search.csv", "q=wa*")
    ('pages', 'dear', 'exports')
    """
    if path.startswith(_EXPORTS) and path != _FEED:
        return "exports"
    if path.startswith(_QUICK):
        return "quick"
    return "dear" if path.startswith(_SLOW) or _is_expanded(query) else "pages"


def _is_expanded(query: str) -> bool:
    """Whether any value has such a sign, in whatever width it is typed.

    >>> _is_expanded("q=%EF%BC%8A"), _is_expanded("q=a*"), _is_expanded("q=a&page=2")
    (True, True, False)
    """
    typed = unicodedata.normalize("NFKC", unquote_plus(query))
    return not _EXPANDED.isdisjoint(typed)
