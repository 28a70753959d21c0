"""As you type: suggestions as an accessible combobox, results that follow, and the keyboard."""

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import Opener, type_on


def box(page: Page) -> Locator:
    return page.locator("#q")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def active(page: Page) -> Locator:
    return page.locator(f"#{box(page).get_attribute('aria-activedescendant')}")


def told(page: Page) -> Locator:
    return page.locator("body > [role=status]")


def searched(page: Page) -> str:
    return str(page.evaluate("new URLSearchParams(location.search).get('q')"))


def caret(page: Page) -> int:
    return int(page.evaluate("document.querySelector('#q').selectionStart"))


def test_suggestions_are_a_combobox(page: Page) -> None:
    combobox = page.get_by_role("combobox", name="Search the passages")
    expect(combobox).to_have_attribute("aria-expanded", "false")
    combobox.press_sequentially("islam")
    expect(combobox).to_have_attribute("aria-expanded", "true")
    expect(combobox).to_have_attribute("aria-controls", "suggestions")
    expect(combobox).to_have_attribute("aria-autocomplete", "list")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()
    expect(options(page).first).to_have_text(re.compile(r"Islamic State organisation \d+"))
    expect(told(page)).to_have_text(f"{options(page).count()} suggestions")
    assert combobox.get_attribute("aria-activedescendant") is None


def test_arrows_choose_and_enter_searches(page: Page) -> None:
    box(page).press_sequentially("islam")
    expect(options(page).first).to_be_visible()
    last = options(page).count() - 1
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    expect(active(page)).to_contain_text("Islamic State")
    page.keyboard.press("ArrowUp")
    assert box(page).get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    expect(active(page)).to_have_id(f"suggestion-{last}")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    assert searched(page).strip() == 'org:"Islamic State"'
    expect(page.locator(".result-count")).to_be_visible()


def test_a_late_answer_does_not_take_the_choice_away(page: Page) -> None:
    box(page).press_sequentially("islamic")
    expect(options(page).first).to_be_visible()
    page.evaluate("""() => {
      const box = document.querySelector('#q');
      box.value += ' s';
      box.dispatchEvent(new InputEvent('input'));
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    }""")
    page.wait_for_timeout(500)
    expect(active(page)).to_contain_text("Islamic State")


def test_enter_without_a_choice_searches_what_was_typed(page: Page) -> None:
    box(page).press_sequentially("isla")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=isla")


def test_escape_closes_the_list_first_and_keeps_what_was_typed(page: Page) -> None:
    box(page).press_sequentially("isla")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Escape")
    expect(box(page)).not_to_be_focused()
    expect(box(page)).to_have_value("isla")


def test_the_down_arrow_asks_again(page: Page) -> None:
    box(page).press_sequentially("isla")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Tab")
    expect(options(page)).to_have_count(0)


def test_a_field_goes_on_to_its_values(page: Page) -> None:
    box(page).press_sequentially("plac")
    options(page).filter(has_text="place:").click()
    expect(box(page)).to_have_value("place:")
    expect(box(page)).to_be_focused()
    expect(options(page).first).to_contain_text("United States place")


@pytest.mark.parametrize("how", ["mouse", "touch"])
def test_a_suggestion_can_be_pointed_at(open_page: Opener, how: str) -> None:
    page = open_page(width=390, has_touch=how == "touch")
    box(page).press_sequentially("bashar")
    option = options(page).filter(has_text="Bashar al-Assad")
    assert option.evaluate("option => option.offsetHeight") >= 24
    option.tap() if how == "touch" else option.click()
    page.wait_for_url("**/search?**")
    assert searched(page).strip() == 'person:"Bashar al-Assad"'


def test_suggestions_are_for_the_word_at_the_caret(page: Page) -> None:
    box(page).fill(" cite:any")
    page.keyboard.press("Home")
    box(page).press_sequentially("homs")
    options(page).filter(has_text="place").first.click()
    page.wait_for_url("**/search?**")
    assert searched(page) == "place:Homs  cite:any"


