"""How fast searches are, beside Whoosh's own searcher, SQLite FTS5 and bm25s, in one run.

`python -m bench.speed_search [--passages N] [--keep FOLDER]`; the collection is `scale/` of the
data folder, or made up where that is absent.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.peers import Bm25s, Fts5, NotAnswered, Peer, WhooshOwn
from bench.scale import collection
from bench.searches import KINDS, Asked, Kind, drawn
from engines.engine import Filter, Request
from engines.query import Between, Has, Phrase, Query, Term, all_of, any_of
from engines.schema import Manifest, Passage
from engines.whoosh.engine import WhooshEngine
from search.facets import ASKED

TOP = 10


def build(size: int, folder: Path) -> tuple[Path, list[Passage], float]:
    """A generation of `size` passages, the passages, and how many were written in a second."""
    held = list(collection(size))
    passages = [each for _, own in held for each in own]
    generation = folder / f"gen-{size}"
    rate = 0.0
    if not (generation / "manifest.json").exists():
        began = time.perf_counter()
        writer = WhooshEngine.begin(generation)
        for document, own in held:
            writer.put(document, own)
        made = "2026-01-01T00:00:00+00:00"
        writer.finish(Manifest("whoosh", generation.name, len(held), len(passages), made, ""))
        rate = len(passages) / (time.perf_counter() - began)
    return generation, passages, rate


class Own:
    """This engine; cold forgets what it decoded before each search."""

    def __init__(self, engine: WhooshEngine, cold: bool) -> None:
        self.name = f"Loccit, {'cold' if cold else 'warm'}"
        self._engine = engine
        self._cold = cold

    def ask(self, asked: Asked) -> object:
        if self._cold:
            self._engine.forget()
        return self._engine.search(_request(self._engine, asked))


def _request(engine: WhooshEngine, asked: Asked) -> Request:
    terms: list[Query] = [Term("terms", term) for term in asked.terms]
    match asked.kind:
        case "OR of three words":
            return Request(any_of(*dict.fromkeys(terms)), size=TOP)
        case "phrase" | "phrase of common words":
            return Request(Phrase("terms", asked.terms), size=TOP)
        case "wildcard":
            return Request(_either(engine.lexicon().matching(asked.text, 1000).words), size=TOP)
        case "fuzzy word":
            return Request(_either(engine.lexicon().near(asked.text, 2, 1000).words), size=TOP)
        case "word in a year":
            return _narrowed(terms[0], "date", Has("date", asked.value))
        case "word with a name":
            return _narrowed(terms[0], "place", Has("place", asked.value))
        case "word with a citation from 100 to 200":
            return _narrowed(terms[0], "cite", Between("cite", 100, 200))
        case "all facets":
            return Request(terms[0], size=TOP, facets=ASKED)
        case "timeline":
            return Request(terms[0], size=0, facets=("when",))
        case _:
            return Request(all_of(*dict.fromkeys(terms)), size=TOP)


def _either(words: Sequence[str]) -> Query:
    return any_of(*(Term("words", word) for word in words))


def _narrowed(query: Query, group: str, filter: Query) -> Request:
    return Request(query, (Filter(group, filter),), size=TOP)


def timed(peer: Peer, asked: Sequence[Asked]) -> list[float]:
    """Milliseconds for each search, ascending; empty where the peer has no such query."""
    taken = []
    try:
        for each in asked:
            began = time.perf_counter()
            peer.ask(each)
            taken.append(1000 * (time.perf_counter() - began))
    except NotAnswered:
        return []
    return sorted(taken)


def rows(peers: Sequence[Peer], searches: dict[Kind, list[Asked]]) -> Iterator[str]:
    for kind in KINDS:
        base: float = 0
        for peer in peers:
            if peer.name.endswith("warm"):
                timed(peer, searches[kind])
            taken = timed(peer, searches[kind])
            if not taken:
                continue
            mean = sum(taken) / len(taken)
            base = base or mean
            places = [taken[int(part * (len(taken) - 1))] for part in (0.5, 0.95, 0.99)]
            cells = " | ".join(f"{ms:.2f}" for ms in (mean, *places))
            yield f"| {kind} | {peer.name} | {cells} | {base / mean:.1f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report(chosen.passages, chosen.keep or Path(folder))


def report(size: int, folder: Path) -> None:
    generation, passages, rate = build(size, folder)
    before = _megabytes()
    engine = WhooshEngine.open(generation)
    by_kind: dict[Kind, list[Asked]] = {}
    for each in drawn(passages):
        by_kind.setdefault(each.kind, []).append(each)
    with tempfile.TemporaryDirectory() as place:
        own = [Own(engine, True), Own(engine, False)]
        makers: list[Callable[[], Peer]] = [
            lambda: WhooshOwn(generation),
            lambda: Fts5(passages, Path(place) / "fts5.db"),
            lambda: Bm25s(passages),
        ]
        warm = list(rows([own[1]], by_kind))
        memory = _megabytes() - before
        del warm
        first, *others = (make() for make in makers)
        print(f"\n{size:,} passages: milliseconds a search, ratio to Whoosh's own\n")
        print("| search | by | mean | p50 | p95 | p99 | times faster |")
        print("|---|---|---|---|---|---|---|")
        for row in rows([first, *own, *others], by_kind):
            print(row, flush=True)
    bytes_on_disk = sum(path.stat().st_size for path in generation.iterdir())
    print(f"\nIndex: {bytes_on_disk / 2**20:,.0f} MB on disk; {memory:,.0f} MB of memory to search")
    print(f"Written: {rate:,.0f} passages a second" if rate else "Written before")


def _megabytes() -> float:
    """The most memory this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
