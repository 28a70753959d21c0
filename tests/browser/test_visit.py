"""A whole visit in a real browser, on the project's own seeds."""

from playwright.sync_api import Browser, Page, expect


def total(page: Page) -> int:
    text = page.locator(".result-count").inner_text()
    return int(text.split()[0].replace(",", ""))


def test_a_visit(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_label("Search the passages").fill("air strikes")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()
    expect(page.locator(".passage-list").first.locator(".passage")).to_have_count(2)
    assert total(page) == 2
    facet = page.locator(".facet-list a", has_text="Bashar al-Assad")
    count = int(facet.locator(".count").inner_text())
    facet.click()
    assert total(page) == count == 1
    expect(page.locator(".part", has_text="Bashar al-Assad")).to_be_visible()
    page.locator(".passage-title a").first.click()
    expect(page.locator("h1")).to_contain_text("Syrian civil war")
    expect(page.locator(".context-passage")).to_have_count(5)
    expect(page.get_by_text("CC BY-SA 4.0").first).to_be_visible()
    page.get_by_role("link", name="Passage 10", exact=True).first.click()
    expect(page.locator("h1")).to_contain_text("10")
    page.go_back()
    page.go_back()
    assert total(page) == 1
    page.locator(".part", has_text="Bashar al-Assad").click()
    assert total(page) == 2


def test_an_inferred_year_shows_its_reason(page: Page, site: str) -> None:
    page.goto(f"{site}/search?q=%22ground+offensive%22")
    chip = page.locator(".chip.date").first
    expect(chip).to_contain_text("6 May 2019")
    chip.focus()
    expect(page.locator(".date-note").first).to_contain_text("10 January 2019")
    page.goto(f"{site}/passages/syrian-civil-war/25")
    page.locator(".apparatus").get_by_role("link", name="passage 24").click()
    expect(page.locator("#p24 .mention-date")).to_contain_text("10 January 2019")


def test_everything_works_without_a_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_label("Search the passages").fill('"air strikes"')
    page.get_by_role("button", name="Search").click()
    expect(page.locator("mark").first).to_have_text("air strikes")
    page.locator(".facet-list a", has_text="Uncited").click()
    expect(page.locator("h1")).to_contain_text("No passage")
    context.close()
