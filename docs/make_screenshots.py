"""Screenshots of the site on the project's own seeds; `make screenshots` writes docs/*.png."""

import shutil
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright
from waitress.server import create_server

from indexer.build import build
from web.app import create_app

ROOT = Path(__file__).parents[1]
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
SHOTS = {
    "screenshot": ("/search?q=%22air+strikes%22+OR+raid+2015..2019", 1280, 900, "light"),
    "home": ("/", 1280, 900, "light"),
    "passage": ("/passages/syrian-civil-war/25", 1280, 1400, "light"),
    "search-dark": ("/search?q=air+strikes", 1280, 900, "dark"),
    "search-phone": ("/search?q=air+strikes", 390, 844, "light"),
    "nothing-found": ("/search?q=zebra+cite%3A4x", 1280, 700, "light"),
}
"""What the README shows comes first; the rest are for looking at after a change."""


def main(place: Path = ROOT / "docs") -> None:
    with tempfile.TemporaryDirectory() as index:
        build([ROOT / "seeds"], Path(index))
        server = create_server(create_app(Path(index)), host="127.0.0.1", port=0)
        threading.Thread(target=server.run, daemon=True).start()
        shoot(f"http://127.0.0.1:{server.effective_port}", place)


def shoot(site: str, place: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, (path, width, height, scheme) in SHOTS.items():
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme=scheme,  # type: ignore[arg-type]
            )
            page.goto(site + path)
            page.screenshot(path=place / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
