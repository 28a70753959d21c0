"""What each term of a query adds to the score of one passage."""

from collections.abc import Iterator

import numpy as np

from loccit.engines.bm25 import K1, idf
from loccit.engines.engine import COVERED, Contribution
from loccit.engines.query import And, Anywhere, Covering, Or, Phrase, Preferred, Query, Term
from loccit.engines.whoosh.evaluate import Evaluator
from loccit.engines.whoosh.texts import Docs, Scores


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
            docs, counts = evaluator.texts.phrase_counts(field, words, slop)
            yield from _one(evaluator, query, docs, counts, doc)
        case Anywhere():
            yield from _shares(evaluator, query, doc)
        case Preferred(part, by, factor, why):
            inner = [*explained(evaluator, part, doc)]
            yield from inner
            score = sum(each.score for each in inner)
            if score and _has(evaluator.evaluate(by).docs, doc):
                yield Contribution("", (why,), 0, 0, 0, 0, (factor - 1) * score, factor)
        case Covering(parts, power):
            inner = [*explained(evaluator, Or(parts), doc)]
            yield from inner
            factor = float(evaluator.covered(parts)[doc]) ** power
            score = sum(each.score for each in inner)
            if score:
                yield Contribution("", (COVERED,), 0, 0, 0, 0, (factor - 1) * score, factor)
        case _:
            return


def _shares(evaluator: Evaluator, query: Anywhere, doc: int) -> Iterator[Contribution]:
    """Each field's part of the score, by its part of the frequency."""
    pooled = evaluator.texts.pooled(query)
    if not _has(pooled.docs, doc):
        return
    total = float(pooled.frequencies[int(np.searchsorted(pooled.docs, doc))])
    worth = idf(evaluator.size, pooled.having)
    for share in evaluator.texts.shares(query):
        if not _has(share.docs, doc):
            continue
        frequency = float(share.frequencies[int(np.searchsorted(share.docs, doc))])
        lengths = evaluator.columns.lengths.get(share.field)
        norm = float(evaluator.texts.norm(share.field)[doc]) if lengths is not None else 1.0
        yield Contribution(
            share.field,
            share.words,
            frequency * norm,
            pooled.having,
            int(lengths[doc]) if lengths is not None else 0,
            worth,
            worth * (K1 + 1) * share.weight * frequency / (total + K1),
            share.weight,
        )


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
