"""
What every engine must do, whatever it is made of:

1. Terms, phrases, values and ranges find just the passages that have them.
2. And, Or and Not are the set operations.
3. `total` and facet counts cover every match, not just the page; a facet gives the values that
   were asked for, and no more.
4. Filters narrow and don't score; a facet's counts leave out the filters of its own tag.
5. Scores fall; ties are broken by document and number; they are BM25's where that is promised.
6. Pages don't overlap and together hold every match, whatever their size and whether they are
   asked for by number or by the place of the last match.
7. `oldest` and `newest` sort by the first day, the undated last; `added` the latest added first.
8. Putting a document replaces it, removing forgets it.
9. What comes back is what went in, code point for code point.
10. Grouped by document, each comes once, with as many of its passages as were asked for.
11. Beyond its deadline a search is given up.
12. Several requests in one call give what each gives alone.
13. All of this as the naive model in memory does it, for any tree.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loccit import engines
from loccit.engines import analysis, field_table
from loccit.engines.deadline import NEVER, Deadline, OutOfTime
from loccit.engines.engine import (
    CACHE_BYTES,
    Cursor,
    Engine,
    FacetCounts,
    FacetRequest,
    Filter,
    Matches,
    Request,
    Section,
    Sort,
)
from loccit.engines.errors import IndexDamaged
from loccit.engines.generations import Generations
from loccit.engines.manifest import Manifest
from loccit.engines.passage_values import Held
from loccit.engines.query import (
    And,
    AnyOf,
    Anywhere,
    Covering,
    IntRange,
    KeywordTerm,
    MatchAll,
    Not,
    Or,
    Phrase,
    Preferred,
    Query,
    Term,
)
from loccit.mentions import citations
from loccit.mentions.masking import blank
from loccit.model.addresses import Address
from loccit.model.documents import Document, Former, Passage
from tests.engines.made import ALL, PEACE, RAID, STRIKE, TALKS, TRUCE, WARS, built, passage

FACETS = tuple(FacetRequest(row.name, 1000) for row in field_table.facets())
OTHERS = [name for name in engines.ENGINES if name != "memory"]


@pytest.fixture(params=list(engines.ENGINES))
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    opened = built(request.param, tmp_path / "gen-1")
    yield opened
    opened.close()


def ask(engine: Engine, request: Request) -> Matches:
    (matches,) = engine.answer([request], NEVER)
    return matches


def counts(matches: Matches, field: str) -> dict[str, int]:
    return dict(matches.facets[field].counts)


def facets(*fields: str) -> tuple[FacetRequest, ...]:
    return tuple(FacetRequest(field, 100) for field in fields)


def at(engine: Engine, id: str) -> Passage | None:
    address = Address.read(id)
    assert address
    return engine.passage(address, NEVER)


def ids(engine: Engine, request: Request) -> list[str]:
    return [hit.passage.id for hit in ask(engine, request).hits]


def term(word: str) -> Term:
    return Term("terms", analysis.term(word))


def phrase(words: str, slop: int = 0) -> Phrase:
    return Phrase("terms", tuple(analysis.terms(words)), slop)


FOUND: list[tuple[Query, set[str]]] = [
    (MatchAll(), {p.id for p in ALL}),
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
    (KeywordTerm("organisation", "NATO"), {"wars#2", "peace/one#1"}),
    (KeywordTerm("organisation", "nato"), set()),
    (KeywordTerm("organisation", "Free"), set()),
    (KeywordTerm("place", "Idlib"), {"wars#1"}),
    *(
        (KeywordTerm(type, "Idlib"), set())
        for type in ("person", "organisation", "group", "event", "other")
    ),
    (Phrase("source", ("report", "of", "the", "ministri")), {"wars#1", "wars#2"}),
    (And((Term("source", "ministri"), IntRange("cites", 1, 1))), {"wars#2"}),
    (KeywordTerm("document", "peace/one"), {"peace/one#1"}),
    (KeywordTerm("date", "2012"), {"wars#1", "wars#2"}),
    (KeywordTerm("date_own", "2012"), {"wars#2"}),
    (KeywordTerm("date", "XXXX-10"), {"wars#1"}),
    (KeywordTerm("date", "-004X"), {"wars#3"}),
    (KeywordTerm("when", "none"), {"peace/one#1"}),
    (IntRange("cite", 48, 48), {"wars#1", "wars#2"}),
    (IntRange("cite", 49, None), {"wars#1"}),
    (IntRange("cite", None, 48), {"wars#1", "wars#2"}),
    (IntRange("cites", 0, 0), {"wars#3", "peace/one#1"}),
    (IntRange("cites", 2, None), {"wars#1"}),
    (IntRange("first_day", None, -1), {"wars#3"}),
    (And((term("town"), term("raid"))), {"wars#1"}),
    (And((term("town"), Not(term("raid")))), {"wars#2", "peace/one#1"}),
    (Or((term("raid"), term("truce"))), {"wars#1", "peace/one#1"}),
    (Or(()), set()),
    (Covering((term("raid"), term("truce")), 1.0), {"wars#1", "peace/one#1"}),
    (Covering((), 1.0), set()),
    (Anywhere(("raid",)), {"wars#1", "peace/one#1"}),
    (Anywhere(("war",)), {"wars#1", "wars#2", "wars#3"}),
    (Anywhere(("after", "the", "raid")), {"peace/one#1"}),
    (Anywhere(("the", "raid")), {"wars#1", "peace/one#1"}),
    (Anywhere(("war", "the")), set()),
    (Anywhere(("free",)), {"wars#1"}),
    (
        Anywhere(("absent",), names=(KeywordTerm("organisation", "NATO"),)),
        {"wars#2", "peace/one#1"},
    ),
    (Term("opening", "war"), {"wars#1"}),
    (Preferred(term("town"), term("raid"), 2.0), {"wars#1", "wars#2", "peace/one#1"}),
    (Not(term("town")), {"wars#3"}),
    (Not(MatchAll()), set()),
]


@pytest.mark.parametrize(("query", "expected"), FOUND, ids=[repr(query) for query, _ in FOUND])
def test_finds(engine: Engine, query: Query, expected: set[str]) -> None:
    matches = ask(engine, Request(query))
    assert {hit.passage.id for hit in matches.hits} == expected
    assert matches.total == len(expected)


def test_counts_every_match_not_just_the_page(engine: Engine) -> None:
    matches = ask(
        engine, Request(term("town"), size=1, facets=facets("organisation", "cite", "cites"))
    )
    assert (matches.total, len(matches.hits)) == (3, 1)
    assert matches.facets == {
        "organisation": FacetCounts({"NATO": 2, "Free Syrian Army": 1}, 2, 3),
        "cite": FacetCounts({"48": 2, "49": 1}, 2, 3),
        "cites": FacetCounts({"0": 1, "1": 1, "2": 1}, 3, 3),
    }


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (FacetRequest("organisation", 1), (["NATO"], 2)),
        (FacetRequest("organisation", 0), ([], 2)),
        (FacetRequest("organisation", 9, containing=("SYRIÁN",)), (["Free Syrian Army"], 1)),
        (FacetRequest("organisation", 9, containing=("nat", "army")),
         (["NATO", "Free Syrian Army"], 2)),
        (FacetRequest("organisation", 9, containing=("x",)), ([], 0)),
        (FacetRequest("organisation", 9, only=("NATO", "absent")), (["NATO"], 1)),
        (FacetRequest("organisation", 9, only=()), ([], 0)),
        (FacetRequest("organisation", 0, among=("Free Syrian Army", "absent")),
         (["Free Syrian Army"], 2)),
        (FacetRequest("organisation", 1, among=("NATO",)), (["NATO"], 2)),
        (FacetRequest("cite", 1), (["48"], 2)),
        (FacetRequest("cited", 9), (["wars#48", "wars#49"], 2)),
    ],
)  # fmt: skip
def test_a_facet_gives_what_was_asked_for_and_no_more(
    engine: Engine, asked: FacetRequest, expected: tuple[list[str], int]
) -> None:
    found = ask(engine, Request(term("town"), size=0, facets=(asked,))).facets[asked.field]
    assert (list(found.counts), found.distinct) == expected
    assert found.passages == 3


def test_a_facet_leaves_out_the_filters_of_its_own_tag(engine: Engine) -> None:
    filters = (
        Filter("organisation", KeywordTerm("organisation", "NATO")),
        Filter("date", KeywordTerm("date", "2012")),
    )
    matches = ask(
        engine,
        Request(MatchAll(), filters, facets=facets("organisation", "document", "when", "cites")),
    )
    assert [hit.passage.id for hit in matches.hits] == ["wars#2"]
    assert counts(matches, "organisation") == {"Free Syrian Army": 1, "NATO": 1}
    assert counts(matches, "document") == {"wars": 1}
    years = {f"{letter}{cell}": 1 for letter in "ya" for cell in ("2012", "201X", "20XX", "2XXX")}
    assert counts(matches, "when") == years | {"none": 1}
    assert counts(matches, "cites") == {"1": 1}


def test_filters_do_not_score(engine: Engine) -> None:
    plain = ask(engine, Request(term("raid"))).hits[0].score
    narrowed = ask(engine, Request(term("raid"), (Filter("x", term("town")),))).hits[0].score
    assert plain == narrowed
    assert ask(engine, Request(KeywordTerm("document", "wars"))).hits[0].score == 0


def test_words_count_in_the_text_more_than_in_the_heading(engine: Engine) -> None:
    assert ids(engine, Request(Anywhere(("raid",)))) == ["wars#1", "peace/one#1"]


def test_words_in_the_passages_beside_count_a_little(engine: Engine) -> None:
    hits = ask(engine, Request(Anywhere(("town",)), explain=True)).hits
    fields = {hit.passage.id: [part.field for part in hit.explanation] for hit in hits}
    assert fields == {
        "wars#1": ["terms", "beside"], "wars#2": ["terms", "beside"], "peace/one#1": ["terms"],
    }  # fmt: skip
    without = {hit.passage.id: hit.score for hit in ask(engine, Request(term("town"))).hits}
    assert [hit.passage.id for hit in hits if hit.score > without[hit.passage.id] + 1e-9] == [
        "wars#1", "wars#2",
    ]  # fmt: skip


def test_what_is_preferred_scores_so_many_times_as_much(engine: Engine) -> None:
    plain, preferred = term("town"), Preferred(term("town"), term("truce"), 3.0)
    before = {hit.passage.id: hit.score for hit in ask(engine, Request(plain)).hits}
    after = {hit.passage.id: hit.score for hit in ask(engine, Request(preferred)).hits}
    assert after == before | {"peace/one#1": pytest.approx(3 * before["peace/one#1"])}


def test_what_has_more_of_what_was_asked_counts_more(engine: Engine) -> None:
    parts = (term("town"), term("truce"))
    before = {hit.passage.id: hit.score for hit in ask(engine, Request(Or(parts))).hits}
    after = {hit.passage.id: hit.score for hit in ask(engine, Request(Covering(parts, 1.0))).hits}
    share = {id: after[id] / before[id] for id in before}
    both = share.pop("peace/one#1")
    assert both == pytest.approx(1.0)
    assert set(after) == set(before)
    assert all(0 < each < 0.5 for each in share.values())
    (hit, *_) = ask(engine, Request(Covering(parts, 1.0), explain=True)).hits
    assert sum(each.score for each in hit.explanation) == pytest.approx(hit.score)


def test_more_of_the_term_ranks_higher(engine: Engine) -> None:
    hits = ask(engine, Request(term("town"))).hits
    assert hits[0].passage == RAID
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_ties_are_broken_by_document_and_number(engine: Engine) -> None:
    assert ids(engine, Request(MatchAll())) == ["peace/one#1", "wars#1", "wars#2", "wars#3"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("oldest", ["wars#3", "wars#2", "wars#1", "peace/one#1"]),
        ("newest", ["wars#1", "wars#2", "wars#3", "peace/one#1"]),
    ],
)
def test_sorts_by_date_the_undated_last(engine: Engine, sort: str, expected: list[str]) -> None:
    assert ids(engine, Request(MatchAll(), sort=sort)) == expected  # type: ignore[arg-type]
    paged = [ids(engine, Request(MatchAll(), sort=sort, first=n, size=1)) for n in range(5)]  # type: ignore[arg-type]
    assert paged == [[id] for id in expected] + [[]]


def test_tiers_come_before_the_rest_each_by_date(engine: Engine) -> None:
    tiers = (KeywordTerm("date_own", "2012"), term("town"))
    expected = ["wars#2", "wars#1", "peace/one#1", "wars#3"]
    assert ids(engine, Request(MatchAll(), tiers=tiers)) == expected
    assert ids(engine, Request(MatchAll(), tiers=tiers, first=1, size=2)) == expected[1:3]
    hits = ask(engine, Request(MatchAll(), tiers=tiers)).hits
    after = Request(MatchAll(), tiers=tiers, after=hits[1].cursor)
    assert ids(engine, after) == expected[2:]
    assert [hit.passage.id for hit in engine.every(after, NEVER)] == expected[2:]


@pytest.mark.parametrize("size", [1, 2, 3, 10])
def test_pages_hold_every_match_once_whatever_their_size(engine: Engine, size: int) -> None:
    whole = ids(engine, Request(term("town")))
    pages = [ids(engine, Request(term("town"), first=n, size=size)) for n in range(0, 9, size)]
    assert [id for page in pages for id in page] == whole


def test_gives_back_what_went_in(engine: Engine) -> None:
    assert [engine.passage(p.address, NEVER) for p in ALL] == list(ALL)
    assert at(engine, "absent#1") is None
    assert engine.passages("wars", 2, 9, NEVER) == (STRIKE, TALKS)
    assert engine.passages("wars", -3, 1, NEVER) == (RAID,)
    assert engine.passages("absent", 1, 9, NEVER) == ()
    assert (engine.count("wars", NEVER), engine.count("absent", NEVER)) == (3, 0)
    assert engine.document("wars") == WARS
    assert engine.document("absent") is None
    assert list(engine.documents()) == [PEACE, WARS]


def test_each_document_once_with_how_many_more(engine: Engine) -> None:
    matches = ask(engine, Request(term("town"), size=1, by="document"))
    assert (matches.total, matches.documents) == (3, 2)
    assert [(hit.passage.id, hit.others) for hit in matches.hits] == [("wars#1", 1)]
    assert ids(engine, Request(term("town"), first=1, by="document")) == ["peace/one#1"]
    assert ids(engine, Request(term("absent"), by="document")) == []
    assert ask(engine, Request(term("town"), size=0, by="document")).documents == 2
    several = Request(term("town"), by="document", each=2)
    assert ids(engine, several) == ["wars#1", "wars#2", "peace/one#1"]


@pytest.mark.parametrize("sort", get_args(Sort))
def test_pages_go_on_from_a_place(engine: Engine, sort: Sort) -> None:
    whole = ask(engine, Request(MatchAll(), sort=sort)).hits
    for number, hit in enumerate(whole, start=1):
        rest = [each.passage.id for each in whole[number:]]
        request = Request(MatchAll(), sort=sort, after=hit.cursor)
        assert ids(engine, request) == rest
        assert ask(engine, request).total == len(whole)
        assert [each.passage.id for each in engine.every(request, NEVER)] == rest


def test_several_requests_in_one_call_give_what_each_gives_alone(engine: Engine) -> None:
    requests = [
        Request(term("town"), facets=facets("place")),
        Request(term("town"), (Filter("", term("raid")),), size=1),
        Request(MatchAll(), sort="oldest"),
        Request(term("town"), by="document"),
    ]
    together = engine.answer(requests, NEVER)
    assert together == [ask(engine, request) for request in requests]
    assert engine.answer([], NEVER) == []


@pytest.mark.parametrize(
    ("field", "values", "expected"),
    [
        ("terms", ["town", "raid", "absent"], (3, 1, 0)),
        ("words", ["naïvely", "naively"], (1, 0)),
        ("organisation", ["NATO", "nato"], (2, 0)),
        ("date", ["2012", "1999"], (2, 0)),
        ("cited", ["wars#48", "wars#1"], (2, 0)),
        ("terms", [], ()),
    ],
)
def test_says_how_many_passages_have_a_value(
    engine: Engine, field: str, values: list[str], expected: tuple[int, ...]
) -> None:
    assert engine.frequencies(field, values, NEVER) == expected


def test_a_search_beyond_its_time_is_given_up(engine: Engine) -> None:
    with pytest.raises(OutOfTime):
        engine.answer([Request(term("town"))], Deadline.within(-1))
    with pytest.raises(OutOfTime):
        engine.every(Request(term("town")), Deadline.within(-1))
    (matches,) = engine.answer([Request(term("town"))], Deadline.within(60))
    assert matches.total == 3


def test_names_by_their_forms(engine: Engine) -> None:
    assert [name.name for name in engine.names("fsa", 0, 9).names] == ["Free Syrian Army"]
    assert [name.name for name in engine.names("IDL", 0, 9).names] == ["Idlib"]
    every = engine.names("", 0, 9)
    assert (len(every.names), every.total) == (2, 2)
    second = engine.names("", 1, 1)
    assert (second.names, second.total) == (every.names[1:], 2)
    most = max(every.names, key=lambda name: name.mentions)
    assert engine.most_named("", 1) == (most,)
    assert engine.most_named("no such", 5) == ()
    assert [name.name for name in engine.most_named("army", 5)] == ["Free Syrian Army"]
    assert engine.most_named("syrian a", 5, ("place", "person")) == ()
    assert engine.most_named("syrain", 5) == ()
    assert [n.name for n in engine.most_named("syrain", 5, nearly=True)] == ["Free Syrian Army"]
    assert [name.name for name in engine.named("FSA", 9)] == ["Free Syrian Army"]
    assert engine.named("FS", 9) == ()
    assert engine.name_of("place", "Idlib") == every.names[1]
    assert engine.name_of("person", "Idlib") is None


def test_documents_by_their_titles(engine: Engine) -> None:
    assert [each.id for each in engine.titled("WAR", 9)] == ["wars"]
    assert [each.id for each in engine.titled("one", 9)] == ["peace/one"]
    assert [each.id for each in engine.titled("", 9)] == ["wars", "peace/one"]
    assert [each.id for each in engine.titled("", 1)] == ["wars"]
    assert engine.titled("peaec", 9) == ()
    assert [each.id for each in engine.titled("peaec", 9, nearly=True)] == ["peace/one"]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://example.org/wars", ["wars"]),
        ("HTTP://example.org/wars/#second", ["wars"]),
        ("https://example.org/war", []),
        ("example.org/wars", []),
        ("https://", []),
        ("A book", []),
        ("", []),
    ],
)
def test_documents_by_the_address_of_their_source(
    engine: Engine, address: str, found: list[str]
) -> None:
    assert [each.id for each in engine.sourced(address, 9)] == found
    assert engine.sourced(address, 0) == ()


def test_documents_by_title(engine: Engine) -> None:
    every = engine.by_title("", 0, 9)
    assert ([each.id for each in every.documents], every.total) == (["peace/one", "wars"], 2)
    second = engine.by_title("", 1, 9)
    assert ([each.id for each in second.documents], second.total) == (["wars"], 2)
    holding = engine.by_title("E WÁR", 0, 9)
    assert ([each.id for each in holding.documents], holding.total) == (["wars"], 1)
    assert engine.by_title("zzz", 0, 9).total == 0


def test_an_outline_has_each_run_of_passages_under_a_heading(engine: Engine) -> None:
    assert engine.outline("peace/one", NEVER) == (Section("After the raid", 1, 1),)
    assert engine.outline("wars", NEVER) == engine.outline("absent", NEVER) == ()


SECTIONS = st.lists(st.sampled_from(["", "Origins", "War", "Aftermath"]), max_size=12)


@pytest.mark.parametrize("name", list(engines.ENGINES))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sections=SECTIONS)
def test_an_outline_covers_what_is_under_headings_in_order(
    name: str, tmp_path_factory: pytest.TempPathFactory, sections: list[str]
) -> None:
    own = [passage("own", n, "It was.", section=each) for n, each in enumerate(sections, 1)]
    place = tmp_path_factory.mktemp("outline") / "gen-1"
    opened = built(name, place, [(WARS, (RAID,)), (Document("own", "Own"), own), (PEACE, (TRUCE,))])
    outline = opened.outline("own", NEVER)
    covered = {n: s.heading for s in outline for n in range(s.first, s.first + s.passages)}
    assert covered == {n: each for n, each in enumerate(sections, 1) if each}
    assert [each.first for each in outline] == sorted(each.first for each in outline)
    assert all(
        one.heading != other.heading or one.first + one.passages < other.first
        for one, other in pairwise(outline)
    )
    opened.close()


def test_words_that_one_may_mean(engine: Engine) -> None:
    assert engine.words_beginning("NAÏ", 9) == engine.words_beginning("nai", 9)
    begun = engine.words_beginning("rai", 9)
    assert (begun.words, begun.counts, begun.cut) == (("raid", "raided"), (1, 1), False)
    assert engine.words_beginning("rai", 1).cut
    assert engine.words_beginning("nai", 9).words == ("naïvely",)
    assert engine.words_matching("t*n", 9).words == ("town",)
    assert engine.words_near("twon", 1, 9).counts == (3,)


@pytest.mark.parametrize("name", list(engines.ENGINES))
def test_putting_replaces_and_removing_forgets(name: str, tmp_path: Path) -> None:
    writer = engines.engine(name).begin_folder(tmp_path / "gen-1", 1)
    writer.put(WARS, (RAID, STRIKE, TALKS))
    writer.put(PEACE, (TRUCE,))
    writer.put(WARS, (TALKS,))
    writer.remove("peace/one")
    writer.remove("never put")
    writer.finish(made_manifest(name, 1, 1))
    opened = engines.engine(name).open_folder(tmp_path / "gen-1", CACHE_BYTES)
    assert ids(opened, Request(MatchAll())) == ["wars#3"]
    opened.close()


def made_manifest(name: str, documents: int, passages: int) -> Manifest:
    return Manifest(name, "gen-1", documents, passages, "2026-01-01T00:00:00+00:00", "f")


@pytest.mark.parametrize("name", list(engines.ENGINES))
def test_what_was_abandoned_is_gone(name: str, tmp_path: Path) -> None:
    writer = engines.engine(name).begin_folder(tmp_path / "gen-1", 1)
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
            engines.engine(name).open_folder(tmp_path / "gen-1", CACHE_BYTES)
    with pytest.raises(IndexDamaged):
        engines.engine(name).open_folder(tmp_path / "absent", CACHE_BYTES)


@pytest.mark.parametrize("name", list(engines.ENGINES))
def test_what_passages_once_were_comes_back_in_its_order(name: str, tmp_path: Path) -> None:
    store = Generations(tmp_path, name)
    formers = tuple(Former(n, f"{n:08x}", f"Text {n}\ud800", 1700 - n) for n in (9, 2, 5))
    writer = store.begin()
    writer.put(WARS, [RAID], formers[:1])
    writer.put(WARS, [RAID], formers)
    writer.put(PEACE, [TRUCE], formers[:1])
    writer.put(Document("gone", "Gone"), [], formers)
    writer.remove("gone")
    writer.finish(Manifest(name, writer.generation, 2, 2, "", ""))
    store.publish(writer.generation)
    copied = store.begin(writer.generation)
    copied.finish(Manifest(name, copied.generation, 2, 2, "", ""))
    for generation in (writer.generation, copied.generation):
        opened = engines.engine(name).open_folder(tmp_path / generation, CACHE_BYTES)
        assert opened.formers("wars") == formers
        assert opened.formers("peace/one") == formers[:1]
        assert opened.formers("gone") == opened.formers("absent") == ()
        opened.close()


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
    assert opened.passages("any", 1, 9, NEVER) == tuple(passages)
    for each in passages:
        for word in analysis.terms(blank(each.text, citations.markers(each.text))):
            assert each.id in ids(opened, Request(Term("terms", word)))
    opened.close()


WORDS = st.sampled_from(["town", "raid", "air", "strike", "the", "absent", "and"])
RUNS = st.lists(WORDS, min_size=1, max_size=3).map(tuple)
CELLS = st.sampled_from(["2012", "2012-10", "XXXX-10", "20XX"])
IDS = st.sampled_from(["wars", "peace/one", "absent"])
ENDS = st.none() | st.integers(-60, 60)
NAMED = st.builds(KeywordTerm, st.just("organisation"), st.sampled_from(["NATO", "none"]))
LEAVES: st.SearchStrategy[Query] = st.one_of(
    st.just(MatchAll()),
    st.builds(Term, st.just("terms"), WORDS),
    st.builds(Phrase, st.just("terms"), RUNS, st.integers(0, 3)),
    st.builds(Anywhere, RUNS, st.integers(0, 3), st.lists(NAMED, max_size=2).map(tuple)),
    st.builds(KeywordTerm, st.just("date"), CELLS),
    NAMED,
    st.builds(AnyOf, st.just("date"), st.lists(CELLS, max_size=3).map(tuple)),
    st.builds(AnyOf, st.just("document"), st.lists(IDS, max_size=20).map(tuple)),
    st.builds(IntRange, st.sampled_from(["cite", "cites", "first_day"]), ENDS, ENDS),
)
TREES = st.recursive(
    LEAVES,
    lambda trees: st.one_of(
        st.builds(Not, trees),
        st.builds(Preferred, trees, trees, st.sampled_from([1.0, 2.0])),
        st.builds(Covering, st.lists(trees, max_size=3).map(tuple), st.sampled_from([0.5, 1.0])),
        st.builds(And, st.lists(trees, max_size=3).map(tuple)),
        st.builds(Or, st.lists(trees, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)
TAGS = st.sampled_from(["date", "organisation", "cite", "not"])
PLACES = st.none() | st.builds(
    Cursor, st.sampled_from([0.0, -0.5, -1.0, 734781.0]), IDS, st.integers(0, 4)
)
REQUESTS = st.builds(
    Request,
    TREES,
    st.lists(st.builds(Filter, TAGS, TREES), max_size=2).map(tuple),
    st.sampled_from(["score", "oldest", "newest", "added"]),
    st.integers(0, 3),
    st.integers(0, 5),
    PLACES,
    st.just(FACETS),
    st.booleans(),
    st.sampled_from([None, "document"]),
    st.integers(1, 3),
    st.lists(TREES, max_size=2).map(tuple),
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
    expected, found = (ask(engine, request) for engine in pair)
    assert (found.total, found.documents) == (expected.total, expected.documents)
    assert [hit.others for hit in found.hits] == [hit.others for hit in expected.hits]
    assert found.facets == expected.facets
    if pair[1].capabilities.exact_scores:
        scores = [hit.score for hit in expected.hits]
        assert [hit.score for hit in found.hits] == pytest.approx(scores)
    assert [hit.passage for hit in found.hits] == [hit.passage for hit in expected.hits]
    one, other = ([hit.passage for hit in engine.every(request, NEVER)] for engine in pair)
    assert one == other
    assert request.after or len(one) == found.total


@settings(max_examples=100, deadline=None)
@given(query=TREES)
def test_the_parts_of_a_score_add_up_to_it(pair: tuple[Engine, Engine], query: Query) -> None:
    request = Request(query, size=10, explain=True)
    for expected, found in zip(*(ask(engine, request).hits for engine in pair), strict=True):
        assert sum(part.score for part in found.explanation) == pytest.approx(found.score)
        assert [
            (p.field, p.words, p.frequency, p.passages, p.length) for p in expected.explanation
        ] == [(p.field, p.words, p.frequency, p.passages, p.length) for p in found.explanation]


def test_an_explanation_is_given_only_where_it_is_asked_for(engine: Engine) -> None:
    (hit,) = ask(engine, Request(Term("terms", "truce"))).hits
    assert hit.explanation == ()


def test_the_fields_of_a_passage_leave_markers_out() -> None:
    each = passage("any", 1, "Aleppo[49] and captured")
    indexed = field_table.indexed(Held(each, WARS))
    assert indexed.texts["terms"] == ["aleppo", "and", "captur"]


@pytest.mark.parametrize("sort", ["score", "oldest", "newest", "added"])
def test_every_match_comes_in_the_order_of_the_pages(engine: Engine, sort: Sort) -> None:
    request = Request(term("town"), (Filter("not", Not(term("raid"))),), sort, 1, 1)
    every = [hit.passage for hit in engine.every(request, NEVER)]
    assert every == [hit.passage for hit in ask(engine, replace(request, first=0, size=9)).hits]
    assert len(every) == 2
    assert list(engine.every(Request(term("absent")), NEVER)) == []


def test_every_match_is_read_as_it_is_asked_for(engine: Engine) -> None:
    every = engine.every(Request(MatchAll()), NEVER)
    assert next(every).passage == TRUCE
    assert [hit.passage for hit in every] == [RAID, STRIKE, TALKS]


@pytest.mark.parametrize("name", list(engines.ENGINES))
def test_sorts_by_when_a_passage_was_added_the_latest_first(name: str, tmp_path: Path) -> None:
    times = {1: 100, 2: 0, 3: 200, 4: 100}
    held = [replace(passage("any", n, f"Text {n}."), first_seen=time) for n, time in times.items()]
    opened = built(name, tmp_path / "gen-1", [(Document("any", "Any"), held)])
    latest_first = opened.every(Request(MatchAll(), sort="added"), NEVER)
    assert [hit.passage.number for hit in latest_first] == [3, 1, 4, 2]
    assert ids(opened, Request(IntRange("first_seen", 101, None))) == ["any#3"]
    assert opened.passage(Address("any", 3), NEVER) == held[2]
    opened.close()
