"""No violation that axe-core can find, on any page, in any of the forms that it has."""

import pytest
from playwright.sync_api import Page

from tests.browser import axe
from tests.browser.axe import in_every_form
from tests.browser.conftest import Opener, type_on
from tests.browser.kinds import KINDS

pytestmark = pytest.mark.usefixtures("node_modules")


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(scripted: Page, kind: str) -> None:
    scripted.goto(KINDS[kind])
    axe.load(scripted)
    assert in_every_form(scripted) == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_without_the_script(scriptless: Page, kind: str) -> None:
    scriptless.goto(KINDS[kind])
    axe.load(scriptless, scripts=False)
    assert in_every_form(scriptless) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/search?q=cite:any", "/search?q=cite:1+doc:a-modest-proposal"])
def test_axe_finds_nothing_in_the_disclosures(open_page: Opener, path: str) -> None:
    page = open_page(path)
    axe.load(page)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert in_every_form(page) == []


@pytest.mark.slow
def test_axe_finds_nothing_in_what_opens(open_page: Opener) -> None:
    page = open_page("/search?q=cite:any")
    axe.load(page)
    type_on(page, " isl")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert in_every_form(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert in_every_form(page) == []


def test_axe_would_find_something(page: Page) -> None:
    axe.load(page)
    page.evaluate("document.querySelector('label').remove()")
    assert any("label" in each for each in axe.violations(page))
