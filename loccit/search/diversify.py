"""A first page that no document floods: at most half of it is of one while others match.

What is held back opens the pages that follow. An engine is asked for two things at once: the
matches around the page as they rank, and the best documents with as many of their passages as
one may have; from these the page follows exactly, however deep it lies.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loccit.engines.engine import Cursor, Hit, Matches, Request


def requests(page: Request) -> tuple[Request, Request]:
    """What to ask for in place of a `page` of matches sorted by score."""
    before = min(page.first, page.size)
    ranked = replace(page, first=page.first - before, size=page.size + before)
    first = replace(page, by="document", first=0, each=_most(page), facets=())
    return ranked, first


def diversified(page: Request, ranked: Matches, best: Matches) -> tuple[Hit, ...]:
    """The hits of `page`, out of the answers to its two `requests`."""
    ordered = sorted(best.hits, key=_place)
    chosen = list(_at_most(_most(page), ordered))[: page.size]
    missing = page.size - len(chosen)
    if page.first <= page.size:
        chosen += _filling(ranked.hits, chosen)[:missing]
        missing = 0
    if page.first:
        return tuple(_following(page, ranked.hits, {hit.cursor for hit in chosen}, missing))
    return tuple(replace(hit, others=0) for hit in sorted(chosen, key=_place))


def _place(hit: Hit) -> Cursor:
    return hit.cursor


def _most(page: Request) -> int:
    return -(-page.size // 2)


def _at_most(most: int, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Those that come while their document has no more than it may."""
    of: Counter[str] = Counter()
    for hit in hits:
        of[hit.cursor.document] += 1
        if of[hit.cursor.document] <= most:
            yield hit


def _filling(ranked: Iterable[Hit], chosen: Iterable[Hit]) -> list[Hit]:
    """What ranks best among what was held back."""
    taken = {hit.cursor for hit in chosen}
    return [hit for hit in ranked if hit.cursor not in taken]


def _following(
    page: Request, ranked: tuple[Hit, ...], first: set[Cursor], missing: int
) -> Iterator[Hit]:
    """A later page: the matches as they rank, without those that the first page has.

    `ranked` begins a page's size before it, since at most so many may be left out above it;
    `missing` of the first page are above it and not among `first`.
    """
    if not ranked:
        return
    above = sum(cursor < ranked[0].cursor for cursor in first) + missing
    place = page.first - page.size - above
    for hit in ranked:
        if hit.cursor not in first:
            if page.first - page.size <= place < page.first:
                yield hit
            place += 1
