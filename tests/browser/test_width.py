"""Nothing scrolls sideways or is lost at the side, however long what it is made of."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from loccit.web.app import create_app
from tests.browser import long_text
from tests.browser.long_text import KINDS
from tests.web.serving import serving

WIDTHS = (360, 390, 1280)
_BEYOND = """() => {
  const width = document.documentElement.clientWidth;
  const named = (e) => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 40)}`;
  const cut = (e) => {
    for (let at = e; at && at !== document.body; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    return false;
  };
  const beyond = [...document.body.querySelectorAll('*')].filter((e) => {
    const box = e.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > width + 1 && !cut(e);
  });
  const scrolls = [...document.body.querySelectorAll('*')].filter((e) =>
    ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1
  );
  const wide = document.documentElement.scrollWidth > width ? ['the page'] : [];
  return [...wide, ...beyond.map(named), ...scrolls.map((e) => `scrolls: ${named(e)}`)];
}"""
"""What reaches beyond the window's right side without being cut, or scrolls sideways by itself."""


@pytest.fixture(scope="module")
def long_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of a site over hostile text."""
    with serving(long_text.built(tmp_path_factory.mktemp("long"))) as site:
        context = browser.new_context(base_url=site)
        yield context.new_page()
        context.close()


def test_every_page_has_its_kind() -> None:
    app = create_app(Path("absent"))
    routes = app.url_map.bind("")
    paths = [path for kind, path in KINDS.items() if kind != "nothing of the kind"]
    have = {routes.match(urlsplit(path).path)[0] for path in paths}
    assert {name for name in app.view_functions if name.startswith("pages.")} <= have


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_its_window(long_page: Page, kind: str) -> None:
    long_page.goto(KINDS[kind])
    for width in WIDTHS:
        long_page.set_viewport_size({"width": width, "height": 900})
        assert long_page.evaluate(_BEYOND) == [], width
    long_page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    for width in WIDTHS:
        long_page.set_viewport_size({"width": width, "height": 900})
        assert long_page.evaluate(_BEYOND) == [], width


@pytest.mark.parametrize("width", [360, 390])
def test_nothing_is_wider_than_the_sheet(long_page: Page, width: int) -> None:
    long_page.set_viewport_size({"width": width, "height": 900})
    long_page.goto(KINDS["results"])
    long_page.get_by_role("button", name="Refine").click()
    assert long_page.evaluate(_BEYOND) == []


def test_a_long_line_would_be_seen(long_page: Page) -> None:
    long_page.goto(KINDS["results"])
    long_page.evaluate("document.querySelector('h2').style.whiteSpace = 'nowrap'")
    assert long_page.evaluate(_BEYOND) != []
