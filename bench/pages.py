"""Every kind of page over whole articles: `python -m bench.pages [--keep FOLDER] [--only KIND]`.

The Nu checker reads each page as it is sent; in a browser axe-core looks at it in a narrow and a
wide window, light and dark, and nothing may scroll sideways or be cut off at the side, its
disclosures closed and open. Prints what was looked at and what was found; ends with 1 if anything.
"""

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench import whole_articles
from bench.data import DataMissing
from bench.pages_drawn import drawn
from bench.speed_page import served
from docs.make_screenshots import FLAGS
from loccit.engines.generations import Generations
from loccit.indexer.build import build
from loccit.indexer.settings import Settings
from tests.browser import axe
from tests.browser.nu import complaints
from tests.browser.width import beyond_each
from tests.web.serving import got

NODE_MODULES = Path(__file__).parents[1] / "tests" / "browser" / "node_modules"
MOST_SAID = 8
"""Of what was found on one page."""
Found = list[tuple[str, str]]
"""What was found, with the address."""


def indexed(folder: Path) -> Path:
    """The index of the articles; built if it isn't there."""
    index = folder / "whole-articles"
    if Generations(index).current() is None:
        whole_articles.put(folder / "seeds")
        build([folder / "seeds"], index, Settings(workers=1))
    return index


def not_valid(site: str, addresses: list[str], folder: Path) -> Found:
    """What is not answered as a page, and what the Nu checker says of the others."""
    found: Found = []
    for at, address in enumerate(addresses):
        status, _, body = got(site + address)
        if status != 200:
            found.append((address, f"answered {status}"))
        (folder / f"{at}.html").write_bytes(body)
    for each in complaints(NODE_MODULES, folder):
        page, _, said = each.partition(": ")
        found.append((addresses[int(page)], said))
    return found


def in_a_browser(page: Page, site: str, address: str) -> Iterator[str]:
    page.goto(site + address)
    axe.load(page)
    yield from axe.in_every_form(page)
    yield from beyond_each(page)
    yield from axe.in_every_form(page)


def looked_at(index: Path, only: str) -> Found:
    opened = Generations(index).open()
    kinds = [(kind, address) for kind, address in drawn(opened) if only in kind]
    opened.close()
    addresses = list(dict.fromkeys(address for _, address in kinds))
    with served(index) as (_, port), tempfile.TemporaryDirectory() as folder:
        site = f"http://127.0.0.1:{port}"
        found = not_valid(site, addresses, Path(folder))
        with sync_playwright() as playwright:
            chromium = shutil.which("chromium") or shutil.which("chromium-browser")
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            for address in addresses:
                page = browser.new_page()
                found += [(address, each) for each in in_a_browser(page, site, address)]
                page.close()
            browser.close()
    print("| kind of page | looked at |\n|---|---|")
    for kind, number in Counter(kind for kind, _ in kinds).items():
        print(f"| {kind} | {number} |")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="where the index is kept; a temporary folder")
    parser.add_argument("--only", default="", help="kinds of pages with this in their name")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = looked_at(indexed(chosen.keep or Path(folder)), chosen.only)
    for address, said in groupby(found, key=itemgetter(0)):
        print(f"\n{address}")
        lines = [" ".join(each.split())[:300] for _, each in said]
        print(*(f"    {each}" for each in lines[:MOST_SAID]), sep="\n")
        if len(lines) > MOST_SAID:
            print(f"    and {len(lines) - MOST_SAID} more")
    print(f"\nFound: {len(found)}")
    return 1 if found else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except DataMissing as error:
        sys.exit(str(error))