def test_results_follow_what_is_typed(open_page: Opener) -> None:
    page = open_page("/search?q=idlib&sort=oldest&page=1")
    page.evaluate("window.before = document.querySelector('#q')")
    type_on(page, " turkish")
    expect(page).to_have_title(re.compile(r"passages? for idlib turkish"))
    assert searched(page) == "idlib turkish"
    assert "sort=oldest" in page.url
    assert "page=" not in page.url
    expect(page.locator(".part", has_text="turkish").first).to_be_visible()
    expect(box(page)).to_be_focused()
    assert caret(page) == len("idlib turkish")
    assert page.evaluate("window.before === document.querySelector('#q')")
    count = page.locator(".result-count").inner_text()
    expect(told(page)).to_contain_text(" ".join(count.split()))


def test_the_caret_stays_in_the_middle(open_page: Opener) -> None:
    page = open_page("/search?q=idlib")
    box(page).focus()
    page.keyboard.press("Home")
    page.keyboard.type("turkish ")
    expect(page).to_have_title(re.compile("turkish idlib"))
    assert caret(page) == len("turkish ")


def test_back_and_forward_show_the_searches_before_and_after_typing(open_page: Opener) -> None:
    page = open_page("/search?q=idlib")
    before = page.locator(".result-count").inner_text()
    type_on(page, " turk")
    page.keyboard.type("ish")
    expect(page).to_have_title(re.compile("idlib turkish"))
    page.go_back()
    expect(page.locator(".result-count")).to_have_text(before)
    expect(box(page)).to_have_value("idlib")
    page.go_forward()
    expect(page).to_have_title(re.compile("idlib turkish"))
    expect(box(page)).to_have_value("idlib turkish")
    page.locator(".passage-title a").first.click()
    page.wait_for_url("**/passages/**")
    page.go_back()
    expect(page).to_have_title(re.compile("idlib turkish"))
    expect(box(page)).to_have_value("idlib turkish")


def test_an_unfinished_word_does_not_take_the_results_away(open_page: Opener) -> None:
    page = open_page("/search?q=idlib")
    box(page).focus()
    page.keyboard.press("End")
    page.keyboard.type(" turkis", delay=150)
    expect(page.locator(".passage").first).to_be_visible()
    page.keyboard.type("h")
    expect(page).to_have_title(re.compile("idlib turkish"))
    page.keyboard.type("xqj")
    expect(page.locator("h1")).to_contain_text("No passage")
    assert searched(page) == "idlib turkishxqj"


def test_a_mending_waits_for_a_rest_and_is_told(open_page: Opener) -> None:
    page = open_page("/search?q=idlib")
    type_on(page, " goverment")
    page.wait_for_timeout(500)
    expect(page).to_have_title(re.compile("for idlib –"))
    expect(page.locator(".searched-instead")).to_contain_text("for “idlib government”")
    expect(told(page)).to_contain_text("Showing results for “idlib government”")
    expect(box(page)).to_have_value("idlib goverment")
    page.get_by_role("link", name="as typed").click()
    expect(page.locator("h1")).to_contain_text("No passage")
    assert "spelled=as-typed" in page.url
    type_on(page, " turkish")
    page.wait_for_url(re.compile(r"turkish(?!.*spelled)"))


def test_an_overtaken_answer_is_dropped(open_page: Opener) -> None:
    page = open_page("/search?q=syria")
    held: list[Route] = []
    page.route(re.compile("q=aleppo"), lambda route: held.append(route))
    box(page).fill("aleppo")
    for _ in range(100):
        if len(held) == 2:
            break
        page.wait_for_timeout(100)
    assert len(held) == 2
    box(page).fill("idlib")
    expect(page).to_have_title(re.compile("for idlib"))
    for late in held:
        late.continue_()
    page.wait_for_timeout(300)
    expect(page).to_have_title(re.compile("for idlib"))
    assert searched(page) == "idlib"
    expect(options(page).first).to_contain_text("Idlib")


def test_many_keys_are_few_requests(open_page: Opener) -> None:
    page = open_page("/search?q=syria")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box(page).focus()
    page.keyboard.press("End")
    page.keyboard.type(" government forces", delay=20)
    expect(page).to_have_title(re.compile("government forces"))
    assert len([url for url in asked if "/static/" not in url]) <= 4


def test_a_server_that_is_gone_is_no_matter(open_page: Opener) -> None:
    page = open_page("/search?q=idlib", complain=False)
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    count = page.locator(".result-count").inner_text()
    page.route("**/*", lambda route: route.abort())
    type_on(page, " turk")
    page.wait_for_timeout(700)
    assert page.locator(".result-count").inner_text() == count
    expect(box(page)).to_have_value("idlib turk")
    expect(options(page)).to_have_count(0)
    page.unroute_all()
    page.route("**/*", lambda route: route.fulfill(status=503, body="<p>gone"))
    page.keyboard.type("ish")
    page.wait_for_timeout(700)
    assert page.locator(".result-count").inner_text() == count
    assert broken == []


