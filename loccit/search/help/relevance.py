"""Passages with most of the words: any of them, the best first. Measured by `make accuracy`."""

from collections.abc import Sequence

from loccit.engines.query import Query, Term, any_of
from loccit.search.query.stop_words import content


def any_of_words(terms: Sequence[str]) -> Query:
    """Passages with some of `terms`, each counted once, stop words left out."""
    return any_of(*(Term("terms", term) for term in content(terms)))
