"""Where few passages have all the words: those with most of them, to show below."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loccit.engines.engine import Hit, Matches, Request
from loccit.engines.query import And, Anywhere, Or, Preferred, Query, any_of
from loccit.search.query.parsed import Parsed
from loccit.search.query.ranking import Weighed
from loccit.search.query.stop_words import content
from loccit.search.results import Result

FEW = 10
"""Passages with all the words, below which those with most are offered."""
MOST = 10


def any_of_words(terms: Sequence[str]) -> Query:
    """Passages with some of `terms`, each counted once, stop words left out.

    How well this ranks is measured by `make accuracy`.
    """
    return Weighed(content(terms)).ranked(any_of(*(Anywhere((term,)) for term in content(terms))))


def request(parsed: Parsed, total: int) -> Request | None:
    """For the best passages with some of the words and all that narrows; None where `total`
    passages have all of them, or there is one word only."""
    words = {(word.words, word.names): word for word in _words(parsed.query)}
    kept = {*content([word.words[0] for word in words.values()])}
    asked = [word for word in words.values() if word.words[0] in kept]
    if total >= FEW or len(asked) < 2:
        return None
    query = parsed.weighed.ranked(any_of(*asked))
    return Request(query, parsed.filters, size=MOST + total)


def _words(query: Query) -> Iterator[Anywhere]:
    """Each word that is looked for, by itself."""
    match query:
        case Anywhere(terms):
            yield from (replace(query, words=(term,), slop=0) for term in terms)
        case Preferred(part):
            yield from _words(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _words(part)


def others(matches: Matches, results: Sequence[Result]) -> tuple[Hit, ...]:
    """The answer to `request` without what is among the results."""
    shown = {result.passage.address for result in results}
    return tuple(hit for hit in matches.hits if hit.address not in shown)[:MOST]
