"""Whether every word of a text finds its document: `python -m bench.accuracy_words [--misses]`.

Two thousand documents made at random (`bench/made_documents.py`) are indexed as files are, and each
word is searched for as a reader would. `--misses` lists some that don't find their document.
"""

import sys
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path

from bench.made_documents import SCRIPTS, Made, documents
from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine
from loccit.engines.generations import Generations
from loccit.indexer.build import build
from loccit.indexer.settings import Settings
from loccit.search.searcher import every

DOCUMENTS = 2000
_SEED = 12
_MOST_MISSES = 40


def indexed(place: Path, made: dict[str, Made], engine: str = "whoosh") -> Engine:
    """The documents, by their ids, written as files under `place` and indexed."""
    seeds = place / "seeds"
    seeds.mkdir()
    for id, each in made.items():
        (seeds / f"{id}.txt").write_text(each.text, encoding="utf-8", newline="")
        if each.title:
            (seeds / f"{id}.toml").write_text(f'title = "{each.title}"\n', encoding="utf-8")
    own = Settings(model="", workers=1, engine=engine, dates=place / "d", aliases=place / "a")
    build([seeds], place / "index", own)
    return Generations(place / "index", engine).open()


def lost(engine: Engine, made: dict[str, Made]) -> list[tuple[str, str]]:
    """The documents, by their ids, with each word that doesn't find them."""
    having: dict[str, list[str]] = {}
    for id, each in made.items():
        for word in sorted(each.words):
            having.setdefault(word, []).append(id)
    missed = []
    for word, ids in having.items():
        found = {hit.address.document for hit in every(engine, word, NEVER)}
        missed += [(id, word) for id in ids if id not in found]
    return missed


def table(listing: bool = False) -> str:
    """The figures as a table in Markdown; with `listing` some misses are printed."""
    listed = list(documents(DOCUMENTS, _SEED))
    made = {f"{script.lower()}-{n}": each for n, (script, each) in enumerate(listed)}
    with tempfile.TemporaryDirectory() as place, closing(indexed(Path(place), made)) as engine:
        misses = lost(engine, made)
    for id, word in misses[: _MOST_MISSES if listing else 0]:
        print(f"{id}: {word}\n{made[id].text!r}\n")
    asked = Counter(id.split("-")[0] for id, each in made.items() for _ in each.words)
    wrong = Counter(id.split("-")[0] for id, _ in misses)
    rows = [(script, asked[script.lower()], wrong[script.lower()]) for script in SCRIPTS]
    rows.append(("all", asked.total(), len(misses)))
    lines = ["| script | words of documents | that find their document |\n|---|---|---|"]
    lines += [f"| {script} | {count:,} | {count - missed:,} |" for script, count, missed in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table("--misses" in sys.argv))
