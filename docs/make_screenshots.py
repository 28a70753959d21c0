"""Screenshots of the site on the project's own seeds: `make screenshots`."""

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright
from waitress.server import create_server

from loccit.indexer.build import build
from loccit.web.app import create_app

ROOT = Path(__file__).parents[1]
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()


@dataclass(frozen=True, slots=True)
class Shot:
    """A page in a window of that many CSS pixels, after `typed` at the end of the search."""

    name: str
    path: str
    width: int = 1280
    height: int = 900
    scheme: Literal["light", "dark"] = "light"
    typed: str = ""


SHOTS = (
    Shot("results", "/search?q=%22air+strikes%22+OR+raid+2015..2019"),
    Shot("home", "/", height=1100),
    Shot("typing", "/search?q=idlib", height=640, typed=" rus"),
    Shot("one-year", "/search?q=syria+date%3A2019"),
    Shot("passage", "/passages/syrian-civil-war/25", height=1300),
    Shot("citation", "/citations/syrian-civil-war/315", height=640),
    Shot("name", "/names/organisation/Islamic%20State", height=1100),
    Shot("document", "/documents/syrian-civil-war"),
    Shot("facet", "/facets/place?q=cite%3Aany", height=640),
    Shot("nothing-found", "/search?q=zebra+air+cite%3A4x"),
    Shot("results-dark", "/search?q=air+strikes", scheme="dark"),
    Shot("passage-dark", "/passages/syrian-civil-war/25", scheme="dark"),
    Shot("results-phone", "/search?q=air+strikes", 390, 844),
    Shot("passage-phone", "/passages/syrian-civil-war/25", 390, 844),
    Shot("home-phone", "/", 390, 844, "dark"),
)


@contextmanager
def serving() -> Iterator[str]:
    """The address of a site over the project's own seeds."""
    with tempfile.TemporaryDirectory() as index:
        build([ROOT / "seeds"], Path(index))
        server = create_server(create_app(Path(index)), host="127.0.0.1", port=0)
        threading.Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{server.effective_port}"


def shoot(browser: Browser, site: str, shot: Shot, place: Path) -> None:
    phone = shot.width < 600
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme=shot.scheme,
        is_mobile=phone,
        has_touch=phone,
    )
    page.goto(site + shot.path)
    if shot.typed:
        page.locator("#q").focus()
        page.keyboard.press("End")
        page.keyboard.type(shot.typed)
        page.get_by_role("option").first.wait_for()
        page.keyboard.press("ArrowDown")
    page.screenshot(path=place / f"{shot.name}.png")
    page.close()


def main(place: Path = ROOT / "docs" / "screenshots") -> None:
    place.mkdir(exist_ok=True)
    with serving() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for shot in SHOTS:
            shoot(browser, site, shot, place)
        browser.close()


if __name__ == "__main__":
    main()
