"""
What every engine must do, whatever it is made of:

1. Terms, phrases, values and ranges find just the passages that have them.
2. And, Or and Not are the set operations.
3. `total` and facet counts cover every match, not just the page.
4. Filters narrow and don't score; a facet's counts leave out the filters of its own group.
5. Scores fall; ties are broken by document and number; they are BM25's.
6. Pages don't overlap and together hold every match, whatever their size.
7. `oldest` and `newest` sort by the first day, the undated last; `added` the latest added first.
8. Putting a document replaces it, removing forgets it.
9. What comes back is what went in, code point for code point.
10. Grouped by document, each stands once; spread, none floods the first page.
11. Beyond its deadline a search is given up.
12. All of this as the naive model in memory does it, for any tree.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loccit import engines
from loccit.engines import analysis
from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine, Filter, Request, Sort
from loccit.engines.errors import IndexDamaged
from loccit.engines.field_table import FacetField
from loccit.engines.fields import fields
from loccit.engines.manifest import Manifest
from loccit.engines.query import And, Between, Everything, Has, Not, Or, Phrase, Query, Term
from loccit.mentions import citations
from loccit.mentions.masking import blank
from loccit.model.documents import Document
from tests.engines.made import ALL, PEACE, RAID, STRIKE, TALKS, TRUCE, WARS, built, passage

FACETS: tuple[FacetField, ...] = get_args(FacetField)
OTHERS = [name for name in engines.ENGINES if name != "memory"]


@pytest.fixture(params=list(engines.ENGINES))
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    opened = built(request.param, tmp_path / "gen-1")
    yield opened
    opened.close()


def ids(engine: Engine, request: Request) -> list[str]:
    return [hit.passage.id for hit in engine.search(request).hits]


def term(word: str) -> Term:
    return Term("terms", analysis.term(word))


def phrase(words: str, slop: int = 0) -> Phrase:
    return Phrase("terms", tuple(analysis.terms(words)), slop)


FOUND: list[tuple[Query, set[str]]] = [
    (Everything(), {p.id for p in ALL}),
    (term("raids"), {"wars#1"}),
    (term("town"), {"wars#1", "wars#2", "peace/one#1"}),
    (term("absent"), set()),
    (term("naively"), {"wars#2"}),
    (Term("words", "naïvely"), {"wars#2"}),
    (Term("words", "naively"), set()),
    (Term("title", "war"), {"wars#1", "wars#2", "wars#3"}),
    (Term("section", "raid"), {"peace/one#1"}),
    (Term("source", "ministri"), {"wars#1", "wars#2"}),
    (phrase("air strikes"), {"wars#2"}),
    (phrase("strikes air"), set()),
    (phrase("air strikes", 2), {"wars#2", "wars#3"}),
    (phrase("air strikes", 1), {"wars#2"}),
    (phrase("the town"), {"wars#1", "wars#2", "peace/one#1"}),
    (phrase("town"), {"wars#1", "wars#2", "peace/one#1"}),
    (phrase("absent town"), set()),
    (Has("organisation", "NATO"), {"wars#2", "peace/one#1"}),
    (Has("organisation", "nato"), set()),
    (Has("organisation", "Free"), set()),
    (Has("place", "Idlib"), {"wars#1"}),
    *(
        (Has(type, "Idlib"), set())
        for type in ("person", "organisation", "group", "event", "other")
    ),
    (Phrase("source", ("report", "of", "the", "ministri")), {"wars#1", "wars#2"}),
    (And((Term("source", "ministri"), Between("cites", 1, 1))), {"wars#2"}),
    (Has("document", "peace/one"), {"peace/one#1"}),
    (Has("date", "2012"), {"wars#1", "wars#2"}),
    (Has("date_own", "2012"), {"wars#2"}),
    (Has("date", "XXXX-10"), {"wars#1"}),
    (Has("date", "-004X"), {"wars#3"}),
    (Has("when", "none"), {"peace/one#1"}),
    (Between("cite", 48, 48), {"wars#1", "wars#2"}),
    (Between("cite", 49, None), {"wars#1"}),
    (Between("cite", None, 48), {"wars#1", "wars#2"}),
    (Between("cites", 0, 0), {"wars#3", "peace/one#1"}),
    (Between("cites", 2, None), {"wars#1"}),
    (Between("first_day", None, -1), {"wars#3"}),
    (And((term("town"), term("raid"))), {"wars#1"}),
    (And((term("town"), Not(term("raid")))), {"wars#2", "peace/one#1"}),
    (Or((term("raid"), term("truce"))), {"wars#1", "peace/one#1"}),
    (Or(()), set()),
    (Not(term("town")), {"wars#3"}),
    (Not(Everything()), set()),
]


@pytest.mark.parametrize(("query", "expected"), FOUND, ids=[repr(query) for query, _ in FOUND])
def test_finds(engine: Engine, query: Query, expected: set[str]) -> None:
    matches = engine.search(Request(query))
    assert {hit.passage.id for hit in matches.hits} == expected
    assert matches.total == len(expected)


def test_counts_every_match_not_just_the_page(engine: Engine) -> None:
    matches = engine.search(Request(term("town"), size=1, facets=("organisation", "cite", "cites")))
    assert (matches.total, len(matches.hits)) == (3, 1)
    assert matches.facets == {
        "organisation": {"Free Syrian Army": 1, "NATO": 2},
        "cite": {"48": 2, "49": 1},
        "cites": {"0": 1, "1": 1, "2": 1},
    }


def test_a_facet_leaves_out_the_filters_of_its_own_group(engine: Engine) -> None:
    filters = (
        Filter("organisation", Has("organisation", "NATO")),
        Filter("date", Has("date", "2012")),
    )
    matches = engine.search(
        Request(Everything(), filters, facets=("organisation", "document", "when", "cites"))
    )
    assert [hit.passage.id for hit in matches.hits] == ["wars#2"]
    assert matches.facets["organisation"] == {"Free Syrian Army": 1, "NATO": 1}
    assert matches.facets["document"] == {"wars": 1}
    assert matches.facets["when"] == {"y2012": 1, "y201X": 1, "y20XX": 1, "none": 1}
    assert matches.facets["cites"] == {"1": 1}


def test_filters_do_not_score(engine: Engine) -> None:
    plain = engine.search(Request(term("raid"))).hits[0].score
    narrowed = engine.search(Request(term("raid"), (Filter("x", term("town")),))).hits[0].score
    assert plain == narrowed
    assert engine.search(Request(Has("document", "wars"))).hits[0].score == 0


def test_more_of_the_term_ranks_higher(engine: Engine) -> None:
    hits = engine.search(Request(term("town"))).hits
    assert hits[0].passage == RAID
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_ties_are_broken_by_document_and_number(engine: Engine) -> None:
    assert ids(engine, Request(Everything())) == ["peace/one#1", "wars#1", "wars#2", "wars#3"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("oldest", ["wars#3", "wars#2", "wars#1", "peace/one#1"]),
        ("newest", ["wars#1", "wars#2", "wars#3", "peace/one#1"]),
    ],
)
def test_sorts_by_date_the_undated_last(engine: Engine, sort: str, expected: list[str]) -> None:
    assert ids(engine, Request(Everything(), sort=sort)) == expected  # type: ignore[arg-type]
    paged = [ids(engine, Request(Everything(), sort=sort, first=n, size=1)) for n in range(5)]  # type: ignore[arg-type]
    assert paged == [[id] for id in expected] + [[]]


@pytest.mark.parametrize("size", [1, 2, 3, 10])
def test_pages_hold_every_match_once_whatever_their_size(engine: Engine, size: int) -> None:
    whole = ids(engine, Request(term("town")))
    pages = [ids(engine, Request(term("town"), first=n, size=size)) for n in range(0, 9, size)]
    assert [id for page in pages for id in page] == whole


def test_gives_back_what_went_in(engine: Engine) -> None:
    assert [engine.passage(p.id) for p in ALL] == list(ALL)
    assert engine.passage("absent#1") is None
    assert engine.passages("wars", 2, 9) == (STRIKE, TALKS)
    assert engine.passages("wars", -3, 1) == (RAID,)
    assert engine.passages("absent", 1, 9) == ()
    assert (engine.count("wars"), engine.count("absent")) == (3, 0)
    assert engine.document("wars") == WARS
    assert engine.document("absent") is None
    assert list(engine.documents()) == [PEACE, WARS]


def test_of_the_first_page_at_most_half_is_of_one_document(engine: Engine) -> None:
    request = Request(Term("title", "war"), size=2)
    either = replace(request, query=Or((request.query, term("truce"))))
    assert ids(engine, replace(request, group="spread")) == ["wars#1", "wars#2"]
    assert "peace/one#1" in ids(engine, replace(either, group="spread"))
    pages = [ids(engine, replace(either, group="spread", first=at)) for at in (0, 2)]
    assert sorted(id for page in pages for id in page) == [p.id for p in ALL]


def test_each_document_once_with_how_many_more(engine: Engine) -> None:
    matches = engine.search(Request(term("town"), size=1, group="document"))
    assert (matches.total, matches.documents) == (3, 2)
    assert [(hit.passage.id, hit.others) for hit in matches.hits] == [("wars#1", 1)]
    assert ids(engine, Request(term("town"), first=1, group="document")) == ["peace/one#1"]
    assert ids(engine, Request(term("absent"), group="document")) == []


def test_a_search_beyond_its_time_is_given_up(engine: Engine) -> None:
    with pytest.raises(OutOfTime):
        engine.search(Request(term("town"), until=Deadline.within(-1)))
    assert engine.search(Request(term("town"), until=Deadline.within(60))).total == 3


def test_names_and_words_by_prefix(engine: Engine) -> None:
    assert [name.name for name in engine.names("fsa")] == ["Free Syrian Army"]
    assert [name.name for name in engine.names("IDL")] == ["Idlib"]
    assert len(engine.names()) == 2
    assert [name.name for name in engine.most_named("", 1)] == [
        max(engine.names(), key=lambda name: sum(form.count for form in name.forms)).name
    ]
    assert engine.most_named("no such", 5) == ()
    lexicon = engine.lexicon()
    assert lexicon.with_prefix("NAÏ", 9) == lexicon.with_prefix("nai", 9)
    assert lexicon.with_prefix("rai", 9).words == ("raid", "raided")
    assert (lexicon.count("town"), lexicon.count("absent")) == (3, 0)
    assert lexicon.with_prefix("nai", 9).words == ("naïvely",)


@pytest.mark.parametrize("name", list(engines.ENGINES))
def test_putting_replaces_and_removing_forgets(name: str, tmp_path: Path) -> None:
    writer = engines.engine(name).begin(tmp_path / "gen-1")
    writer.put(WARS, (RAID, STRIKE, TALKS))
    writer.put(PEACE, (TRUCE,))
    writer.put(WARS, (TALKS,))
    writer.remove("peace/one")
    writer.remove("never put")
    writer.finish(made_manifest(name, 1, 1))
    opened = engines.engine(name).open(tmp_path / "gen-1")
    assert ids(opened, Request(Everything())) == ["wars#3"]
    opened.close()


def made_manifest(name: str, documents: int, passages: int) -> Manifest:
    return Manifest(name, "gen-1", documents, passages, "2026-01-01T00:00:00+00:00", "f")


@pytest.mark.parametrize("name", list(engines.ENGINES))
def test_what_was_abandoned_is_gone(name: str, tmp_path: Path) -> None:
    writer = engines.engine(name).begin(tmp_path / "gen-1")
    writer.put(WARS, (RAID,))
    writer.abandon()
    assert not (tmp_path / "gen-1").exists()


@pytest.mark.parametrize("name", list(engines.ENGINES))
def test_what_is_not_whole_or_not_ours_is_not_opened(name: str, tmp_path: Path) -> None:
    built(name, tmp_path / "gen-1").close()
    text = (tmp_path / "gen-1" / "manifest.json").read_text()
    for wrong in (
        "",
        "{}",
        "[]",
        text.replace(name, "other"),
        text.replace('"passages": 4', '"passages": 5'),
    ):
        (tmp_path / "gen-1" / "manifest.json").write_text(wrong)
        with pytest.raises(IndexDamaged, match="loccit index"):
            engines.engine(name).open(tmp_path / "gen-1")
    with pytest.raises(IndexDamaged):
        engines.engine(name).open(tmp_path / "absent")


TEXTS = st.text(alphabet="aé [48]\u0301-'😀\x00\ud800\n") | st.text()


@pytest.mark.parametrize("name", list(engines.ENGINES))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(TEXTS, min_size=1, max_size=3))
def test_any_text_comes_back_and_is_found_by_its_words(
    name: str, tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    passages = [passage("any", number, text) for number, text in enumerate(texts, start=1)]
    opened = built(
        name,
        tmp_path_factory.mktemp("any") / "gen-1",
        [(PEACE, ()), (WARS, ()), (Document("any", "Any"), passages)],
    )
    assert opened.passages("any", 1, 9) == tuple(passages)
    for each in passages:
        for word in analysis.terms(blank(each.text, citations.markers(each.text))):
            assert each.id in ids(opened, Request(Term("terms", word)))
    opened.close()


WORDS = st.sampled_from(["town", "raid", "air", "strike", "the", "absent", "and"])
RUNS = st.lists(WORDS, min_size=1, max_size=3).map(tuple)
ENDS = st.none() | st.integers(-60, 60)
LEAVES: st.SearchStrategy[Query] = st.one_of(
    st.just(Everything()),
    st.builds(Term, st.just("terms"), WORDS),
    st.builds(Phrase, st.just("terms"), RUNS, st.integers(0, 3)),
    st.builds(Has, st.just("date"), st.sampled_from(["2012", "2012-10", "XXXX-10", "20XX"])),
    st.builds(Has, st.just("organisation"), st.sampled_from(["NATO", "none"])),
    st.builds(Between, st.sampled_from(["cite", "cites", "first_day"]), ENDS, ENDS),
)
TREES = st.recursive(
    LEAVES,
    lambda trees: st.one_of(
        st.builds(Not, trees),
        st.builds(And, st.lists(trees, max_size=3).map(tuple)),
        st.builds(Or, st.lists(trees, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)
GROUPS = st.sampled_from(["date", "organisation", "cite", "not"])
REQUESTS = st.builds(
    Request,
    TREES,
    st.lists(st.builds(Filter, GROUPS, TREES), max_size=2).map(tuple),
    st.sampled_from(["score", "oldest", "newest", "added"]),
    st.integers(0, 3),
    st.integers(1, 5),
    st.just(FACETS),
    st.booleans(),
    st.sampled_from(["passage", "spread", "document"]),
)


@pytest.fixture(scope="module", params=OTHERS)
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Engine, Engine]]:
    place = tmp_path_factory.mktemp("pair")
    one, other = built("memory", place / "gen-1"), built(request.param, place / "gen-2")
    yield one, other
    one.close()
    other.close()


@settings(max_examples=300, deadline=None)
@given(request=REQUESTS)
def test_every_engine_answers_as_the_naive_model(
    pair: tuple[Engine, Engine], request: Request
) -> None:
    expected, found = (engine.search(request) for engine in pair)
    assert (found.total, found.documents) == (expected.total, expected.documents)
    assert [hit.others for hit in found.hits] == [hit.others for hit in expected.hits]
    assert found.facets == expected.facets
    assert [hit.score for hit in found.hits] == pytest.approx([h.score for h in expected.hits])
    assert [hit.passage for hit in found.hits] == [hit.passage for hit in expected.hits]
    one, other = ([hit.passage for hit in engine.every(request)] for engine in pair)
    assert one == other
    assert len(one) == found.total


@settings(max_examples=100, deadline=None)
@given(query=TREES)
def test_the_parts_of_a_score_add_up_to_it(pair: tuple[Engine, Engine], query: Query) -> None:
    request = Request(query, size=10, explain=True)
    for expected, found in zip(*(engine.search(request).hits for engine in pair), strict=True):
        assert sum(part.score for part in found.explanation) == pytest.approx(found.score)
        assert [
            (p.field, p.words, p.frequency, p.passages, p.length) for p in expected.explanation
        ] == [(p.field, p.words, p.frequency, p.passages, p.length) for p in found.explanation]


def test_an_explanation_is_given_only_where_it_is_asked_for(engine: Engine) -> None:
    (hit,) = engine.search(Request(Term("terms", "truce"))).hits
    assert hit.explanation == ()


def test_the_fields_of_a_passage_leave_markers_out() -> None:
    each = passage("any", 1, "Aleppo[49] and captured")
    assert fields(each, WARS).texts["terms"] == ["aleppo", "and", "captur"]


@pytest.mark.parametrize("sort", ["score", "oldest", "newest", "added"])
def test_every_match_comes_in_the_order_of_the_pages(engine: Engine, sort: Sort) -> None:
    request = Request(term("town"), (Filter("not", Not(term("raid"))),), sort, 1, 1)
    every = [hit.passage for hit in engine.every(request)]
    assert every == [hit.passage for hit in engine.search(replace(request, first=0, size=9)).hits]
    assert len(every) == 2
    assert list(engine.every(Request(term("absent")))) == []


def test_every_match_is_read_as_it_is_asked_for(engine: Engine) -> None:
    every = engine.every(Request(Everything()))
    assert next(every).passage == TRUCE
    assert [hit.passage for hit in every] == [RAID, STRIKE, TALKS]


@pytest.mark.parametrize("name", list(engines.ENGINES))
def test_sorts_by_when_a_passage_was_added_the_latest_first(name: str, tmp_path: Path) -> None:
    times = {1: 100, 2: 0, 3: 200, 4: 100}
    held = [replace(passage("any", n, f"Text {n}."), added=time) for n, time in times.items()]
    opened = built(name, tmp_path / "gen-1", [(Document("any", "Any"), held)])
    assert [hit.passage.number for hit in opened.every(Request(Everything(), sort="added"))] == [
        3, 1, 4, 2,
    ]  # fmt: skip
    assert ids(opened, Request(Between("added", 101, None))) == ["any#3"]
    assert opened.passage("any#3") == held[2]
    opened.close()
