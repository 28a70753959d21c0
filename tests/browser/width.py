"""What of a page is wider than its window."""

from playwright.sync_api import Page

WIDTHS = (320, 390, 1280)
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


def beyond(page: Page) -> list[str]:
    """As the page is in the window that it has now."""
    found = page.evaluate(_BEYOND)
    assert isinstance(found, list)
    return found


def beyond_each(page: Page) -> list[str]:
    """At each of WIDTHS, with its disclosures closed and open; they stay open."""
    found = []
    for opened in (False, True):
        if opened:
            page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"{width}{' open' * opened}: {each}" for each in beyond(page)]
    return found
