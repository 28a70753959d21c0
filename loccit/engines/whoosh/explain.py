"""What each term of a query adds to the score of one passage."""

from collections.abc import Iterator

import numpy as np

from loccit.engines.bm25 import idf
from loccit.engines.engine import Contribution
from loccit.engines.query import And, Or, Phrase, Query, Term
from loccit.engines.whoosh.evaluate import Docs, Evaluator, Scores


def explained(evaluator: Evaluator, query: Query, doc: int) -> Iterator[Contribution]:
    """The parts of the score, in the order of the query; those that don't match are left out."""
    match query:
        case And(parts):
            for part in parts:
                yield from explained(evaluator, part, doc)
        case Or(parts):
            for part in parts:
                if _has(evaluator.evaluate(part).docs, doc):
                    yield from explained(evaluator, part, doc)
        case Term(field, word):
            postings = evaluator.reader.postings(field, word, evaluator.until)
            yield from _one(
                evaluator, Phrase(field, (word,)), postings.docs, postings.frequencies, doc
            )
        case Phrase(field, (word,)):
            yield from explained(evaluator, Term(field, word), doc)
        case Phrase(field, words, slop):
            docs, counts = evaluator.phrase_counts(field, words, slop)
            yield from _one(evaluator, query, docs, counts, doc)
        case _:
            return


def _has(docs: Docs, doc: int) -> bool:
    at = int(np.searchsorted(docs, doc))
    return at < len(docs) and bool(docs[at] == doc)


def _one(
    evaluator: Evaluator, phrase: Phrase, docs: Docs, frequencies: Scores, doc: int
) -> Iterator[Contribution]:
    if not _has(docs, doc):
        return
    at = int(np.searchsorted(docs, doc))
    one = slice(at, at + 1)
    yield Contribution(
        phrase.field,
        phrase.words,
        float(frequencies[at]),
        len(docs),
        int(evaluator.columns.lengths[phrase.field][doc]),
        idf(evaluator.size, len(docs)),
        float(evaluator.weigh(phrase.field, docs[one], frequencies[one], len(docs))[0]),
    )
