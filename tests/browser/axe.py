"""axe-core run in a page, also where the page's own scripts are off."""

import json
from functools import cache
from typing import Literal

from playwright.sync_api import Page

from tests.browser.conftest import NODE_MODULES

_NO_TIMERS = "window.setTimeout = (f, ms, ...a) => { Promise.resolve().then(() => f(...a)); };"
"""Timers don't run where scripts are off, promises do."""
_RUN = """async (only) => {
  const { violations } = await axe.run(document, {
    preload: false, resultTypes: ['violations'],
    ...(only.length ? { runOnly: only } : { rules: { 'target-size': { enabled: true } } }),
  });
  return violations.map(({ id, help, nodes }) =>
    `${id}: ${help}: ` + nodes.map((node) => `${node.target} ${node.failureSummary}`).join('; '));
}"""
OF_COLOUR = ("color-contrast", "link-in-text-block")
"""The rules that look at colours."""
SCHEMES: dict[Literal["light", "dark"], tuple[str, ...]] = {"light": (), "dark": OF_COLOUR}


@cache
def _source() -> str:
    return (NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def load(page: Page, scripts: bool = True) -> None:
    """Bring axe-core into the page, once for each page that is opened."""
    page.evaluate(f"{'' if scripts else _NO_TIMERS}{_source()}; 1")


def violations(page: Page, only: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds: WCAG 2.2 A and AA, and what it calls best practice; or `only` rules."""
    found = page.evaluate(_RUN, only)
    assert isinstance(found, list), json.dumps(found)
    return found


def in_every_form(page: Page) -> list[str]:
    """What axe-core finds at both widths, light and dark; the scheme changes colours alone."""
    found = []
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, rules in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            found += [f"{width} {scheme} {each}" for each in violations(page, rules)]
    return found
