"""What has become of a permanent address, and a document's own search, at both widths."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.kinds import KINDS


@pytest.mark.parametrize("width", [390, 1280])
def test_a_changed_text_shows_what_was_left_out_and_put_in(open_page: Opener, width: int) -> None:
    page = open_page(KINDS["passage, changed"], width)
    expect(
        page.get_by_role("heading", name="This address was made for another text")
    ).to_be_visible()
    text = page.locator(".changed blockquote")
    for tag, line in (("del", "line-through"), ("ins", "underline")):
        marked = text.locator(tag).first
        expect(marked).to_be_visible()
        drawn = marked.evaluate("(node) => getComputedStyle(node).textDecorationLine")
        assert drawn == line
    page.get_by_role("link", name="own address").click()
    expect(page.locator(".changed")).to_have_count(0)
    expect(page.locator("h1")).to_contain_text("2")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_documents_own_box_searches_in_it(open_page: Opener, width: int) -> None:
    page = open_page("/documents/hard", width)
    page.get_by_label("Search in this document").fill("raid")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"q=raid\+doc"))
    expect(page.locator(".result-count")).to_contain_text("3 passages")
    expect(page.get_by_label("Search the passages")).to_have_value("raid doc:hard")


@pytest.mark.parametrize("width", [390, 1280])
def test_results_are_grouped_and_lead_to_those_like_one(open_page: Opener, width: int) -> None:
    page = open_page("/search?q=raid+OR+syrian", width)
    page.get_by_role("link", name="One a document").click()
    expect(page.locator("li.passage")).to_have_count(2)
    page.get_by_role("link", name="More like this").first.click()
    expect(page.locator(".part-kind").first).to_contain_text("like the passage")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_slip_is_forgiven_while_one_types(open_page: Opener, width: int) -> None:
    page = open_page("/", width)
    page.locator("#q").focus()
    page.keyboard.type("damacus")
    expect(page.get_by_role("option").first).to_contain_text("Damascus")
