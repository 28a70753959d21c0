"""Whose turn it is: no client waits for another's second request, and no bound is passed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.web.serving.lanes import Lanes, Ticket
from loccit.web.serving.limits import HELD_BACK, LANES, Lane, LaneName
from loccit.web.serving.proxies import Proxies
from loccit.web.serving.sorting import lane

ONE: dict[LaneName, Lane] = {"pages": Lane(1, 1, 10, 3)}


def taken(lanes: Lanes[str], now: float = 0.0) -> list[str]:
    """Which requests come, one after another, each ended at once."""
    order = []
    while ticket := lanes.next(now):
        order.append(ticket.task)
        lanes.ended(ticket, now, now)
    return order


def test_clients_take_turns() -> None:
    lanes: Lanes[str] = Lanes(ONE)
    for client, task in ("a", "a1"), ("a", "a2"), ("a", "a3"), ("b", "b1"), ("c", "c1"):
        lanes.add(task, client, "pages", 0.0)
    assert taken(lanes) == ["a1", "b1", "c1", "a2", "a3"]


def test_who_asks_for_too_much_is_told_so_a_little_later() -> None:
    lanes: Lanes[str] = Lanes(ONE)
    for number in range(5):
        lanes.add(f"a{number}", "a", "pages", 0.0)
    lanes.add("b0", "b", "pages", 0.0)
    quick = Lanes[str](LANES)
    for number in range(6):
        quick.add(f"a{number}", "a", "dear", 0.0)
    assert taken(lanes) == ["a0", "b0", "a1", "a2", "a3"]
    late = quick.next(HELD_BACK)
    assert late is not None
    assert (late.task, late.refused) == ("a5", "client")


def test_who_has_waited_for_too_long_is_told_so() -> None:
    lanes: Lanes[str] = Lanes(LANES)
    lanes.add("first", "a", "dear", 0.0)
    running = lanes.next(0.0)
    assert running is not None
    lanes.add("second", "b", "dear", 1.0)
    assert lanes.next(LANES["dear"].seconds) is None
    late = [lanes.next(20.0), lanes.next(20.0)]
    assert [(each.task, each.refused) for each in late if each] == [("second", "site")]


def test_the_lane_of_dear_searches_rests_for_as_long_as_it_worked() -> None:
    lanes: Lanes[str] = Lanes(LANES)
    lanes.add("first", "a", "dear", 0.0)
    lanes.add("second", "b", "dear", 0.0)
    first = lanes.next(0.0)
    assert first is not None
    lanes.ended(first, 0.0, 2.0)
    assert lanes.next(3.9) is None
    assert lanes.next(4.0) is not None


CLIENTS = st.sampled_from("abcd")
STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "next", "end"]), CLIENTS, st.sampled_from(sorted(LANES)))
    | st.tuples(st.just("add"), st.just("a"), st.just("pages")),
    max_size=300,
)


@given(STEPS)
def test_no_bound_is_passed_and_nothing_is_lost(steps: list[tuple[str, str, LaneName]]) -> None:
    lanes: Lanes[int] = Lanes(LANES)
    running: list[Ticket[int]] = []
    seen: list[int] = []
    added = 0
    for now, (do, client, name) in enumerate(steps):
        if do == "add":
            lanes.add(added, client, name, now / 100)
            added += 1
        elif do == "next":
            ticket = lanes.next(now / 100)
            if ticket:
                seen.append(ticket.task)
                running += [] if ticket.refused else [ticket]
        elif running:
            lanes.ended(running.pop(0), now / 100, now / 100)
        at_once = Counter(ticket.lane for ticket in running)
        of_one = Counter((ticket.lane, ticket.client) for ticket in running)
        assert all(count <= LANES[name].running for name, count in at_once.items())
        assert all(count <= LANES[name].running_of_one for (name, _), count in of_one.items())
    seen += lanes.emptied()
    assert sorted(seen) == list(range(added))


@pytest.mark.parametrize(
    ("path", "query", "expected"),
    [
        ("/search", "q=raid", "pages"),
        ("/search", "q=ra*", "dear"),
        ("/search", "q=ra%2A&page=2", "dear"),
        ("/search", "q=%EF%BC%8A", "dear"),
        ("/search", "q=r%3Fid", "dear"),
        ("/search", "q=rade%7E2", "dear"),
        ("/api/search", "q=rade~", "dear"),
        ("/api/timeline", "q=ra*", "dear"),
        ("/search.atom", "q=ra*", "dear"),
        ("/search.atom", "q=raid", "pages"),
        ("/facets/place", "q=ra*", "dear"),
        ("/compare", "a=raid&b=strike", "dear"),
        ("/together", "q=raid", "dear"),
        ("/search.csv", "q=ra*", "exports"),
        ("/sources.bib", "q=raid", "exports"),
        ("/static/0/loccit.css", "", "quick"),
        ("/healthz", "", "quick"),
        ("/", "", "pages"),
        ("", "%", "pages"),
    ],
)
def test_a_request_goes_in_its_lane(path: str, query: str, expected: str) -> None:
    assert lane(path, query) == expected


@pytest.mark.parametrize(
    ("proxies", "peer", "told", "expected"),
    [
        ("0", "192.0.2.1", "198.51.100.7", "192.0.2.1"),
        ("1", "127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("1", "127.0.0.1", "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        ("2", "127.0.0.1", "203.0.113.9, 198.51.100.7", "203.0.113.9"),
        ("1", "127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "192.0.2.1", "198.51.100.7", "192.0.2.1"),
        ("127.0.0.1,10.0.0.0/8", "127.0.0.1", "203.0.113.9, 198.51.100.7, 10.1.2.3",
         "198.51.100.7"),
        ("::1", "::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("127.0.0.1", "::ffff:127.0.0.1", "198.51.100.7:4321", "198.51.100.7"),
        ("1", "127.0.0.1", "unknown", "unknown"),
        ("1", "127.0.0.1", "[2001:db8::1]:443", "2001:db8::"),
    ],
)  # fmt: skip
def test_who_asks_is_told_by_proxies_that_are_believed(
    proxies: str, peer: str, told: str, expected: str
) -> None:
    assert Proxies.read(proxies).client(peer, told) == expected


@pytest.mark.parametrize("text", ["", "-1", "1.5", "proxy", "10.0.0.0/99", "127.0.0.1,", "1,2"])
def test_what_names_no_proxies_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Proxies.read(text)


def test_a_lane_that_rests_is_looked_at_when_its_rest_is_over() -> None:
    lanes: Lanes[str] = Lanes(LANES)
    assert lanes.due_in(0.0, 0.25) is None
    lanes.add("one", "a", "dear", 0.0)
    first = lanes.next(0.0)
    assert first is not None
    lanes.add("two", "b", "dear", 0.01)
    lanes.ended(first, 0.0, 0.04)
    assert lanes.next(0.05) is None
    assert lanes.due_in(0.05, 0.25) == pytest.approx(0.03)
    assert lanes.next(0.081) is not None
