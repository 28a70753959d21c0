"""Whole articles as seeds: the longest and the shortest that cite, with what they cite, and some
that cite nothing.
"""

import gzip
import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from bench.data import place

CITING, PLAIN = 34, 10
_NOT_OF_A_NAME = re.compile(r"[^a-z0-9]+")


def put(folder: Path) -> int:
    """Writes them into the folder; how many. Raises DataMissing."""
    folder.mkdir(parents=True, exist_ok=True)
    for article in _citing():
        _seed(folder, article["title"], article["text"]).with_suffix(".toml").write_text(
            _sidecar(article["title"], article["refs"]), encoding="utf-8"
        )
    for title, text in islice(_plain(), PLAIN):
        _seed(folder, title, f"{title}\n\n{text}")
    return CITING + PLAIN


def _seed(folder: Path, title: str, text: str) -> Path:
    path = folder / f"{_NOT_OF_A_NAME.sub('-', title.lower()).strip('-')}.txt"
    path.write_text(text, encoding="utf-8")
    return path


def _citing() -> list[dict[str, Any]]:
    """Half of them those with the most references, the others with the fewest."""
    with gzip.open(place("cited/enwiki2014_cited.jsonl.gz"), "rt", encoding="utf-8") as file:
        articles = [article for line in file if (article := json.loads(line))["refs"]]
    articles.sort(key=lambda article: -len(article["refs"]))
    return articles[: CITING // 2] + articles[-(CITING - CITING // 2) :]


def _plain() -> Iterator[tuple[str, str]]:
    with gzip.open(place("scale/enwiki-35k-articles.jsonl.gz"), "rt", encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            yield article["title"], article["text"].replace("\n", "\n\n")


def _sidecar(title: str, references: dict[str, str]) -> str:
    """Title, source and references, as TOML."""
    address = f"https://en.wikipedia.org/wiki/{title.replace(' ', '_')}"
    told = {"title": title, "source": address, "licence": "CC BY-SA 3.0"}
    lines = [f"{key} = {_written(value)}" for key, value in told.items()]
    listed = [f"{_written(key)} = {_written(value)}" for key, value in references.items()]
    return "\n".join([*lines, "[references]", *listed, ""])


def _written(text: str) -> str:
    """A string of JSON is one of TOML, but for the delete character, which TOML won't have bare."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
