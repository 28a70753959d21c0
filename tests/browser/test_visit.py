"""A whole visit in a real browser, on the project's own seeds: with and without the script."""

import csv
import re
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import axe
from tests.browser.conftest import Opener

WINDOWS: dict[str, dict[str, Any]] = {
    "wide": {"width": 1280},
    "dark": {"width": 1280, "color_scheme": "dark"},
    "phone": {"width": 390, "has_touch": True, "is_mobile": True, "color_scheme": "dark"},
}


def total(page: Page) -> int:
    text = page.locator(".result-count").inner_text()
    return int(text.split()[0].replace(",", ""))


def counted(link: Locator) -> int:
    return int(link.locator(".count").inner_text().replace(",", ""))


def search_as_typed(page: Page) -> None:
    page.get_by_role("combobox").press_sequentially("islamic st")
    page.get_by_role("option", name="Islamic State").click()


def search_by_form(page: Page) -> None:
    page.get_by_label("Search the passages").fill('org:"Islamic State"')
    page.get_by_role("button", name="Search").click()


def exported(page: Page) -> int:
    """How many passages the CSV file of these results holds."""
    with page.expect_download() as download:
        page.locator(".take-away").get_by_role("link", name="CSV").click()
    with download.value.path().open(encoding="utf-8-sig", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


def refine(page: Page) -> None:
    """Where the facets aren't beside the results, opens the sheet that they are in."""
    opener = page.get_by_role("button", name="Refine by date")
    if opener.count():
        opener.click()


def visit(page: Page, scripts: bool, check: bool) -> None:
    """Type, narrow by a name and a time, export, read, follow a citation and a name, go back."""

    def stop() -> None:
        if check:
            axe.load(page, scripts)
            assert axe.violations(page) == []

    stop()
    (search_as_typed if scripts else search_by_form)(page)
    expect(page).to_have_title(re.compile("passages for org:"))
    found = total(page)
    stop()
    facet = page.locator(".facet-list a", has_text="Bashar al-Assad")
    narrowed = counted(facet)
    refine(page)
    stop()
    facet.click()
    expect(page.locator(".part", has_text="Bashar al-Assad")).to_be_visible()
    assert total(page) == narrowed < found
    drill = page.locator(".timeline-years a").first
    dated = counted(drill)
    refine(page)
    drill.click()
    expect(page.locator(".part-group", has_text="dated")).to_be_visible()
    assert total(page) == dated
    assert exported(page) == dated
    results = page.url
    stop()
    page.locator(".passage-title a").first.click()
    expect(page.locator(".context-passage[aria-current]")).to_be_visible()
    expect(page.get_by_text("CC BY-SA 4.0").first).to_be_visible()
    passage = page.url
    stop()
    page.locator(".context-passage[aria-current] a.cite").first.click()
    expect(page.locator("h1")).to_contain_text("Citation [")
    stop()
    page.locator("a.mention").first.click()
    expect(page.locator("h1 ~ .aside-text").first).to_contain_text("named")
    stop()
    page.go_back()
    page.go_back()
    expect(page).to_have_url(passage)
    page.go_back()
    expect(page).to_have_url(results)
    assert total(page) == dated
    page.go_back()
    page.go_back()
    assert total(page) == found


CHECKED = (("wide", True), ("phone", False))
"""The visits on which axe looks at every page."""


@pytest.mark.parametrize(
    ("window", "scripts"), [each for each in product(WINDOWS, (True, False)) if each not in CHECKED]
)
def test_a_whole_visit(open_page: Opener, window: str, scripts: bool) -> None:
    visit(open_page(java_script_enabled=scripts, **WINDOWS[window]), scripts, False)


@pytest.mark.slow
@pytest.mark.usefixtures("node_modules")
@pytest.mark.parametrize(("window", "scripts"), CHECKED)
def test_axe_finds_nothing_on_a_whole_visit(open_page: Opener, window: str, scripts: bool) -> None:
    visit(open_page(java_script_enabled=scripts, **WINDOWS[window]), scripts, True)


def tab_to(page: Page, wanted: Locator, most: int = 150) -> None:
    """Press Tab until the focus is there, and each time see where it is."""
    wanted.wait_for()
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted.evaluate("wanted => wanted === document.activeElement"):
            return
    raise AssertionError(f"{most} presses of Tab did not reach {wanted}")


@pytest.mark.slow
def test_a_visit_by_keyboard_alone(open_page: Opener) -> None:
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type("islamic st")
    page.get_by_role("option", name="Islamic State").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("passages for org:"))
    found = total(page)
    facet = page.locator(".facet-list a", has_text="Bashar al-Assad")
    narrowed = counted(facet)
    tab_to(page, page.get_by_role("link", name="Refine by date"))
    page.keyboard.press("Enter")
    tab_to(page, facet, 60)
    page.keyboard.press("Enter")
    expect(page.locator(".part", has_text="Bashar al-Assad")).to_be_visible()
    assert total(page) == narrowed
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    current = page.locator(".context-passage[aria-current]")
    tab_to(page, current.locator("a.cite").first)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Citation [")
    tab_to(page, page.locator("a.mention").first)
    page.keyboard.press("Enter")
    expect(page.locator("h1 ~ .aside-text").first).to_contain_text("named")
    for _ in range(4):
        page.go_back()  # the browser's own key, which no page sees
    expect(page).to_have_title(re.compile("passages for org:"))
    assert total(page) == found


def test_the_skip_link_is_first_and_leads_past_the_search(open_page: Opener) -> None:
    page = open_page("/search?q=idlib")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_focus_can_be_seen_wherever_it_is(open_page: Opener) -> None:
    page = open_page("/search?q=idlib+turkish")
    for _ in range(40):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth)"
            "(getComputedStyle(document.activeElement))"
        )
        assert seen == "3px", page.evaluate("document.activeElement.outerHTML")


def test_an_inferred_year_shows_its_reason(open_page: Opener) -> None:
    page = open_page("/search?q=%22ground+offensive%22")
    chip = page.locator(".chip.date").first
    expect(chip).to_contain_text("6 May 2019")
    chip.focus()
    expect(page.locator(".date-note").first).to_contain_text("10 January 2019")
    page.goto("/passages/syrian-civil-war/25")
    page.locator(".apparatus").get_by_role("link", name="passage 24").click()
    expect(page.locator("#p24 .mention-date")).to_contain_text("10 January 2019")
