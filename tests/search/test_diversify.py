"""No document floods the first page, and pages together still hold every match once."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from loccit.engines.deadline import NEVER
from loccit.engines.engine import Engine, Request
from loccit.engines.memory import MemoryEngine
from loccit.engines.query import Term
from loccit.model.documents import Document, Passage
from loccit.search.diversify import diversified, requests
from tests.engines.made import manifest, passage

Matches = list[tuple[int, int]]
MATCHES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), min_size=1, max_size=40)
"""Of each match its document, and how many other words dilute the one that is asked for."""


def opened(matches: Matches) -> Engine:
    held: dict[str, list[Passage]] = {}
    for document, others in matches:
        own = held.setdefault(f"d{document}", [])
        own.append(passage(f"d{document}", len(own) + 1, "raid" + " x" * others))
    passages = [each for own in held.values() for each in own]
    documents = [Document(id, id) for id in held]
    return MemoryEngine(manifest("memory", {"d": passages}), documents, passages, ())


def page(engine: Engine, number: int, size: int) -> list[str]:
    asked = Request(Term("terms", "raid"), first=(number - 1) * size, size=size)
    ranked, best = engine.answer(requests(asked), NEVER)
    return [str(hit.address) for hit in diversified(asked, ranked, best)]


def ranked(engine: Engine) -> list[str]:
    (matches,) = engine.answer([Request(Term("terms", "raid"), size=100)], NEVER)
    return [str(hit.address) for hit in matches.hits]


def expected(engine: Engine, size: int) -> list[str]:
    """All matches in their pages' order, by looking at every one of them."""
    order = ranked(engine)
    most, of = -(-size // 2), Counter[str]()
    first: list[str] = []
    for id in order:
        document = id.split("#")[0]
        if len(first) < size and of[document] < most:
            of[document] += 1
            first.append(id)
    first += [id for id in order if id not in first][: size - len(first)]
    return sorted(first, key=order.index) + [id for id in order if id not in first]


@given(MATCHES, st.integers(1, 9))
def test_every_page_is_that_of_looking_at_all_matches(matches: Matches, size: int) -> None:
    engine = opened(matches)
    pages = [page(engine, number, size) for number in range(1, len(matches) // size + 3)]
    assert [id for each in pages for id in each] == expected(engine, size)
    assert all(len(each) == size for each in pages[: len(matches) // size])


@given(MATCHES, st.integers(1, 9))
def test_a_document_has_half_the_first_page_while_others_match(matches: Matches, size: int) -> None:
    engine = opened(matches)
    shown = page(engine, 1, size)
    of = Counter(id.split("#")[0] for id in shown)
    left = {id.split("#")[0] for id in ranked(engine) if id not in shown}
    for document, count in of.items():
        if count > -(-size // 2):
            assert all(of[other] >= -(-size // 2) for other in left - {document})
