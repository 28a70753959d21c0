"""The site as `loccit serve` serves it, and a browser: one of each for a worker, over one index."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from docs.make_screenshots import FLAGS
from tests.browser.kinds import BEFORE
from tests.web.conftest import HARD, seeds
from tests.web.serving import serving

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NODE_MODULES = HERE / "node_modules"
HARD_SIDECAR = """author = ["<b>A. Author</b>", "B. Author"]
date = "1915-05"
publisher = "A & B"
language = "en"
"a <i>key</i>" = "and its value"
[references]
1 = { text = "A <b>report</b>", address = "https://example.org/report" }
2 = "javascript:alert(1)"
3 = ""
"""
LOCCIT = [sys.executable, "-m", "loccit"]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
Opener = Callable[..., Page]
PATIENCE = 30_000
"""Milliseconds; what a busy machine may take."""
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    absent = CHROMIUM is None and os.environ.get("CI") != "true"
    reason = "Chromium is not installed: apt-get install chromium"
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.skipif(absent, reason=reason))


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The checkers of `package.json`, which `make test` installs where there is npm."""
    if not NODE_MODULES.exists() and os.environ.get("CI") != "true":
        pytest.skip("npm is not installed, so neither are axe-core and the Nu checker")
    return NODE_MODULES


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own seeds and a hard text; built by the first worker that asks."""
    place = tmp_path_factory.getbasetemp()
    place = place.parent if "PYTEST_XDIST_WORKER" in os.environ else place
    built = place / "browser-index"
    with FileLock(place / "browser.lock"):
        if not built.exists():
            hard = seeds(place / "browser-seeds", hard=HARD)
            (hard / "hard.toml").write_text(HARD_SIDECAR)
            build = [*LOCCIT, "index", "seeds", str(hard), "--index", str(place / "building")]
            seeds(hard, hard=BEFORE)
            subprocess.run(build, check=True, cwd=ROOT)
            seeds(hard, hard=HARD)
            subprocess.run(build, check=True, cwd=ROOT)
            (place / "building").rename(built)
    return built


@pytest.fixture(scope="session")
def site(index: Path) -> Iterator[str]:
    """Its address; it runs in a process of its own."""
    with serving(index) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Opener]:
    """Opens a path of the site; what the browser's console complains of fails the test."""
    complaints: list[str] = []

    def listen(said: ConsoleMessage) -> None:
        if said.type == "error":
            complaints.append(said.text)

    with ExitStack() as stack:

        def opened(path: str = "/", width: int = 1280, complain: bool = True, **how: Any) -> Page:
            context = browser.new_context(
                base_url=site, viewport={"width": width, "height": 900}, **how
            )
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            if complain:
                page.on("console", listen)
                page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(path)
            return page

        yield opened
    assert complaints == []


@pytest.fixture(scope="session")
def scripted(browser: Browser, site: str) -> Page:
    """One page that goes from address to address, where a fresh one would only cost time."""
    return browser.new_context(base_url=site).new_page()


@pytest.fixture(scope="session")
def scriptless(browser: Browser, site: str) -> Page:
    """The same, with its scripts off."""
    return browser.new_context(base_url=site, java_script_enabled=False).new_page()


@pytest.fixture
def page(open_page: Opener) -> Page:
    return open_page()


def type_on(page: Page, text: str) -> None:
    """Type at the end of what stands in the search box."""
    page.locator("#q").focus()
    page.keyboard.press("End")
    page.keyboard.type(text)
