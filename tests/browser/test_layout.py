"""Every page fits its window, keeps still while it loads and changes, and is light."""

import re

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.conftest import Opener, type_on
from tests.browser.kinds import KINDS

WIDTHS = (360, 480, 767, 768, 959, 960, 1440)
MOST_BYTES = 60_000
MOST_REQUESTS = 4
_WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    const moved = shift.sources.map(({ node }) => `${node?.nodeName}.${node?.className}`);
    window.shifts.push([shift.value, ...moved]);
  }
}).observe({ type: 'layout-shift', buffered: true });
"""


_DRAWN = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)));
})"""
"""Ends when the page has been drawn, however busy the machine is."""


def shifts(page: Page) -> list[object]:
    """What moved, also within half a second of a key, which browsers forgive."""
    page.evaluate(_DRAWN)
    found = page.evaluate("window.shifts")
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_while_a_page_loads_or_scrolls_sideways(scripted: Page, kind: str) -> None:
    for width in (390, 1280):
        scripted.set_viewport_size({"width": width, "height": 900})
        scripted.goto(KINDS[kind])
        scripted.evaluate(_WATCH)
        assert shifts(scripted) == []
    scripted.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    for width in WIDTHS:
        scripted.set_viewport_size({"width": width, "height": 900})
        assert scripted.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_results_follow(open_page: Opener, width: int) -> None:
    page = open_page("/search?q=idlib", width)
    page.evaluate(_WATCH)
    for typed, title in ((" turkish", "turkish"), ("xqj", "turkishxqj")):
        type_on(page, typed)
        expect(page).to_have_title(re.compile(title))
    for _ in "xqj":
        page.keyboard.press("Backspace")
    expect(page).to_have_title(re.compile("turkish "))
    page.go_back()
    expect(page).to_have_title(re.compile("for idlib "))
    assert shifts(page) == []


def test_a_shift_would_be_seen(open_page: Opener) -> None:
    page = open_page("/search?q=idlib")
    page.evaluate(_WATCH)
    page.evaluate(_DRAWN)
    page.evaluate("document.querySelector('#main').prepend('Something late')")
    assert shifts(page) != []


@pytest.mark.parametrize("kind", ["home", "results", "passage", "document", "name"])
def test_a_first_view_is_light(open_page: Opener, kind: str) -> None:
    answers: list[Response] = []
    page = open_page("about:blank")
    page.on("response", lambda answer: answers.append(answer))
    page.goto(KINDS[kind], wait_until="networkidle")
    assert len(answers) <= MOST_REQUESTS, [answer.url for answer in answers]
    sent = sum(answer.request.sizes()["responseBodySize"] for answer in answers)
    assert 3_000 < sent <= MOST_BYTES


def test_the_dark_scheme_is_dark(open_page: Opener) -> None:
    page = open_page("/search?q=air+strikes", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 26)"
