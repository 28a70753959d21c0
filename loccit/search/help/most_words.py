"""Where few passages have all the words: those with most of them, to show below."""

from loccit.engines.deadline import NEVER, Deadline
from loccit.engines.engine import Engine, Filter, Hit, Request
from loccit.search.help.relevance import any_of_words
from loccit.search.results import Parsed

FEW = 10
"""Passages with all the words, below which those with most are offered."""
MOST = 10


def most_words(
    engine: Engine, parsed: Parsed, found: set[str], until: Deadline = NEVER
) -> tuple[Hit, ...]:
    """The best passages with some of the words and all that narrows, without those `found`."""
    terms = [term for mark in parsed.highlights for term in mark.terms]
    if len(set(terms)) < 2:
        return ()
    filters = tuple(Filter(group, query) for group, query in parsed.filters)
    size = MOST + len(found)
    hits = engine.search(Request(any_of_words(terms), filters, size=size, until=until)).hits
    return tuple(hit for hit in hits if hit.passage.id not in found)[:MOST]
