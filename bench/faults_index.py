"""Whether a damaged copy of an index is ever served as if it were whole.

`python -m bench.faults_index [--copies N] [--seed S]`: copies of a small index of two generations
are damaged at random (a bit flipped, a stretch overwritten, a file cut, grown, removed, emptied or
swapped with another), one file each, and asked for all that they hold. An answer must be what the
whole index says, or what the generation before it says, which is then told, or an error that names
the fix; what is kept from build to build is damaged too, and an index built on it.
"""

import argparse
import hashlib
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from loccit.engines import sealing
from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine, FacetRequest, Request
from loccit.engines.errors import EngineError
from loccit.engines.field_table import facets
from loccit.engines.generations import Generations
from loccit.engines.query import MatchAll, Phrase, Query, Term
from loccit.indexer.build import build
from loccit.indexer.extractions import FILE
from loccit.indexer.settings import Settings

_SETTINGS = Settings(model="", workers=1)
_WORDS = ("raid", "town", "siege", "river", "treaty", "army", "king", "bridge", "winter", "market")

Damaging = Callable[[random.Random, Path, Sequence[Path]], None]


def _flip(rng: random.Random, path: Path, _: Sequence[Path]) -> None:
    content = bytearray(path.read_bytes())
    content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    path.write_bytes(content)


def _overwrite(rng: random.Random, path: Path, _: Sequence[Path]) -> None:
    content = bytearray(path.read_bytes())
    at = rng.randrange(len(content))
    stretch = min(rng.choice((4, 64, 4096)), len(content) - at)
    content[at : at + stretch] = rng.randbytes(stretch)
    path.write_bytes(content)


def _cut(rng: random.Random, path: Path, _: Sequence[Path]) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: rng.randrange(len(content))])


def _grow(rng: random.Random, path: Path, _: Sequence[Path]) -> None:
    path.write_bytes(path.read_bytes() + rng.randbytes(rng.randrange(1, 99)))


def _empty(_: random.Random, path: Path, __: Sequence[Path]) -> None:
    path.write_bytes(b"")


def _remove(_: random.Random, path: Path, __: Sequence[Path]) -> None:
    path.unlink()


def _swap(rng: random.Random, path: Path, others: Sequence[Path]) -> None:
    """With another file, the same one of the other generation among them."""
    other = rng.choice([each for each in others if each != path])
    one, two = path.read_bytes(), other.read_bytes()
    path.write_bytes(two)
    other.write_bytes(one)


DAMAGES: dict[str, Damaging] = {
    "a bit flipped": _flip,
    "a stretch overwritten": _overwrite,
    "cut": _cut,
    "grown": _grow,
    "emptied": _empty,
    "removed": _remove,
    "swapped": _swap,
}


@dataclass(frozen=True, slots=True)
class Whole:
    """An index of two generations with its seeds, and what each generation says."""

    place: Path
    before: str
    now: str


def whole(place: Path) -> Whole:
    """Made in the folder `place`."""
    rng = random.Random(48)
    seeds = place / "seeds"
    seeds.mkdir(parents=True)
    said = []
    for version in ("before", "now"):
        for number in range(4):
            lines = (
                f"In {1800 + rng.randrange(99)} {' '.join(rng.choices(_WORDS, k=12))} {version}."
                f"[{line}]"
                for line in range(1, 30)
            )
            (seeds / f"d{number}.txt").write_text("\n".join(lines))
        build([seeds], place / "index", _SETTINGS)
        with closing(Generations(place / "index").open()) as engine:
            said.append(everything(engine))
    return Whole(place, *said)


def everything(engine: Engine) -> str:
    """A digest of all that an index answers."""
    said = hashlib.sha256()
    counted = tuple(FacetRequest(row.name, 50) for row in facets())
    words: list[Query] = [Term("terms", word) for word in _WORDS]
    pairs: list[Query] = [Phrase("terms", (one, other)) for one in _WORDS for other in _WORDS[:3]]
    for query in (MatchAll(), *words, *pairs):
        (found,) = engine.answer([Request(query, size=500, facets=counted)], NEVER)
        said.update(repr((found.total, found.facets)).encode())
        for hit in found.hits:
            said.update(repr((hit.score, hit.passage)).encode())
    for document in engine.documents():
        said.update(repr((document, engine.formers(document.id))).encode())
        said.update(repr(engine.outline(document.id, NEVER)).encode())
    said.update(repr(engine.names("", 0, 10**6)).encode())
    said.update(repr(engine.words_beginning("", 10**6)).encode())
    return said.hexdigest()


