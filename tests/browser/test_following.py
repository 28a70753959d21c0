"""A citation and a name, followed from a passage and back, in a real browser."""

from playwright.sync_api import Page, expect


def test_a_marker_leads_to_its_citation_and_back(page: Page, site: str) -> None:
    page.goto(f"{site}/passages/syrian-civil-war/1")
    page.get_by_role("link", name="[48]").first.click()
    expect(page.locator("h1")).to_contain_text("Citation [48]")
    expect(page.get_by_text("[48] opens this passage")).to_be_visible()
    page.locator(".passage-title .passage-number").first.click()
    expect(page.locator("h1")).to_contain_text("1")
    expect(page.get_by_role("link", name="[48]").first).to_be_visible()
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Citation [48]")
    page.get_by_role("link", name="Search within").click()
    expect(page.locator(".result-count")).to_contain_text("1 passage")
    expect(page.locator(".part", has_text="48")).to_be_visible()


def test_a_sentence_leads_to_the_document_that_it_cites(page: Page, site: str) -> None:
    page.goto(f"{site}/search?q=%22young+healthy+child%22")
    page.get_by_role("link", name="A Modest Proposal (Wikipedia), Details").click()
    page.locator(".context-passage[aria-current]").get_by_role("link", name="[1]").click()
    expect(page.locator("h1")).to_contain_text("Citation [1]")
    page.get_by_text("This source is in the library").get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("A Modest Proposal")
    expect(page.get_by_text("by Jonathan Swift, 1729").first).to_be_visible()


def test_a_name_leads_to_its_page_and_narrows(page: Page, site: str) -> None:
    page.goto(f"{site}/search?q=Turkish")
    before = int(page.locator(".result-count").inner_text().split()[0])
    page.goto(f"{site}/passages/syrian-civil-war/26")
    page.get_by_role("link", name="Damascus").first.click()
    expect(page.locator("h1")).to_have_text("Damascus")
    expect(page.get_by_role("table", name="Written as")).to_be_visible()
    page.get_by_role("link", name="Search within these passages").click()
    chip = page.locator(".part", has_text="Damascus")
    expect(chip).to_be_visible()
    page.get_by_label("Search the passages").fill("Turkish place:Damascus")
    page.keyboard.press("Enter")
    expect(page.locator(".result-count")).to_contain_text("1 passage")
    page.locator(".part", has_text="Damascus").click()
    expect(page.locator(".result-count")).to_contain_text(str(before))
