"""Where few passages have all the words: those with most of them, to show below."""

from collections.abc import Sequence

from loccit.engines.engine import Hit, Matches, Request
from loccit.engines.query import Query, Term, any_of
from loccit.search.query.parsed import Parsed
from loccit.search.query.stop_words import content
from loccit.search.results import Result

FEW = 10
"""Passages with all the words, below which those with most are offered."""
MOST = 10


def any_of_words(terms: Sequence[str]) -> Query:
    """Passages with some of `terms`, each counted once, stop words left out.

    How well this ranks is measured by `make accuracy`.
    """
    return any_of(*(Term("terms", term) for term in content(terms)))


def request(parsed: Parsed, total: int) -> Request | None:
    """For the best passages with some of the words and all that narrows; None where `total`
    passages have all of them, or there is one word only."""
    terms = [term for mark in parsed.highlights for term in mark.terms]
    if total >= FEW or len(set(terms)) < 2:
        return None
    return Request(any_of_words(terms), parsed.filters, size=MOST + total)


def others(matches: Matches, results: Sequence[Result]) -> tuple[Hit, ...]:
    """The answer to `request` without what is among the results."""
    shown = {result.passage.address for result in results}
    return tuple(hit for hit in matches.hits if hit.address not in shown)[:MOST]
