"""Nothing scrolls sideways or is lost at the side, however long what it is made of."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from loccit.web.app import create_app
from tests.browser import long_text
from tests.browser.long_text import KINDS
from tests.browser.width import beyond, beyond_each
from tests.web.serving import serving


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
    assert beyond_each(long_page) == []


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_the_sheet(long_page: Page, width: int) -> None:
    long_page.set_viewport_size({"width": width, "height": 900})
    long_page.goto(KINDS["results"])
    long_page.get_by_role("button", name="Refine").click()
    assert beyond(long_page) == []


def test_a_long_line_would_be_seen(long_page: Page) -> None:
    long_page.goto(KINDS["results"])
    long_page.evaluate("document.querySelector('h2').style.whiteSpace = 'nowrap'")
    assert beyond(long_page) != []
