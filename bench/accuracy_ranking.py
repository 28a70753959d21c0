"""nDCG@10 on judged collections, through a real index: `python -m bench.accuracy_ranking`.

Järvelin and Kekäläinen (2002), with binary gains. Each text is a passage; what is measured is the
search for passages with some of a query's words, as where few have all of a reader's words.
"""

import math
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.data import DataMissing
from bench.judged import COLLECTIONS, Judged
from loccit.engines import analysis, bm25
from loccit.engines.deadline import NEVER
from loccit.engines.engine import CACHE_BYTES, Engine, Request
from loccit.engines.manifest import Manifest
from loccit.engines.query import Query, Term, any_of
from loccit.engines.whoosh.engine import WhooshEngine
from loccit.model.addresses import Address
from loccit.model.documents import Document, Passage, passage_key
from loccit.search.help.most_words import any_of_words

TOP = 10


def ndcg(ranked: list[str], relevant: frozenset[str]) -> float:
    """Of the first ten; 1 where every place that could be relevant is.

    >>> ndcg(["a", "b"], frozenset({"a"})), round(ndcg(["b", "a"], frozenset({"a"})), 3)
    (1.0, 0.631)
    """
    gained = sum(1 / math.log2(at + 2) for at, each in enumerate(ranked[:TOP]) if each in relevant)
    best = sum(1 / math.log2(at + 2) for at in range(min(TOP, len(relevant))))
    return gained / best


@contextmanager
def indexed(judged: Judged) -> Iterator[Engine]:
    """An index of the texts, a document each, in a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        writer = WhooshEngine.begin_folder(Path(folder) / "gen-1", 1)
        for id, text in judged.texts.items():
            passage = Passage(str(Address(id, 1)), id, 1, passage_key(text), 0, "", "", text)
            writer.put(Document(id, ""), [passage])
        count = len(judged.texts)
        writer.finish(Manifest("whoosh", "gen-1", count, count, "2026-01-01T00:00:00+00:00", ""))
        engine = WhooshEngine.open_folder(Path(folder) / "gen-1", CACHE_BYTES)
        yield engine
        engine.close()


def mean(engine: Engine, judged: Judged, ask: Callable[[str], Query]) -> float:
    total = 0.0
    for query, text in judged.queries.items():
        request = Request(ask(text), size=TOP)
        (matches,) = engine.answer([request], NEVER)
        best = [hit.address.document for hit in matches.hits]
        total += ndcg(best, judged.relevant[query])
    return total / len(judged.queries)


def every_word(text: str) -> Query:
    """For comparison: stop words as well."""
    return any_of(*(Term("terms", term) for term in dict.fromkeys(analysis.terms(text))))


def table() -> str:
    """The figures as a table in Markdown; raises DataMissing."""
    ways: dict[str, Callable[[str], Query]] = {
        "as searched": any_of_words,
        "stop words too": every_word,
    }
    names, rows = [], dict.fromkeys(ways, "")
    for collection in COLLECTIONS:
        judged = collection()
        names.append(f"{judged.name}, {len(judged.queries)} searches")
        with indexed(judged) as engine:
            for way, ask in ways.items():
                rows[way] += f" {mean(engine, judged, ask):.3f} |"
    head = f"| nDCG@10, k1 {bm25.K1}, b {bm25.B} | {' | '.join(names)} |"
    lines = [head, "|---|" + "---|" * len(names)]
    return "\n".join([*lines, *(f"| {way} |{cells}" for way, cells in rows.items())])


if __name__ == "__main__":
    try:
        print(table())
    except DataMissing as error:
        sys.exit(str(error))