def outcome(index: Path, known: Whole) -> str:
    """What happens when all of a copy is asked for."""
    try:
        served = Generations(index).serve()
        with closing(served.engine) as engine:
            said = everything(engine)
    except EngineError as error:
        return "an error with the fix" if "loccit index" in str(error) else f"no fix: {error}"
    except Exception as error:
        return f"TRACEBACK {type(error).__name__}: {error}"
    if served.damage is not None and said in (known.before, known.now):
        return "the newest whole one, and told"
    if served.damage is None and said == known.now:
        return "all is right"
    return "SILENTLY WRONG"


def rebuilt(index: Path, known: Whole) -> str:
    """What an index built over damaged extractions says."""
    try:
        build([known.place / "seeds"], index, _SETTINGS)
    except Exception as error:
        return f"TRACEBACK {type(error).__name__}: {error}"
    with closing(Generations(index).open()) as engine:
        return "all is right" if _texts(engine) == _texts_of(known) else "SILENTLY WRONG"


def _texts(engine: Engine) -> list[str]:
    return [
        repr((passage.text, passage.mentions, passage.offset))
        for document in engine.documents()
        for passage in engine.passages(document.id, 1, 10**6, NEVER)
    ]


def _texts_of(known: Whole) -> list[str]:
    with closing(Generations(known.place / "index").open()) as engine:
        return _texts(engine)


def damaged(
    known: Whole, copies: int, scratch: Path, seed: int, alone: bool = False
) -> Iterator[tuple[str, str, str]]:
    """The damage, the file that has it, and what happened, of so many copies; `alone` has no
    generation before."""
    rng = random.Random(seed)
    for number in range(copies):
        index = scratch / f"copy-{number}"
        shutil.copytree(known.place / "index", index)
        now = index / (Generations(index).current() or "")
        if alone:
            Generations(index).forget(min(each.name for each in index.glob("gen-*")))
        files = [*sorted(now.iterdir()), index / "CURRENT", index / FILE]
        path = rng.choice([each for each in files if each.stat().st_size])
        how = rng.choice(list(DAMAGES))
        others = [each for each in index.rglob("*") if each.is_file() and each.stat().st_size]
        DAMAGES[how](rng, path, others)
        happened = rebuilt(index, known) if path.name == FILE else outcome(index, known)
        yield how, path.name, happened
        shutil.rmtree(index)


def report(copies: int, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        known = whole(Path(folder) / "whole")
        happened: Counter[str] = Counter()
        by_damage: dict[str, Counter[str]] = {how: Counter() for how in DAMAGES}
        began = time.perf_counter()
        for by_block in (False, True):
            sealing.READ_WHOLE = 0 if by_block else 2**27
            for alone in (False, True):
                share = copies // 4
                run = damaged(known, share, Path(folder), seed + 2 * by_block + alone, alone)
                for how, name, what in run:
                    by_damage[how][what] += 1
                    happened[what] += 1
                    if what.isupper() or what.startswith(("TRACEBACK", "SILENTLY", "no fix")):
                        print(f"{how}, {name}: {what}")
    print(f"{copies} damaged copies, {time.perf_counter() - began:.0f} s\n")
    kinds = sorted(happened)
    print(f"| damage | {' | '.join(kinds)} |\n|---|{'---|' * len(kinds)}")
    for how, counts in by_damage.items():
        print(f"| {how} | {' | '.join(str(counts[kind]) for kind in kinds)} |")
    print(f"| all | {' | '.join(str(happened[kind]) for kind in kinds)} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=500)
    parser.add_argument("--seed", type=int, default=48)
    chosen = parser.parse_args()
    report(chosen.copies, chosen.seed)


if __name__ == "__main__":
    main()
