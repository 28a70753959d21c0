"""More like a passage: the query of its rarest words."""

import math
from collections import Counter

from loccit.engines import analysis
from loccit.engines.query import And, Not, Phrase, Query, Term, any_of
from loccit.mentions import citations
from loccit.mentions.masking import blank
from loccit.model.documents import Passage
from loccit.search.query.stop_words import is_stop_word
from loccit.search.query.vocabulary import Lookup

MOST_TERMS = 20
_SHORTEST = 3
_OWN = 16
"""Terms of its own in a row, by which the passage and its copies are left out."""


def like(passage: Passage, lookup: Lookup) -> Query:
    """Passages with some of the words that set `passage` apart (tf · idf), without itself."""
    prose = blank(passage.text, citations.markers(passage.text, passage.citations()))
    read = analysis.analysed(prose)
    counts = Counter(read.words)
    terms_of = dict(zip(read.words, read.terms, strict=True))
    frequencies = lookup.frequencies(tuple(counts))
    common = max(frequencies.values(), default=1) + 1
    weights: Counter[str] = Counter()
    for word, count in counts.items():
        term = terms_of[word]
        if len(word) >= _SHORTEST and not is_stop_word(word):
            rarity = math.log(common / max(1, frequencies[word]))
            weights[term] = max(weights[term], int(1000 * count * rarity))
    chosen = [term for term, weight in weights.most_common(MOST_TERMS) if weight]
    terms = tuple(read.terms[:_OWN])
    own: Query = Phrase("terms", terms) if len(terms) > 1 else any_of(*map(_term, terms))
    return And((any_of(*map(_term, chosen)), Not(own)))


def _term(term: str) -> Query:
    return Term("terms", term)
