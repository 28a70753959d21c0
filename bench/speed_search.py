"""How fast searches are, beside Whoosh's own searcher, SQLite FTS5 and bm25s, in one run.

`python -m bench.speed_search [--passages N] [--keep FOLDER] [--alone]`. Times are of the
processor, so that what else a machine does changes little; nothing measured here waits for a disk
or a network.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import kept
from bench.peers import Bm25s, Fts5, NotAnswered, Peer, PeerMissing, WhooshOwn
from bench.searches import EACH, FEWER, FEWER_BEYOND, KINDS, Asked, Kind, drawn
from loccit.engines.deadline import NEVER
from loccit.engines.engine import FacetRequest, Filter, Request
from loccit.engines.field_table import offered
from loccit.engines.generations import Generations
from loccit.engines.query import IntRange, KeywordTerm, Phrase, Query, Term, all_of, any_of
from loccit.engines.whoosh.engine import WhooshEngine
from loccit.search.facets import MOST_VALUES
from loccit.search.timeline import when

TOP = 10
FACETS = tuple(FacetRequest(row.name, MOST_VALUES) for row in offered())
WHOOSH, FTS5, BM25S = "Whoosh's own", "SQLite FTS5", "bm25s"
COLD, WARM = "Loccit, cold", "Loccit, warm"


class Own:
    """This engine; cold forgets what it decoded before each search."""

    def __init__(self, engine: WhooshEngine, cold: bool) -> None:
        self.name = COLD if cold else WARM
        self._engine = engine
        self._cold = cold

    def ask(self, asked: Asked) -> object:
        if self._cold:
            self._engine.forget()
        return self._engine.answer([_request(self._engine, asked)], NEVER)


def _request(engine: WhooshEngine, asked: Asked) -> Request:
    terms: list[Query] = [Term("terms", term) for term in asked.terms]
    match asked.kind:
        case "OR of three words":
            return Request(any_of(*dict.fromkeys(terms)), size=TOP)
        case "phrase" | "phrase of common words":
            return Request(Phrase("terms", asked.terms), size=TOP)
        case "wildcard":
            return Request(_either(engine.words_matching(asked.text, 1000).words), size=TOP)
        case "fuzzy word":
            return Request(_either(engine.words_near(asked.text, 2, 1000).words), size=TOP)
        case "word in a year":
            return _narrowed(terms[0], "date", KeywordTerm("date", asked.value))
        case "word with a name":
            return _narrowed(terms[0], "place", KeywordTerm("place", asked.value))
        case "word with a citation from 100 to 200":
            return _narrowed(terms[0], "cite", IntRange("cite", 100, 200))
        case "all facets":
            return Request(terms[0], size=TOP, facets=FACETS)
        case "timeline":
            return Request(terms[0], size=0, facets=when.facets(None))
        case _:
            return Request(all_of(*dict.fromkeys(terms)), size=TOP)


def _either(words: Sequence[str]) -> Query:
    return any_of(*(Term("words", word) for word in words))


def _narrowed(query: Query, tag: str, filter: Query) -> Request:
    return Request(query, (Filter(tag, filter),), size=TOP)


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds of the processor that the searches of a kind took, ascending."""

    kind: Kind
    by: str
    each: tuple[float, ...]

    @property
    def mean(self) -> float:
        return sum(self.each) / len(self.each)

    def at(self, part: float) -> float:
        return self.each[int(part * (len(self.each) - 1))]


def timed(peer: Peer, kind: Kind, asked: Sequence[Asked]) -> Taken | None:
    """None where the peer has no such query."""
    taken = []
    try:
        for each in asked:
            began = time.process_time_ns()
            peer.ask(each)
            taken.append((time.process_time_ns() - began) / 1e6)
    except NotAnswered:
        return None
    return Taken(kind, peer.name, tuple(sorted(taken)))


def measured(peers: Sequence[Peer], searches: dict[Kind, list[Asked]]) -> Iterator[Taken]:
    """Every kind by every peer; what is warm has answered the same searches once before."""
    for kind in KINDS:
        for peer in peers:
            if peer.name != COLD:
                timed(peer, kind, searches[kind])
            taken = timed(peer, kind, searches[kind])
            if taken:
                yield taken


def rows(taken: Sequence[Taken]) -> Iterator[str]:
    yield "| search | by | mean | p50 | p95 | p99 | Whoosh's own takes | FTS5 takes |"
    yield "|---|---|---|---|---|---|---|---|"
    means = {(each.kind, each.by): each.mean for each in taken}
    for each in taken:
        cells = " | ".join(f"{ms:.2f}" for ms in (each.mean, *map(each.at, (0.5, 0.95, 0.99))))
        ratios = [
            f"{means[each.kind, peer] / each.mean:.1f} ×" if (each.kind, peer) in means else ""
            for peer in (WHOOSH, FTS5)
        ]
        yield f"| {each.kind} | {each.by} | {cells} | {' | '.join(ratios)} |"


def postings_read(engine: WhooshEngine, searches: Sequence[Asked]) -> float:
    """Of the terms of a search, on average."""
    terms = [term for asked in searches for term in dict.fromkeys(asked.terms)]
    return sum(engine.frequencies("terms", terms, NEVER)) / len(searches)


def report(size: int, folder: Path, alone: bool = False) -> None:
    """`alone` leaves the peers out, whose answers over a million passages take long."""
    place = kept.index(size, folder)
    engine = Generations(place).open()
    assert isinstance(engine, WhooshEngine)
    name = engine.manifest.generation
    sample = kept.sample(engine)
    by_kind: dict[Kind, list[Asked]] = {}
    for each in drawn(sample, FEWER if size > FEWER_BEYOND else EACH):
        by_kind.setdefault(each.kind, []).append(each)
    with tempfile.TemporaryDirectory() as scratch:
        own: list[Callable[[], Peer]] = [lambda: Own(engine, True), lambda: Own(engine, False)]
        peers: list[Callable[[], Peer]] = [
            lambda: WhooshOwn(place / name),
            *own,
            lambda: Fts5(kept.passages(engine), Path(scratch) / "fts5.db"),
            lambda: Bm25s(kept.passages(engine)),
        ]
        taken = list(measured(list(_made(own if alone else peers)), by_kind))
    print(f"\n{size:,} passages: milliseconds of the processor a search\n")
    print("\n".join(rows(taken)))
    means = {(each.kind, each.by): each.mean for each in taken}
    kind: Kind = "OR of three words"
    read = postings_read(engine, by_kind[kind])
    cold, warm = means[kind, COLD], means[kind, WARM]
    print(f"\nIndex on disk: {kept.megabytes(place):,.0f} MB")
    print(
        f"{kind}: {read:,.0f} postings read; {1e6 * cold / read:,.0f} ns a posting cold,"
        f" {1e6 * warm / read:,.0f} warm"
    )


def _made(makers: Sequence[Callable[[], Peer]]) -> Iterator[Peer]:
    for make in makers:
        try:
            yield make()
        except PeerMissing as error:
            print(error)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="where indexes are kept; a temporary folder")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report(chosen.passages, chosen.keep or Path(folder), chosen.alone)


if __name__ == "__main__":
    main()