def test_the_focus_stays_on_a_link_whose_list_is_drawn_anew(open_page: Opener) -> None:
    page = open_page("/search?q=idlib")
    type_on(page, " turkish OR turkey")
    page.locator("a.refine-link, .sort a").first.focus()
    expect(page).to_have_title(re.compile("turkish OR turkey"))
    assert page.evaluate("document.activeElement !== document.body")


def test_the_keyboard_steps_through_passages(open_page: Opener) -> None:
    page = open_page("/search?q=idlib")
    title = page.locator(".passage-title a")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(title.nth(1)).to_be_focused()
    page.locator(".passage").nth(1).locator(".chip").last.focus()
    page.keyboard.press("j")
    expect(title.nth(2)).to_be_focused()
    page.keyboard.press("k")
    expect(title.nth(1)).to_be_focused()
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/passages/**")


def test_n_and_p_turn_pages_and_passages(open_page: Opener) -> None:
    page = open_page("/search?q=cite:any")
    page.keyboard.press("n")
    page.wait_for_url("**page=2**")
    page.keyboard.press("p")
    expect(page.locator(".list-end")).to_contain_text("Page 1 of")
    page.goto("/passages/syrian-civil-war/9")
    page.keyboard.press("n")
    expect(page.locator("h1")).to_contain_text("10")


def test_the_list_of_shortcuts_opens_closes_and_switches_them_off(open_page: Opener) -> None:
    page = open_page("/search?q=idlib")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="Keyboard shortcuts").click()
    dialog.get_by_role("checkbox").uncheck()
    dialog.get_by_role("button", name="Close").click()
    page.reload()
    expect(page.locator(".search-hint")).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("?")
    expect(dialog).to_be_hidden()
    assert page.evaluate("document.activeElement === document.body")


def test_single_keys_rest_while_typing_and_with_a_modifier(open_page: Opener) -> None:
    page = open_page("/search?q=idlib")
    type_on(page, "j?n/")
    expect(box(page)).to_have_value("idlibj?n/")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+j")
    page.keyboard.press("Alt+n")
    assert page.evaluate("document.activeElement === document.body")


def test_escape_hides_the_note_of_a_date(open_page: Opener) -> None:
    page = open_page("/search?q=%22ground+offensive%22")
    chip = page.locator(".chip.date[aria-describedby]").first
    note = page.locator(f"#{chip.get_attribute('aria-describedby')}")
    page.keyboard.press("Tab")
    chip.focus()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()


def test_a_long_list_is_filtered_as_one_types(open_page: Opener) -> None:
    page = open_page("/facets/place?q=cite:any")
    items = page.locator("#values li")
    total = items.count()
    filtering = page.get_by_label("Containing")
    filtering.press_sequentially("ÍDL")
    expect(items.filter(visible=True).first).to_contain_text("Idlib")
    left = items.filter(visible=True).count()
    assert 0 < left < total
    expect(told(page)).to_have_text(f"{left} of {total}")
    filtering.press("Enter")
    expect(items).to_have_count(left)
    page.go_back()
    filtering.fill("zzz")
    expect(items.filter(visible=True)).to_have_count(0)
    filtering.fill("")
    expect(items.filter(visible=True)).to_have_count(total)


def test_a_reference_can_be_copied(open_page: Opener) -> None:
    page = open_page(
        "/passages/syrian-civil-war/9", permissions=["clipboard-read", "clipboard-write"]
    )
    button = page.locator("[data-copy]").first
    button.click()
    expect(page.get_by_text("Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    source = page.locator(f"#{button.get_attribute('data-copy')}").inner_text()
    assert " ".join(copied.split()) == " ".join(source.split())


def test_without_a_script_nothing_promises_what_only_a_script_does(open_page: Opener) -> None:
    page = open_page("/search?q=cite:any", java_script_enabled=False)
    expect(page.get_by_role("searchbox", name="Search the passages")).to_be_visible()
    expect(page.get_by_role("combobox")).to_have_count(0)
    expect(page.get_by_role("button", name="Keyboard shortcuts")).to_have_count(0)
    expect(page.locator(".search-hint")).to_be_hidden()
