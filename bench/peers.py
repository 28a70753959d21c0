"""What searches are timed against: Whoosh's own searcher, SQLite's FTS5, bm25s."""

import sqlite3
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from whoosh import index as whoosh_index
from whoosh import query as whoosh_query
from whoosh.searching import Searcher

from bench.searches import Asked
from loccit.engines import analysis
from loccit.model.documents import Passage

TOP = 10


class Peer(Protocol):
    name: str

    def ask(self, asked: Asked) -> object:
        """The ten best for what is asked; raises NotAnswered for what it has no form for."""


class NotAnswered(Exception):
    """The peer has no query of that kind."""


class PeerMissing(Exception):
    """A peer's library isn't there; the message names the fix."""


class WhooshOwn:
    """Whoosh's searcher and matchers, on the very index that this engine reads."""

    name = "Whoosh's own"

    def __init__(self, generation: Path) -> None:
        self._searcher: Searcher = whoosh_index.open_dir(str(generation)).searcher()

    def ask(self, asked: Asked) -> object:
        """Its matchers fail an assertion of their own on some ranges: not answered then."""
        try:
            return self._searcher.search(_whoosh(asked), limit=TOP).scored_length()
        except AssertionError as error:
            raise NotAnswered from error


def _whoosh(asked: Asked) -> Any:
    terms = [whoosh_query.Term("terms", term) for term in asked.terms]
    match asked.kind:
        case "one word":
            return terms[0]
        case "OR of three words":
            return whoosh_query.Or(terms)
        case "AND of two words":
            return whoosh_query.And(terms)
        case "phrase" | "phrase of common words":
            return whoosh_query.Phrase("terms", list(asked.terms))
        case "wildcard":
            return whoosh_query.Wildcard("words", asked.text)
        case "fuzzy word":
            return whoosh_query.FuzzyTerm("words", asked.text, maxdist=2, prefixlength=0)
        case "word in a year":
            return whoosh_query.And([terms[0], whoosh_query.Term("date", asked.value)])
        case "word with a name":
            return whoosh_query.And([terms[0], whoosh_query.Term("place", asked.value)])
        case "word with a citation from 100 to 200":
            return whoosh_query.And([terms[0], whoosh_query.NumericRange("cite", 100, 200)])
    raise NotAnswered


class Fts5:
    """SQLite's full-text index, without its own stemmer: the same terms as ours, as text."""

    name = "SQLite FTS5"

    def __init__(self, passages: Iterable[Passage], place: Path) -> None:
        self._connection = sqlite3.connect(place)
        self._connection.execute("CREATE VIRTUAL TABLE p USING fts5(terms, content='')")
        rows = ((n, " ".join(analysis.terms(each.text))) for n, each in enumerate(passages, 1))
        self._connection.executemany("INSERT INTO p(rowid, terms) VALUES (?, ?)", rows)
        self._connection.execute("INSERT INTO p(p) VALUES ('optimize')")
        self._connection.commit()

    def ask(self, asked: Asked) -> object:
        select = "SELECT rowid FROM p WHERE p MATCH ? ORDER BY rank LIMIT ?"
        return self._connection.execute(select, (_fts5(asked), TOP)).fetchall()


def _fts5(asked: Asked) -> str:
    quoted = [f'"{term}"' for term in asked.terms]
    match asked.kind:
        case "one word":
            return quoted[0]
        case "OR of three words":
            return " OR ".join(quoted)
        case "AND of two words":
            return " AND ".join(quoted)
        case "phrase" | "phrase of common words":
            return '"' + " ".join(asked.terms) + '"'
        case "wildcard" if asked.text.endswith("*"):
            return f'"{asked.text[:-1]}"*'
    raise NotAnswered


class Bm25s:
    """bm25s: scores of every term computed ahead, as a sparse matrix; OR alone."""

    name = "bm25s"

    def __init__(self, passages: Iterable[Passage]) -> None:
        try:
            self._index = import_module("bm25s").BM25(k1=1.8, b=0.75)
        except ImportError as error:
            raise PeerMissing("bm25s is not installed: pip install 'loccit[bench]'") from error
        self._index.index([analysis.terms(each.text) for each in passages], show_progress=False)

    def ask(self, asked: Asked) -> object:
        if asked.kind not in ("one word", "OR of three words"):
            raise NotAnswered
        tokens: Sequence[Sequence[str]] = [list(asked.terms)]
        return self._index.retrieve(tokens, k=TOP, show_progress=False)
