"""The index is a stock Whoosh index: Whoosh opens it, and its own searcher finds the same."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from whoosh import index as whoosh_index
from whoosh import query as whoosh
from whoosh.matching import Matcher
from whoosh.scoring import BaseScorer, WeightingModel
from whoosh.searching import Searcher

from loccit.engines import analysis, bm25
from loccit.engines.deadline import NEVER
from loccit.engines.engine import Request
from loccit.engines.query import And, AnyOf, KeywordTerm, MatchAll, Not, Or, Phrase, Query, Term
from loccit.engines.whoosh.engine import WhooshEngine
from loccit.model import codec
from tests.engines.made import PEACE, WARS, built, passage

VOCABULARY = [f"w{number}" for number in range(12)]
Both = tuple[WhooshEngine, Searcher]


class OneAtATime(WeightingModel):  # type: ignore[misc]
    """Our formula, asked by Whoosh's matchers for one posting after another."""

    def __init__(self, lengths: list[int]) -> None:
        self.lengths = lengths

    def scorer(self, searcher: Searcher, field: str, term: bytes, qf: int = 1) -> BaseScorer:
        return Scorer(self.lengths, bm25.idf(300, searcher.doc_frequency(field, term)))


class Scorer(BaseScorer):  # type: ignore[misc]
    def __init__(self, lengths: list[int], idf: float) -> None:
        self.lengths, self.idf = lengths, idf

    def max_quality(self) -> float:
        return self.idf * (bm25.K1 + 1)

    def score(self, matcher: Matcher) -> float:
        average = sum(self.lengths) / len(self.lengths)
        norm = bm25.norm(self.lengths[matcher.id()], average)
        return self.idf * bm25.weight(matcher.weight() / norm)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """Three hundred passages, so that postings fill more than one of Whoosh's blocks."""
    rng = Random(48)
    place: Path = tmp_path_factory.mktemp("whoosh") / "gen-1"
    weights = [1 / rank for rank in range(1, 13)]
    texts = [" ".join(rng.choices(VOCABULARY, weights, k=rng.randint(1, 30))) for _ in range(300)]
    held = [passage("wars", number, text) for number, text in enumerate(texts, start=1)]
    engine = built("whoosh", place, [(WARS, held), (PEACE, ())])
    assert isinstance(engine, WhooshEngine)
    lengths = [len(analysis.terms(each.text)) for each in held]
    searcher = whoosh_index.open_dir(str(place)).searcher(weighting=OneAtATime(lengths))
    yield engine, searcher
    searcher.close()
    engine.close()


WORDS = st.sampled_from([*VOCABULARY, "absent"])
LEAVES: st.SearchStrategy[Query] = st.one_of(
    st.builds(Term, st.just("terms"), WORDS),
    st.builds(Phrase, st.just("terms"), st.lists(WORDS, min_size=2, max_size=3).map(tuple)),
    st.just(KeywordTerm("document", "wars")),
    st.just(AnyOf("document", ("wars", "absent"))),
)
TREES = st.recursive(
    LEAVES,
    lambda trees: st.one_of(
        st.builds(Not, trees),
        st.builds(And, st.lists(trees, min_size=1, max_size=3).map(tuple)),
        st.builds(Or, st.lists(trees, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)


def theirs(query: Query) -> whoosh.Query:
    match query:
        case Term(field, word):
            return whoosh.Term(field, word)
        case Phrase(field, words):
            return whoosh.Phrase(field, list(words))
        case KeywordTerm(field, value):
            return whoosh.Term(field, value)
        case AnyOf(field, values):
            return whoosh.Or([whoosh.Term(field, value) for value in values])
        case And(parts):
            return whoosh.And([theirs(part) for part in parts])
        case Or(parts):
            return whoosh.Or([theirs(part) for part in parts])
        case Not(part):
            return whoosh.And([whoosh.Every(), whoosh.Not(theirs(part))])
        case _:
            return whoosh.Every()


@settings(max_examples=300, deadline=None)
@given(query=TREES)
def test_whoosh_itself_finds_the_same_passages(both: Both, query: Query) -> None:
    engine, searcher = both
    found = {hit.passage.id for hit in engine.answer([Request(query, size=400)], NEVER)[0].hits}
    hits = searcher.search(theirs(query), limit=None)
    assert found == {codec.passage_from_json(hit["stored"]).id for hit in hits}


WORD_TREES = st.recursive(
    st.builds(Term, st.just("terms"), WORDS),
    lambda trees: st.one_of(
        st.builds(And, st.lists(trees, min_size=1, max_size=3).map(tuple)),
        st.builds(Or, st.lists(trees, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(query=WORD_TREES)
def test_whoosh_itself_ranks_them_the_same_under_our_formula(both: Both, query: Query) -> None:
    """Of trees without a word twice, since Whoosh drops the second one, and of all matches, since
    Whoosh's shortcuts for a limit pass over better ones where an Or stands inside an And or Or.
    """
    words = re.findall(r"word='(\w+)'", repr(query))
    assume(len(set(words)) == len(words))
    engine, searcher = both
    hits = engine.answer([Request(query, size=400)], NEVER)[0].hits
    expected = searcher.search(theirs(query), limit=None)
    assert [hit.score for hit in hits] == pytest.approx([hit.score for hit in expected])


def test_everything_is_what_whoosh_holds(both: Both) -> None:
    engine, searcher = both
    assert (
        engine.answer([Request(MatchAll(), size=1)], NEVER)[0].total
        == searcher.doc_count_all()
        == 300
    )
