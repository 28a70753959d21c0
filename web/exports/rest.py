"""How an export that broke off goes on: behind a passage, in the index that it began with."""

from collections.abc import Iterator

from loccit.engines.engine import Engine, Hit
from loccit.web.errors import NotThere, Outdated

INDEX = "Loccit-Index"
"""The header of an export that names the generation it is from."""
_MOST_SHOWN = 200


def check_index(generation: str, opened: Engine) -> None:
    """Raises Outdated if an export began with another generation; "" is any."""
    if generation and generation != opened.manifest.generation:
        raise Outdated


def behind(passage: str, hits: Iterator[Hit]) -> Iterator[Hit]:
    """The rest of the matches, behind the one with that id; raises NotThere.

    Passages are not read to find it, so that this takes little beside the search itself.
    """
    for hit in hits:
        if str(hit.address) == passage:
            return hits
    raise NotThere(
        f"This search finds no passage {passage[:_MOST_SHOWN]} to go on behind. Give the id of the"
        " last one that arrived whole."
    )
