"""What spellings of a name share."""

import re
import unicodedata

from loccit.model.mentions import EntityType


def plain(name: str, type: EntityType) -> str:
    """What spellings of a name share.

    >>> plain("Al Assad", "person"), plain("al-Assad", "person"), plain("Kurds", "group")
    ('al assad', 'al assad', 'kurd')
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    words = re.sub(r"[-\s_]+", " ", re.sub(r"[.,'’`ʻʿ]", "", bare)).strip().split()
    if words[:1] == ["the"]:
        words = words[1:]
    text = " ".join(words)
    if type == "place":
        text = re.sub(r" (?:governorate|prov)\Z", " province", text)
    if type == "group" and len(text) > 4 and text.endswith("s") and not text.endswith("ss"):
        return text[:-1]
    return text or name
