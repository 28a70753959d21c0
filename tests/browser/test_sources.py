"""From a citation in a result to its source and to the other passages that cite it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from loccit.indexer.build import build
from loccit.indexer.settings import Settings
from tests.browser import axe
from tests.browser.kinds import KINDS
from tests.web.serving import serving

TEXT = """The harbour was built in 1841.[1] It burnt down on 6 May 1852,[2] and was rebuilt.[1, 3]
Ships of the Navy came to the town.[1]
[2] Nothing was left of the old town.
"""
SIDECAR = """title = "The harbour"
passages = "lines"
contiguous = true
[references]
1 = { text = "A Report on Harbours. London, 1860.", address = "https://example.org/report" }
2 = "The Fire, http://example.org/fire"
"""
WAYS = [(width, script) for width in (390, 1280) for script in (True, False)]
Opens = Callable[..., Page]


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("harbour")
    (place / "seeds").mkdir()
    (place / "seeds" / "harbour.txt").write_text(TEXT)
    (place / "seeds" / "harbour.toml").write_text(SIDECAR)
    build([place / "seeds"], place / "index", Settings("", 1, aliases=place / "aliases.toml"))
    with serving(place / "index") as address:
        yield address


@pytest.fixture
def opens(browser: Browser, harbour: str) -> Iterator[Opens]:
    contexts: list[BrowserContext] = []

    def opened(path: str, width: int, script: bool) -> Page:
        window: ViewportSize = {"width": width, "height": 900}
        context = browser.new_context(base_url=harbour, viewport=window, java_script_enabled=script)
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield opened
    for each in contexts:
        each.close()


def disclosed(page: Page) -> Locator:
    """The sources of the first result, opened by one click."""
    first = page.locator(".passage").first
    first.locator(".more > summary", has_text="source").click()
    return first.locator(".cited")


@pytest.mark.parametrize(("width", "script"), WAYS)
def test_from_a_result_to_the_source_and_to_all_that_cites_it(
    opens: Opens, width: int, script: bool
) -> None:
    page = opens("/search?q=burnt", width, script)
    expect(page.get_by_text("A Report on Harbours")).to_be_hidden()
    sources = disclosed(page)
    expect(sources.get_by_text("A Report on Harbours. London, 1860.")).to_be_visible()
    expect(sources.get_by_text("supports: “The harbour was built in 1841.”")).to_be_visible()
    outside = sources.get_by_role("link", name="https://example.org/report")
    expect(outside).to_have_attribute("href", "https://example.org/report")
    expect(sources.get_by_role("link", name="http://example.org/fire")).to_be_visible()
    sources.get_by_role("link", name="Every passage that cites [1]").click()
    expect(page.locator(".result-count")).to_contain_text("2 passages")
    page.get_by_role("link", name=re.compile("passage 2")).click()
    expect(page.locator("h1")).to_contain_text("2")
    page.go_back()
    page.go_back()
    expect(page).to_have_url(re.compile("q=burnt"))


@pytest.mark.parametrize(("width", "script"), WAYS)
def test_from_a_passages_margin_to_the_same(opens: Opens, width: int, script: bool) -> None:
    page = opens("/passages/harbour/1", width, script)
    margin = page.locator(".apparatus")
    margin.locator("summary", has_text="[2]").click()
    expect(margin.get_by_text("The Fire,").last).to_be_visible()
    expect(margin.get_by_text("supports: “It burnt down on 6 May 1852,”")).to_be_visible()
    margin.get_by_role("link", name="Every passage that cites [2]").click()
    expect(page.locator(".result-count")).to_contain_text("2 passages")
    page.goto("/passages/harbour/3")
    margin.locator("summary", has_text="[2]").click()
    expect(margin.get_by_text("supports: “Ships of the Navy came to the town.”")).to_be_visible()
    margin.get_by_role("link", name="passage 2").click()
    expect(page.locator("h1")).to_contain_text("2")


@pytest.mark.parametrize(("width", "script"), WAYS)
def test_each_number_in_a_text_leads_to_its_citation(
    opens: Opens, width: int, script: bool
) -> None:
    for path in ("/search?q=burnt", "/passages/harbour/1"):
        page = opens(path, width, script)
        text = page.locator(".passage-text, .context-passage[aria-current] p").first
        text.get_by_role("link", name="3", exact=True).click()
        expect(page.locator("h1")).to_have_text("Citation [3]")
        page.go_back()
        text.get_by_role("link", name="[2]").click()
        expect(page.locator("h1")).to_have_text("Citation [2]")


@pytest.mark.parametrize(("width", "script"), WAYS)
def test_a_chip_narrows_and_the_arrow_beside_it_leads_to_the_page(
    opens: Opens, width: int, script: bool
) -> None:
    page = opens("/search?q=town", width, script)
    first = page.locator(".passage", has_text="Ships")
    first.get_by_role("link", name="Narrow to 1").click()
    expect(page.locator(".result-count")).to_contain_text("1 passage")
    expect(page.locator("a.part")).to_have_count(2)
    page.go_back()
    first.get_by_role("link", name="About citation [1]").click()
    expect(page.locator("h1")).to_have_text("Citation [1]")


def test_a_chip_and_its_arrow_are_targets_of_their_own(opens: Opens) -> None:
    page = opens("/search?q=burnt", 390, True)
    for link in page.locator(".chip-pair a:visible").all():
        box = link.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_a_sheet_above_the_results_refines(opens: Opens, script: bool) -> None:
    page = opens("/search?q=town", 390, script)
    sheet = page.get_by_role("complementary", name="Refine the search")
    button = page.get_by_role("button", name="Refine by date, name or citation")
    expect(sheet).to_be_hidden()
    first = page.locator(".passage").first.bounding_box()
    opener = button.bounding_box()
    assert first
    assert opener
    assert opener["y"] < first["y"] < 900
    button.click()
    expect(sheet.get_by_role("heading", name="Dates")).to_be_in_viewport()
    sheet.get_by_role("button", name="Close").click()
    expect(sheet).to_be_hidden()
    button.click()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    button.click()
    sheet.get_by_role("link", name=re.compile("Two or more|One citation")).first.click()
    expect(page.locator("a.part")).to_have_count(2)


def test_on_a_wide_screen_the_facets_are_beside_the_results(opens: Opens) -> None:
    page = opens("/search?q=town", 1280, False)
    expect(page.get_by_role("complementary", name="Refine the search")).to_be_visible()
    expect(page.get_by_role("button", name="Refine")).to_have_count(0)


@pytest.mark.usefixtures("node_modules")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_opens(opens: Opens, scheme: Any) -> None:
    page = opens("/search?q=burnt", 390, True)
    page.emulate_media(color_scheme=scheme)
    disclosed(page)
    axe.load(page)
    assert axe.violations(page) == []
    page.get_by_role("button", name="Refine").click()
    assert axe.violations(page) == []
    page.goto("/passages/harbour/1")
    page.locator(".apparatus summary").first.click()
    axe.load(page)
    assert axe.violations(page) == []


_LINES = """() => [...document.querySelectorAll('.record-line:not(:has([open]))')]
  .map((line) => [Math.round(line.getBoundingClientRect().height), line.innerText])
  .filter(([height]) => height > 28)"""
_GAPS = """() => {
  const said = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  const seen = [...document.querySelectorAll('main *')].filter((e) => {
    const { width, height } = e.getBoundingClientRect();
    return e.checkVisibility({ visibilityProperty: true }) && width > 4 && height > 4
      && !e.closest('svg') && (said(e) || e.tagName === 'BUTTON');
  });
  const close = [];
  for (const heading of document.querySelectorAll('main :is(h1, h2, h3, caption)')) {
    const box = heading.getBoundingClientRect();
    if (box.width < 5 || box.height < 5) continue;
    for (const each of seen) {
      if (each.contains(heading) || heading.contains(each)) continue;
      const { bottom, left, right } = each.getBoundingClientRect();
      const gap = box.top - bottom;
      if (gap > -3 && gap < 15 && right > box.left && left < box.right)
        close.push(`${heading.innerText}: ${gap} below ${each.innerText}`);
    }
  }
  return close;
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_lines_are_lines_and_headings_keep_their_distance(scripted: Page, kind: str) -> None:
    scripted.goto(KINDS[kind])
    for width in (390, 1280):
        scripted.set_viewport_size({"width": width, "height": 900})
        assert scripted.evaluate(_LINES) == []
        assert scripted.evaluate(_GAPS) == []
