"""Every kind of page is valid HTML, as the server sends it and as the script leaves it."""

import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from loccit.web.app import create_app
from tests.browser.conftest import Opener, type_on
from tests.browser.kinds import KINDS
from tests.browser.nu import complaints


def test_every_page_has_its_kind(tmp_path: Path) -> None:
    app = create_app(tmp_path)
    routes = app.url_map.bind("")
    have = {routes.match(urlsplit(path).path)[0] for path in KINDS.values()}
    assert {name for name in app.view_functions if name.startswith("pages.")} <= have


def sent(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address) as answer:
            return bytes(answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return error.read()


def test_a_page_of_results_is_valid(site: str, node_modules: Path, tmp_path: Path) -> None:
    (tmp_path / "results.html").write_bytes(sent(f"{site}/search?q=raid"))
    assert complaints(node_modules, tmp_path) == []


@pytest.mark.slow
def test_every_page_is_valid(
    site: str, open_page: Opener, node_modules: Path, tmp_path: Path
) -> None:
    for kind, path in KINDS.items():
        (tmp_path / f"{kind}.html").write_bytes(sent(site + path))
    page = open_page("/search?q=cite:any")
    type_on(page, " isl")
    page.get_by_role("option").first.wait_for()
    script = "<!doctype html>" + page.evaluate("document.documentElement.outerHTML")
    (tmp_path / "with the script.html").write_text(script, encoding="utf-8")
    (tmp_path / "not valid.html").write_text("<!doctype html><title>x</title><p>a</b>")
    found = complaints(node_modules, tmp_path)
    assert any(each.startswith("not valid") for each in found)
    rest = [each for each in found if not each.startswith("not valid")]
    assert not rest, "\n".join(rest)
